"""The known-multiplier character strings: PrintableString and the like (X.691 clause 30)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.alphabet import Alphabet
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind


class CharacterString(Node):
    """Characters of an alphabet, so many bits each, behind their number where the size is not fixed.

    ``str`` in Python. Of the characters outside the alphabet the first is complained about; in lenient reading they
    stay in the value.
    """

    __slots__ = ("aligned", "alphabet", "plain", "size")

    def __init__(self, type_name: str, characters: Alphabet, size: Size) -> None:
        self.alphabet = characters
        self.plain = characters.width == 8 and not characters.indexed
        self.size = size
        # 30.5.6, 30.5.7: short strings are not aligned.
        longest = characters.width * (size.maximum or 0)
        self.aligned = not size.constrained or (longest > 16 if size.fixed is not None else longest >= 16)
        super().__init__(type_name, size.minimum_bits + (0 if size.extensible else characters.width * size.minimum))

    def decode(self, reader: Reader) -> str:
        size = self.size
        start = reader.position
        if size.extensible and reader.bits(1):
            text = self.read_counted(reader)
            size.check_extended(reader, start, len(text))
        elif not size.constrained:
            text = self.read_counted(reader)
            size.check(reader, start, len(text))
        else:
            length = size.read(reader) if size.fixed is None else size.fixed
            if self.aligned and length:
                reader.align()
            text = self.read(reader, length)
        return text

    def read_counted(self, reader: Reader) -> str:
        """Characters behind an unconstrained number of them."""
        count = reader.length()
        if count < FRAGMENT:
            return self.read(reader, count)
        parts = [self.read(reader, count)]
        while count >= FRAGMENT:
            count = reader.following_length(count)
            parts.append(self.read(reader, count))
        return "".join(parts)

    def read(self, reader: Reader, count: int) -> str:
        """So many characters, from here."""
        start = reader.position
        numbers: Sequence[int]
        if self.plain and not start & 7:
            numbers = octets = reader.octets(count)
            text = octets.decode("latin-1")
        else:
            numbers = self.read_numbers(reader, count)
            text = "".join(map(self.alphabet.character, numbers))
        if not self.alphabet.known.issuperset(numbers):
            self.complain(reader, start, numbers)
        return text

    def read_numbers(self, reader: Reader, count: int) -> list[int]:
        """The numbers that stand for so many characters; their bits are fetched in one go."""
        width = self.alphabet.width
        if not width:
            reader.spend(count)
            return [0] * count
        total = width * count
        octets = (reader.bits(total) << (-total & 7)).to_bytes((total + 7) >> 3)
        if width >= 8:
            step = width >> 3
            return [int.from_bytes(octets[index : index + step]) for index in range(0, len(octets), step)]
        shifts = range(8 - width, -1, -width)
        mask = (1 << width) - 1
        return [octet >> shift & mask for octet in octets for shift in shifts][:count]

    def complain(self, reader: Reader, start: int, numbers: Sequence[int]) -> None:
        """Complain about the first character outside the alphabet."""
        index, number = next((place, one) for place, one in enumerate(numbers) if one not in self.alphabet.known)
        reader.complain(
            ComplaintKind.OUT_OF_RANGE,
            start + index * self.alphabet.width,
            f"character {index} is not in the alphabet",
            str(self.alphabet),
            f"number {number}" if self.alphabet.indexed or number > 0x10FFFF else f"{chr(number)!r} (U+{number:04X})",
        )

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, str)
        size = self.size
        inside = size.fit(len(value))
        try:
            numbers = [self.alphabet.numbers[character] for character in value]
        except KeyError as error:
            raise Misfit(f"{shown(error.args[0])} is no character of this {self.type_name}") from None
        if size.extensible:
            writer.bits(0 if inside else 1, 1)
        if not inside or not size.constrained:
            self.write_counted(writer, numbers)
            return
        if size.fixed is None:
            size.write(writer, len(numbers))
        if self.aligned and numbers:
            writer.align()
        self.write(writer, numbers)

    def write_counted(self, writer: Writer, numbers: list[int]) -> None:
        """The counterpart of ``read_counted``."""
        start = 0
        while True:
            count = writer.length(len(numbers) - start)
            self.write(writer, numbers[start : start + count])
            if count < FRAGMENT:
                return
            start += count

    def write(self, writer: Writer, numbers: list[int]) -> None:
        """The counterpart of ``read``."""
        if self.plain and not writer.width & 7:
            writer.octets(bytes(numbers))
            return
        for number in numbers:
            writer.bits(number, self.alphabet.width)
