"""What keeps cases from being performed, as far as the run knows at a moment."""

from collections.abc import Sequence

from oran_harness.conformance.preambles import FRESH, NONE
from oran_harness.model import CaseDescription, Diagnosis, Event
from oran_harness.runner.contact import setup_works

MOST_WITHOUT = 3
"""Cases in a row in which no E2 Setup was accepted; then the SUT is met again."""
MOST_MEETINGS = 4


class Hindrance:
    """Knows the diagnosis that stands. ``latest`` is the last that ever stood in this run."""

    def __init__(self) -> None:
        self.latest: Diagnosis | None = None
        self.meetings = 0
        self._standing: Diagnosis | None = None
        self._without = 0
        self._again = False

    @property
    def standing(self) -> Diagnosis | None:
        """The diagnosis that stands."""
        return self._standing

    @property
    def to_be_met(self) -> bool:
        """Whether the SUT has to be met again before the next case."""
        return self._again and self.meetings < MOST_MEETINGS

    @property
    def hopeless(self) -> str | None:
        """Why no case can be performed at all, None if some can."""
        return self._standing.seen if self._standing is not None and self._standing.hopeless else None

    def met(self, diagnosis: Diagnosis | None) -> None:
        """A meeting is over."""
        self.meetings += 1
        self._again, self._without = False, 0
        self._stands(diagnosis)

    def lost(self, diagnosis: Diagnosis) -> None:
        """Nobody is there any more."""
        self._again = False
        self._stands(diagnosis)

    def against(self, case: CaseDescription) -> str | None:
        """Why the case cannot be performed; None if nothing is known."""
        standing = self._standing
        if standing is None:
            return None
        if standing.hopeless or not {FRESH, NONE} & set(case.needs):
            return standing.seen
        return None

    def performed(self, events: Sequence[Event], *, alive: bool) -> None:
        """A case has been performed; ``alive`` tells that the SUT gave a sign of life behind it."""
        works = setup_works(events)
        if self._standing is not None:
            self._again = works
            return
        self._without = 0 if works or not alive else self._without + 1
        self._again = self._without >= MOST_WITHOUT

    def _stands(self, diagnosis: Diagnosis | None) -> None:
        self._standing = diagnosis
        self.latest = diagnosis or self.latest
