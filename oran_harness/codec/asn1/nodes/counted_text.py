"""Character strings without constraints that PER sees: UTF8String and the like (X.691 clause 30.6)."""

from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind


class CountedText(Node):
    """Text in counted octets of a character encoding; ``str`` in Python."""

    __slots__ = ("encoding",)

    def __init__(self, type_name: str, encoding: str) -> None:
        super().__init__(type_name, 8)
        self.encoding = encoding

    def decode(self, reader: Reader) -> str:
        start = reader.position
        octets = reader.counted_octets()
        try:
            return octets.decode(self.encoding)
        except UnicodeDecodeError as error:
            bad = octets[error.start : error.end].hex()
            reader.complain(ComplaintKind.OUT_OF_RANGE, start, f"no text in {self.encoding}", error.reason, bad)
            return octets.decode(self.encoding, "replace")

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, str)
        try:
            octets = value.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise Misfit(f"no text in {self.encoding}: {error.reason}") from None
        writer.counted_octets(octets)
