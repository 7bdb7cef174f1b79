"""Decisions noted while they are taken, and taken again."""

from collections.abc import Sequence
from dataclasses import dataclass

from oran_harness.codec.asn1.walker.chooser import Chooser, plainest

Decision = int | bytes


@dataclass(frozen=True, slots=True)
class Noted:
    """One decision, and the plainest one that could have been taken."""

    taken: Decision
    plain: Decision

    @property
    def weight(self) -> tuple[int, int]:
        """Less for plainer decisions."""
        if isinstance(self.taken, bytes):
            return len(self.taken), int.from_bytes(self.taken)
        assert isinstance(self.plain, int)
        distance = self.taken - self.plain
        return 0, 2 * distance if distance >= 0 else -2 * distance - 1


@dataclass(slots=True)
class Span:
    """The decisions of one part of a value, from ``start`` up to and without ``stop``, and the part around it."""

    start: int
    stop: int
    around: int | None


class Recorder:
    """Passes another chooser's answers on, and notes them."""

    def __init__(self, source: Chooser) -> None:
        self._source = source
        self.noted: list[Noted] = []
        self.spans: list[Span] = []
        self._open: list[int] = []

    @property
    def decisions(self) -> list[Decision]:
        """What ``Recorded`` takes to make the same value again."""
        return [each.taken for each in self.noted]

    def integer(self, low: int, high: int) -> int:
        """A whole number."""
        return self._note(self._source.integer(low, high), plainest(low, high))

    def index(self, count: int) -> int:
        """One of so many."""
        return self._note(self._source.index(count), 0)

    def flags(self, count: int) -> int:
        """So many bits."""
        return self._note(self._source.flags(count), 0)

    def octets(self, count: int) -> bytes:
        """So many octets."""
        octets = self._source.octets(count)
        self.noted.append(Noted(octets, bytes(count)))
        return octets

    def size(self, low: int, high: int, rare: Sequence[int]) -> int:
        """How many parts something has."""
        return self._note(self._source.size(low, high, rare), low)

    def begin(self) -> None:
        """A part of the value begins."""
        self.spans.append(Span(len(self.noted), -1, self._open[-1] if self._open else None))
        self._open.append(len(self.spans) - 1)

    def end(self) -> None:
        """The part that began last ends."""
        self.spans[self._open.pop()].stop = len(self.noted)

    def _note(self, taken: int, plain: int) -> int:
        self.noted.append(Noted(taken, plain))
        return taken


class Recorded:
    """Takes noted decisions again.

    What does not fit a decision becomes what fits and is nearest; when nothing is left, everything is plain. So any
    list of decisions makes a value, and the same list the same value.
    """

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._left = iter(decisions)

    def integer(self, low: int, high: int) -> int:
        """A whole number."""
        return self._take(low, high, plainest(low, high))

    def index(self, count: int) -> int:
        """One of so many."""
        return self._take(0, count - 1, 0)

    def flags(self, count: int) -> int:
        """So many bits."""
        return self._take(0, (1 << count) - 1, 0)

    def octets(self, count: int) -> bytes:
        """So many octets."""
        noted = next(self._left, b"")
        return (noted if isinstance(noted, bytes) else b"")[:count].ljust(count, b"\0")

    def size(self, low: int, high: int, rare: Sequence[int]) -> int:
        """How many parts something has."""
        noted = next(self._left, low)
        if isinstance(noted, int) and noted in rare:
            return noted
        return min(max(noted, low), high) if isinstance(noted, int) else low

    def _take(self, low: int, high: int, plain: int) -> int:
        noted = next(self._left, plain)
        return min(max(noted, low), high) if isinstance(noted, int) else plain


def to_json(decisions: Sequence[Decision]) -> list[int | str]:
    """Decisions as a file can keep them: octets in hexadecimal."""
    return [each.hex() if isinstance(each, bytes) else each for each in decisions]


def from_json(kept: Sequence[int | str]) -> list[Decision]:
    """The counterpart of ``to_json``; raises ``ValueError`` for text that is no hexadecimal."""
    return [bytes.fromhex(each) if isinstance(each, str) else int(each) for each in kept]
