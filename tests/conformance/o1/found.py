"""What an outcome has to be where an element misbehaves."""

from oran_harness.model import Role, Verdict
from oran_harness.steps import CaseOutcome


def demand_found(outcome: CaseOutcome | None) -> None:
    """It fails, blames the element, and tells what was asked, expected and seen."""
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL, str(outcome)
    assert outcome.blame in (None, Role.O1_PROVIDER)
    assert outcome.requirement
    assert outcome.expected
    assert outcome.actual
