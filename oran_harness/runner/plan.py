"""In which order cases are performed, and with which seeds."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from oran_harness.model import CaseDescription
from oran_harness.model.order import Order
from oran_harness.runner.source import SLOW, Source, restarts

HISTORIES = "history"
"""The folder of histories, relative to the run's."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that a case is performed: its seed, and its history's path without a suffix."""

    seed: int
    history: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A case and the times that it is performed."""

    source: Source
    turns: tuple[Turn, ...]

    @property
    def description(self) -> CaseDescription:
        """What is declared of the case."""
        return self.source.description


def plan(sources: Iterable[Source], seed: int, repeat: int = 1, order: Order = Order.DECLARED) -> tuple[Planned, ...]:
    """The cases in the order in which they are performed.

    Those with long waits come last, and behind them those that restart the SUT, each in that order too, but for
    ``Order.RANDOM``: there they come anywhere. A case's seeds depend on the run's ``seed`` and on its id alone, not on
    what else is performed, nor on the order.
    """
    ordered = _ordered(list(sources), seed, order)
    return tuple(Planned(source, _turns(source.description.id, seed, repeat)) for source in ordered)


def _ordered(sources: list[Source], seed: int, order: Order) -> list[Source]:
    if order is Order.RANDOM:
        # Sorted first: the same seed gives the same order, however the cases were found.
        shuffled = sorted(sources, key=lambda source: source.description.id)
        Random(f"{seed} order").shuffle(shuffled)
        return shuffled
    if order is Order.REVERSED:
        sources.reverse()
    # One that does not come back from its restart costs nothing then.
    return sorted(sources, key=lambda source: (restarts(source.description), SLOW in source.description.tags))


def descriptions(planned: Sequence[Planned]) -> tuple[CaseDescription, ...]:
    """What is declared of the planned cases."""
    return tuple(each.description for each in planned)


def suites(planned: Sequence[Planned]) -> tuple[str, ...]:
    """The suites that the planned cases belong to."""
    return tuple(dict.fromkeys(each.description.suite for each in planned))


def _turns(id: str, seed: int, repeat: int) -> tuple[Turn, ...]:
    return tuple(
        Turn(zlib.crc32(f"{seed} {id} {number}".encode()), f"{HISTORIES}/{id}" + (f".{number}" if number > 1 else ""))
        for number in range(1, repeat + 1)
    )
