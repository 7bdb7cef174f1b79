"""What can be wrong with the encoding of a value that is legal itself."""

from collections.abc import Iterator
from typing import Any

from oran_harness.codec.asn1.illegal.forms import ExtensionForm, FalseLength, LongForm, Padded, Raw
from oran_harness.codec.asn1.illegal.odd_writer import OddWriter
from oran_harness.codec.asn1.illegal.ways import Way
from oran_harness.codec.asn1.illegal.writing import write
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.reader import FRAGMENT
from oran_harness.model.complaint import ComplaintKind

_SIZED = OctetString | BitStringNode | CharacterString | SequenceOf
_COUNTED = Integer | ExtensibleInteger | OctetString | BitStringNode | CharacterString | CountedText | Real | OpenType
"""Types whose value begins with its length, if that is unconstrained, extension bits apart."""


def encodings(node: Node, value: Any, whole: int) -> Iterator[Way]:
    """Ways for a value somewhere in a message of ``whole`` octets."""
    yield from _lengths(node, value, whole)
    if _in_root(node, value):
        yield Way(
            ComplaintKind.MALFORMED, "the form of an extension for the root", lambda chooser: ExtensionForm(value)
        )
    if _is_addition(node, value):
        yield Way(ComplaintKind.MALFORMED, "the index of an addition in its long form", lambda chooser: LongForm(value))
    if isinstance(node, OpenType) and not isinstance(node.inner, Group):
        yield from _paddings(_written(node.inner, value), value)


def of_message(node: Node, value: Any) -> Iterator[Way]:
    """Ways for a whole message."""
    writer = _written(node, value)
    octets = writer.finish()
    yield from _paddings(writer, value)
    yield Way(
        ComplaintKind.TRAILING_OCTETS,
        "octets behind the message",
        lambda chooser: Raw(octets + chooser.octets(chooser.integer(1, 4))),
    )
    if len(octets) > 1:
        yield Way(
            ComplaintKind.TRUNCATED,
            "a message that ends too soon",
            lambda chooser: Raw(octets[: chooser.integer(1, len(octets) - 1)]),
        )


def _written(node: Node, value: Any) -> OddWriter:
    """A writer that has finished the complete encoding of a value."""
    writer = OddWriter()
    write(writer, node, value)
    writer.finish()
    return writer


def _paddings(writer: OddWriter, value: Any) -> Iterator[Way]:
    widths = writer.paddings
    if widths:
        yield Way(
            ComplaintKind.PADDING,
            "padding that is not zero",
            lambda chooser: Padded(
                value, number := chooser.index(len(widths)), chooser.integer(1, (1 << widths[number]) - 1)
            ),
        )


def _lengths(node: Node, value: Any, whole: int) -> Iterator[Way]:
    length = _length(node, value)
    if length is None:
        return
    of_open_type = isinstance(node, OpenType)
    if length < 128:
        yield Way(
            ComplaintKind.MALFORMED, "a length of one octet in two", lambda chooser: LongForm(value, of_open_type)
        )
    if length >= FRAGMENT or not _of_octets(node):
        return  # so many elements, or bits, may be found in what follows
    if whole < FRAGMENT:
        yield Way(
            ComplaintKind.TRUNCATED,
            "a length that goes beyond the end of the message",
            lambda chooser: FalseLength(value, chooser.integer(whole, FRAGMENT - 1), of_open_type),
        )
    if of_open_type and length > 1:
        yield Way(
            ComplaintKind.TRUNCATED,
            "a length that ends before the value does",
            lambda chooser: FalseLength(value, chooser.index(length), True),
        )


def _of_octets(node: Node) -> bool:
    """Whether a length counts units of an octet at least."""
    if isinstance(node, CharacterString):
        return node.alphabet.width >= 8
    return not isinstance(node, BitStringNode | SequenceOf)


def _length(node: Node, value: Any) -> int | None:
    """The unconstrained length with which a value begins, None if it begins with none."""
    if isinstance(node, SequenceOf):
        return len(value) if not node.size.constrained or not node.size.bounds.allows(len(value)) else None
    if not isinstance(node, _COUNTED) or (isinstance(node, OpenType) and isinstance(node.inner, Group)):
        return None
    writer = OddWriter()
    write(writer, node, value)
    return writer.lengths[0] if writer.lengths else None


def _in_root(node: Node, value: Any) -> bool:
    """Whether a number or size is in the root of an extensible constraint."""
    if isinstance(node, ExtensibleInteger):
        return node.bounds.allows(value)
    if not isinstance(node, _SIZED) or not node.size.extensible:
        return False
    return node.size.bounds.allows(node.fitted(value)[1] if isinstance(node, BitStringNode) else len(value))


def _is_addition(node: Node, value: Any) -> bool:
    """Whether a name or alternative is an addition whose index has a short form."""
    if isinstance(node, Enumerated):
        return -64 <= node.indices[value] < 0
    if isinstance(node, Choice):
        later, index, _ = node.indices[value[0]]
        return later and index < 64
    return False
