"""What the cases about unknown and foreign procedures find, and what they let pass."""

from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.answers import setup_response
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import node_offer, setup_request
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    Test,
    complains,
    dies,
    ends,
    ends_all,
    ignores,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

UNASKED = of(m.RICsubscriptionResponse, m.ResetResponse)
REQUIRED = of(m.RICsubscriptionModificationRequired)
UNKNOWN_PROCEDURE: Test = lambda message, octets: message is None and octets[1:2] == b"\xc8"  # noqa: E731


def serves(request: m.E2setupRequest, edition: str) -> Message:
    """It serves any Setup, whatever is wrong with it."""
    transaction = 7 if request.transaction_id is None else request.transaction_id
    response = setup_response(setup_request(node_offer(edition=edition), transaction), edition=edition)
    assert response is not None
    return response


def grants(request: Any, edition: str) -> Message:
    """It serves what only a RIC may ask for."""
    if isinstance(request, m.RICsubscriptionRequest):
        admitted = (e.RICaction_Admitted_Item(1),)
        return m.RICsubscriptionResponse(request.ric_request_id, request.ran_function_id, admitted)
    return m.E2connectionUpdateAcknowledge(request.transaction_id)


def confirms(request: m.RICsubscriptionModificationRequired, edition: str) -> Message:
    confirmed = (e.RICaction_ConfirmedForRemoval_Item(1),)
    return m.RICsubscriptionModificationConfirm(
        request.ric_request_id, request.ran_function_id, ric_actions_confirmed_for_removal_list=confirmed
    )


def names_another_procedure(_: Any, edition: str) -> Message:
    diagnostics = e.CriticalityDiagnostics(3, "initiating-message", "reject")
    return m.ErrorIndication(cause=cause("protocol/unspecified", edition), criticality_diagnostics=diagnostics)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-111", ignores(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-111", ends(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-111", replies(UNKNOWN_PROCEDURE, names_another_procedure)),
    ("E2AP-NEG-112", complains(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-112", ends(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-112", dies(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-113", ignores(UNKNOWN_PROCEDURE)),
    ("E2AP-NEG-114", dies(UNKNOWN_PROCEDURE, nth=4)),
    ("E2AP-NEG-115", dies(UNASKED, nth=2)),
    ("E2AP-NEG-115", ends_all(UNASKED)),
    ("E2AP-NEG-116", replies(of(m.RICsubscriptionRequest), grants)),
    ("E2AP-NEG-116", replies(of(m.E2connectionUpdate), grants)),
    ("E2AP-NEG-116", dies(of(m.RICcontrolRequest))),
    ("E2AP-NEG-117", replies(REQUIRED, confirms)),
    ("E2AP-NEG-117", ignores(REQUIRED)),
    ("E2AP-NEG-117", puts(m.RICsubscriptionModificationRefuse, ric_request_id=e.RICrequestID(9, 9))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("misbehaviour", [ignores(UNASKED), complains(UNASKED), ends(UNASKED)])
def test_unasked_answers_may_be_met_with_anything_but_harm(misbehaviour: Misbehaviour) -> None:
    """Errors in answers are handled locally."""
    told = perform("E2AP-NEG-115", misbehaviour)
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_faults_are_found_in_the_first_edition() -> None:
    """Without Transaction IDs, too."""
    assert_found("E2AP-NEG-111", ignores(UNKNOWN_PROCEDURE), edition="1.01")
