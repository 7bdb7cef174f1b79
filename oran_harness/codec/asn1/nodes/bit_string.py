"""BIT STRING (X.691 clause 16)."""

from typing import Any

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer


class BitStringNode(Node):
    """Bits behind their number where the size is not fixed; ``BitString`` in Python.

    ``named`` says that the type names its bits: then trailing zero bits do not count (16.2, 16.3).
    """

    __slots__ = ("named", "size")

    def __init__(self, size: Size, named: bool) -> None:
        super().__init__("BIT STRING", size.minimum_bits + (0 if size.extensible else size.minimum))
        self.size = size
        self.named = named

    def decode(self, reader: Reader) -> BitString:
        size = self.size
        start = reader.position
        if size.extensible and reader.bits(1):
            value = self.read_counted(reader)
            size.check_extended(reader, start, value.length)
            return value
        if not size.constrained:
            value = self.read_counted(reader)
            size.check(reader, start, value.length)
            return value
        if size.fixed is not None:
            if size.fixed > 16:  # 16.9: up to 16 bits are not aligned
                reader.align()
            return self.read(reader, size.fixed)
        length = size.read(reader)
        if length:
            reader.align()
        return self.read(reader, length)

    def read(self, reader: Reader, length: int) -> BitString:
        """So many bits, from here."""
        octets = (length + 7) >> 3
        return BitString((reader.bits(length) << (-length & 7)).to_bytes(octets), length)

    def read_counted(self, reader: Reader) -> BitString:
        """Bits behind an unconstrained number of them."""
        count = reader.length()
        part = self.read(reader, count)
        if count < FRAGMENT:
            return part
        parts = [part]
        while count >= FRAGMENT:
            count = reader.following_length(count)
            parts.append(self.read(reader, count))
        return BitString(b"".join(part.octets for part in parts), sum(part.length for part in parts))

    def encode(self, writer: Writer, value: Any) -> None:
        number, length = self.fitted(value)
        size = self.size
        inside = size.fit(length)
        if size.extensible:
            writer.bits(0 if inside else 1, 1)
        if not inside or not size.constrained:
            self.write_counted(writer, number, length)
            return
        if size.fixed is None:
            size.write(writer, length)
        if (size.fixed is None and length) or (size.fixed or 0) > 16:
            writer.align()
        writer.bits(number, length)

    def write_counted(self, writer: Writer, number: int, length: int) -> None:
        """The counterpart of ``read_counted``."""
        octets = (number << (-length & 7)).to_bytes((length + 7) >> 3)
        start = 0
        while True:
            count = writer.length(length - start)
            stop = start + count
            writer.bits(int.from_bytes(octets[start >> 3 : (stop + 7) >> 3]) >> (-stop & 7), count)
            if count < FRAGMENT:
                return
            start = stop

    def fitted(self, value: Any) -> tuple[int, int]:
        """The bits as a number, and how many; trailing zero bits added or removed where bits have names."""
        if not (
            isinstance(value, tuple)
            and len(value) == 2
            and isinstance(value[0], bytes | bytearray | memoryview)
            and isinstance(value[1], int)
            and not isinstance(value[1], bool)
        ):
            raise Misfit(f"{self.type_name} takes BitString(octets, length), not {shown(value)}")
        octets, length = bytes(value[0]), value[1]
        if not 0 <= length <= 8 * len(octets) or (length + 7) >> 3 != len(octets):
            raise Misfit(f"{len(octets)} octets cannot hold exactly {length} bits")
        number = int.from_bytes(octets)
        if number & ((1 << (-length & 7)) - 1):
            raise Misfit(f"the unused bits behind bit {length} are not zero")
        number >>= -length & 7
        if self.named:
            return self.trimmed(number, length)
        return number, length

    def same(self, value: Any, default: Any) -> bool:
        return self.fitted(value) == self.fitted(default)

    def trimmed(self, number: int, length: int) -> tuple[int, int]:
        """The shortest form of named bits that the size allows."""
        zeros = (number & -number).bit_length() - 1 if number else length
        wanted = length - zeros
        if not self.size.bounds.allows(wanted):
            wanted = max(wanted, self.size.minimum)
        return (number >> (length - wanted), wanted) if wanted <= length else (number << (wanted - length), wanted)
