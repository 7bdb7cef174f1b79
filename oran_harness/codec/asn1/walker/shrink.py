"""From a value for which something holds to the plainest one for which it still does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.walker.chooser import Make
from oran_harness.codec.asn1.walker.recorded_chooser import Decision, Noted, Recorded, Recorder, Span

ATTEMPTS = 3000
"""How many values are tried unless somebody says otherwise."""
RUNS = (1, 2, 3, 4, 6, 8, 12, 16)
"""How many decisions in a row are left out at once."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A value, the decisions that make it, and how many values were tried to find it."""

    value: Any
    decisions: tuple[Decision, ...]
    attempts: int


def shrink(
    make: Make, decisions: Sequence[Decision], holds: Callable[[Any], bool], *, attempts: int = ATTEMPTS
) -> Shrunk:
    """Try shorter and plainer decisions as long as ``holds`` is true of what they make.

    Each that is kept is less than the one before (fewer decisions, or as many and the first that differs plainer), so
    this ends; ``attempts`` ends it sooner. Raises ``ValueError`` if ``holds`` is false from the beginning.
    """
    search = _Search(make, holds, attempts)
    if not search.attempt(decisions):
        raise ValueError("what is to be shrunk does not hold of the value that the decisions make")
    while search.pass_over():
        pass
    return Shrunk(search.value, tuple(each.taken for each in search.noted), search.tried)


class _Search:
    """What was found so far."""

    def __init__(self, make: Make, holds: Callable[[Any], bool], attempts: int) -> None:
        self._make = make
        self._holds = holds
        self._attempts = attempts
        self.tried = 0
        self.value: Any = None
        self.noted: list[Noted] = []
        self.spans: list[Span] = []
        self._weight: tuple[int, list[tuple[int, int]]] | None = None

    def attempt(self, decisions: Sequence[Decision]) -> bool:
        """Whether decisions make a plainer value of which it holds; then it is kept."""
        recorder = Recorder(Recorded(decisions))
        value = self._make(recorder)
        weight = len(recorder.noted), [each.weight for each in recorder.noted]
        if self._weight is not None and weight >= self._weight:
            return False
        self.tried += 1
        if not self._holds(value):
            return False
        self.value, self.noted, self.spans, self._weight = value, recorder.noted, recorder.spans, weight
        return True

    def pass_over(self) -> bool:
        """Try everything once; whether anything was kept."""
        kept = False
        for way in (_without_parts, _left_out, _plainer):
            # A way starts from what is there now, and goes on from its place after what it could make plainer.
            skipped = 0
            while True:
                for place, candidate in enumerate(way(self.noted, self.spans)):
                    if self.tried >= self._attempts:
                        return False
                    if place >= skipped and self.attempt(candidate):
                        kept, skipped = True, place
                        break
                else:
                    break
        return kept


def _taken(noted: Sequence[Noted]) -> list[Decision]:
    return [each.taken for each in noted]


def _without_parts(noted: Sequence[Noted], spans: Sequence[Span]) -> Iterator[list[Decision]]:
    """Without one part of the value: the size, or the flag, that had it there is less by it."""
    taken = _taken(noted)
    for part in spans:
        if part.around is None:
            continue
        start = spans[part.around].start
        # Sizes and flags are decided first of all that belongs to the part around, behind the choice of a range.
        for place in range(start, min(start + 2, part.start)):
            for other in _less(noted[place]):
                yield [*taken[:place], other, *taken[place + 1 : part.start], *taken[part.stop :]]
    for part in spans:
        # A part inside of a part of the same kind may stand in its place.
        if part.around is not None and part.stop - part.start < spans[part.around].stop - spans[part.around].start:
            whole = spans[part.around]
            yield [*taken[: whole.start], *taken[part.start : part.stop], *taken[whole.stop :]]


def _less(each: Noted) -> Iterator[int]:
    if not isinstance(each.taken, int) or not isinstance(each.plain, int) or each.taken <= each.plain:
        return
    yield each.taken - 1
    if each.taken < 1 << 64:
        yield from (each.taken & ~(1 << bit) for bit in range(each.taken.bit_length()) if each.taken >> bit & 1)


def _left_out(noted: Sequence[Noted], spans: Sequence[Span]) -> Iterator[list[Decision]]:
    """Plain at one place, and without some of the decisions behind it; a string without some of its units."""
    taken = _taken(noted)
    for place, each in enumerate(noted):
        if each.taken == each.plain or not isinstance(each.taken, int):
            continue
        for count in (0, *RUNS):
            yield [*taken[:place], each.plain, *taken[place + 1 + count :]]
        behind = taken[place + 1] if place + 1 < len(taken) else None
        if isinstance(behind, bytes):
            for cut in range(min(len(behind), 64)):
                shorter = behind[:cut] + behind[cut + 1 :]
                yield [*taken[:place], each.taken - 1, shorter, *taken[place + 2 :]]


def _plainer(noted: Sequence[Noted], spans: Sequence[Span]) -> Iterator[list[Decision]]:
    """Nearer to what is plain at one place."""
    taken = _taken(noted)
    for place, each in enumerate(noted):
        for other in _nearer(each):
            yield [*taken[:place], other, *taken[place + 1 :]]


def _nearer(each: Noted) -> Iterator[Decision]:
    if isinstance(each.taken, bytes):
        yield bytes(len(each.taken))
        for place in range(min(len(each.taken), 64)):
            octet = each.taken[place]
            for other in sorted({0, octet >> 1, max(octet - 1, 0)}):
                yield each.taken[:place] + bytes([other]) + each.taken[place + 1 :]
        return
    assert isinstance(each.plain, int)
    distance = each.taken - each.plain
    yield each.plain
    shift = distance.bit_length() - 1
    while shift >= 0:
        # By less and less, as in a search by halves.
        step = abs(distance) >> (distance.bit_length() - shift)
        yield each.plain + (step if distance >= 0 else -step)
        shift -= 1
    yield each.taken - (1 if distance > 0 else -1 if distance < 0 else 0)
