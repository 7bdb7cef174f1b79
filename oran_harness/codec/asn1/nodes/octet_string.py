"""OCTET STRING (X.691 clause 17)."""

from typing import Any

from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class OctetString(Node):
    """Octets behind their length where the size is not fixed; ``bytes`` in Python."""

    __slots__ = ("size",)

    def __init__(self, size: Size) -> None:
        super().__init__("OCTET STRING", size.minimum_bits + (0 if size.extensible else 8 * size.minimum))
        self.size = size

    def decode(self, reader: Reader) -> bytes:
        size = self.size
        start = reader.position
        if size.extensible and reader.bits(1):
            octets = reader.counted_octets()
            size.check_extended(reader, start, len(octets))
            return octets
        if not size.constrained:
            octets = reader.counted_octets()
            size.check(reader, start, len(octets))
            return octets
        length = size.read(reader) if size.fixed is None else size.fixed
        if size.fixed is not None and length <= 2:  # 17.6: the only ones without alignment
            return reader.bits(8 * length).to_bytes(length)
        if not length:  # 11.9.3.3: nothing follows, no padding either
            return b""
        reader.align()
        return reader.octets(length)

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, (bytes, bytearray, memoryview))
        octets = bytes(value)
        size = self.size
        inside = size.fit(len(octets))
        if size.extensible:
            writer.bits(0 if inside else 1, 1)
        if not inside or not size.constrained:
            writer.counted_octets(octets)
        elif size.fixed is not None and size.fixed <= 2:
            writer.bits(int.from_bytes(octets), 8 * size.fixed)
        else:
            if size.fixed is None:
                size.write(writer, len(octets))
            if octets:
                writer.octets(octets)
