"""Types that asn1tools decodes and encodes: OBJECT IDENTIFIER and the types of time."""

from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind


class Borrowed(Node):
    """A compiled type of asn1tools, on our reader and writer; the Python values are asn1tools' own.

    E2 has none of these types. Whatever asn1tools raises becomes a complaint, or an error about the value.
    """

    __slots__ = ("compiled",)

    def __init__(self, type_name: str, compiled: Any) -> None:
        super().__init__(type_name, 0)
        self.compiled = compiled

    def decode(self, reader: Reader) -> Any:
        start = reader.position
        try:
            value = self.compiled.decode(_Decoder(reader))
        except Fault:
            raise
        except Exception as error:
            raise reader.fault(ComplaintKind.MALFORMED, start, f"no {self.type_name}", "", shown(str(error))) from error
        return _identifier(value) if type(self.compiled).__name__ == "ObjectIdentifier" else value

    def encode(self, writer: Writer, value: Any) -> None:
        try:
            self.compiled.encode(value, _Encoder(writer))
        except Exception as error:
            raise Misfit(f"no {self.type_name}: {shown(value)}") from error


def _identifier(value: str) -> str:
    """An OBJECT IDENTIFIER as text: below the arc 2 there are more than 40 (X.690 8.19.4), which asn1tools forgets."""
    first, second, *others = value.split(".")
    joined = 40 * int(first) + int(second)
    return value if joined < 80 else ".".join(("2", str(joined - 80), *others))


class _Decoder:
    """Our reader under the names that asn1tools' types call."""

    def __init__(self, reader: Reader) -> None:
        self.align = reader.align
        self.read_length_determinant = reader.length
        self.read_bytes = reader.octets
        self.read_non_negative_binary_integer = reader.bits
        self.reader = reader

    def read_bit(self) -> int:
        return self.reader.bits(1)

    def read_length_determinant_chunks(self) -> Any:
        length = self.reader.length()
        yield length
        while length >= 16384:
            length = self.reader.following_length(length)
            yield length

    def read_constrained_whole_number(self, minimum: int, maximum: int, number_of_bits: int) -> int:
        values = maximum - minimum + 1
        if values > 255:
            self.reader.align()
            number_of_bits = 8 if values == 256 else 16 if values <= 65536 else number_of_bits
        return minimum + self.reader.bits(number_of_bits)

    def read_unconstrained_whole_number(self) -> int:
        return self.reader.signed()


class _Encoder:
    """Our writer under the names that asn1tools' types call."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.align = writer.align
        self.append_non_negative_binary_integer = writer.bits
        self.append_bytes = writer.octets
        self.append_length_determinant = writer.length

    def append_bit(self, bit: int) -> None:
        self.writer.bits(int(bit), 1)

    def append_length_determinant_chunks(self, length: int) -> Any:
        offset = 0
        while True:
            count = self.writer.length(length - offset)
            yield offset, count
            if count < 16384:
                return
            offset += count

    def append_constrained_whole_number(self, value: int, minimum: int, maximum: int, number_of_bits: int) -> None:
        values = maximum - minimum + 1
        if values > 255:
            self.writer.align()
            number_of_bits = 8 if values == 256 else 16 if values <= 65536 else number_of_bits
        self.writer.bits(value - minimum, number_of_bits)

    def append_unconstrained_whole_number(self, value: int) -> None:
        magnitude = value if value >= 0 else ~value
        self.writer.counted_octets(value.to_bytes((magnitude.bit_length() >> 3) + 1, signed=True))
