"""BOOLEAN (X.691 clause 12)."""

from typing import Any

from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class Boolean(Node):
    """One bit; ``bool`` in Python."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("BOOLEAN", 1)

    def decode(self, reader: Reader) -> bool:
        return reader.bits(1) == 1

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, bool)
        writer.bits(int(value), 1)
