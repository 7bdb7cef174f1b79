"""Numbers, sizes and characters outside of their constraints, as far as their bits go."""

from contextlib import suppress
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.illegal.odd_writer import OddWriter
from oran_harness.codec.asn1.nodes.alphabet import REPLACEMENT, Alphabet, EveryCharacter
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.index import Index
from oran_harness.codec.asn1.nodes.integer import (
    BitFieldInteger,
    ExtensibleInteger,
    Integer,
    LongInteger,
    SemiConstrainedInteger,
)
from oran_harness.codec.asn1.nodes.node import shown
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.size import Size


def widest(node: Integer) -> int | None:
    """The greatest number that the bits of an INTEGER hold, None if there is none."""
    if isinstance(node, LongInteger):
        return node.minimum + (1 << 8 * (1 << node.width_of_length)) - 1
    if isinstance(node, BitFieldInteger):
        return node.minimum + (1 << node.width) - 1
    return None


def write_integer(writer: OddWriter, node: Integer, value: Any) -> None:
    """A number whose distance from the least one fits the field."""
    node.expect(value, int)
    bounded = isinstance(node, BitFieldInteger | SemiConstrainedInteger)
    most = widest(node)
    if (bounded and value < node.minimum) or (most is not None and value > most):
        raise Misfit(f"{shown(value)} has no bits: they hold {node.minimum}..{'MAX' if most is None else shown(most)}")
    node.write(writer, value)


def write_extensible_integer(writer: OddWriter, node: ExtensibleInteger, value: Any) -> None:
    """Any number; one of the root in the form of the others where that is due."""
    node.expect(value, int)
    if node.bounds.allows(value) and writer.as_extension():
        writer.bits(1, 1)
        node.unbounded.write(writer, value)
    else:
        node.encode(writer, value)


def largest_index(index: Index) -> int:
    """The greatest index of the root that its bits hold."""
    width = index.aligned.width if index.aligned is not None else index.width - index.extensible
    return (1 << width) - 1


def write_index(writer: OddWriter, index: Index, number: int) -> None:
    """An index of the root, known or not."""
    if not 0 <= number <= largest_index(index):
        raise Misfit(f"index {number} has no bits: they hold 0..{largest_index(index)}")
    index.write(writer, number)


def largest_size(size: Size) -> int | None:
    """The greatest size that the length determinant holds, None if there is none."""
    if not size.constrained or size.fixed is not None or size.extensible:
        return None
    return size.minimum + (1 << size.width) - 1


def write_size(writer: OddWriter, size: Size, length: int) -> bool:
    """Write extension bit and constrained length; False if the value is to stand behind an unconstrained one.

    A fixed size is not written: what is shorter or longer displaces what follows.
    """
    inside = size.bounds.allows(length) and not (size.extensible and writer.as_extension())
    if size.extensible:
        writer.bits(0 if inside else 1, 1)
    if not size.constrained or (size.extensible and not inside):
        return False
    if size.fixed is None:
        if not 0 <= length - size.minimum < 1 << size.width:
            most = size.minimum + (1 << size.width) - 1
            raise Misfit(f"size {length} has no bits: they hold {size.minimum}..{most}")
        size.write(writer, length)
    return True


def write_octet_string(writer: OddWriter, node: OctetString, value: Any) -> None:
    """Octets of any number."""
    node.expect(value, (bytes, bytearray, memoryview))
    octets = bytes(value)
    if not write_size(writer, node.size, len(octets)):
        writer.counted_octets(octets)
    elif node.size.fixed is not None and node.size.fixed <= 2:
        writer.bits(int.from_bytes(octets), 8 * len(octets))
    elif octets:
        writer.octets(octets)


def write_bit_string(writer: OddWriter, node: BitStringNode, value: Any) -> None:
    """Bits of any number, named ones as they are given."""
    if not isinstance(value, tuple) or len(value) != 2:
        node.encode(writer, value)
        return
    octets, length = bytes(value[0]), value[1]
    if not 0 <= length <= 8 * len(octets):
        raise Misfit(f"{len(octets)} octets cannot hold {length} bits")
    number = int.from_bytes(octets) >> (8 * len(octets) - length)
    if not write_size(writer, node.size, length):
        node.write_counted(writer, number, length)
        return
    if (node.size.fixed is None and length) or (node.size.fixed or 0) > 16:
        writer.align()
    writer.bits(number, length)


def unknown_number(alphabet: Alphabet) -> int | None:
    """A number that stands for no character, None if all that Python has stand for one."""
    if isinstance(alphabet, EveryCharacter):
        return None
    for number in range((1 << alphabet.width) - 1, -1, -1):
        if number not in alphabet.known and not 0xD800 <= number < 0xE000:
            return number
    return None


def _number(node: CharacterString, character: str) -> int:
    alphabet = node.alphabet
    with suppress(KeyError):
        return alphabet.numbers[character]
    number = unknown_number(alphabet) if character == REPLACEMENT else None if alphabet.indexed else ord(character)
    if number is None or number >= 1 << alphabet.width:
        raise Misfit(f"{shown(character)} has no bits in this {node.type_name}")
    return number


def write_characters(writer: OddWriter, node: CharacterString, value: Any) -> None:
    """Characters outside of the alphabet by their codes; the replacement character by a number that none has."""
    node.expect(value, str)
    numbers = [_number(node, character) for character in value]
    if not write_size(writer, node.size, len(numbers)):
        node.write_counted(writer, numbers)
        return
    if node.aligned and numbers:
        writer.align()
    node.write(writer, numbers)


def write_counted_text(writer: OddWriter, node: CountedText, value: Any) -> None:
    r"""Text; ``"\udcff"`` and the like are the octets that Python reads as such with ``surrogateescape``."""
    node.expect(value, str)
    try:
        writer.counted_octets(value.encode(node.encoding, "surrogateescape"))
    except UnicodeEncodeError as error:
        raise Misfit(f"no text in {node.encoding}: {error.reason}") from None
