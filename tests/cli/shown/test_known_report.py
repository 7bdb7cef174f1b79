"""Known verdicts for people."""

from dataclasses import replace

from oran_harness.cli.shown.known_report import as_listed, reckoned, standing_of
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import CaseResult, Known, Level, Reckoning, Verdict

KNOWN = Known((Verdict.FAIL,), "it is slow", "https://x/1")
FAIL = CaseResult("A-101", "t", "1", Level.MUST, "e2", "e2ap", (), Verdict.FAIL, known=KNOWN)


def test_beside_a_verdict() -> None:
    """The reason, and what is another verdict than listed stands out."""
    assert as_listed(FAIL)
    assert standing_of(FAIL) == "known: it is slow (https://x/1)"
    assert standing_of(replace(FAIL, verdict=Verdict.PASS)) == "XPASS, listed as fail: it is slow (https://x/1)"
    error = replace(FAIL, verdict=Verdict.ERROR)
    assert standing_of(error) == "changed, listed as fail: it is slow (https://x/1)"
    assert not as_listed(error)
    assert standing_of(replace(FAIL, known=None)) == ""


def lines(reckoning: Reckoning) -> str:
    """What is told of it."""
    return "\n".join(reckoned(Terminal(), reckoning, [FAIL]))


def test_a_run_against_its_file() -> None:
    """Each group with its ids; what is not judged is said."""
    text = lines(Reckoning("e.toml", ("A-101",), ("E2-PPID",), ("A-102",), ("A-103",), ("A-104", "A-105")))
    assert text.splitlines()[0] == "AGAINST e.toml"
    for part in (
        "New:         1 (not listed): A-103",
        "1: A-101",
        "take it out of the file): E2-PPID",
        "not run): A-104",
    ):
        assert part in text
    assert "Every verdict" not in text
    assert "Every verdict is the file's." in lines(Reckoning("e.toml", ("A-101",), not_judged=("A-104",)))
    assert "Nothing is listed for this run, and nothing is wrong." in lines(Reckoning("e.toml"))
