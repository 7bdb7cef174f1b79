"""Decisions by chance, ends of ranges more often than what lies between."""

from collections.abc import Callable, Sequence
from typing import Protocol

from oran_harness.codec.asn1.walker.chooser import SELDOM

NEAR = 256
"""A larger range has a neighbourhood of its lower end: so many numbers."""
LARGE = 65536
"""Ranges of more numbers are written in as many octets as they need."""
EDGES = tuple((1 << bits) + more for bits in (7, 8, 15, 16, 23, 24, 31, 32, 63) for more in (-1, 0, 1))


class Chance(Protocol):
    """What is needed of ``random.Random``."""

    @property
    def random(self) -> Callable[[], float]:
        """A number from 0 up to and without 1."""

    @property
    def getrandbits(self) -> Callable[[int], int]:
        """So many bits."""

    @property
    def randbytes(self) -> Callable[[int], bytes]:
        """So many octets."""


class RandomChooser:
    """Asks a ``random.Random``: equal seeds give equal values."""

    __slots__ = ("_bits", "_random", "octets")

    def __init__(self, chance: Chance) -> None:
        self._random = chance.random
        self._bits = chance.getrandbits
        self.octets = chance.randbytes

    def integer(self, low: int, high: int) -> int:
        """A quarter of the numbers are ends.

        Of a large range an eighth are where one more octet is taken, and an eighth near the lower end.
        """
        count = high - low + 1
        share = self._random() * 8
        if share < 2:
            return low if share < 1 else high
        # What is left of the share says which number it is.
        if count <= NEAR:
            return low + int((share - 2) / 6 * count)
        if share < 3 and count > LARGE:
            edge = EDGES[int((share - 2) * len(EDGES))]
            # Octets count from the lower bound, or from zero on both sides.
            for number in (low + edge, edge, -edge)[self.index(3) :]:
                if low <= number <= high:
                    return number
        if share < 4:
            return low + int((share - 2) / 2 * NEAR)
        if count < 1 << 40:
            return low + int((share - 4) / 4 * count)
        return low + self._bits(count.bit_length() + 16) % count

    def index(self, count: int) -> int:
        """All alike."""
        return int(self._random() * count)

    def flags(self, count: int) -> int:
        """Nothing at all in an eighth, everything in another."""
        flags = self._bits(count + 3)
        kind = flags >> count
        return 0 if not kind else (1 << count) - 1 if kind == 1 else flags & ((1 << count) - 1)

    def size(self, low: int, high: int, rare: Sequence[int]) -> int:
        """All sizes of a kind alike."""
        share = self._random()
        if share < 1 / SELDOM and rare:
            return rare[int(share * SELDOM * len(rare))]
        return low + int(self._random() * (high - low + 1))
