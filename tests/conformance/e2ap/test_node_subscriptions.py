"""What the cases about subscriptions and their reports find in an E2 node, and let pass."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oran_harness.peers.actor import Command, Heard
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    dies,
    edits,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_node import assert_found
from tests.conformance.e2ap.performing_ric import Fault

SUBSCRIBE = of(m.RICsubscriptionRequest)
DELETE = of(m.RICsubscriptionDeleteRequest)
OTHER = e.RICrequestID(9, 9)


def admits(request: m.RICsubscriptionRequest, edition: str) -> m.RICsubscriptionResponse:
    """It admits everything without a look."""
    actions = request.ric_subscription_details.ric_action_to_be_setup_list if request.ric_subscription_details else ()
    admitted = tuple(e.RICaction_Admitted_Item(action.ric_action_id) for action in actions)
    admitted = admitted or (e.RICaction_Admitted_Item(1),)
    return m.RICsubscriptionResponse(request.ric_request_id, request.ran_function_id, admitted)


def deleted(request: m.RICsubscriptionDeleteRequest, edition: str) -> m.RICsubscriptionDeleteResponse:
    """It confirms every Delete without a look."""
    return m.RICsubscriptionDeleteResponse(request.ric_request_id, request.ran_function_id)


def drops_an_action(response: m.RICsubscriptionResponse) -> m.RICsubscriptionResponse:
    admitted = response.ric_actions_admitted or ()
    other = e.RICaction_Admitted_Item(77)
    return replace(response, ric_actions_admitted=(*admitted[:-1], other))


def bursts() -> Misbehaviour:
    """Its reports come all at once, and then no more for long."""
    kept: list[Message] = []

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if isinstance(message, m.RICindication):
            return message if ric.count("report") % 20 == 1 else None
        kept.append(message)
        return message

    return Misbehaviour(says=says)


def delete_refused_after_required() -> Misbehaviour:
    """It takes its own Delete Required for the deletion."""
    required: list[bool] = []

    def says(ric: MisbehavingRic, message: Message) -> Message:
        required.extend([True] if isinstance(message, m.RICsubscriptionDeleteRequired) else [])
        return message

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not required or not isinstance(message, m.RICsubscriptionDeleteRequest):
            return None
        why = ("ricRequest", "request-id-unknown")
        failure = m.RICsubscriptionDeleteFailure(message.ric_request_id, message.ran_function_id, why)
        return (ric.say(heard.association, failure),)

    return Misbehaviour(hears, says)


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-SUB-{number}", ignores(SUBSCRIBE)) for number in range(201, 212)),
    ("E2AP-SUB-201", puts(m.RICsubscriptionResponse, ric_request_id=OTHER)),
    ("E2AP-SUB-201", edits(m.RICsubscriptionResponse, drops_an_action)),
    ("E2AP-SUB-202", edits(m.RICsubscriptionResponse, drops_an_action)),
    *((f"E2AP-SUB-{number}", replies(SUBSCRIBE, admits)) for number in (203, 204, 205, 206, 207)),
    ("E2AP-SUB-208", mute(m.RICindication)),
    ("E2AP-SUB-209", edits(m.RICsubscriptionResponse, drops_an_action)),
    ("E2AP-SUB-210", puts(m.RICsubscriptionResponse, ric_request_id=OTHER)),
    ("E2AP-SUB-211", mute(m.RICindication)),
    *((f"E2AP-SUBDEL-{number}", ignores(DELETE)) for number in range(201, 207)),
    ("E2AP-SUBDEL-201", puts(m.RICsubscriptionDeleteResponse, ric_request_id=OTHER)),
    *((f"E2AP-SUBDEL-{number}", replies(DELETE, deleted)) for number in (202, 203, 204)),
    ("E2AP-SUBDEL-202", puts(m.RICsubscriptionDeleteFailure, cause=("misc", "unspecified"))),
    ("E2AP-SUBDEL-203", puts(m.RICsubscriptionDeleteFailure, cause=("misc", "unspecified"))),
    ("E2AP-SUBDEL-205", replies(DELETE, deleted)),
    ("E2AP-SUBDEL-206", ignores(SUBSCRIBE, nth=2)),
    ("E2AP-DELREQ-201", mute(m.RICsubscriptionDeleteRequired)),
    ("E2AP-DELREQ-201", edits(m.RICsubscriptionDeleteRequired, lambda message: replace(
        message, ric_subscription_to_be_removed=tuple(
            replace(item, ric_request_id=OTHER) for item in message.ric_subscription_to_be_removed
        )
    ))),
    ("E2AP-DELREQ-202", delete_refused_after_required()),
    ("E2AP-IND-201", mute(m.RICindication)),
    ("E2AP-IND-201", puts(m.RICindication, ric_action_id=7)),
    ("E2AP-IND-201", puts(m.RICindication, ric_request_id=OTHER)),
    ("E2AP-IND-201", dies(SUBSCRIBE)),
    ("E2AP-IND-202", bursts()),
)  # fmt: skip


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the E2 node is blamed."""
    assert_found(case, misbehaviour)
