"""What the cases about Subscription, Delete, Delete Required, Indication and Control find, and let pass."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Happening, Stimulus
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    dies_when_left,
    edits,
    ends,
    ends_all,
    ignores,
    mum,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

REQUEST = m.RICsubscriptionRequest
DELETE = m.RICsubscriptionDeleteRequest
REQUIRED = of(m.RICsubscriptionDeleteRequired)
INDICATION = of(m.RICindication)
ONE_ID = e.RICrequestID(1, 1)


def twice(request: m.RICsubscriptionRequest) -> Message:
    """An Action ID twice."""
    details = request.ric_subscription_details
    assert details is not None
    actions = details.ric_action_to_be_setup_list
    return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=actions * 2))


def deletes_the_unknown(required: m.RICsubscriptionDeleteRequired, edition: str) -> Message:
    items = required.ric_subscription_to_be_removed
    assert items is not None
    return DELETE(items[0].ric_request_id, items[0].ran_function_id)


def expects_an_acknowledgement() -> Misbehaviour:
    """It lets TRICcontrol run for a control with NoAck."""

    def meets(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
        return replace(happening, arguments={"ack": "ack"}) if isinstance(happening, Stimulus) else happening

    quiet = puts(m.RICcontrolRequest, ric_control_ack_request="noAck")
    return replace(quiet, meets=meets)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SUB-101", mute(REQUEST)),
    ("E2AP-SUB-101", puts(REQUEST, ran_function_id=99)),
    ("E2AP-SUB-101", edits(REQUEST, twice)),
    ("E2AP-SUB-101", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-102", complains(of(m.RICsubscriptionFailure))),
    ("E2AP-SUB-102", dies(of(m.RICsubscriptionFailure))),
    ("E2AP-SUB-103", puts(REQUEST, ric_request_id=ONE_ID)),
    ("E2AP-SUB-104", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-105", mute(DELETE)),
    ("E2AP-SUB-105", puts(DELETE, ric_request_id=e.RICrequestID(9, 9))),
    ("E2AP-SUB-105", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-106", dies_when_left()),
    ("E2AP-SUB-107", dies_when_left()),
    ("E2AP-SUB-108", dies(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-108", ends_all(of(m.RICsubscriptionResponse))),
    ("E2AP-SUB-109", complains(of(m.RICsubscriptionResponse))),
    ("E2AP-SUBDEL-101", puts(DELETE, ran_function_id=3)),
    ("E2AP-SUBDEL-101", mute(DELETE)),
    ("E2AP-SUBDEL-101", puts(DELETE, ric_request_id=e.RICrequestID(9, 9))),
    ("E2AP-SUBDEL-101", dies(of(m.RICsubscriptionDeleteResponse))),
    ("E2AP-SUBDEL-102", complains(of(m.RICsubscriptionDeleteFailure))),
    ("E2AP-SUBDEL-103", complains(INDICATION)),
    ("E2AP-SUBDEL-104", complains(REQUIRED)),
    ("E2AP-SUBDEL-104", replies(REQUIRED, deletes_the_unknown)),
    ("E2AP-DELREQ-101", ignores(REQUIRED)),
    ("E2AP-DELREQ-101", puts(DELETE, ran_function_id=3)),
    ("E2AP-DELREQ-102", complains(REQUIRED)),
    ("E2AP-DELREQ-103", complains(REQUIRED)),
    ("E2AP-DELREQ-103", replies(REQUIRED, deletes_the_unknown)),
    ("E2AP-DELREQ-104", dies(REQUIRED)),
    ("E2AP-IND-101", complains(INDICATION)),
    ("E2AP-IND-101", ends(INDICATION)),
    ("E2AP-IND-102", complains(lambda message, _: getattr(message, "ric_indication_sn", 1) == 0)),
    ("E2AP-IND-103", dies(INDICATION, nth=100)),
    ("E2AP-IND-104", dies(lambda message, octets: len(octets) > 10_000)),
    ("E2AP-IND-105", dies(INDICATION)),
    ("E2AP-IND-106", dies(INDICATION)),
    ("E2AP-IND-106", ends(INDICATION)),
    ("E2AP-IND-107", dies(INDICATION)),
    ("E2AP-IND-108", dies(INDICATION)),
    ("E2AP-CTRL-101", mute(m.RICcontrolRequest)),
    ("E2AP-CTRL-101", puts(m.RICcontrolRequest, ran_function_id=99)),
    ("E2AP-CTRL-101", puts(m.RICcontrolRequest, ric_control_ack_request="noAck")),
    ("E2AP-CTRL-101", complains(of(m.RICcontrolAcknowledge))),
    ("E2AP-CTRL-102", puts(m.RICcontrolRequest, ric_control_ack_request="ack")),
    ("E2AP-CTRL-102", expects_an_acknowledgement()),
    ("E2AP-CTRL-103", complains(of(m.RICcontrolFailure))),
    ("E2AP-CTRL-104", complains(of(m.RICcontrolFailure))),
    ("E2AP-CTRL-105", puts(m.RICcontrolRequest, ric_request_id=ONE_ID)),
    ("E2AP-CTRL-106", dies(of(m.RICcontrolAcknowledge))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [106, 107, 108])
def test_stray_indications_may_be_reported(number: int) -> None:
    """An Error Indication about an indication that does not fit is as good as dropping it."""
    told = perform(f"E2AP-IND-{number}", complains(INDICATION))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_delete_required_may_be_left_alone() -> None:
    """E2AP lets the RIC delete: only the should-level case minds that it does not."""
    assert perform("E2AP-DELREQ-102", ignores(REQUIRED)).judgement.verdict is Verdict.PASS


def test_one_request_at_a_time_is_fine() -> None:
    """A RIC need not have two procedures under way at once."""
    for case, kind in (("E2AP-SUB-104", REQUEST), ("E2AP-CTRL-105", m.RICcontrolRequest)):
        told = perform(case, mute(kind, nth=2))
        assert told.judgement.verdict is Verdict.PASS, str(told)


def test_a_single_action_cannot_be_admitted_in_part() -> None:
    """A RIC that always asks for one action leaves the case inconclusive."""

    def one(request: m.RICsubscriptionRequest) -> Message:
        details = request.ric_subscription_details
        assert details is not None
        first = details.ric_action_to_be_setup_list[:1]
        return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=first))

    assert perform("E2AP-SUB-109", edits(REQUEST, one)).judgement.verdict is Verdict.INCONC


def test_a_timer_that_is_not_told_accuses_nobody() -> None:
    """E2AP gives TRICEVENTcreate no value: without a word on it from the RIC, silence is inconclusive."""
    assert perform("E2AP-SUB-105", mum(mute(DELETE))).judgement.verdict is Verdict.INCONC
