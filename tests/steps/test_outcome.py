"""How a body ends before its last line."""

import pytest

from oran_harness.model import Verdict
from oran_harness.steps import CaseOutcome, check, inconclusive, not_applicable, unsupported


def test_a_check_that_holds_says_nothing() -> None:
    """The body goes on."""
    check(True, "Answer.", expected=1, actual=1)


def test_a_check_that_does_not_hold_fails_with_its_reasons() -> None:
    """Requirement, expected and actual are kept for the report."""
    with pytest.raises(CaseOutcome) as caught:
        check(False, "The answer has the request's TransactionID.", expected=7, actual=None)
    outcome = caught.value
    assert (outcome.verdict, outcome.expected, outcome.actual) == (Verdict.FAIL, "7", "None")
    assert str(outcome) == "The answer has the request's TransactionID."


def test_what_says_nothing_about_the_sut_has_a_reason() -> None:
    """Inconclusive, unsupported and not applicable carry it."""
    assert (not_applicable("no").verdict, not_applicable("no").reason) == (Verdict.SKIP, "no")
    assert (inconclusive("no").verdict, inconclusive("no").reason) == (Verdict.INCONC, "no")
    assert (unsupported("no").verdict, unsupported("no").reason) == (Verdict.UNSUPPORTED, "no")
