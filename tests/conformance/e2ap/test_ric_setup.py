"""What the cases about E2 Setup find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import (
    E2setupFailure,
    E2setupRequest,
    E2setupResponse,
    RICserviceQuery,
)
from oran_harness.steps.answers import refusal
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    begins_with,
    complains,
    dies,
    ends,
    ignores,
    loses_a_component,
    loses_a_function,
    of,
    puts,
    refuses_setup,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(E2setupRequest)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SETUP-101", refuses_setup()),
    ("E2AP-SETUP-101", ignores(SETUP)),
    ("E2AP-SETUP-101", complains(SETUP)),
    ("E2AP-SETUP-102", puts(E2setupResponse, transaction_id=0)),
    ("E2AP-SETUP-102", puts(E2setupResponse, transaction_id=255)),
    ("E2AP-SETUP-103", loses_a_function()),
    ("E2AP-SETUP-103", puts(E2setupResponse, ran_functions_accepted=None, ran_functions_rejected=None)),
    ("E2AP-SETUP-104", loses_a_component()),
    ("E2AP-SETUP-105", begins_with(lambda edition: RICserviceQuery(1))),
    ("E2AP-SETUP-106", ignores(SETUP, nth=2)),
    ("E2AP-SETUP-106", ends(SETUP, nth=2)),
    ("E2AP-SETUP-107", ignores(SETUP, nth=2)),
    ("E2AP-SETUP-107", dies(SETUP, nth=2)),
    ("E2AP-SETUP-107", puts(E2setupResponse, nth=2, transaction_id=77)),
    ("E2AP-SETUP-108", ignores(SETUP, nth=2)),
    ("E2AP-SETUP-108", ends(SETUP, nth=2)),
    ("E2AP-SETUP-109", refuses_setup(nth=2)),
    ("E2AP-SETUP-109", ignores(SETUP, nth=2)),
    ("E2AP-SETUP-110", refuses_setup(nth=2)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", ["E2AP-SETUP-107", "E2AP-SETUP-108"])
def test_a_second_setup_may_be_refused(case: str) -> None:
    """The text leaves open whether it is served, so both pass."""
    assert perform(case, refuses_setup(nth=2)).judgement.verdict is Verdict.PASS


def test_time_to_wait_is_kept() -> None:
    """A RIC that asks a node that comes back for patience, and then serves it, passes."""

    def change(response: E2setupResponse) -> E2setupFailure:
        return E2setupFailure(response.transaction_id, cause("misc/unspecified", "3.01"), time_to_wait=20)

    def says(ric, message):  # type: ignore[no-untyped-def]
        second = isinstance(message, E2setupResponse) and ric.count("setups") == 2
        return change(message) if second else message

    told = perform("E2AP-SETUP-109", Misbehaviour(says=says))
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert told.performed.events[-1].t > 20


def test_a_refusal_is_no_answer_to_the_plain_setup() -> None:
    """Every near-RT RIC has E2 Setup, so it cannot be unsupported."""

    def make(request: E2setupRequest, edition: str) -> E2setupFailure:
        failure = refusal(request, cause("misc/unspecified", edition), edition)
        assert isinstance(failure, E2setupFailure)
        return failure

    assert_found("E2AP-SETUP-101", replies(SETUP, make))


@pytest.mark.parametrize("number", [102, 106])
def test_any_answer_will_do_where_ids_are_judged(number: int) -> None:
    """E2 SETUP FAILURE is an answer, too."""
    assert perform(f"E2AP-SETUP-{number}", refuses_setup()).judgement.verdict is Verdict.PASS


def test_faults_are_found_in_other_editions() -> None:
    """In the oldest and the newest, too."""
    for edition in ("1.01", "7.00"):
        assert_found("E2AP-SETUP-103", ignores(SETUP), edition=edition)
