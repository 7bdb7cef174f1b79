"""E2 Connection Update by a near-RT RIC under test (E2AP 8.3.6)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction, our_offer, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import refuse
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import E2connectionSetupFailed_Item
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2nodeConfigurationUpdateAcknowledge,
)
from oran_harness.steps import Peer, check, inconclusive, not_applicable
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import configuration_update
from oran_harness.steps.transport_layer import same_address, tnl_of

_CLAUSE = "O-RAN.WG3.E2AP 8.3.6.2"
_NEEDS = ("stimulus:connection-update", "procedure:E2connectionUpdate")
_TAGS = ("E2connectionUpdate", "positive")


@case(
    id="E2AP-CONNUPD-101",
    title="To add a connection the near-RT RIC names its address and usage, and takes the acknowledgement",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.6.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.6.1"),
)
async def adds_a_connection(node: Peer) -> None:
    """The node acknowledges; it says that it could not set up the connection, as it may."""
    association = node.here
    request = await _asked(node)
    added = request.e2_connection_update_add or ()
    check(
        bool(added),
        "Asked to have a connection added, the near-RT RIC lists it as one to be added",
        expected="a list of connections to be added",
        actual="none",
    )
    why = cause("transport-resource-unavailable", node.edition)
    failed = tuple(E2connectionSetupFailed_Item(each.tnl_information, why) for each in added)
    await node.send(E2connectionUpdateAcknowledge(request.transaction_id, None, failed))
    await unmoved(node, association, "E2 CONNECTION UPDATE ACKNOWLEDGE")


@case(
    id="E2AP-CONNUPD-102",
    title="The near-RT RIC takes a node's refusal to change connections",
    clause="O-RAN.WG3.E2AP 8.3.6.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_a_refusal(node: Peer) -> None:
    """Both ends keep the connections that they have."""
    association = node.here
    request = await _asked(node)
    await refuse(node, request, "transport-resource-unavailable")
    await unmoved(node, association, "E2 CONNECTION UPDATE FAILURE")


@case(
    id="E2AP-CONNUPD-103",
    title="An association that the near-RT RIC asked for is tied to the node",
    clause=f"{_CLAUSE}, 8.3.5.2; O-RAN.WG3.E2TS 5.2.1.6.1",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "procedure:E2nodeConfigurationUpdate", "e2ap:2.03"),
    tags=(*_TAGS, "E2nodeConfigurationUpdate", "e2ts-5.2.1.6.1"),
)
async def ties_the_association(node: Peer) -> None:
    """To the address where the RIC is reached already: we know of no other. Configuration Update begins it."""
    where = None if node.address is None else tnl_of(node.address)
    if node.address is None or where is None:
        raise not_applicable("the near-RT RIC's address is no IP address and port, so a second association has none")
    first = str(node.here)
    request = await _asked(node, address=node.address.partition("://")[2].partition("?")[0])
    added = request.e2_connection_update_add or ()
    if not any(same_address(each.tnl_information, where) for each in added):
        raise inconclusive("the near-RT RIC asks for an association to another address than the one that we reach")
    second = await node.open()
    await node.send(E2connectionUpdateAcknowledge(request.transaction_id, added), association=first)
    await exchange(
        node,
        configuration_update(our_offer(node), new_transaction(node), identify=True),
        E2nodeConfigurationUpdateAcknowledge,
        association=second,
        requirement="The near-RT RIC ties an association that it asked for to the node whose Global E2 Node ID it gets",
    )


async def _asked(node: Peer, **arguments: str) -> E2connectionUpdate:
    await node.stimulate("connection-update", **arguments)
    return await node.expect(
        E2connectionUpdate, requirement="Asked to change connections, the near-RT RIC sends E2 CONNECTION UPDATE"
    )
