"""Known verdicts as values."""

from oran_harness.model import Known, Reckoning, Standing, Verdict

KNOWN = Known((Verdict.FAIL, Verdict.INCONC), "it is slow", "https://x/1")


def test_standings() -> None:
    """What is listed stands as listed; a pass that is not is an XPASS, anything else has changed."""
    assert KNOWN.standing(Verdict.FAIL) is KNOWN.standing(Verdict.INCONC) is Standing.AS_LISTED
    assert KNOWN.standing(Verdict.PASS) is Standing.XPASS
    assert {KNOWN.standing(each) for each in (Verdict.ERROR, Verdict.SKIP, Verdict.UNSUPPORTED)} == {Standing.CHANGED}
    assert Known((Verdict.PASS, Verdict.FAIL), "flaky").standing(Verdict.PASS) is Standing.AS_LISTED


def test_as_json() -> None:
    """All of it, as results.json has it."""
    assert KNOWN.to_json(Verdict.PASS) == {
        "standing": "xpass",
        "verdicts": ["fail", "inconc"],
        "reason": "it is slow",
        "link": "https://x/1",
    }
    reckoning = Reckoning("expected.toml", as_listed=("A",), not_judged=("B",))
    assert reckoning.to_json() == {
        "file": "expected.toml",
        "as_listed": ["A"],
        "xpass": [],
        "changed": [],
        "new": [],
        "not_judged": ["B"],
    }


def test_what_departs() -> None:
    """New, changed and XPASS are other verdicts than the file's; what was not run is none."""
    assert not Reckoning("f", as_listed=("A",), not_judged=("B",)).departs
    assert all(Reckoning("f", **{name: ("A",)}).departs for name in ("new", "changed", "xpass"))
