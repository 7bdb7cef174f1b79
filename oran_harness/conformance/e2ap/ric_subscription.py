"""RIC Subscription by a near-RT RIC under test (E2AP 8.2.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, open_another, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_subscribe,
    grant,
    granted,
    patience,
    refuse,
    subscribed,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICaction_NotAdmitted_Item
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteRequest,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.causes import cause

_CLAUSE = "O-RAN.WG3.E2AP 8.2.1.2"
_NEEDS = ("stimulus:subscribe", "procedure:RICsubscription")
_TAGS = ("RICsubscription", "positive")


@case(
    id="E2AP-SUB-101",
    title="A subscription is for a RAN function of the node, with ids of its own and valid actions",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.2.1.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.2.1.1"),
)
async def subscribes(node: Peer) -> None:
    """All actions are admitted, and the RIC takes that."""
    association = node.here
    request = await asked_to_subscribe(node)
    offered = sorted(node.functions)
    check(
        request.ran_function_id in offered,
        "The near-RT RIC subscribes to a RAN function that the node offered",
        expected=f"one of the RAN functions {offered}",
        actual=f"RAN function {request.ran_function_id}",
    )
    _check_actions(request)
    await grant(node, request)
    await unmoved(node, association, "RIC SUBSCRIPTION RESPONSE")


@case(
    id="E2AP-SUB-102",
    title="The near-RT RIC takes a node's refusal to subscribe",
    clause="O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.3"),
)
async def takes_a_refusal(node: Peer) -> None:
    """RIC SUBSCRIPTION FAILURE ends the procedure: no Error Indication about it."""
    association = node.here
    request = await asked_to_subscribe(node)
    await refuse(node, request, "function-resource-limit")
    await unmoved(node, association, "RIC SUBSCRIPTION FAILURE")


@case(
    id="E2AP-SUB-103",
    title="Two subscriptions have different RIC Request IDs",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 9.2.7",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def numbers_its_subscriptions(node: Peer) -> None:
    """The id names a subscription as long as it lives."""
    first = await subscribed(node)
    second = await asked_to_subscribe(node)
    check(
        first.ric_request_id != second.ric_request_id,
        "Each subscription has a RIC Request ID of its own",
        expected=f"another id than {first.ric_request_id}",
        actual=f"{second.ric_request_id} again",
    )
    await grant(node, second)


@case(
    id="E2AP-SUB-104",
    title="Two subscriptions under way at once may be answered in any order",
    clause="O-RAN.WG3.E2AP 5.2, 9.2.7",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_answers_in_any_order(node: Peer) -> None:
    """What belongs together is told by the RIC Request ID; a RIC that keeps one request at a time is fine, too."""
    association = node.here
    first = await asked_to_subscribe(node)
    await node.stimulate("subscribe", service_model="kpm")
    second = await node.hear(RICsubscriptionRequest, within=1)
    if second is not None:
        await grant(node, second)
    await grant(node, first)
    await unmoved(node, association, "answers in another order than the requests")


@case(
    id="E2AP-SUB-105",
    title="A subscription that is not answered is deleted, and a late answer ignored",
    clause="O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICsubscription", "negative", "slow"),
)
async def gives_up_in_the_end(node: Peer) -> None:
    """When TRICEVENTcreate expires. Its length is the RIC's choice, and counts only where it is told."""
    association = node.here
    within, otherwise = patience(await node.stimulate("subscribe", service_model="kpm", style=1))
    request = await node.expect(RICsubscriptionRequest)
    late = granted(node, request)
    delete = await node.expect(
        RICsubscriptionDeleteRequest,
        where=lambda each: each.ric_request_id == request.ric_request_id,
        within=within,
        otherwise=otherwise,
        requirement="When TRICEVENTcreate expires the near-RT RIC starts RIC Subscription Delete with the same id",
    )
    await node.send(late, injected=True)
    await refuse(node, delete, "request-id-unknown")
    await unmoved(node, association, "an answer that comes after TRICEVENTcreate")


@case(
    id="E2AP-SUB-106",
    title="A node that vanishes while it is subscribed does no harm",
    clause="O-RAN.WG3.E2AP 8.2.1, 6",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def outlives_a_subscribed_node(node: Peer) -> None:
    """Another node stands by, and is there afterwards."""
    subscriber = node.here
    await subscribed(node)
    bystander = await open_another(node)
    await node.close(subscriber, how="abort")
    await unharmed(node, bystander, "the loss of a node that was subscribed")


@case(
    id="E2AP-SUB-107",
    title="A node that vanishes with a subscription unanswered does no harm",
    clause="O-RAN.WG3.E2AP 8.2.1, 6",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def outlives_an_unanswered_request(node: Peer) -> None:
    """The request's timer still runs; another node stands by."""
    subscriber = node.here
    await asked_to_subscribe(node)
    bystander = await open_another(node)
    await node.close(subscriber, how="abort")
    await unharmed(node, bystander, "the loss of a node that owed an answer")


@case(
    id="E2AP-SUB-108",
    title="An answer under another RIC Request ID than the request's does no harm",
    clause="O-RAN.WG3.E2AP 8.2.1, 9.2.7, 10",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def minds_the_request_id(node: Peer) -> None:
    """What the RIC does about it is its own affair; another node stands by."""
    subscriber = str(node.here)
    request = await asked_to_subscribe(node)
    bystander = await open_another(node)
    stray = replace(granted(node, request, subscriber), ric_request_id=node.new_request_id())
    await node.send(stray, association=subscriber, injected=True)
    await unharmed(node, bystander, "an answer to a request that was never sent")


@case(
    id="E2AP-SUB-109",
    title="The near-RT RIC takes an answer that admits some actions and not others",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_a_part(node: Peer) -> None:
    """A subscription stands with the actions that were admitted."""
    association = node.here
    request = await asked_to_subscribe(node, actions=2)
    whole = granted(node, request)
    admitted = (whole.ric_actions_admitted or ()) if isinstance(whole, RICsubscriptionResponse) else ()
    if len(admitted) < 2:
        raise inconclusive("the near-RT RIC does not subscribe to several actions, of which a part could be refused")
    why = cause("function-resource-limit", node.edition)
    refused = tuple(RICaction_NotAdmitted_Item(item.ric_action_id, why) for item in admitted[1:])
    part = replace(whole, ric_actions_admitted=admitted[:1], ric_actions_not_admitted=refused)
    await node.send(part)
    await unmoved(node, association, "RIC SUBSCRIPTION RESPONSE with actions that are not admitted")


def _check_actions(request: RICsubscriptionRequest) -> None:
    details = request.ric_subscription_details
    numbers = [each.ric_action_id for each in details.ric_action_to_be_setup_list] if details is not None else []
    check(
        bool(numbers) and len(set(numbers)) == len(numbers),
        "A subscription has at least one action, and each action an Action ID of its own",
        expected="different Action IDs",
        actual=f"Action IDs {numbers}",
    )
