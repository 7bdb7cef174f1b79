"""The characters of a known-multiplier string, and the numbers that stand for them (X.691 30.5)."""

from collections.abc import Iterable
from functools import cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a number that no character of the alphabet has."""
SOME = "09azAZ \x00\x7f\u00e4\u00ff\u20ac\u4e2d\ufffd\U0001f600\U0010ffff"
"""Characters from all over the range."""


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
            return chr(number) if _is_character(number) else REPLACEMENT
        return self.ordered[number] if number < len(self.ordered) else REPLACEMENT

    def __str__(self) -> str:
        ranges: list[list[str]] = []
        for character in self.ordered:
            if ranges and ord(ranges[-1][-1]) + 1 == ord(character):
                ranges[-1][1:] = [character]
            else:
                ranges.append([character])
        return " ".join("-".join(_shown(end) for end in one) for one in ranges)


class _Codes(dict[str, int]):
    """The code of every character."""

    def __missing__(self, character: str) -> int:
        number = ord(character)
        if not _is_character(number):
            raise KeyError(character)
        return number


class _Known(frozenset[int]):
    """The codes of all characters."""

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and _is_character(number)

    def issuperset(self, numbers: Iterable[object]) -> bool:
        return all(number in self for number in numbers)


class EveryCharacter(Alphabet):
    """That of UniversalString, in 32 bits; a million characters are not held, ``ordered`` has a few of them."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(SOME)
        self.width = 32
        self.indexed = False
        self.numbers = _Codes()
        self.known = _Known()

    def __str__(self) -> str:
        return "any character"


def _is_character(number: int) -> bool:
    return number < 0xD800 or 0xE000 <= number < 0x110000


def _shown(character: str) -> str:
    return "space" if character == " " else repr(character)[1:-1]


@cache
def alphabet(characters: str) -> Alphabet:
    """The alphabet of these characters; one object for all types that have them."""
    return Alphabet(characters)
