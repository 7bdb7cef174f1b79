"""What a walk through a type asks at each decision."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol


class Chooser(Protocol):
    """Answers for each decision of a walk; the least answer is the plainest value."""

    def integer(self, low: int, high: int) -> int:
        """A whole number, both bounds included; the plainest is the one nearest to zero."""

    def index(self, count: int) -> int:
        """One of so many, counted from 0."""

    def flags(self, count: int) -> int:
        """So many bits, each of which says whether something is there."""

    def octets(self, count: int) -> bytes:
        """So many octets."""

    def size(self, low: int, high: int, rare: Sequence[int]) -> int:
        """How many parts something has: from ``low`` to ``high``, or one of ``rare``; the plainest is ``low``."""


SELDOM = 8
"""One in so many decisions is for what is rare."""
Make = Callable[[Chooser], Any]
"""Makes a value of a type."""


def plainest(low: int, high: int) -> int:
    """The number between two bounds that is nearest to zero."""
    return low if low > 0 else min(high, 0)
