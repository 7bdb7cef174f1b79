"""What is done to the messages of a link: how long each takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from oran_harness.faults.catalogue import FAULTS
from oran_harness.model import UsageError

FIRST_REPETITION = 1.0
"""Seconds until what was lost is sent again: the least that SCTP waits (RFC 9260, 16, RTO.Min); then twice as long."""
MOST_REPETITIONS = 2
"""A message is lost so often in a row at most: one more, and it would come behind the time limits of cases."""


@dataclass(frozen=True, slots=True)
class LinkFaults:
    """``delay`` and ``jitter`` in seconds, ``loss`` as a share from 0 to 1."""

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0

    def __bool__(self) -> bool:
        """Whether anything is done at all."""
        return bool(self.delay or self.jitter or self.loss)

    def __str__(self) -> str:
        """As it is written on the command line, with commas: ``delay=50ms,loss=1%``."""
        return ",".join(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The faults as ``parse_faults`` reads them."""
        times = [
            f"{name}={value * 1000:g}ms" for name, value in (("delay", self.delay), ("jitter", self.jitter)) if value
        ]
        return (*times, *((f"loss={self.loss * 100:g}%",) if self.loss else ()))

    @property
    def longest_way(self) -> float:
        """Seconds that a message takes at most if it is not lost."""
        return self.delay + self.jitter

    def way(self, random: Random) -> float:
        """Seconds that a message takes which is not lost."""
        return max(0.0, self.delay + random.uniform(-self.jitter, self.jitter)) if self.jitter else self.delay

    def opening(self, random: Random) -> float:
        """Seconds that it takes to open a link: there and back, and again what is lost of it."""
        return sum(self.way(random) + self.repetition(random) for _ in range(2))

    def repetition(self, random: Random) -> float:
        """Seconds by which a message is later because it is lost, perhaps several times; mostly 0."""
        late, wait = 0.0, FIRST_REPETITION
        for _ in range(MOST_REPETITIONS):
            if random.random() >= self.loss:
                break
            late, wait = late + wait, wait * 2
        return late


NO_FAULTS = LinkFaults()
"""Nothing is done."""


def parse_faults(texts: Iterable[str]) -> LinkFaults:
    """The faults that words like ``delay=50ms`` name.

    Raises ``UsageError`` for one that does not exist or is given twice, and for a value that cannot be.
    """
    given: dict[str, float] = {}
    for text in texts:
        name, _, value = text.partition("=")
        kind = FAULTS.get(name)
        if kind is None:
            known = f"{', '.join(FAULTS)}, written like {FAULTS['delay'].example}"
            raise UsageError(f"There is no fault {text[:80]!r}; there are {known}.")
        if name in given:
            raise UsageError(f"The fault {name} is given twice; give it once.")
        number = kind.read(value)
        if number is None:
            raise UsageError(f"The fault {text[:80]!r} cannot be; {name} takes {kind.wanted}.")
        given[name] = number
    return LinkFaults(**given)
