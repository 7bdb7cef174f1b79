"""RIC Subscription Modification by a near-RT RIC under test (E2AP 8.2.5, since 3.00)."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_delete, grant, granted, refuse, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICaction_AddedForModification_Item
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationRequest,
)
from oran_harness.steps import Peer, check

NAME = "RICsubscriptionModification"
NEEDS = ("stimulus:subscribe", "stimulus:modify", f"procedure:{NAME}", "e2ap:3.01")
_GOOD = (NAME, "positive")
_BAD = (NAME, "negative")
_NEVER_ASKED = 200


@case(
    id="E2AP-SUBMOD-101",
    title="The near-RT RIC modifies a subscription that stands, and takes the response",
    clause="O-RAN.WG3.E2AP 8.2.5.2",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_GOOD,
)
async def modifies(node: Peer) -> None:
    """The request has the ids of the subscription; all that it asks for is done."""
    association = node.here
    await subscribed(node)
    request = await asked_to_modify(node)
    await grant(node, request)
    await unmoved(node, association, "RIC SUBSCRIPTION MODIFICATION RESPONSE")


@case(
    id="E2AP-SUBMOD-102",
    title="After a refused modification the near-RT RIC can delete the subscription, which stands",
    clause="O-RAN.WG3.E2AP 8.2.5.3, 8.2.2.2",
    level=Level.MUST,
    under_test=RIC,
    needs=(*NEEDS, "stimulus:delete"),
    tags=_GOOD,
)
async def takes_a_refusal(node: Peer) -> None:
    """The failure ends the modification, and not the subscription."""
    association = node.here
    await subscribed(node)
    request = await asked_to_modify(node)
    await refuse(node, request, "eventTriggerNotSupported")
    await unmoved(node, association, "RIC SUBSCRIPTION MODIFICATION FAILURE")
    delete = await asked_to_delete(node)
    await grant(node, delete)


@case(
    id="E2AP-SUBMOD-103",
    title="A modification response that tells of actions that nobody asked for does no harm",
    clause="O-RAN.WG3.E2AP 8.2.5.2",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_BAD,
)
async def outlives_strange_actions(node: Peer) -> None:
    """The node claims to have added an action."""
    bystander = node.here
    await subscribed(node)
    request = await asked_to_modify(node)
    response: Any = granted(node, request)
    strange = (RICaction_AddedForModification_Item(_NEVER_ASKED),)
    await node.send(replace(response, ric_actions_added_for_modification_list=strange), injected=True)
    await unharmed(node, bystander, "a modification response with an action that was not asked for")


@case(
    id="E2AP-SUBMOD-104",
    title="A modification response for another subscription does no harm",
    clause="O-RAN.WG3.E2AP 8.2.5.2, 10",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_BAD,
)
async def outlives_another_id(node: Peer) -> None:
    """Its RICrequestID names nothing; the right answer comes behind it."""
    bystander = node.here
    await subscribed(node)
    request = await asked_to_modify(node)
    strange: Any = granted(node, request)
    await node.send(replace(strange, ric_request_id=node.new_request_id()), injected=True)
    await grant(node, request)
    await unharmed(node, bystander, "a modification response for an unknown subscription")


async def asked_to_modify(node: Peer, **arguments: Any) -> RICsubscriptionModificationRequest:
    """Have the RIC modify a subscription, the last as a rule; gives its request, which waits for an answer."""
    await node.stimulate("modify", **arguments)
    request = await node.expect(
        RICsubscriptionModificationRequest,
        requirement="Asked to modify a subscription, the near-RT RIC sends RIC SUBSCRIPTION MODIFICATION REQUEST",
    )
    standing = {each.request_id: each.ran_function_id for each in node.engine.subscriptions.values()}
    check(
        request.ric_request_id in standing,
        "RIC SUBSCRIPTION MODIFICATION REQUEST has the RIC Request ID of a subscription that stands",
        expected=f"one of {list(standing)}",
        actual=str(request.ric_request_id),
    )
    function_id = None if request.ric_request_id is None else standing[request.ric_request_id]
    check(
        request.ran_function_id == function_id,
        "RIC SUBSCRIPTION MODIFICATION REQUEST names the RAN function of the subscription",
        expected=f"RAN function {function_id}",
        actual=f"RAN function {request.ran_function_id}",
    )
    return request
