"""A case's body as a coroutine that is driven step by step."""

import traceback
from collections.abc import Awaitable, Generator
from dataclasses import dataclass
from typing import Any

from oran_harness.model import HARNESS, Verdict
from oran_harness.steps import CaseOutcome, Step
from oran_harness.steps.case import Body
from oran_harness.steps.participant import Participant

PASSED = None
"""The outcome of a body that comes to its last line."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The body is over, with this outcome."""

    outcome: CaseOutcome | None


class BodyRun:
    """Runs a body from step to step. ``spoilt`` is set by whoever sees that the body holds a faulty message."""

    def __init__(self, body: Body, peer: Participant[Any]) -> None:
        self.spoilt: str | None = None
        self._peer = peer
        self._body = body
        self._steps: Generator[Any, Any, None] | None = None

    def begin(self) -> Step[Any] | Finished:
        """The first step."""
        try:
            self._steps = _drive(self._body(self._peer))
        except Exception as error:
            return self._failed(error)
        return self._go(None)

    def give(self, result: Any) -> Step[Any] | Finished:
        """The next step, given what came of the one before."""
        return self._go(result)

    def throw(self, outcome: CaseOutcome) -> Step[Any] | Finished:
        """What the body does about an outcome: as a rule, end with it."""
        return self._go(None, outcome)

    def close(self) -> None:
        """Give the body up where it stands."""
        steps, self._steps = self._steps, None
        if steps is not None:
            try:
                steps.close()
            except Exception:
                # A body that goes on when it is told to end is given up all the same: its outcome stands already.
                return

    def _go(self, result: Any, outcome: CaseOutcome | None = None) -> Step[Any] | Finished:
        if self._steps is None:
            return Finished(outcome)
        try:
            step = self._steps.send(result) if outcome is None else self._steps.throw(outcome)
        except StopIteration:
            return Finished(PASSED)
        except CaseOutcome as ended:
            return Finished(ended)
        except Exception as error:
            return self._failed(error)
        if isinstance(step, Step):
            return step
        self.close()
        reason = f"the body of the case awaits {type(step).__name__}, which is no step of its peer"
        return Finished(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS))

    def _failed(self, error: Exception) -> Finished:
        text = error_text(error)
        if self.spoilt is not None:
            reason = f"the case cannot go on with a message that does not conform ({self.spoilt}): {text}"
            return Finished(CaseOutcome(Verdict.INCONC, reason))
        return Finished(CaseOutcome(Verdict.ERROR, text, blame=HARNESS))


def error_text(error: BaseException) -> str:
    """An exception in one line: its type, its text, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({_short(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}"


def _short(path: str) -> str:
    """A path from the package on: where the harness lies on a machine tells nobody anything."""
    place = path.rfind("oran_harness")
    return path[place:] if place >= 0 else path.rpartition("/")[2]


def _drive(body: Awaitable[None]) -> Generator[Any, Any, None]:
    """A body as a generator of its steps, whatever kind of awaitable it is."""
    yield from body.__await__()
