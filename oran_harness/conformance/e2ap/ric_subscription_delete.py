"""RIC Subscription Delete by a near-RT RIC under test (E2AP 8.2.2)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_delete,
    grant,
    ids_of,
    kpm_indication,
    refuse,
    subscribed,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICsubscription_withCause_Item
from oran_harness.protocols.e2ap.messages import RICsubscriptionDeleteRequest, RICsubscriptionDeleteRequired
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_CLAUSE = "O-RAN.WG3.E2AP 8.2.2.2"
_NEEDS = ("stimulus:subscribe", "stimulus:delete", "procedure:RICsubscriptionDelete")
_TAGS = ("RICsubscriptionDelete", "positive")


@case(
    id="E2AP-SUBDEL-101",
    title="A subscription is deleted by its RIC Request ID and RAN Function ID",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.2.2.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.2.2.1"),
)
async def deletes(node: Peer) -> None:
    """The node confirms, and the RIC takes that."""
    association = node.here
    await subscribed(node)
    request = await asked_to_delete(node)
    name, function = ids_of(request)
    subscription = node.engine.subscriptions[name]
    check(
        function == subscription.ran_function_id,
        "RIC SUBSCRIPTION DELETE REQUEST names the RAN function of the subscription",
        expected=f"RAN function {subscription.ran_function_id}",
        actual=f"RAN function {function}",
    )
    await grant(node, request)
    await unmoved(node, association, "RIC SUBSCRIPTION DELETE RESPONSE")


@case(
    id="E2AP-SUBDEL-102",
    title="The near-RT RIC takes a node's refusal to delete",
    clause="O-RAN.WG3.E2AP 8.2.2.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_a_refusal(node: Peer) -> None:
    """RIC SUBSCRIPTION DELETE FAILURE ends the procedure: no Error Indication about it."""
    association = node.here
    await subscribed(node)
    request = await asked_to_delete(node)
    await refuse(node, request, "ricRequest/unspecified")
    await unmoved(node, association, "RIC SUBSCRIPTION DELETE FAILURE")


@case(
    id="E2AP-SUBDEL-103",
    title="Indications that cross a Delete do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def tolerates_what_crosses(node: Peer) -> None:
    """Until the node has answered, it may have sent more of them."""
    association = node.here
    subscription = await subscribed(node)
    request = await asked_to_delete(node)
    for number in range(3):
        await node.send(kpm_indication(node, subscription, number=number))
    await grant(node, request)
    await unmoved(node, association, "indications that cross a Delete")


@case(
    id="E2AP-SUBDEL-104",
    title="A Delete Required for a subscription that is deleted already is ignored",
    clause="O-RAN.WG3.E2AP 8.2.2A.3",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "positive"),
)
async def ignores_what_is_gone(node: Peer) -> None:
    """The two cross: for the RIC the id is unknown by then, and that is no error."""
    association = node.here
    await subscribed(node)
    request = await asked_to_delete(node)
    await grant(node, request)
    why = cause("ricRequest/unspecified", node.edition)
    await node.send(
        RICsubscriptionDeleteRequired((RICsubscription_withCause_Item(*ids_of(request), why),)), injected=True
    )
    what = "RIC SUBSCRIPTION DELETE REQUIRED for a subscription that is gone"
    await unmoved(node, association, what, nor=(RICsubscriptionDeleteRequest,))
