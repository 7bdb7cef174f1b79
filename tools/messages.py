"""Python source of the E2AP messages: one class a message, all editions."""

from typing import Any

from asn1_types import AsnType, Types
from naming import class_name, field_name
from source import docstring, editions_note

MODULES = {
    "interface_management": (1, 2, 3, 6, 7, 10, 11, 13),
    "subscriptions": (8, 9, 12, 14, 15),
    "subscription_state": (17, 20),
    "ric_services": (4, 5, 16, 18, 19, 21, 22, 23),
}
TITLES = {
    "interface_management": "procedures of the interface as a whole (E2AP 8.3)",
    "subscriptions": "procedures that make and change subscriptions (E2AP 8.2)",
    "subscription_state": "audit and state control of subscriptions (E2AP 8.2)",
    "ric_services": "indication, control, query, load and assistance (E2AP 8.2)",
}
CLAUSES = {
    1: "8.3.1", 2: "8.3.3", 3: "8.3.2", 4: "8.2.4", 5: "8.2.3", 6: "8.3.4A", 7: "8.3.4", 8: "8.2.1", 9: "8.2.2",
    10: "8.3.5", 11: "8.3.6", 12: "8.2.2A", 13: "8.3.7", 14: "8.2.5", 15: "8.2.6", 16: "8.2.7", 17: "8.2.2B",
    18: "8.2.8", 19: "8.2.9", 20: "8.2.10", 21: "8.2.11", 22: "8.2.12", 23: "8.2.13",
}  # fmt: skip
SIDES = ("initiating", "successful", "unsuccessful")
OUTCOME = {
    "initiating": "initiatingMessage",
    "successful": "successfulOutcome",
    "unsuccessful": "unsuccessfulOutcome",
}


def message_modules(folder: str, tables: list[dict[str, Any]], types: Types, generated: str) -> dict[str, str]:
    """The modules of messages: path and text."""
    rows = _messages(tables)
    out = {}
    homes: dict[str, str] = {}
    for module, codes in MODULES.items():
        mine = [row for row in rows if row["code"] in codes]
        body = "\n\n".join(_message(row, types) for row in mine)
        homes.update({row["name"]: module for row in mine})
        head = docstring(f"E2AP messages: {TITLES[module]}. {generated}") + "\n"
        head += "from __future__ import annotations\n\nfrom dataclasses import dataclass\n"
        head += (
            "from typing import TYPE_CHECKING, ClassVar\n\nfrom oran_harness.protocols.e2ap.message import Message\n"
        )
        words = {class_name(ie["type"]) for row in mine for ie in row["ies"]} - {"TimeToWait"}
        head += "\nif TYPE_CHECKING:\n    from oran_harness.protocols.e2ap.elements import (\n"
        head += "".join(f"        {name},\n" for name in sorted(words)) + "    )\n\n\n"
        out[f"{folder}/{module}.py"] = head + body
    out[f"{folder}/__init__.py"] = _index(homes, generated)
    return out


def _messages(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for table in tables:
        for procedure in table["procedures"]:
            for side in SIDES:
                name = procedure[side]
                if name:
                    new = {"name": name, "code": procedure["code"], "side": side, "procedure": procedure["name"]}
                    row = found.setdefault(name, new)
                    row["sets"] = [*row.get("sets", []), table["ie_sets"][table["messages"][name]]]
    for row in found.values():
        row["ies"] = _merged(row)
    return sorted(found.values(), key=lambda row: (row["code"], SIDES.index(row["side"])))


def _merged(row: dict[str, Any]) -> list[dict[str, Any]]:
    # The newest edition's order leads; IEs that only older editions have follow.
    merged: dict[int, dict[str, Any]] = {}
    for ies in reversed(row["sets"]):
        for ie in ies:
            merged.setdefault(ie["id"], ie)
    return list(merged.values())


def _message(row: dict[str, Any], types: Types) -> str:
    entry: AsnType = types.types[row["name"]]
    clause = f"E2AP {CLAUSES[row['code']]}"
    lines = [
        "@dataclass(frozen=True, slots=True)",
        f"class {class_name(row['name'])}(Message):",
        f'    """{row["name"]}: {row["procedure"]} ({clause}). {editions_note(entry, types.all_editions)}"""',
        "",
    ]
    lines.extend(f"    {field_name(ie['name'])}: {_type(ie)} | None = None" for ie in row["ies"])
    lines += [
        "",
        f'    NAME: ClassVar[str] = "{row["name"]}"',
        f"    PROCEDURE_CODE: ClassVar[int] = {row['code']}",
        f'    OUTCOME: ClassVar[str] = "{OUTCOME[row["side"]]}"',
        "    IES: ClassVar[tuple[tuple[int, str], ...]] = (",
        *(f'        ({ie["id"]}, "{field_name(ie["name"])}"),' for ie in row["ies"]),
        "    )",
    ]
    return "\n".join(lines) + "\n"


def _type(ie: dict[str, Any]) -> str:
    # Time to Wait is given in seconds, as people say it.
    return "int" if ie["type"] == "TimeToWait" else class_name(ie["type"])


def _index(homes: dict[str, str], generated: str) -> str:
    text = docstring(f"The messages of E2AP, one class each. {generated}") + "\n"
    for module in sorted(set(homes.values())):
        names = sorted(class_name(name) for name, home in homes.items() if home == module)
        text += f"from .{module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"
    names = sorted(class_name(name) for name in homes)
    text += "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted([*names, "MESSAGES"])) + "]\n\n"
    text += "MESSAGES = (\n" + "".join(f"    {class_name(name)},\n" for name in homes) + ")\n"
    return text + '"""All messages, by procedure code within each module."""\n'
