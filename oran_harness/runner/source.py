"""What a plan is made of: whatever has one verdict, be it one case or many that are made as they go."""

from typing import Protocol

from oran_harness.model import CaseDescription
from oran_harness.model.restart import RESTART
from oran_harness.runner.stage import Stage
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case

PATIENCE = 10
"""Times the time limit of a step that a case may take, and that long a wait that a clause demands."""
_LEAST_S = 300.0
"""Several times the longest Time to Wait that a SUT may ask for in any case, 60 s (E2AP 9.2.5)."""
_SLOW_S = 600.0
SLOW = "slow"
"""The tag of a case with a wait that a clause demands."""


def restarts(case: CaseDescription) -> bool:
    """Whether a case has the SUT restarted."""
    return f"stimulus:{RESTART}" in case.needs


class Source(Protocol):
    """Something with one line in the results."""

    @property
    def description(self) -> CaseDescription:
        """What that line says of it."""
        ...

    @property
    def sample(self) -> Case:
        """A case that shows what is performed, for people who want to know beforehand."""
        ...

    def limit(self, timeout: float) -> float:
        """Seconds after which something is wrong with it, where a step may take ``timeout``."""
        ...

    async def perform(self, stage: Stage) -> CaseOutcome | None:
        """Perform it; None if all is well."""
        ...


class SingleCase:
    """A case that is declared."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @property
    def description(self) -> CaseDescription:
        """What is declared beside the body."""
        return self.case.description

    @property
    def sample(self) -> Case:
        """The case itself."""
        return self.case

    def limit(self, timeout: float) -> float:
        """Many times what its steps may take; more for one with long waits, and for one that restarts the SUT."""
        long = SLOW in self.description.tags or restarts(self.description)
        return max(_LEAST_S, PATIENCE * timeout) + (_SLOW_S if long else 0.0)

    async def perform(self, stage: Stage) -> CaseOutcome | None:
        """Perform it once."""
        return await stage.perform(self.case)
