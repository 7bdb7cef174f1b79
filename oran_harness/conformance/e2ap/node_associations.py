"""A second association with an E2 node under test, which the near-RT RIC that we play asks for (E2AP 8.3.6)."""

from oran_harness.conformance.e2ap.node_scenery import new_transaction, says
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.elements import E2connectionUpdate_Item, TNLinformation
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2connectionUpdateFailure,
    E2nodeConfigurationUpdate,
)
from oran_harness.steps import Peer, check, not_applicable, unsupported
from oran_harness.steps.answers import answer
from oran_harness.steps.transport_layer import is_anywhere, same_address, tnl_of

LONG_S = 30.0
"""How long a node may take to open an association, or to give one up: no time is said anywhere."""


async def further_association(ric: Peer, place: str | None = None) -> str:
    """Have the node open an association beside the one that it has, and tie it to itself; gives its name.

    It goes to ``place``, the URI of a further address of ours, or to the address where the node has found us; where we
    listen at all addresses and that is not known, to a further one.
    """
    told = place or ric.address
    if told is not None and is_anywhere(told):
        told = await ric.listen(number=1)
    ours = tnl_of(told) if told is not None else None
    if ours is None:
        raise not_applicable("our own address is not known as an IP address and port, so it cannot be told to the node")
    first, item = ric.here, E2connectionUpdate_Item(ours, "both")
    await ric.send(E2connectionUpdate(new_transaction(ric), (item,)))
    response = await ric.expect(
        E2connectionUpdateAcknowledge,
        E2connectionUpdateFailure,
        E2nodeConfigurationUpdate,
        within=LONG_S,
        requirement="An E2 CONNECTION UPDATE is answered by either outcome (E2AP 8.3.6)",
    )
    update = response if isinstance(response, E2nodeConfigurationUpdate) else None
    if isinstance(response, E2connectionUpdateFailure) or _not_set_up(response, ours):
        raise unsupported(f"the E2 node opens no second association: {says(response)}")
    if update is None:
        update = await ric.expect(
            E2nodeConfigurationUpdate,
            within=LONG_S,
            # E2AP 8.3.6.2 has the RIC send it; and the node may take our address for the association that it has.
            otherwise=Verdict.INCONC,
            requirement="On an association that was asked for, E2 NODE CONFIGURATION UPDATE comes first (E2AP 8.3.6.2)",
        )
    assert ric.last is not None
    second = ric.last.association
    check(
        second != first and update.global_e2_node_id is not None,
        "E2 NODE CONFIGURATION UPDATE ties the new association to the E2 node by its Global E2 Node ID (E2AP 8.3.5.1)",
        expected="it comes on the new association, and has GlobalE2node-ID",
        actual="GlobalE2node-ID is absent" if update.global_e2_node_id is None else "it comes on the first association",
    )
    acknowledge = answer(update, by=ric.role, engine=ric.engine, edition=ric.edition)
    if acknowledge is not None:
        await ric.send(acknowledge, association=second)
    if not isinstance(response, E2connectionUpdateAcknowledge):
        await ric.expect(
            E2connectionUpdateAcknowledge,
            association=first,
            within=LONG_S,
            requirement="An E2 CONNECTION UPDATE that was carried out is acknowledged (E2AP 8.3.6.2)",
        )
    return second


def _not_set_up(response: object, address: TNLinformation) -> bool:
    """Whether it is an acknowledgement that does not confirm the association: it failed, or is not supported."""
    if not isinstance(response, E2connectionUpdateAcknowledge):
        return False
    return not any(same_address(item.tnl_information, address) for item in response.e2_connection_setup or ())
