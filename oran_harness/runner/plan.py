"""In which order cases are performed, and with which seeds."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oran_harness.model import CaseDescription
from oran_harness.runner.source import SLOW, Source

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


def plan(sources: Iterable[Source], seed: int, repeat: int = 1) -> tuple[Planned, ...]:
    """The cases in the order in which they are performed: as they come, those with long waits last.

    A case's seeds depend on the run's ``seed`` and on its id alone, not on what else is performed.
    """
    ordered = sorted(sources, key=lambda source: SLOW in source.description.tags)
    return tuple(Planned(source, _turns(source.description.id, seed, repeat)) for source in ordered)


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
