"""SEQUENCE, lists, CHOICE and fields by the decisions of a chooser."""

import dataclasses
from collections.abc import Callable
from typing import Any

from oran_harness.codec.asn1.field import Field
from oran_harness.codec.asn1.generated.twin import twin
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.enumerated import unknown_name
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.walker.chooser import Chooser, Make
from oran_harness.codec.asn1.walker.extent import Extent
from oran_harness.codec.asn1.walker.numbers import NEWER, either
from oran_harness.codec.asn1.walker.plan import Plan
from oran_harness.codec.asn1.walker.sizes import chosen, rare, usual
from oran_harness.codec.asn1.walker.strings import any_open_type

Inner = Callable[[Node, int], Make]
"""What makes values of a type at a depth."""


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """One type at one depth."""

    plan: Plan
    extent: Extent
    inner: Inner
    depth: int

    @property
    def short(self) -> bool:
        """Whether only what must be there is made from here on."""
        return self.depth >= self.plan.depth

    def make(self, node: Node) -> Make:
        """What makes values of a type inside of this one."""
        return self.inner(node, self.depth + 1)


def sequence(node: Sequence, place: Place) -> Make:
    """SEQUENCE: one decision for all that may be absent, then the members."""
    parts: list[tuple[str, Node, int]] = []
    bit = 1
    for key, inner, optional, _ in node.members.entries:
        parts.append((key, inner, bit if optional else 0))
        bit <<= 1 if optional else 0
    for _, _, _, members in node.additions.entries:
        group, bit = bit, bit << 1
        for key, inner, optional, _ in members.entries:
            alone = len(members.entries) == 1
            parts.append((key, inner, group if alone or not optional else group | bit))
            bit <<= 1 if optional and not alone else 0
    if place.short:
        parts = [part for part in parts if not part[2]]
    made = [(key, place.make(inner), mask) for key, inner, mask in parts]
    width = 0 if place.short else bit.bit_length() - 1
    return _record(node, made, width) if node.fields.record is not None else _mapping(node, made, width)


def _mapping(node: Sequence, parts: list[tuple[str, Make, int]], width: int) -> Make:
    blank = node.fields.blank

    def make(chooser: Chooser) -> dict[str, Any]:
        flags = chooser.flags(width) if width else 0
        values = blank.copy()
        for key, part, mask in parts:
            if flags & mask == mask:
                values[key] = part(chooser)
        return values

    return make


def _record(node: Sequence, parts: list[tuple[str, Make, int]], width: int) -> Make:
    """Written as text, and without the record's constructor: that takes least time."""
    record = node.fields.record
    assert record is not None
    copy = twin(record)
    if copy is None:
        plain = _mapping(node, parts, width)
        return lambda chooser: record(**plain(chooser))
    names: dict[str, Any] = {"new_": object.__new__, "copy_": copy, "class_": record}
    found = {key: (part, mask) for key, part, mask in parts}
    lines = [
        "def make_(chooser):",
        f" flags = chooser.flags({width})" if width else " flags = 0",
        " made = new_(copy_)",
    ]
    for field in dataclasses.fields(record):
        names[f"absent_{field.name}"] = default = node.fields.blank.get(field.name)
        text = "None" if default is None else f"absent_{field.name}"
        if field.name in found:
            names[f"make_{field.name}"], mask = found[field.name]
            bits = f"flags & {mask}" if mask.bit_count() == 1 else f"flags & {mask} == {mask}"
            text = f"make_{field.name}(chooser)" + (f" if {bits} else {text}" if mask else "")
        lines.append(f" made.{field.name} = {text}")
    exec("\n".join([*lines, " made.__class__ = class_", " return made"]), names)
    make: Make = names["make_"]
    return make


def sequence_of(node: SequenceOf, place: Place) -> Make:
    """A list; large ones have small elements."""
    if isinstance(node.element, FieldNode) and not node.element.table.items:
        return _container(node.element, place)
    element = place.make(node.element)
    if place.short:
        size, small, most = chosen(node.size, 0, 0), element, 0
    else:
        longest = int(place.plan.longest / place.extent.least(node.element))
        size = chosen(node.size, place.plan.elements, longest)
        most = max(high for _, high in usual(node.size, place.plan.elements))
        small = (
            place.inner(node.element, place.plan.depth) if any(n > most for n in rare(node.size, longest)) else element
        )

    def make(chooser: Chooser) -> tuple[Any, ...]:
        count = size(chooser)
        one = element if count <= most else small
        return tuple([one(chooser) for _ in range(count)])

    return make


def _container(node: FieldNode, place: Place) -> Make:
    """The fields of a message in their order, each once, mandatory ones always."""
    rows = [
        (key, row.criticality, place.make(node.contents[key]), row.optional)
        for key, row in node.table.rows.items()
        if not (place.short and row.optional)
    ]
    width = sum(optional for _, _, _, optional in rows)

    def make(chooser: Chooser) -> tuple[Field, ...]:
        flags = chooser.flags(width) if width else 0
        fields = []
        for key, criticality, content, optional in rows:
            if optional:
                flags, there = flags >> 1, flags & 1
                if not there:
                    continue
            fields.append(Field(key, criticality, content(chooser)))
        return tuple(fields)

    return make


def field(node: FieldNode, place: Place) -> Make:
    """One field: the content of an item, or, of a message, its procedure code too."""
    rows = [(key, row.criticality, place.make(node.contents[key])) for key, row in node.table.rows.items()]
    if node.table.items:
        return rows[0][2]

    def make(chooser: Chooser) -> Field:
        key, criticality, content = rows[chooser.index(len(rows))]
        return Field(key, criticality, content(chooser))

    return make


def choice(node: Choice, place: Place) -> Make:
    """CHOICE."""
    alternatives = (*node.root, *(node.additions or ()))
    if place.short:
        alternatives = (min(alternatives, key=lambda each: place.extent.least(each[1])),)
    made = [(name, place.make(inner)) for name, inner in alternatives]
    count = len(made)

    def known(chooser: Chooser) -> tuple[str, Any]:
        name, content = made[chooser.index(count)] if count > 1 else made[0]
        return name, content(chooser)

    if not place.plan.newer or node.additions is None or place.short:
        return known
    first, octets = len(node.additions), any_open_type(place.plan)

    def unknown(chooser: Chooser) -> tuple[str, Any]:
        return unknown_name(chooser.integer(first, first + NEWER)), octets(chooser)

    return either(known, unknown)
