"""Decisions that Hypothesis draws, and so shrinks and repeats; whoever imports this needs it."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from oran_harness.codec.asn1.walker.chooser import Make

Drawn = TypeVar("Drawn")


class Draw(Protocol):
    """What Hypothesis gives a composite strategy, and ``data.draw``."""

    def __call__(self, strategy: st.SearchStrategy[Drawn], /) -> Drawn:
        """An example."""


@lru_cache(4096)
def _integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@lru_cache(4096)
def _sizes(low: int, high: int, rare: tuple[int, ...]) -> st.SearchStrategy[int]:
    usual = _integers(low, high)
    return st.one_of(usual, usual, usual, st.sampled_from(rare)) if rare else usual


class DrawnChooser:
    """Asks a ``draw``."""

    __slots__ = ("_draw",)

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        """A whole number."""
        return self._draw(_integers(low, high))

    def index(self, count: int) -> int:
        """One of so many."""
        return self._draw(_integers(0, count - 1))

    def flags(self, count: int) -> int:
        """So many bits."""
        return self._draw(_integers(0, (1 << count) - 1))

    def octets(self, count: int) -> bytes:
        """So many octets."""
        return self._draw(st.binary(min_size=count, max_size=count))

    def size(self, low: int, high: int, rare: Sequence[int]) -> int:
        """How many parts something has."""
        return self._draw(_sizes(low, high, tuple(rare)))


def values(make: Make) -> st.SearchStrategy[Any]:
    """What a function of ``Walker`` makes, as a strategy."""
    return _values(make)


@st.composite
def _values(draw: Callable[..., Any], make: Make) -> Any:
    return make(DrawnChooser(draw))
