"""The known-multiplier character strings: PrintableString and the like (X.691 clause 30)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for an index that no character of the alphabet has."""


class CharacterString(Node):
    """Characters of an alphabet, so many bits each, behind their number where the size is not fixed.

    ``str`` in Python. Characters outside the alphabet are complained about once a string; in lenient reading
    they stay in the value.
    """

    __slots__ = ("aligned", "alphabet", "bits_each", "characters", "indexed", "indices", "plain", "size")

    def __init__(self, type_name: str, alphabet: Sequence[str], size: Size) -> None:
        self.alphabet = tuple(sorted(set(alphabet)))
        self.characters = frozenset(self.alphabet)
        # 30.5.2, 30.5.4: enough bits for all characters, a power of two; the characters' own codes where those fit.
        width = (len(self.alphabet) - 1).bit_length()
        self.bits_each = 0 if not width else 1 << (width - 1).bit_length()
        self.indexed = not self.alphabet or ord(self.alphabet[-1]) >= 1 << self.bits_each
        self.indices = {
            character: index if self.indexed else ord(character) for index, character in enumerate(self.alphabet)
        }
        self.plain = self.bits_each == 8 and not self.indexed
        self.size = size
        # 30.5.6, 30.5.7: short strings are not aligned.
        longest = self.bits_each * (size.maximum or 0)
        self.aligned = not size.constrained or (longest > 16 if size.fixed is not None else longest >= 16)
        super().__init__(type_name, size.minimum_bits + (0 if size.extensible else self.bits_each * size.minimum))

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
        if self.plain and not start & 7:
            text = reader.octets(count).decode("latin-1")
        else:
            text = "".join(map(self.character, self.read_codes(reader, count)))
        if not self.characters.issuperset(text):
            self.complain(reader, start, text)
        return text

    def read_codes(self, reader: Reader, count: int) -> list[int]:
        """The numbers that stand for so many characters; their bits are fetched in one go."""
        width = self.bits_each
        if not width:
            reader.expect_elements(count, 0)
            return [0] * count
        total = width * count
        octets = (reader.bits(total) << (-total & 7)).to_bytes((total + 7) >> 3)
        if width >= 8:
            step = width >> 3
            return [int.from_bytes(octets[index : index + step]) for index in range(0, len(octets), step)]
        shifts = range(8 - width, -1, -width)
        mask = (1 << width) - 1
        return [octet >> shift & mask for octet in octets for shift in shifts][:count]

    def character(self, code: int) -> str:
        """The character that a number stands for."""
        if not self.indexed:
            return chr(code)
        return self.alphabet[code] if code < len(self.alphabet) else REPLACEMENT

    def complain(self, reader: Reader, start: int, text: str) -> None:
        """Complain about the first character outside the alphabet."""
        index, character = next((i, char) for i, char in enumerate(text) if char not in self.characters)
        reader.complain(
            ComplaintKind.OUT_OF_RANGE,
            start + index * self.bits_each,
            f"character {index} is none of {self.type_name}",
            self.shown_alphabet(),
            f"{character!r} (U+{ord(character):04X})",
        )

    def shown_alphabet(self) -> str:
        """The alphabet as ranges, for messages."""
        ranges: list[list[str]] = []
        for character in self.alphabet:
            if ranges and ord(ranges[-1][-1]) + 1 == ord(character):
                ranges[-1][1:] = [character]
            else:
                ranges.append([character])
        return " ".join("-".join(repr(end)[1:-1] for end in one) for one in ranges)

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, str)
        size = self.size
        inside = size.fit(len(value))
        try:
            codes = [self.indices[character] for character in value]
        except KeyError as error:
            raise Misfit(f"{shown(error.args[0])} is no character of this {self.type_name}") from None
        if size.extensible:
            writer.bits(0 if inside else 1, 1)
        if not inside or not size.constrained:
            self.write_counted(writer, codes)
            return
        if size.fixed is None:
            size.write(writer, len(codes))
        if self.aligned and codes:
            writer.align()
        self.write(writer, codes)

    def write_counted(self, writer: Writer, codes: list[int]) -> None:
        """The counterpart of ``read_counted``."""
        start = 0
        while True:
            count = writer.length(len(codes) - start)
            self.write(writer, codes[start : start + count])
            if count < FRAGMENT:
                return
            start += count

    def write(self, writer: Writer, codes: list[int]) -> None:
        """The counterpart of ``read``."""
        if self.plain and not writer.width & 7:
            writer.octets(bytes(codes))
            return
        for code in codes:
            writer.bits(code, self.bits_each)
