"""Several steps under way at once, decided together; a single step is a concert of one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from oran_harness.steps.attempts.attempt import Attempt
from oran_harness.steps.decision import Begun, Done, Over, Terms, Waiting, decide
from oran_harness.steps.inbox import Inbox, Moment
from oran_harness.steps.received import Incoming
from oran_harness.steps.step import Expect, ExpectEnd, Open, Pause, Silence, Step, Stimulate, Together

ATTENTIVE = (Attempt, Expect, ExpectEnd, Open, Pause, Silence)
"""The steps during which requests of the SUT that nobody wants are answered."""


@dataclass(slots=True)
class Part:
    """One step under way, and its result once it is done."""

    begun: Begun
    done: Done | None = None


@dataclass(slots=True)
class Concert:
    """A step under way with all its parts; ``seen`` is the number of the last event that it was decided with."""

    step: Step[Any]
    parts: list[Part]
    seen: int = -1
    over: Over | None = None
    until: float | None = None
    taken: list[Incoming] = field(default_factory=list)

    @property
    def pending(self) -> tuple[Begun, ...]:
        """The parts that are not done."""
        return tuple(part.begun for part in self.parts if part.done is None)

    @property
    def attentive(self) -> bool:
        """Whether requests that nobody wants are to be answered meanwhile."""
        return any(isinstance(part.begun.step, ATTENTIVE) or _restarts(part.begun.step) for part in self.parts)

    @property
    def done(self) -> bool:
        """Whether every part is done."""
        return all(part.done is not None for part in self.parts)

    @property
    def at(self) -> Moment:
        """When the last part was done."""
        return max((part.done.at for part in self.parts if part.done is not None), default=Moment(0.0, 0))

    @property
    def cause(self) -> Moment:
        """What ended it, or brought it where it is."""
        return max((part.done.cause for part in self.parts if part.done is not None), default=Moment(0.0, 0))

    @property
    def result(self) -> Any:
        """The result, in the shape of the step."""
        return _shape(self.step, iter([part.done.result if part.done is not None else None for part in self.parts]))

    def decide(self, inbox: Inbox, now: float, terms: Terms, latest: int) -> None:
        """Move on with what was recorded by ``now``; ``latest`` is the number of the history's last event.

        What a part takes is put into ``taken`` and out of the inbox, the earliest failure into ``over``.
        """
        self.until, overs = None, []
        for part in self.parts:
            if part.done is not None:
                continue
            decision = decide(part.begun, inbox, now, terms, after=self.seen)
            match decision:
                case Done():
                    part.done = decision
                    if decision.taken is not None:
                        inbox.take(decision.taken.n)
                        self.taken.append(decision.taken)
                case Over():
                    overs.append(decision)
                case Waiting(until) if until is not None:
                    self.until = until if self.until is None else min(self.until, until)
        self.over = min(overs, key=lambda over: over.cause, default=None)
        self.seen = latest


def leaves(step: Step[Any]) -> Iterator[Step[Any]]:
    """The steps that are performed, in order: all parts of what is done together."""
    if isinstance(step, Together):
        for each in step.steps:
            yield from leaves(each)
    else:
        yield step


def _restarts(step: Step[Any]) -> bool:
    """Whether the SUT is being restarted: one that takes its leave may wait for our answer."""
    return isinstance(step, Stimulate) and step.restarts


def _shape(step: Step[Any], results: Iterator[Any]) -> Any:
    if isinstance(step, Together):
        return tuple(_shape(each, results) for each in step.steps)
    return next(results)
