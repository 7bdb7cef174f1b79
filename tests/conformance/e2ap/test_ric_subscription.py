"""What the cases about Subscription find, and what they let pass."""

from dataclasses import replace

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    dies_when_left,
    edits,
    ends_all,
    mum,
    mute,
    of,
    puts,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

REQUEST = m.RICsubscriptionRequest
DELETE = m.RICsubscriptionDeleteRequest
ONE_ID = e.RICrequestID(1, 1)


def twice(request: m.RICsubscriptionRequest) -> Message:
    """An Action ID twice."""
    details = request.ric_subscription_details
    assert details is not None
    actions = details.ric_action_to_be_setup_list
    return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=actions * 2))


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SUB-101", mute(REQUEST)),
    ("E2AP-SUB-101", puts(REQUEST, ran_function_id=99)),
    ("E2AP-SUB-101", edits(REQUEST, twice)),
    ("E2AP-SUB-101", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-102", complains(of(m.RICsubscriptionFailure))),
    ("E2AP-SUB-102", dies(of(m.RICsubscriptionFailure))),
    ("E2AP-SUB-103", mum(puts(REQUEST, ric_request_id=ONE_ID))),
    ("E2AP-SUB-104", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-105", mute(DELETE)),
    ("E2AP-SUB-105", puts(DELETE, ric_request_id=e.RICrequestID(9, 9))),
    ("E2AP-SUB-105", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-106", dies_when_left()),
    ("E2AP-SUB-107", dies_when_left()),
    ("E2AP-SUB-108", dies(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-108", ends_all(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-109", complains(of(m.RICsubscriptionResponse))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_a_timer_that_is_not_told_accuses_nobody() -> None:
    """E2AP gives TRICEVENTcreate no value: without a word on it from the RIC, silence is inconclusive."""
    assert perform("E2AP-SUB-105", mum(mute(DELETE))).judgement.verdict is Verdict.INCONC


def test_a_single_action_cannot_be_admitted_in_part() -> None:
    """A RIC that always asks for one action leaves the case inconclusive."""

    def one(request: m.RICsubscriptionRequest) -> Message:
        details = request.ric_subscription_details
        assert details is not None
        first = details.ric_action_to_be_setup_list[:1]
        return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=first))

    assert perform("E2AP-SUB-109", edits(REQUEST, one)).judgement.verdict is Verdict.INCONC


def test_one_request_at_a_time_is_fine() -> None:
    """A RIC need not have two subscriptions under way at once."""
    told = perform("E2AP-SUB-104", mute(REQUEST, nth=2))
    assert told.judgement.verdict is Verdict.PASS, str(told)
