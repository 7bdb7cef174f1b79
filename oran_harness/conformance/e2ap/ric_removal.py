"""E2 Removal with a near-RT RIC under test, from either side (E2AP 8.3.7)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    exchange,
    new_transaction,
    open_another,
    our_offer,
    set_up,
    survives,
    unharmed,
)
from oran_harness.conformance.e2ap.ric_subscriber import subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import E2RemovalFailure, E2RemovalRequest, E2RemovalResponse
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_CLAUSE = "O-RAN.WG3.E2AP 8.3.7.2"
_NEEDS = ("procedure:E2removal", "e2ap:2.03")
_TAGS = ("E2removal", "positive")


@case(
    id="E2AP-REMOVAL-101",
    title="The near-RT RIC answers a node's Removal",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.7.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.7.1"),
)
async def answers_a_removal(node: Peer) -> None:
    """After RESPONSE it is the node that begins to close the association."""
    bystander = node.here
    association = await open_another(node)
    await _removed(node)
    await node.close(association)
    await unharmed(node, bystander, "the Removal of one node")


@case(
    id="E2AP-REMOVAL-102",
    title="The near-RT RIC starts a Removal and takes the node's answer",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.7.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:remove", *_NEEDS),
    tags=(*_TAGS, "e2ts-5.2.1.7.2"),
)
async def starts_a_removal(node: Peer) -> None:
    """Afterwards the node may come again on a fresh association."""
    request = await _started(node)
    await node.send(E2RemovalResponse(request.transaction_id))
    await node.open()
    await set_up(node, our_offer(node))


@case(
    id="E2AP-REMOVAL-103",
    title="After its own Removal the near-RT RIC closes the association in good order",
    clause="O-RAN.WG3.E2GAP 5.5.6; O-RAN.WG3.E2TS 5.2.1.7.2",
    level=Level.SHOULD,
    under_test=RIC,
    needs=("stimulus:remove", *_NEEDS),
    tags=(*_TAGS, "e2ts-5.2.1.7.2"),
)
async def closes_after_its_removal(node: Peer) -> None:
    """E2AP lets the RIC close; the general aspects say that it does, and the test specification expects it."""
    association = node.here
    request = await _started(node)
    await node.send(E2RemovalResponse(request.transaction_id))
    requirement = "After the E2 Removal that it started the near-RT RIC closes the association by a shutdown"
    ended = await node.ending(association, requirement=requirement)
    check(ended.how != "abort", requirement, expected="shutdown", actual=ended.how)


@case(
    id="E2AP-REMOVAL-104",
    title="The answer to a Removal repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def repeats_the_transaction_id(node: Peer) -> None:
    """Both ends of the range, on one association each."""
    await _removed(node, 0)
    await node.close()
    await open_another(node)
    await _removed(node, 255)


@case(
    id="E2AP-REMOVAL-105",
    title="A node that was removed is set up again when it comes back",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_back_who_was_removed(node: Peer) -> None:
    """The RIC has released and erased all that it knew of the node, so it is a new one."""
    await _removed(node)
    await node.close()
    await node.open()
    await set_up(node, our_offer(node))


@case(
    id="E2AP-REMOVAL-106",
    title="A Removal with a subscription standing is answered",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", *_NEEDS),
    tags=_TAGS,
)
async def answers_amid_a_subscription(node: Peer) -> None:
    """RIC services are aborted by it, without a Delete for each subscription."""
    await subscribed(node)
    await _removed(node)
    await node.close()


@case(
    id="E2AP-REMOVAL-107",
    title="The near-RT RIC takes a node's refusal of its Removal",
    clause="O-RAN.WG3.E2AP 8.3.7",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:remove", *_NEEDS),
    tags=_TAGS,
)
async def takes_a_refusal(node: Peer) -> None:
    """It may ask again later; other nodes are served as before."""
    association = node.here
    request = await _started(node)
    why = cause("control-processing-overload", node.edition)
    await node.send(E2RemovalFailure(request.transaction_id, why))
    await survives(node, association, "E2 REMOVAL FAILURE")


async def _removed(node: Peer, transaction: int | None = None) -> None:
    request = E2RemovalRequest(new_transaction(node) if transaction is None else transaction)
    await exchange(
        node, request, E2RemovalResponse, requirement="The near-RT RIC answers E2 REMOVAL REQUEST with its response"
    )


async def _started(node: Peer) -> E2RemovalRequest:
    await node.stimulate("remove")
    return await node.expect(
        E2RemovalRequest, requirement="Asked to remove the interface, the near-RT RIC starts E2 Removal"
    )
