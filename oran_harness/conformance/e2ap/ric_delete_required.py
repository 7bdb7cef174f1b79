"""RIC Subscription Delete Required, with a near-RT RIC under test (E2AP 8.2.2A)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import grant, ids_of, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICrequestID, RICsubscription_withCause_Item
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
    RICsubscriptionRequest,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION

_NEEDS = ("procedure:RICsubscriptionDeleteRequired", "e2ap:2.03")
_SUBSCRIBED = ("stimulus:subscribe", *_NEEDS)
_NAME = "RICsubscriptionDeleteRequired"
_DELETE = (RICsubscriptionDeleteRequest,)
_MOST_ITEMS = 1024


@case(
    id="E2AP-DELREQ-101",
    title="The near-RT RIC deletes a subscription when the node requires it",
    clause="O-RAN.WG3.E2AP 8.2.2A.2; O-RAN.WG3.E2TS 5.2.2.3.1",
    level=Level.SHOULD,
    under_test=RIC,
    needs=_SUBSCRIBED,
    tags=(_NAME, "positive", "e2ts-5.2.2.3.1"),
)
async def deletes_what_is_required(node: Peer) -> None:
    """E2AP lets the RIC delete, the test specification expects it: so this counts as should."""
    subscription = await subscribed(node)
    await node.send(_required(node, subscription))
    request = await node.expect(
        RICsubscriptionDeleteRequest,
        where=lambda each: each.ric_request_id == subscription.ric_request_id,
        requirement="After RIC SUBSCRIPTION DELETE REQUIRED the near-RT RIC deletes the subscription that it names",
    )
    check(
        request.ran_function_id == subscription.ran_function_id,
        "RIC SUBSCRIPTION DELETE REQUEST names the RAN function of the subscription",
        expected=f"RAN function {subscription.ran_function_id}",
        actual=f"RAN function {request.ran_function_id}",
    )
    await grant(node, request)


@case(
    id="E2AP-DELREQ-102",
    title="A Delete Required is taken without complaint, whatever the near-RT RIC then does",
    clause="O-RAN.WG3.E2AP 8.2.2A.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_SUBSCRIBED,
    tags=(_NAME, "positive"),
)
async def takes_it(node: Peer) -> None:
    """It may delete the subscription, or leave it."""
    association = node.here
    subscription = await subscribed(node)
    await node.send(_required(node, subscription))
    await unmoved(node, association, "RIC SUBSCRIPTION DELETE REQUIRED")


@case(
    id="E2AP-DELREQ-103",
    title="A Delete Required for a subscription that never was is ignored",
    clause="O-RAN.WG3.E2AP 8.2.2A.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(_NAME, "negative"),
)
async def ignores_the_unknown(node: Peer) -> None:
    """Neither an Error Indication nor a Delete."""
    association = node.here
    await node.send(_unknown(node, 1), injected=True)
    await unmoved(node, association, "RIC SUBSCRIPTION DELETE REQUIRED for an unknown subscription", nor=_DELETE)


@case(
    id="E2AP-DELREQ-104",
    title="A Delete Required with 1,024 unknown subscriptions is ignored",
    clause="O-RAN.WG3.E2AP 8.2.2A.3, 9.1.1.6A",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(_NAME, "negative", "limits"),
)
async def ignores_the_longest_list(node: Peer) -> None:
    """As many as the list may hold."""
    association = node.here
    await node.send(_unknown(node, _MOST_ITEMS), injected=True)
    what = "the longest RIC SUBSCRIPTION DELETE REQUIRED, of unknown subscriptions"
    await unmoved(node, association, what, nor=_DELETE)


def _required(node: Peer, subscription: RICsubscriptionRequest) -> RICsubscriptionDeleteRequired:
    why = cause("ric-subscription-end-time-expired", node.edition)
    return RICsubscriptionDeleteRequired((RICsubscription_withCause_Item(*ids_of(subscription), why),))


def _unknown(node: Peer, count: int) -> RICsubscriptionDeleteRequired:
    why = cause("ricRequest/unspecified", node.edition)
    last = node.new_request_id().ric_requestor_id
    return RICsubscriptionDeleteRequired(
        tuple(
            RICsubscription_withCause_Item(RICrequestID(last, 65535 - place), KPM_FUNCTION, why)
            for place in range(count)
        )
    )
