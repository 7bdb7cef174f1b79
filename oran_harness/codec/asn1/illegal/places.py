"""The parts of a value, each with its type and its way to the whole."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.fault import join_path
from oran_harness.codec.asn1.field import Field
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf

Rebuild = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Place:
    """One part of a value: its type, what stands there, and the whole value with something else there."""

    node: Node
    value: Any
    names: tuple[str, ...]
    rebuild: Rebuild

    @property
    def path(self) -> str:
        """The members' names down to the part."""
        return join_path(self.names)

    def inner(self, node: Node, value: Any, name: str, put: Rebuild) -> "Place":
        """A part of this one; ``put`` makes this one anew from that part."""
        return Place(node, value, (*self.names, name) if name else self.names, lambda new: self.rebuild(put(new)))


def places(node: Node, value: Any) -> Iterator[Place]:
    """All parts of a value, the whole one first; each open type before what lies in it."""
    todo = [Place(node, value, (), lambda new: new)]
    while todo:
        place = todo.pop()
        yield place
        todo += reversed(list(_parts(place)))


def _parts(place: Place) -> Iterator[Place]:
    node, value = place.node, place.value
    if isinstance(node, OpenType | Recursive):
        if not isinstance(node.inner, Group):
            yield place.inner(node.inner, value, "", lambda new: new)
    elif isinstance(node, Choice):
        name, content = value
        if name in node.indices:
            yield place.inner(node.indices[name][2], content, name, lambda new: (name, new))
    elif isinstance(node, SequenceOf):
        for index, one in enumerate(value):
            yield place.inner(node.element, one, f"[{index}]", _element(value, index))
    elif isinstance(node, FieldNode):
        yield from _content(place, node)
    elif isinstance(node, Sequence):
        yield from _members(place, node)


def _element(value: tuple[Any, ...], index: int) -> Rebuild:
    return lambda new: (*value[:index], new, *value[index + 1 :])


def _content(place: Place, node: FieldNode) -> Iterator[Place]:
    value = place.value
    if isinstance(value, Field):
        if value.value is not None:
            name = node.table.rows[value.id].name
            yield place.inner(
                node.contents[value.id], value.value, name, lambda new: dataclasses.replace(value, value=new)
            )
    elif node.table.items:
        (key, row), *_ = node.table.rows.items()
        yield place.inner(node.contents[key], value, row.name, lambda new: Field(key, row.criticality, new))


def _members(place: Place, node: Sequence) -> Iterator[Place]:
    value = place.value
    # Each member's key, its type (an addition's open type), its name, and the value that is not written.
    parts = [(key, inner, name) for key, inner, _, name in node.members.entries]
    for label, key, outer, members in node.additions.entries:
        if key:
            parts.append((key, outer, label))
        elif members.present(node.fields.take(value, node.type_name)):  # else defaults stand there, but no group
            parts += [(each, inner, name) for each, inner, _, name in members.entries]
    for key, inner, name in parts:
        there = value.get(key) if isinstance(value, Mapping) else getattr(value, key)
        if there is not None:
            yield place.inner(inner, there, name, _member(value, key))


def _member(value: Any, key: str) -> Rebuild:
    def put(new: Any) -> Any:
        return {**value, key: new} if isinstance(value, Mapping) else dataclasses.replace(value, **{key: new})

    return put
