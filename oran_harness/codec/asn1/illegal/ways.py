"""What can be wrong with one part of a value, so that its octets tell it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.field import Field
from oran_harness.codec.asn1.illegal.forms import Extended, Raw, RootIndex
from oran_harness.codec.asn1.illegal.leaves import largest_index, largest_size, unknown_number, widest
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.alphabet import REPLACEMENT
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated, unknown_name
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.index import Index
from oran_harness.codec.asn1.nodes.integer import BitFieldInteger, ExtensibleInteger, Integer, LongInteger
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.nodes.size import Bounds, Size
from oran_harness.codec.asn1.walker.chooser import Chooser
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

RANGE = ComplaintKind.OUT_OF_RANGE
LONGEST = 1000
"""Sizes above this are not made only to be wrong."""
CRITICALITIES = ("reject", "ignore", "notify")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to be wrong: what the decoder will call it, words, and what makes the value that stands there then."""

    kind: ComplaintKind
    said: str
    make: Callable[[Chooser], Any]


def ways(node: Node, value: Any) -> Iterator[Way]:
    """All ways that the codec knows for what stands at a place; none for types that take everything."""
    for kind, find in _FINDERS.items():
        if isinstance(node, kind):
            yield from find(node, value)
            return


def _integers(node: Any, value: Any) -> Iterator[Way]:
    bounds: Bounds = node.bounds
    most = widest(node)
    if isinstance(node, LongInteger) and bounds.maximum is not None:
        # More octets than the number can have are another mistake, told of the length.
        most = node.minimum + (1 << 8 * node.most) - 1
    if isinstance(node, BitFieldInteger) and most is not None and bounds.maximum is not None:
        if most > bounds.maximum:
            yield Way(RANGE, f"a number above {bounds.maximum}", _between(bounds.maximum + 1, most))
    elif bounds.minimum is None and bounds.maximum is not None:
        above = bounds.maximum + 1
        yield Way(RANGE, f"a number above {bounds.maximum}", _between(above, above + 1000))
    for low, high in _gaps(bounds):
        yield Way(RANGE, f"a number between the ranges {bounds}", _between(low, high))


def _between(low: int, high: int) -> Callable[[Chooser], int]:
    return lambda chooser: chooser.integer(low, high)


def _gaps(bounds: Bounds) -> Iterator[tuple[int, int]]:
    """What lies between the ranges of a union."""
    end: int | None = None
    for low, high in sorted(bounds.parts, key=lambda part: (part[0] is not None, part[0] or 0)):
        if end is not None and low is not None and low > end + 1:
            yield end + 1, low - 1
        if high is None:
            return
        end = high if end is None else max(end, high)


def _indices(index: Index, known: int, additions: Any) -> Iterator[tuple[str, Callable[[Chooser], Any]]]:
    """Names that stand for nothing: an index behind the root's last, an addition that is not known."""
    most = largest_index(index)
    if most >= known:
        yield "an index behind the last", lambda chooser: RootIndex(chooser.integer(known, most))
    if additions is not None:
        first = len(additions)
        yield "an addition that is not known", lambda chooser: unknown_name(chooser.integer(first, first + 100))


def _names(node: Any, value: Any) -> Iterator[Way]:
    for said, make in _indices(node.index, len(node.root), node.additions):
        yield Way(ComplaintKind.UNKNOWN_ALTERNATIVE, said, make)


def _alternatives(node: Any, value: Any) -> Iterator[Way]:
    for said, make in _indices(node.index, len(node.root), node.additions):
        yield Way(ComplaintKind.UNKNOWN_ALTERNATIVE, said, _with_content(make))


def _with_content(make: Callable[[Chooser], Any]) -> Callable[[Chooser], Any]:
    def chosen(chooser: Chooser) -> Any:
        name = make(chooser)
        octets = chooser.octets(chooser.integer(1, 9))
        return name, Raw(octets) if isinstance(name, RootIndex) else octets

    return chosen


def _sizes(size: Size, length: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Ranges of sizes outside of the constraint that the length can tell."""
    most = largest_size(size)
    if most is not None and size.maximum is not None and size.maximum < min(most, LONGEST):
        yield f"a size above {size.maximum}", (size.maximum + 1, min(most, size.maximum + 9))
    if not size.constrained and not size.extensible and 0 < size.minimum <= LONGEST:
        yield f"a size below {size.minimum}", (0, size.minimum - 1)
    if not size.extensible and size.fixed is None:
        for gap in _gaps(size.bounds):
            yield f"a size between {size.bounds}", gap


def _strings(node: Any, value: Any) -> Iterator[Way]:
    for said, (low, high) in _sizes(node.size, len(value)):
        yield Way(RANGE, said, _resized(value, low, high))


def _bit_strings(node: Any, value: Any) -> Iterator[Way]:
    for said, (low, high) in _sizes(node.size, value.length):
        yield Way(RANGE, said, _bits(low, high))


def _bits(low: int, high: int) -> Callable[[Chooser], BitString]:
    def make(chooser: Chooser) -> BitString:
        length = chooser.integer(low, high)
        number = int.from_bytes(chooser.octets((length + 7) >> 3)) >> (-length & 7)
        return BitString((number << (-length & 7)).to_bytes((length + 7) >> 3), length)

    return make


def _resized(value: Any, low: int, high: int) -> Callable[[Chooser], Any]:
    """A string or list of another size: shorter, or its parts over again."""

    def make(chooser: Chooser) -> Any:
        length = chooser.integer(low, high)
        return value[:length] if length <= len(value) else (value * (length // len(value) + 1))[:length]

    return make


def _texts(node: Any, value: str) -> Iterator[Way]:
    filled = value or node.alphabet.ordered[0]
    for said, (low, high) in _sizes(node.size, len(value)):
        yield Way(RANGE, said, _resized(filled, low, high))
    if value and unknown_number(node.alphabet) is not None:
        yield Way(RANGE, "a character outside of the alphabet", lambda chooser: _foreign(chooser, node, value))


def _foreign(chooser: Chooser, node: CharacterString, value: str) -> str:
    alphabet = node.alphabet
    place = chooser.index(len(value))
    number = chooser.index(1 << min(alphabet.width, 8))
    outside = REPLACEMENT if alphabet.indexed or number in alphabet.known else chr(number)
    if outside == REPLACEMENT and not alphabet.indexed:
        outside = chr(unknown_number(alphabet) or 0)
    return value[:place] + outside + value[place + 1 :]


def _counted_texts(node: Any, value: str) -> Iterator[Way]:
    if node.encoding == "utf-8":
        yield Way(RANGE, "octets that are no text", lambda chooser: value[: chooser.index(len(value) + 1)] + "\udcff")


def _lists(node: Any, value: tuple[Any, ...]) -> Iterator[Way]:
    for said, (low, high) in _sizes(node.size, len(value)):
        if value or not high:
            yield Way(RANGE, said, _resized(value, low, high))


def _sequences(node: Any, value: Any) -> Iterator[Way]:
    items = node.fields.take(value, node.type_name)
    if node.extended and not node.additions.any(items):
        yield Way(ComplaintKind.MALFORMED, "the extension bit without an addition", lambda chooser: Extended(value))


def _open_types(node: Any, value: Any) -> Iterator[Way]:
    if isinstance(node.inner, Group):
        return
    writer = Writer()
    node.inner.encode(writer, value)
    octets = writer.finish()
    yield Way(
        ComplaintKind.OPEN_TYPE_NOT_CONSUMED,
        "octets behind the end of an open type's value",
        lambda chooser: Raw(octets + chooser.octets(1)),
    )
    if node.inner.minimum_bits:  # without any bits there is nothing to end too soon
        yield Way(
            ComplaintKind.TRUNCATED,
            "an open type whose octets end too soon",
            lambda chooser: Raw(octets[: chooser.index(len(octets))]),
        )


def _fields(node: Any, value: Any) -> Iterator[Way]:
    (key, row), *_ = node.table.rows.items()
    given = value if isinstance(value, Field) else Field(key, row.criticality, value)
    if given.value is None:
        return
    others = [each for each in CRITICALITIES if each != given.criticality and each in node.criticality.root]
    if others:
        yield Way(
            ComplaintKind.CRITICALITY,
            "another criticality",
            lambda chooser: replace(given, criticality=others[chooser.index(len(others))]),
        )
    bounds = node.key.bounds
    if bounds.minimum is None or bounds.maximum is None:
        return
    unknown = [each for each in (bounds.maximum, bounds.maximum - 1) if each not in node.table.rows]
    if unknown:
        writer = Writer()
        node.contents[given.id].inner.encode(writer, given.value)
        octets = writer.finish()
        yield Way(
            node.table.unknown,
            "an id that is not known",
            lambda chooser: Field(unknown[0], given.criticality, None, octets),
        )


_FINDERS: dict[type[Node], Callable[[Any, Any], Iterator[Way]]] = {
    ExtensibleInteger: lambda node, value: iter(()),
    Integer: _integers,
    Enumerated: _names,
    Choice: _alternatives,
    OctetString: lambda node, value: _strings(node, value or b"\0"),
    BitStringNode: _bit_strings,
    CharacterString: _texts,
    CountedText: _counted_texts,
    SequenceOf: _lists,
    Sequence: _sequences,
    OpenType: _open_types,
    FieldNode: _fields,
}
