"""What items are marked with."""

import pytest

from oran_harness.conformance import descriptions
from oran_harness.model import Known, Verdict
from oran_harness.pytest_plugin.markers import AsListed, clause_numbers, expected_failure


@pytest.mark.parametrize(
    ("clause", "numbers"),
    [
        ("O-RAN.WG3.E2AP 8.3.1", ["8", "8.3", "8.3.1"]),
        ("O-RAN.WG3.E2AP 8.3.1, 9.2.6", ["8", "8.3", "8.3.1", "9", "9.2", "9.2.6"]),
        ("O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.5", ["10", "10.3", "10.3.5"]),
        ("", []),
    ],
)
def test_clauses(clause: str, numbers: list[str]) -> None:
    """Each that is named, and those that it is within; the number of a document is none."""
    assert clause_numbers(clause) == numbers


def test_every_case_has_a_clause() -> None:
    """None is out of reach of -m."""
    assert [case.id for case in descriptions() if not clause_numbers(case.clause)] == []


def test_expected_failures() -> None:
    """They are strict, so that a pass is named; a flaky one may do either. Only what is listed counts as expected."""
    mark = expected_failure(Known((Verdict.FAIL,), "it is slow", "https://x/1")).mark
    assert mark.kwargs == {"reason": "fail: it is slow (https://x/1)", "strict": True, "raises": AsListed}
    assert expected_failure(Known((Verdict.PASS, Verdict.FAIL), "flaky")).mark.kwargs["strict"] is False
