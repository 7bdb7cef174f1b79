"""asn1tools' compiler of parsed schemas, kept from dropping what strict decoding needs."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from asn1tools import CompileError
from asn1tools.codecs import per
from asn1tools.parser import EXTENSION_MARKER

from oran_harness.codec.asn1.nodes.size import Bounds

Item = Any
"""A bound of asn1tools' parser: a number, the name of one, ``MIN`` or ``MAX``; a tuple of two of them is a range."""

Part = tuple[int | None, int | None]
ANY = Bounds()
SYNONYMS = {"ISO646String": "VisibleString", "T61String": "TeletexString", "VideotexString": "GraphicString"}
"""Names that asn1tools does not know, and types that PER encodes alike (X.680 41.1, X.691 30.6)."""


class SchemaCompiler(per.Compiler):  # type: ignore[misc]
    """Compiles a parsed schema to asn1tools' type tree for aligned PER.

    Every type of the tree gets three more attributes where its definition has them: ``harness_bounds`` and
    ``harness_size`` (``Bounds``, all ranges of a union, half-open ones too, which asn1tools drops) and
    ``harness_alphabet`` (all permitted characters); and ``harness_names``, the names by which it is referred to,
    outermost first. Types are compiled once, not once for every member name, which is many times faster.
    """

    def compile_type(self, name: str, type_descriptor: Any, module_name: str) -> Any:
        """Compile one type; see asn1tools."""
        if type_descriptor["type"] in SYNONYMS:
            type_descriptor = {**type_descriptor, "type": SYNONYMS[type_descriptor["type"]]}
        compiled = super().compile_type(name, type_descriptor, module_name)
        attributes: dict[str, Any] = {}
        if type_descriptor.get("size"):
            around = getattr(compiled, "harness_size", ANY)
            attributes["harness_size"] = self.bounds(type_descriptor["size"], type_descriptor, module_name, around)
        if type_descriptor.get("restricted-to") and type_descriptor["type"] != "REAL":
            around = getattr(compiled, "harness_bounds", ANY)
            items = type_descriptor["restricted-to"]
            attributes["harness_bounds"] = self.bounds(items, type_descriptor, module_name, around)
        # An alphabet that may be extended does not count for PER; its marker comes as one dot.
        if type_descriptor.get("from") and "." not in type_descriptor["from"]:
            attributes["harness_alphabet"] = _characters(type_descriptor["from"])
        return self.marked(compiled, **attributes) if attributes else compiled

    def compile_user_type(self, name: str, type_name: str, module_name: str) -> Any:
        """Compile a type that is referred to by its name; see asn1tools."""
        known = self.compiled.get(module_name, {}).get(type_name)
        if known is None:
            compiled = super().compile_user_type(name, type_name, module_name)
            known = self.marked(compiled, harness_names=(type_name, *getattr(compiled, "harness_names", ())))
            self.compiled[module_name][type_name] = known
        return self.marked(known, name=name)

    def get_compiled_type(self, name: str, type_name: str, module_name: str) -> None:
        """No type is known by its member's name; ``compile_user_type`` looks for itself."""
        return

    def set_compiled_type(self, name: str, type_name: str, module_name: str, compiled: Any) -> None:
        """Keep a type under its own name alone."""
        self.compiled.setdefault(module_name, {})[type_name] = compiled

    def process_type(self, type_name: str, type_descriptor: Any, module_name: str) -> Any:
        """Compile a type of a module; see asn1tools."""
        compiled = self.compile_type(type_name, type_descriptor, module_name)
        names = (type_name, *getattr(compiled, "harness_names", ()))
        return per.CompiledType(self.marked(compiled, harness_names=names))

    def marked(self, compiled: Any, **attributes: Any) -> Any:
        """The type with more attributes; a copy, except of a reference to a type around it, which must stay one."""
        if not isinstance(compiled, per.Recursive):
            compiled = copy(compiled)
        for name, value in attributes.items():
            setattr(compiled, name, value)
        return compiled

    def bounds(self, items: Sequence[Item], descriptor: Any, module_name: str, around: Bounds) -> Bounds:
        """A constraint of asn1tools' parser: root ranges up to the extension marker; MIN and MAX are those ``around``.

        Raises ``CompileError`` for ranges of which the parser does not tell whether their union is meant.
        """
        ranges: list[list[Part]] = [[]]
        for item in items:
            if item is EXTENSION_MARKER:
                ranges.append([])
                continue
            low, high = item if isinstance(item, tuple) else (item, item)
            first, last = (self.bound(end, descriptor, module_name) for end in (low, high))
            part = (around.minimum if low == "MIN" else first, around.maximum if high == "MAX" else last)
            # (0..9)(2..5) and (0..9 ^ 2..5) come as (0..9 | 2..5) does, which nobody needs to write.
            if any(_overlap(part, other) for other in ranges[-1]) or (ranges[1:] and _within(part, ranges[0])):
                raise CompileError(f"the ranges {items} overlap; write the numbers that are left as one range")
            ranges[-1].append(part)
        parts, extensible = ranges[0], len(ranges) > 1
        lows = [low for low, _ in parts]
        highs = [high for _, high in parts]
        minimum = None if None in lows else min(low for low in lows if low is not None)
        maximum = None if None in highs else max(high for high in highs if high is not None)
        return Bounds(minimum, maximum, extensible, tuple(parts) if len(parts) > 1 else ())

    def bound(self, item: Item, descriptor: Any, module_name: str) -> int | None:
        """One end of a range as a number, None for MIN and MAX."""
        if item in ("MIN", "MAX"):
            return None
        if isinstance(item, str):
            named = self.resolve_type_descriptor(descriptor, module_name).get("named-numbers", {})
            item = named[item] if item in named else self.lookup_value(item, module_name)[0]["value"]
        return int(item)


def _overlap(one: Part, other: Part) -> bool:
    (low, high), (first, last) = one, other
    return (high is None or first is None or first <= high) and (last is None or low is None or low <= last)


def _within(one: Part, ranges: Sequence[Part]) -> bool:
    return any(
        (first is None or (one[0] is not None and one[0] >= first))
        and (last is None or (one[1] is not None and one[1] <= last))
        for first, last in ranges
    )


def _characters(items: Sequence[Any]) -> str:
    """All characters of a permitted alphabet: strings, and tuples of first and last."""
    return "".join(
        "".join(map(chr, range(ord(item[0]), ord(item[1]) + 1))) if isinstance(item, tuple) else item for item in items
    )
