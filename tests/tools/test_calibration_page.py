"""The page of the calibration: what caught each flaw, and what each case catches."""

from calibration_page import as_markdown
from calibration_run import Outcome

from oran_harness.model import Role, Verdict

RIC = Role.NEAR_RT_RIC
FLAW = "ric-dies-on-cu-up"
CAUGHT_BY = "E2AP-SETUP-112"
BESIDE = "E2AP-SETUP-105"
BOTH = ("3.01", "7.00")


def test_many_cases_are_folded() -> None:
    """Beside the named ones more than a dozen are numbers under what their ids begin with; collateral is told."""
    many = {f"E2AP-SETUP-{number}": Verdict.FAIL for number in range(120, 140)}
    passes = dict.fromkeys([*many, BESIDE, CAUGHT_BY], Verdict.PASS)
    verdicts = {**many, CAUGHT_BY: Verdict.FAIL, BESIDE: Verdict.INCONC}
    page = as_markdown(
        [
            Outcome(RIC, None, BOTH, passes),
            Outcome(RIC, FLAW, BOTH, verdicts, {RIC.value}, {"SUT-DIED"}),
        ],
        ["E2AP-X: fail | odd"],
    )
    numbers = ", ".join(str(number) for number in range(120, 140))
    folded = f"<details><summary>20</summary>`E2AP-SETUP` {numbers}</details>"
    assert f"**`{CAUGHT_BY}`**, {folded} | near-rt-ric | `SUT-DIED` | inconc: `{BESIDE}` |" in page
    assert "- E2AP-X: fail \\| odd" in page


def test_a_case_has_its_flaws() -> None:
    """Those that name it in bold; a case that was not possible says so, and so does one that nobody chose."""
    clean = Outcome(RIC, None, BOTH, {CAUGHT_BY: Verdict.PASS}, asked={CAUGHT_BY, BESIDE})
    named = Outcome(RIC, FLAW, BOTH, {CAUGHT_BY: Verdict.FAIL}, {RIC.value})
    another = Outcome(RIC, "ric-dies-on-du", BOTH, {CAUGHT_BY: Verdict.FAIL}, {RIC.value})
    page = as_markdown([clean, another, named], [])
    assert f"| `{CAUGHT_BY}` | A gNB-CU-UP is set up | 2 | **`{FLAW}`**, `ric-dies-on-du` |" in page
    assert f"| `{BESIDE}` | The near-RT RIC says nothing before the node's E2 Setup |  | not possible here" in page
    assert "| `E2AP-SETUP-101` | A gNB that offers KPM and RC is set up |  | not chosen |" in page
    assert "What must not be" not in page
