"""What keeps cases from being performed."""

from oran_harness.model import Diagnosis, DiagnosisKind, Event, EventKind
from oran_harness.runner.hindrance import MOST_MEETINGS, MOST_WITHOUT, Hindrance
from tests.runner.scene import case
from tests.runner.test_execution import sets_up

NEEDS_SETUP = case(sets_up).description
FRESH = case(sets_up, needs=("association.fresh",)).description
NO_SETUP = Diagnosis(DiagnosisKind.REFUSED, "Refused.", "Ask.")
NOBODY = Diagnosis(DiagnosisKind.NOBODY_LISTENS, "Nobody.", "Look.", hopeless=True)
ACCEPTED = [Event(1, 0.0, EventKind.OCTETS, message="E2setupResponse")]


def test_without_a_diagnosis_nothing_is_in_the_way() -> None:
    """As before the first meeting."""
    hindrance = Hindrance()
    assert hindrance.against(NEEDS_SETUP) is hindrance.hopeless is hindrance.latest is None
    assert not hindrance.to_be_met


def test_cases_that_need_no_setup_go_on_if_anybody_is_there() -> None:
    """Where nobody is, none does; the last diagnosis stays known when it stands no longer."""
    hindrance = Hindrance()
    hindrance.met(NO_SETUP)
    assert (hindrance.against(NEEDS_SETUP), hindrance.against(FRESH), hindrance.hopeless) == ("Refused.", None, None)
    hindrance.lost(NOBODY)
    assert (hindrance.against(NEEDS_SETUP), hindrance.against(FRESH), hindrance.hopeless) == ("Nobody.",) * 3
    hindrance.met(None)
    assert (hindrance.against(NEEDS_SETUP), hindrance.latest) == (None, NOBODY)


def test_when_it_is_time_for_another_meeting() -> None:
    """When E2 Setup stops working in a row of cases, or works where it did not; not again and again."""
    hindrance = Hindrance()
    hindrance.met(None)
    for _ in range(MOST_WITHOUT - 1):
        hindrance.performed([], alive=True)
    hindrance.performed(ACCEPTED, alive=True)
    for _ in range(MOST_WITHOUT):
        assert not hindrance.to_be_met
        hindrance.performed([], alive=True)
    assert hindrance.to_be_met
    for _ in range(MOST_MEETINGS):
        hindrance.met(NO_SETUP)
        hindrance.performed([], alive=True)
        assert not hindrance.to_be_met
        hindrance.performed(ACCEPTED, alive=True)
    assert not hindrance.to_be_met


def test_who_gives_no_sign_of_life_is_looked_after_elsewhere() -> None:
    """A SUT that is gone has no E2 Setup to be met for."""
    hindrance = Hindrance()
    for _ in range(2 * MOST_WITHOUT):
        hindrance.performed([], alive=False)
    assert not hindrance.to_be_met
