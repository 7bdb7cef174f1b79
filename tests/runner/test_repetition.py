"""A case that is performed several times."""

from dataclasses import replace

from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.runner.repetition import together

PASS = CaseResult("A-001", "t", "c", Level.MUST, "e2", "s", ("x",), Verdict.PASS, duration_s=1.0, history="a.jsonl")
FAIL = replace(PASS, verdict=Verdict.FAIL, reason="late", actual="late", history="b.jsonl")


def test_one_time_is_itself() -> None:
    """Nothing is added."""
    assert together([FAIL]) == FAIL


def test_always_the_same() -> None:
    """The first, with the seconds of all."""
    assert together([PASS, PASS]) == replace(PASS, duration_s=2.0)


def test_different_verdicts_are_flaky() -> None:
    """The worst counts, with its own words and history; the reason says that it was not always so."""
    found = together([PASS, FAIL, PASS])
    assert found == replace(FAIL, reason="flaky: pass 2 times, fail once; late", tags=("x", "flaky"), duration_s=3.0)
