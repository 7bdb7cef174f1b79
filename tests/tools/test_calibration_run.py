"""Which meetings there are, and what comes of one."""

import pytest
from calibration_run import EXAMPLES, Meeting, Outcome, hold, hold_all, meetings

from oran_harness.conformance import load
from oran_harness.model import Role, Verdict
from oran_harness.peers.flaws import FLAWS
from tests.calibration.bench import perform

RIC = Role.NEAR_RT_RIC
FLAW = "ric-dies-on-cu-up"
CAUGHT_BY = "E2AP-SETUP-112"
BESIDE = "E2AP-SETUP-105"
NEWEST = "7.00"
BOTH = ("3.01", NEWEST)


def test_everything_meets_everything() -> None:
    """Each flaw, the clean peer in the same editions and in each alone; all cases of the role, in parts."""
    every = list(meetings([RIC], [FLAW], BOTH, BOTH))
    peers = list(dict.fromkeys((each.flaw, each.editions) for each in every))
    assert peers == [(None, BOTH), (None, ("3.01",)), (None, (NEWEST,)), (FLAW, BOTH)]
    cases = {case.id for case in load() if case.description.under_test is RIC}
    met = [case for each in every if each.flaw == FLAW for case in each.cases]
    assert cases < set(met)
    assert len(met) == len(set(met))
    assert list(meetings([Role.E2_NODE], [FLAW], BOTH, (), [CAUGHT_BY])) == []


def test_a_flaw_fails_what_it_is_about() -> None:
    """With blame, and with what rules found; beside it all passes."""
    outcome = hold(Meeting(RIC, FLAW, BOTH, (BESIDE, CAUGHT_BY)))
    assert outcome.verdicts == {BESIDE: Verdict.PASS, CAUGHT_BY: Verdict.FAIL}
    assert outcome.failed == [CAUGHT_BY]
    assert outcome.blamed == {RIC.value}
    assert "SUT-DIED" in outcome.rules
    assert outcome.wrong == []


def test_a_clean_peer_has_to_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that it fails is noted, with what was seen."""
    assert hold(Meeting(RIC, None, BOTH, (CAUGHT_BY,))).wrong == []
    monkeypatch.setattr(
        "calibration_run.perform", lambda case, role, _, edition: perform(case, role, FLAWS[FLAW], edition)
    )
    (wrong,) = hold(Meeting(RIC, None, BOTH, (CAUGHT_BY,))).wrong
    assert wrong.startswith(f"{CAUGHT_BY}: fail: ")
    assert "died" in wrong


def test_a_case_of_a_later_edition_is_met_there() -> None:
    """Where it is possible in none of the editions it is left out."""
    later = "E2AP-SUBMOD-101"
    assert hold(Meeting(RIC, None, ("1.01",), (later,))).verdicts == {}
    assert hold(Meeting(RIC, None, ("1.01", "3.01"), (later,))).verdicts == {later: Verdict.PASS}


def test_a_property_is_tried_with_several_examples() -> None:
    """In all the ways in which a message may deviate; the worst of them is its verdict."""
    id = next(each for meeting in meetings([RIC], [], BOTH, ()) for each in meeting.cases if "-PROP-" in each)
    assert len(EXAMPLES) > 5
    assert hold(Meeting(RIC, None, BOTH, (id,))).verdicts == {id: Verdict.PASS}


def test_what_raises_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """One case that breaks the harness does not end a calibration: it is an error, and told."""

    def breaks(*_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr("calibration_run.perform", breaks)
    outcome = hold(Meeting(RIC, None, BOTH, (BESIDE,)))
    assert outcome.verdicts == {BESIDE: Verdict.ERROR}
    assert outcome.wrong == [f"{BESIDE}: LookupError: no such thing"]


def test_parts_of_a_peer_come_together() -> None:
    """In the order of the meetings, whatever is over first."""
    parts = [Meeting(RIC, FLAW, BOTH, (BESIDE,)), Meeting(RIC, None, BOTH, ()), Meeting(RIC, FLAW, BOTH, (CAUGHT_BY,))]
    told = []
    outcomes = hold_all(parts, 1, lambda count, meeting: told.append((count, meeting.flaw)))
    assert [(each.flaw, each.failed) for each in outcomes] == [(FLAW, [CAUGHT_BY]), (None, [])]
    assert told == [(1, FLAW), (2, None), (3, FLAW)]
    assert isinstance(outcomes[0], Outcome)
