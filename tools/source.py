"""Python source of one merged ASN.1 type."""

import textwrap
from typing import Any

from asn1_types import PRIMITIVES, AsnType, Types, canonical, members, values
from naming import class_name, field_name

LINE = 118


class Writer:
    """Writes types; ``fields`` maps a ...-Field type to the type that its only IE carries."""

    def __init__(self, types: Types, fields: dict[str, str]) -> None:
        self.types = types
        self.fields = fields

    def expression(self, definition: dict[str, Any], quote: bool) -> str:
        """The Python type of a type expression; ``quote`` writes names that may not exist yet as strings."""
        kind = definition["type"]
        if kind in PRIMITIVES:
            return PRIMITIVES[kind]
        if kind == "SEQUENCE OF":
            return f"tuple[{self.expression(definition['element'], quote)}, ...]"
        if kind == "CHOICE":
            return " | ".join(self._alternatives([definition], quote))
        if kind == "ENUMERATED":
            return _literal(values(definition))
        name = class_name(canonical(self.fields.get(kind, kind)))
        return f'"{name}"' if quote else name

    def _alternatives(self, definitions: list[dict[str, Any]], quote: bool) -> list[str]:
        merged: dict[str, list[str]] = {}
        for definition in definitions:
            for member in members(definition):
                types = merged.setdefault(member["name"], [])
                text = self.expression(member, quote)
                if text not in types:
                    types.append(text)
        return [f'tuple[Literal["{name}"], {text}]' for name, types in merged.items() for text in types]

    def alias(self, entry: AsnType) -> str:
        """A CHOICE, ENUMERATED, list or primitive as a type alias."""
        name = class_name(entry.name)
        definitions = [definition for _, definition in entry.definitions]
        if entry.kind == "CHOICE":
            parts = self._alternatives(definitions, quote=True)
            return _wrapped(name, parts)
        if entry.kind == "ENUMERATED":
            names = list(dict.fromkeys(value for definition in definitions for value in values(definition)))
            return _wrapped_literal(name, names)
        return f"{name}: TypeAlias = {self.expression(definitions[-1], quote=True)}{_comment(definitions)}\n"

    def record(self, entry: AsnType) -> str:
        """A SEQUENCE as a frozen dataclass."""
        rows: dict[str, tuple[list[str], bool]] = {}
        spellings: list[tuple[str, str]] = []
        for _, definition in entry.definitions:
            present = set()
            for member in members(definition):
                name = field_name(canonical(member["name"]))
                present.add(name)
                types, optional = rows.get(name, ([], len(rows) > 0 and definition is not entry.definitions[0][1]))
                text = self.expression(member, quote=False)
                rows[name] = ([*types, text] if text not in types else types, optional or bool(member.get("optional")))
                if (member["name"], name) not in spellings:
                    spellings.append((member["name"], name))
            for name, (types, _) in list(rows.items()):
                if name not in present:
                    rows[name] = (types, True)
        return _class(entry, rows, spellings, self.types.all_editions)


def editions_note(entry: AsnType, every: list[str]) -> str:
    """Which editions have the type, in words."""
    if entry.editions == every:
        return "All editions."
    if len(entry.editions) == 1:
        return f"Edition {entry.editions[0]} only."
    if entry.editions[-1] == every[-1]:
        return f"Since {entry.editions[0]}."
    return f"Editions {entry.editions[0]} to {entry.editions[-1]}."


def _class(
    entry: AsnType, rows: dict[str, tuple[list[str], bool]], spellings: list[tuple[str, str]], every: list[str]
) -> str:
    ordered = sorted(rows.items(), key=lambda row: row[1][1])
    lines = [
        "@dataclass(frozen=True, slots=True)",
        f"class {class_name(entry.name)}:",
        f'    """{entry.name}. {editions_note(entry, every)}"""',
        "",
    ]
    for name, (types, optional) in ordered:
        text = " | ".join(types)
        lines.extend(_field(name, f"{text} | None" if optional else text, " = None" if optional else ""))
    if ordered:
        lines.append("")
    lines.append("    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (")
    lines.extend(f'        ("{asn1}", "{name}"),' for asn1, name in spellings)
    lines.append("    )")
    return "\n".join(lines) + "\n"


def _field(name: str, text: str, default: str) -> list[str]:
    line = f"    {name}: {text}{default}"
    if len(line) <= LINE:
        return [line]
    parts = text.split(" | ")
    return [f"    {name}: (", f"        {parts[0]}", *(f"        | {part}" for part in parts[1:]), f"    ){default}"]


def _literal(names: list[str]) -> str:
    return "Literal[" + ", ".join(f'"{name}"' for name in names) + "]"


def _wrapped(name: str, parts: list[str]) -> str:
    line = f"{name}: TypeAlias = {' | '.join(parts)}"
    if len(line) <= LINE:
        return line + "\n"
    body = "\n".join(f"    {'| ' if i else ''}{part}" for i, part in enumerate(parts))
    return f"{name}: TypeAlias = (\n{body}\n)\n"


def _wrapped_literal(name: str, names: list[str]) -> str:
    line = f"{name}: TypeAlias = {_literal(names)}"
    if len(line) <= LINE:
        return line + "\n"
    body = "".join(f'    "{each}",\n' for each in names)
    return f"{name}: TypeAlias = Literal[\n{body}]\n"


def _comment(definitions: list[dict[str, Any]]) -> str:
    forms = {_constraint(definition) for definition in definitions}
    text = forms.pop() if len(forms) == 1 else ""
    return f"  # {text}" if text else ""


def _constraint(definition: dict[str, Any]) -> str:
    for key, word in (("restricted-to", ""), ("size", "size ")):
        if key in definition:
            bounds = ["..." if not isinstance(b, list | tuple | int | str) else b for b in definition[key]]
            return word + ", ".join(f"{b[0]}..{b[1]}" if isinstance(b, list | tuple) else str(b) for b in bounds)
    return ""


def docstring(text: str) -> str:
    """A module's docstring, wrapped."""
    lines = textwrap.wrap(text, LINE - 6)
    return '"""' + "\n".join(lines) + ('"""\n' if len(lines) == 1 else '\n"""\n')
