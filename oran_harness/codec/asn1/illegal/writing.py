"""What PER has bits for, legal or not."""

from collections.abc import Callable, Iterator
from collections.abc import Sequence as Items
from contextlib import contextmanager
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.field import Field
from oran_harness.codec.asn1.illegal.forms import Extended, ExtensionForm, FalseLength, LongForm, Padded, Raw, RootIndex
from oran_harness.codec.asn1.illegal.leaves import (
    write_bit_string,
    write_characters,
    write_counted_text,
    write_extensible_integer,
    write_index,
    write_integer,
    write_octet_string,
    write_size,
)
from oran_harness.codec.asn1.illegal.odd_writer import OddWriter
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated, unknown_name
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.members import Members
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.reader import FRAGMENT

UNREAD = AnyOpenType()


def write_complete(node: Node, value: Any, nesting: int = 0) -> bytes:
    """The complete encoding of a value, legal or not (X.691 11.1); raises ``Misfit`` as ``write`` does."""
    padded = value if isinstance(value, Padded) else None
    writer = OddWriter(nesting, padded)
    write(writer, node, value if padded is None else padded.value)
    octets = writer.finish()
    if padded is not None and not 0 <= padded.number < len(writer.paddings):
        raise Misfit(f"it has {len(writer.paddings)} paddings, and none of number {padded.number}")
    return octets


def write(writer: OddWriter, node: Node, value: Any) -> None:
    """Write a value as its node would; where it breaks the type, with the bits that it has all the same.

    Raises ``Misfit`` for what has no bits at all: a number below the least one, a mandatory member that is missing.
    """
    if isinstance(value, Raw) and not isinstance(node, OpenType | Recursive):
        _raw(writer, value)
        return
    if isinstance(value, ExtensionForm | FalseLength | LongForm) and value.of_open_type == isinstance(node, OpenType):
        with writer.otherwise(value):
            write(writer, node, value.value)
        return
    if isinstance(value, Padded) and not isinstance(node, OpenType | Recursive):
        raise Misfit("only a whole message, and what an open type holds, has padding of its own")
    for kind, way in _WAYS.items():
        if isinstance(node, kind):
            way(writer, node, value)
            return
    node.encode(writer, value)


def _raw(writer: OddWriter, value: Raw) -> None:
    held = 8 * len(value.octets)
    count = held if value.bits is None else value.bits
    if not 0 <= count <= held:
        raise Misfit(f"{len(value.octets)} octets do not hold {count} bits")
    if count == held and not writer.width & 7:
        writer.octets(value.octets)
    else:
        writer.bits(int.from_bytes(value.octets) >> (held - count), count)


@contextmanager
def _inside(name: str) -> Iterator[None]:
    try:
        yield
    except Misfit as misfit:
        misfit.names.append(name)
        raise


def _enumerated(writer: OddWriter, node: Any, value: Any) -> None:
    if isinstance(value, RootIndex):
        write_index(writer, node.index, value.number)
    else:
        node.encode(writer, value)


def _choice(writer: OddWriter, node: Any, value: Any) -> None:
    if not isinstance(value, tuple) or len(value) != 2 or not isinstance(value[0], str | RootIndex):
        raise Misfit(f"{node.type_name} takes (name, value) or (RootIndex, value), not {shown(value)}")
    name, content = value
    if isinstance(name, RootIndex):
        write_index(writer, node.index, name.number)
        write(writer, node.root[name.number][1] if name.number < len(node.root) else UNREAD, content)
        return
    later, index, inner = node.indices.get(name) or node.unknown(name)
    node.index.write(writer, ~index if later else index)
    with _inside(name):
        write(writer, inner, content)


def _sequence_of(writer: OddWriter, node: Any, value: Any) -> None:
    if not isinstance(value, tuple | list):
        raise Misfit(f"{node.type_name} takes tuple or list, not {shown(value)}")
    if write_size(writer, node.size, len(value)):
        _elements(writer, node.element, value, 0, len(value))
        return
    start = 0
    while True:
        count = writer.length(len(value) - start)
        _elements(writer, node.element, value, start, start + count)
        if count < FRAGMENT:
            return
        start += count


def _elements(writer: OddWriter, element: Node, value: Any, start: int, stop: int) -> None:
    for index in range(start, stop):
        with _inside(f"[{index}]"):
            write(writer, element, value[index])


def _sequence(writer: OddWriter, node: Any, value: Any) -> None:
    newer = value.additions if isinstance(value, Extended) else None
    items = node.fields.take(value.value if isinstance(value, Extended) else value, node.type_name)
    if newer is not None and not node.extended:
        raise Misfit(f"{node.type_name} is not extensible")
    extended = newer is not None or _any_addition(node, items)
    _members(writer, node.members, items, extended)
    if extended:
        _additions(writer, node, items, newer or {})


def _any_addition(node: Any, items: Items[Any]) -> bool:
    return any(_present(members, items) for _, _, _, members in node.additions.entries)


def _present(members: Members, items: Items[Any]) -> bool:
    """Whether any member has a value other than its default, illegal ones among them."""
    return any(_there(members, items, place) for place in members.places)


def _there(members: Members, items: Items[Any], place: int) -> bool:
    value = items[place]
    default = next((one for at, _, one in members.optionals if at == place and one.default is not None), None)
    return value is not None and (default is None or not _same(default.node, value, default.default))


def _same(node: Node, value: Any, default: Any) -> bool:
    try:
        return node.same(value, default)
    except Misfit:  # what breaks the type is no default
        return False


def _members(writer: OddWriter, members: Members, items: Items[Any], extended: bool) -> None:
    head = members.extended if extended else 0
    for place, mask, _ in members.optionals:
        if _there(members, items, place):
            head |= mask
    writer.bits(head, members.width)
    for place, node, mask, name, nothing in members.writes:
        with _inside(name):
            if mask and not head & mask:
                continue
            if not mask and items[place] is None and not nothing:
                raise Misfit("mandatory, but missing: there are no bits that would say so")
            write(writer, node, items[place])


def _additions(writer: OddWriter, node: Sequence, items: Items[Any], newer: Any) -> None:
    entries = node.additions.entries
    for index in newer:
        if index < len(entries):
            raise Misfit(f"{node.type_name} knows addition {index}; give it as a member")
    present = [index for index, (_, _, _, members) in enumerate(entries) if _present(members, items)]
    count = max((len(entries), 1, *(index + 1 for index in newer)))
    writer.small_length(count)
    writer.bits(sum(1 << (count - 1 - index) for index in (*present, *newer)), count)
    for index in present:
        name, key, outer, members = entries[index]
        with _inside(name):
            write(writer, outer, items[members.places[0]] if key else items)
    for index in sorted(newer):
        with _inside(unknown_name(index)):
            UNREAD.encode(writer, newer[index])


def _group(writer: OddWriter, node: Any, value: Any) -> None:
    _members(writer, node.members, value, False)


def _open_type(writer: OddWriter, node: Any, value: Any) -> None:
    if value == Raw(b""):  # an empty encoding is none that a type has (X.691 11.1.4)
        writer.counted_octets(b"")
        return
    writer.counted_octets(write_complete(node.inner, value, writer.nesting))


def _recursive(writer: OddWriter, node: Any, value: Any) -> None:
    writer.deeper()
    write(writer, node.inner, value)
    writer.nesting -= 1


def _field(writer: OddWriter, node: Any, value: Any) -> None:
    if not isinstance(value, Field):
        if not node.table.items:
            raise Misfit(f"{node.type_name} takes Field, not {shown(value)}")
        (key, row), *_ = node.table.rows.items()
        value = Field(key, row.criticality, value)
    write(writer, node.key, value.id)
    write(writer, node.criticality, value.criticality)
    content = node.contents.get(value.id)
    if value.value is None or (content is None and isinstance(value.value, Raw)):
        # No octets at all are a content, too.
        writer.counted_octets(value.octets if value.value is None else value.value.octets)
        return
    if content is None:
        raise Misfit(f"{node.type_name} knows no content for {value.id}; give its octets")
    with _inside(node.table.rows[value.id].name):
        write(writer, content, value.value)


_WAYS: dict[type[Node], Callable[[OddWriter, Any, Any], None]] = {
    Integer: write_integer,
    ExtensibleInteger: write_extensible_integer,
    Enumerated: _enumerated,
    OctetString: write_octet_string,
    BitStringNode: write_bit_string,
    CharacterString: write_characters,
    CountedText: write_counted_text,
    Choice: _choice,
    SequenceOf: _sequence_of,
    Sequence: _sequence,
    Group: _group,
    OpenType: _open_type,
    Recursive: _recursive,
    FieldNode: _field,
}
