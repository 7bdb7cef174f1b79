"""INTEGER (X.691 clause 13, whole numbers 11.3 to 11.8)."""

from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.size import Bounds
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.errors import InputError

MOST_BITS = 8 * 255
"""Beyond it the number of octets of a number is aligned itself (11.5.7.2 with 11.5.7.4), which nobody has."""


class Integer(Node):
    """An INTEGER without bounds that PER sees: octets of two's complement behind their number (11.8).

    Base of the constrained ones: ``write`` gets a number inside the root.
    """

    __slots__ = ("bounds", "minimum")

    def __init__(self, bounds: Bounds, minimum_bits: int = 16) -> None:
        super().__init__("INTEGER", minimum_bits)
        self.bounds = bounds
        self.minimum = bounds.minimum or 0

    def decode(self, reader: Reader) -> int:
        start = reader.position
        return self.checked(reader, start, reader.signed())

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, int)
        if not self.bounds.allows(value):
            raise Misfit(f"{shown(value)} is out of range ({self.bounds})")
        self.write(writer, value)

    def write(self, writer: Writer, value: int) -> None:
        """Write a number of the root."""
        # A negative number needs as many bits as its complement, plus one for the sign.
        magnitude = value if value >= 0 else ~value
        writer.counted_octets(value.to_bytes((magnitude.bit_length() >> 3) + 1, signed=True))

    def checked(self, reader: Reader, start: int, value: int) -> int:
        """The value, after a complaint if it is out of range."""
        if not self.bounds.allows(value):
            reader.complain(ComplaintKind.OUT_OF_RANGE, start, "out of range", str(self.bounds), shown(value))
        return value


class SemiConstrainedInteger(Integer):
    """Only a lower bound: the distance from it in counted octets (11.7)."""

    __slots__ = ()

    def decode(self, reader: Reader) -> int:
        start = reader.position
        value = self.minimum + reader.unsigned()
        return value if len(self.bounds.parts) < 2 else self.checked(reader, start, value)

    def write(self, writer: Writer, value: int) -> None:
        distance = value - self.minimum
        writer.counted_octets(distance.to_bytes(max((distance.bit_length() + 7) >> 3, 1)))


class BitFieldInteger(Integer):
    """Up to 255 values: a bit-field without alignment (11.5.7.1)."""

    __slots__ = ("maximum", "width")

    def __init__(self, bounds: Bounds, maximum: int) -> None:
        self.width = (maximum - (bounds.minimum or 0)).bit_length()
        super().__init__(bounds, self.width)
        # With a union of ranges every value has to be looked up.
        self.maximum = maximum if len(bounds.parts) < 2 else self.minimum - 1

    def decode(self, reader: Reader) -> int:
        start = reader.position
        value = self.minimum + reader.bits(self.width)
        return value if value <= self.maximum else self.checked(reader, start, value)

    def write(self, writer: Writer, value: int) -> None:
        writer.bits(value - self.minimum, self.width)


class OctetInteger(BitFieldInteger):
    """256 values in one octet, up to 64K in two, aligned (11.5.7.2, 11.5.7.3)."""

    __slots__ = ()

    def __init__(self, bounds: Bounds, maximum: int) -> None:
        super().__init__(bounds, maximum)
        self.width = self.minimum_bits = 8 if self.width <= 8 else 16

    def decode(self, reader: Reader) -> int:
        start = reader.position
        if start & 7:
            reader.align()
        value = self.minimum + reader.bits(self.width)
        return value if value <= self.maximum else self.checked(reader, start, value)

    def write(self, writer: Writer, value: int) -> None:
        writer.align()
        writer.bits(value - self.minimum, self.width)


class LongInteger(BitFieldInteger):
    """More than 64K values: the number of octets, then as few octets as hold the distance (11.5.7.4)."""

    __slots__ = ("most", "width_of_length")

    def __init__(self, bounds: Bounds, maximum: int) -> None:
        super().__init__(bounds, maximum)
        self.most = (self.width + 7) >> 3
        self.width_of_length = (self.most - 1).bit_length()
        self.minimum_bits = self.width_of_length + 8

    def decode(self, reader: Reader) -> int:
        start = reader.position
        count = 1 + reader.bits(self.width_of_length)
        if count > self.most:
            raise reader.fault(
                ComplaintKind.OUT_OF_RANGE, start, "more octets than the number can have", f"{self.most}", f"{count}"
            )
        reader.align()
        distance = int.from_bytes(reader.octets(count))
        if count > 1 and distance >> (8 * count - 8) == 0:
            reader.complain(
                ComplaintKind.MALFORMED, start, "a number in other than the fewest octets", "", f"{count} octets"
            )
        value = self.minimum + distance
        return value if value <= self.maximum else self.checked(reader, start, value)

    def write(self, writer: Writer, value: int) -> None:
        distance = value - self.minimum
        count = max((distance.bit_length() + 7) >> 3, 1)
        writer.bits(count - 1, self.width_of_length)
        writer.octets(distance.to_bytes(count))


class ExtensibleInteger(Node):
    """A bit, then a number of the root, or any other as if there were no bounds (13.1)."""

    __slots__ = ("bounds", "root", "unbounded")

    def __init__(self, bounds: Bounds, root: Integer) -> None:
        super().__init__("INTEGER", 1 + min(root.minimum_bits, 16))
        self.bounds = bounds
        self.root = root
        self.unbounded = Integer(Bounds())

    def decode(self, reader: Reader) -> int:
        start = reader.position
        if not reader.bits(1):
            return self.root.decode(reader)
        value = self.unbounded.decode(reader)
        if self.bounds.allows(value):
            reader.complain(
                ComplaintKind.MALFORMED, start, "a number of the root in the form of an extension", "", shown(value)
            )
        return value

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, int)
        inside = self.bounds.allows(value)
        writer.bits(0 if inside else 1, 1)
        (self.root if inside else self.unbounded).write(writer, value)


def integer(bounds: Bounds) -> Node:
    """The node of an INTEGER with these bounds; raises ``InputError`` for more than ``MOST_BITS``."""
    root = _root(bounds)
    return ExtensibleInteger(bounds, root) if bounds.extensible else root


def _root(bounds: Bounds) -> Integer:
    if bounds.minimum is None:
        return Integer(bounds)
    if bounds.maximum is None:
        return SemiConstrainedInteger(bounds)
    values = bounds.maximum - bounds.minimum + 1
    if values > 1 << MOST_BITS:
        raise InputError(f"an INTEGER of more than {MOST_BITS} bits is not supported")
    if values < 256:
        return BitFieldInteger(bounds, bounds.maximum)
    return OctetInteger(bounds, bounds.maximum) if values <= 65536 else LongInteger(bounds, bounds.maximum)
