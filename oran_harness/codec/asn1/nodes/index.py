"""The index of a value of ENUMERATED, or of an alternative of CHOICE (X.691 14.2, 14.3, 23.5 to 23.8)."""

from oran_harness.codec.asn1.nodes.integer import BitFieldInteger, OctetInteger
from oran_harness.codec.asn1.nodes.size import Bounds
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class Index:
    """A number below ``count`` for the root; for extension addition N the number ``~N``, below zero.

    ``width`` counts the bits of a root index with the extension bit before it, which is 0 then: the two are read as
    one number, except where more than 255 indices take aligned octets.
    """

    __slots__ = ("aligned", "count", "extensible", "width")

    def __init__(self, count: int, extensible: bool) -> None:
        self.count = count
        self.extensible = extensible
        self.aligned: BitFieldInteger | None = None
        self.width = (count - 1).bit_length() + extensible
        if count > 255:
            self.aligned = OctetInteger(Bounds(0, count - 1), count - 1)
            self.width = self.aligned.width + extensible

    def read(self, reader: Reader) -> int:
        """The index, which may be beyond those that are known."""
        start = reader.position
        if self.extensible and start < reader.end and reader.data[start >> 3] << (start & 7) & 128:
            reader.position = start + 1
            return ~reader.small_number()
        if self.aligned is None:
            return reader.bits(self.width)
        reader.bits(int(self.extensible))
        reader.align()
        return reader.bits(self.aligned.width)

    def write(self, writer: Writer, index: int) -> None:
        """The counterpart of ``read``."""
        if index < 0:
            writer.bits(1, 1)
            writer.small_number(~index)
        elif self.aligned is None:
            writer.bits(index, self.width)
        else:
            writer.bits(0, int(self.extensible))
            self.aligned.write(writer, index)
