"""The parts of a case's history: its preamble, what the case is about, and what is put away behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from oran_harness.conformance.preambles import PUTTING_AWAY, THE_CASE, sets_up
from oran_harness.drivers.performance import OUTCOME
from oran_harness.model import CaseDescription, Event, EventKind, Finding, Level, Role
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse

_SETUP = {E2setupRequest.NAME, E2setupResponse.NAME, E2setupFailure.NAME}
_ABOUT_SETUP = "E2setup"


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers of events: those below ``begun`` are the preamble's, those from ``ended`` to ``over`` put things away.

    ``setups`` are messages of E2 Setup in a case that is not about it: such as show that the SUT still serves.
    """

    begun: int
    ended: int
    over: int
    setups: frozenset[int] = frozenset()

    @classmethod
    def of(cls, case: CaseDescription, events: Sequence[Event]) -> "Parts":
        """The parts of a history of that case. A preamble that did not succeed is all there is before the outcome."""
        over = next((event.n for event in events if _is_outcome(event)), events[-1].n + 1 if events else 0)
        ended = _heading(events, PUTTING_AWAY, over)
        if not sets_up(case.needs):
            return cls(0, ended, over)
        about_setup = _ABOUT_SETUP in case.tags
        setups = frozenset(event.n for event in events if event.message in _SETUP and not about_setup)
        return cls(_heading(events, THE_CASE, over), ended, over, setups)

    def besides(self, finding: Finding, under_test: Role) -> bool:
        """Whether the SUT is to blame, by a must, for what lies beside what the case is about."""
        if finding.event is None or finding.blame != under_test or finding.level is not Level.MUST:
            return False
        place = finding.event
        return place < self.begun or self.ended <= place < self.over or place in self.setups


def _heading(events: Sequence[Event], title: str, otherwise: int) -> int:
    for event in events:
        if event.kind is EventKind.STEP and event.message == title:
            return event.n
    return otherwise


def _is_outcome(event: Event) -> bool:
    return event.kind is EventKind.NOTE and (event.message or "").startswith(f"{OUTCOME}: ")
