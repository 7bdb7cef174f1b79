"""What the negative cases find, and what they let pass."""

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
    dies_when_left,
    ends,
    ends_all,
    ignores,
    longer_than,
    mute,
    of,
    puts,
    replies,
    unread,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(m.E2setupRequest)
UPDATE = of(m.RICserviceUpdate)
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


def acknowledges(update: m.RICserviceUpdate, edition: str) -> Message:
    return m.RICserviceUpdateAcknowledge(update.transaction_id)


def responds(request: Any, edition: str) -> Message:
    kind = m.ResetResponse if isinstance(request, m.ResetRequest) else m.E2RemovalResponse
    return kind(request.transaction_id)


def names_another_procedure(_: Any, edition: str) -> Message:
    diagnostics = e.CriticalityDiagnostics(3, "initiating-message", "reject")
    return m.ErrorIndication(cause=cause("protocol/unspecified", edition), criticality_diagnostics=diagnostics)


def calls_it_miscellaneous(_: Any, edition: str) -> Message:
    return m.ErrorIndication(cause=cause("misc/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-101", dies(unread)),
    ("E2AP-NEG-101", ends_all(unread)),
    ("E2AP-NEG-102", dies(unread)),
    ("E2AP-NEG-103", ignores(unread)),
    ("E2AP-NEG-103", ends(unread)),
    ("E2AP-NEG-103", replies(unread, calls_it_miscellaneous)),
    ("E2AP-NEG-104", dies(unread, nth=3)),
    ("E2AP-NEG-105", dies(SETUP, nth=2)),
    ("E2AP-NEG-106", dies(longer_than(65_535))),
    ("E2AP-NEG-107", dies_when_left()),
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
    ("E2AP-NEG-121", replies(UPDATE, acknowledges)),
    ("E2AP-NEG-121", ignores(UPDATE)),
    ("E2AP-NEG-122", replies(of(m.ResetRequest), responds)),
    ("E2AP-NEG-122", ignores(of(m.ResetRequest))),
    ("E2AP-NEG-123", replies(of(m.E2RemovalRequest), responds)),
    ("E2AP-NEG-124", ignores(of(m.RICindication))),
    *((f"E2AP-NEG-{number}", replies(SETUP, serves)) for number in (131, 132, 133, 136, 137, 138)),
    *((f"E2AP-NEG-{number}", ignores(SETUP)) for number in (131, 132, 134, 135, 136, 137, 138, 140, 141)),
    ("E2AP-NEG-133", dies(SETUP, nth=2)),
    ("E2AP-NEG-134", complains(SETUP)),
    ("E2AP-NEG-135", complains(SETUP)),
    ("E2AP-NEG-139", ignores(SETUP, nth=2)),
    ("E2AP-NEG-139", dies(SETUP, nth=2)),
    ("E2AP-NEG-141", ends(SETUP)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [101, 102, 104, 106])
def test_rubbish_may_be_met_with_anything_but_harm(number: int) -> None:
    """Silence, an Error Indication and closing that association are all fine."""
    for misbehaviour in (ignores(unread), complains(unread), ends(unread), ends(unread, how="abort")):
        told = perform(f"E2AP-NEG-{number}", misbehaviour)
        assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("misbehaviour", [ignores(UNASKED), complains(UNASKED), ends(UNASKED)])
def test_unasked_answers_may_be_met_with_anything_but_harm(misbehaviour: Misbehaviour) -> None:
    """Errors in answers are handled locally."""
    told = perform("E2AP-NEG-115", misbehaviour)
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("number", [131, 132, 136])
def test_a_broken_setup_may_be_reported(number: int) -> None:
    """An Error Indication in place of the failure is a remark, no failure."""
    told = perform(f"E2AP-NEG-{number}", replies(SETUP, calls_it_miscellaneous))
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("case", ["E2AP-NEG-139", "E2AP-NEG-140", "E2AP-NEG-141"])
def test_odd_setups_may_be_served_or_refused(case: str) -> None:
    """What the RIC makes of them is open."""

    def refuses(request: m.E2setupRequest, edition: str) -> Message:
        return m.E2setupFailure(request.transaction_id, cause("misc/unspecified", edition))

    def second(message: Message | None, _: bytes) -> bool:
        return isinstance(message, m.E2setupRequest) and message.transaction_id != 1

    assert perform(case, replies(second, refuses)).judgement.verdict is Verdict.PASS
    assert perform(case, mute()).judgement.verdict is Verdict.PASS


def test_faults_are_found_in_the_first_edition() -> None:
    """Without Transaction IDs, too."""
    for case, misbehaviour in (
        ("E2AP-NEG-101", dies(unread)),
        ("E2AP-NEG-111", ignores(UNKNOWN_PROCEDURE)),
        ("E2AP-NEG-131", replies(SETUP, serves)),
        ("E2AP-NEG-122", ignores(of(m.ResetRequest))),
    ):
        assert_found(case, misbehaviour, edition="1.01")
