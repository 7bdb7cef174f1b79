"""Reset with a near-RT RIC under test, from either side (E2AP 8.3.2)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction, our_offer, unmoved
from oran_harness.conformance.expectations import ask
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.messages import (
    ResetRequest,
    ResetResponse,
    RICserviceUpdateAcknowledge,
    RICsubscriptionRequest,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import service_update

_CLAUSE = "O-RAN.WG3.E2AP 8.3.2.2"
_NEEDS = ("procedure:Reset",)
_TAGS = ("Reset", "positive")
_CAUSES = (
    "misc/unspecified",
    "om-intervention",
    "hardware-failure",
    "transport/unspecified",
    "ricRequest/unspecified",
    "protocol/unspecified",
    "ric-resource-limit",
)


@case(
    id="E2AP-RESET-101",
    title="The near-RT RIC answers a node's Reset",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.2.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.2.1"),
)
async def answers_a_reset(node: Peer) -> None:
    """Reset has no failure message: RESET RESPONSE is the one answer."""
    await _reset(node, cause("misc/unspecified", node.edition))


@case(
    id="E2AP-RESET-102",
    title="The near-RT RIC starts a Reset with a cause and takes the node's answer",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.2.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:reset", *_NEEDS),
    tags=(*_TAGS, "e2ts-5.2.1.2.2"),
)
async def starts_a_reset(node: Peer) -> None:
    """RESET RESPONSE ends it: nothing more is said."""
    association = node.here
    request = await _started(node)
    check(
        request.cause is not None,
        "RESET REQUEST says why, by a cause that can be read",
        expected="a cause",
        actual="none",
    )
    await node.send(ResetResponse(request.transaction_id))
    await unmoved(node, association, "RESET RESPONSE")


@case(
    id="E2AP-RESET-103",
    title="The answer to a Reset repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "e2ap:2.03"),
    tags=_TAGS,
)
async def repeats_the_transaction_id(node: Peer) -> None:
    """Both ends of the range, one after the other."""
    for transaction in (0, 255):
        await _reset(node, cause("misc/unspecified", node.edition), transaction)


@case(
    id="E2AP-RESET-104",
    title="A Reset is answered whatever its cause",
    clause=f"{_CLAUSE}, 9.2.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def answers_any_cause(node: Peer) -> None:
    """A cause of each group, one after the other."""
    for name in _CAUSES:
        await _reset(node, cause(name, node.edition))


@case(
    id="E2AP-RESET-105",
    title="A Reset keeps what E2 Setup exchanged",
    clause="O-RAN.WG3.E2AP 8.3.2.1",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "procedure:RICserviceUpdate"),
    tags=_TAGS,
)
async def keeps_the_setup(node: Peer) -> None:
    """No new E2 Setup follows: after the Reset a procedure is served that was served before."""
    requirement = "A Reset keeps what E2 Setup exchanged, so the near-RT RIC serves the node without another Setup"
    await exchange(node, service_update(our_offer(node), new_transaction(node)), RICserviceUpdateAcknowledge)
    await _reset(node, cause("misc/unspecified", node.edition))
    update = service_update(our_offer(node), new_transaction(node))
    await ask(node, update, RICserviceUpdateAcknowledge, requirement=requirement, refusable=False)


@case(
    id="E2AP-RESET-106",
    title="A Reset without a cause is carried out",
    clause="O-RAN.WG3.E2AP 9.1.2.5, 10; 3GPP TS 36.413 10.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("Reset", "negative"),
)
async def answers_without_a_cause(node: Peer) -> None:
    """The missing IE has criticality ignore, so its absence stops nothing."""
    request = ResetRequest(new_transaction(node))
    await exchange(
        node,
        request,
        ResetResponse,
        requirement="The cause of a Reset has criticality ignore: without it the near-RT RIC carries the Reset out",
        layout=() if request.transaction_id is None else (49,),
    )


@case(
    id="E2AP-RESET-107",
    title="When two Resets cross, the near-RT RIC answers the node's",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:reset", *_NEEDS),
    tags=_TAGS,
)
async def answers_a_crossing_reset(node: Peer) -> None:
    """A Reset ends everything under way but another Reset; both have the same TransactionID, as they may."""
    theirs = await _started(node)
    await _reset(node, cause("misc/unspecified", node.edition), theirs.transaction_id)
    await node.send(ResetResponse(theirs.transaction_id))


@case(
    id="E2AP-RESET-108",
    title="A Reset in the middle of a subscription is answered",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", *_NEEDS),
    tags=_TAGS,
)
async def answers_amid_a_subscription(node: Peer) -> None:
    """The request that the RIC has under way is given up, unanswered; the Reset is not."""
    await node.stimulate("subscribe", service_model="kpm")
    await node.expect(RICsubscriptionRequest)
    await _reset(node, cause("misc/unspecified", node.edition))


async def _reset(node: Peer, why: Cause, transaction: int | None = None) -> None:
    request = ResetRequest(new_transaction(node) if transaction is None else transaction, why)
    await exchange(
        node, request, ResetResponse, requirement="The near-RT RIC answers a RESET REQUEST with a RESET RESPONSE"
    )


async def _started(node: Peer) -> ResetRequest:
    await node.stimulate("reset")
    return await node.expect(ResetRequest, requirement="Asked to reset the interface, the near-RT RIC starts a Reset")
