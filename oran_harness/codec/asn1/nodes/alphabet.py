"""The characters of a known-multiplier string, and the numbers that stand for them (X.691 30.5)."""

from functools import cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a number that no character of the alphabet has."""


class Alphabet:
    """Characters in the order of their codes.

    A character takes ``width`` bits: enough for all of them, and a power of two (30.5.2). Where the codes themselves
    fit they are written, else the characters' places (30.5.4, ``indexed``).
    """

    __slots__ = ("indexed", "known", "numbers", "ordered", "width")

    def __init__(self, characters: str) -> None:
        self.ordered = tuple(sorted(set(characters)))
        width = (len(self.ordered) - 1).bit_length()
        self.width = 1 << (width - 1).bit_length() if width else 0
        self.indexed = ord(self.ordered[-1]) >= 1 << self.width
        self.numbers = {
            character: place if self.indexed else ord(character) for place, character in enumerate(self.ordered)
        }
        self.known = frozenset(self.numbers.values())

    def character(self, number: int) -> str:
        """The character that a number stands for."""
        if not self.indexed:
            # Halves of surrogate pairs are no characters, and no output would take them.
            return REPLACEMENT if 0xD800 <= number < 0xE000 else chr(number)
        return self.ordered[number] if number < len(self.ordered) else REPLACEMENT

    def __str__(self) -> str:
        ranges: list[list[str]] = []
        for character in self.ordered:
            if ranges and ord(ranges[-1][-1]) + 1 == ord(character):
                ranges[-1][1:] = [character]
            else:
                ranges.append([character])
        return " ".join("-".join(_shown(end) for end in one) for one in ranges)


def _shown(character: str) -> str:
    return "space" if character == " " else repr(character)[1:-1]


@cache
def alphabet(characters: str) -> Alphabet:
    """The alphabet of these characters; one object for all types that have them."""
    return Alphabet(characters)
