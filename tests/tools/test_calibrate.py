"""The command that judges the judge: what it runs, what it writes, and what it finds wrong."""

from pathlib import Path

import calibrate
import pytest
from calibration_run import Outcome

from oran_harness.model import Role, Verdict

RIC = Role.NEAR_RT_RIC
FLAW = "ric-dies-on-cu-up"
CAUGHT_BY = "E2AP-SETUP-112"
BESIDE = "E2AP-SETUP-105"
PART = ["--role", RIC.value, "--flaw", FLAW, "--case", CAUGHT_BY, "--case", BESIDE, "--jobs", "1"]


def clean(**verdicts: Verdict) -> Outcome:
    return Outcome(RIC, None, ("3.01", "7.00"), {BESIDE: Verdict.PASS, CAUGHT_BY: Verdict.PASS} | verdicts)


def flawed(verdict: Verdict = Verdict.FAIL) -> Outcome:
    return Outcome(RIC, FLAW, ("3.01", "7.00"), {BESIDE: Verdict.PASS, CAUGHT_BY: verdict}, {RIC.value})


def test_a_part_is_run_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A flaw and two cases: the page has what caught it, with the blame, and the same octets when it is run again."""
    page = tmp_path / "new" / "page.md"
    assert calibrate.main([*PART, "--out", str(page)]) == 0
    text = page.read_text("utf-8")
    assert f"| `{FLAW}` | F25 | Crashes on the E2 Setup of a gNB-CU-UP | **`{CAUGHT_BY}`** | near-rt-ric |" in text
    assert f"| `{CAUGHT_BY}` | A gNB-CU-UP is set up | 1 | **`{FLAW}`** |" in text
    assert "| near-RT RIC | 3.01, then 7.00 | 2 |  |" in text
    assert "nobody but the flawed role is blamed" in text
    assert "1 flaws; 0 things that must not be" in capsys.readouterr().err
    assert calibrate.main([*PART, "--out", str(page)]) == 0
    assert page.read_text("utf-8") == text


def test_flaws_of_o1_are_run_and_written(tmp_path: Path) -> None:
    """Their page speaks of NETCONF, whatever editions of E2AP there are."""
    page = tmp_path / "page.md"
    part = ["--flaw", "element-discards-nothing", "--case", "O1-CANDIDATE-103", "--jobs", "1", "--out", str(page)]
    assert calibrate.main(part) == 0
    text = page.read_text("utf-8")
    assert text.startswith("# Calibration of O1\n")
    assert "| managed element | 1.1 | 1 |  |" in text
    assert "| `element-discards-nothing` |  | Says ok to discard-changes, and keeps the candidate |" in text
    assert "| o1-provider |" in text


def test_a_part_leaves_the_committed_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --out only a whole run writes."""
    monkeypatch.setattr(calibrate, "ROOT", tmp_path)
    assert calibrate.main([*PART, "--edition", "3.01"]) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (flawed(Verdict.INCONC), f"{FLAW}: is not caught by {CAUGHT_BY}: inconc"),
        (Outcome(RIC, FLAW, ("3.01",)), f"{FLAW}: is not caught by {CAUGHT_BY}: it is not performed"),
        (Outcome(RIC, "ric-ppid-zero", ("3.01",)), "ric-ppid-zero: is not found by rule E2-PPID"),
        (Outcome(RIC, None, ("3.01",), wrong=["E2AP-X: fail: so"]), "the clean near-rt-ric of 3.01: E2AP-X: fail: so"),
        (clean(), f"{BESIDE}: no flaw makes it fail"),
    ],
)
def test_what_must_not_be_is_told(outcome: Outcome, said: str) -> None:
    """A flaw that is not found, an accusation that is wrong, a clean peer that fails, a case that cannot fail."""
    assert said in calibrate.troubles([outcome])


def test_a_clean_matrix_has_no_troubles() -> None:
    """A selection of flaws does not have to catch every case, nor has one of cases to find every flaw."""
    assert calibrate.troubles([clean(), flawed()], all_flaws=False) == []
    assert calibrate.troubles([clean(), Outcome(RIC, FLAW, ("3.01",))], all_flaws=False, all_cases=False) == []


def test_what_is_wrong_with_many_is_told_once() -> None:
    """A case that breaks breaks with every flaw."""
    broken = [Outcome(RIC, flaw, ("3.01",), wrong=["E2AP-X: error: so"]) for flaw in (FLAW, "ric-dies-on-du", None)]
    assert "ric-dies-on-cu-up and 2 more: E2AP-X: error: so" in calibrate.troubles(
        broken, all_flaws=False, all_cases=False
    )
