"""E2 nodes that restart and leave state behind, with a near-RT RIC under test (E2AP 8.3.1.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_components import check_components
from oran_harness.conformance.e2ap.ric_functions import check_functions, ids, kpm_function
from oran_harness.conformance.e2ap.ric_restart_scenery import come_back
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    exchange,
    new_transaction,
    open_another,
    our_offer,
    stands,
    survives,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_subscribe,
    grant,
    granted,
    ids_of,
    kpm_indication,
    subscribed,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunction_Item, RICsubscription_withCause_Item
from oran_harness.protocols.e2ap.messages import (
    E2setupFailure,
    E2setupResponse,
    RICserviceUpdateAcknowledge,
    RICsubscriptionDeleteRequired,
)
from oran_harness.steps import Peer, inconclusive
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import NodeOffer, another_component, service_update, setup_request

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.2"
_TAGS = ("E2setup", "restart")
_AS_FIELD_FAULT = (*_TAGS, "F22")
_PATIENCE_S = 10
"""The longest Time to Wait that is kept after each of many restarts."""
_LIVES = 20
_OTHER_KPM, _NEWER = 17, 2


@case(
    id="E2AP-RESTART-101",
    title="A node that comes back with other RAN functions is answered for those",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_AS_FIELD_FAULT,
)
async def answers_for_other_functions(node: Peer) -> None:
    """E2 Setup replaces what was exchanged before: functions of the earlier life are none any more."""
    await _offered_after_restart(node, (kpm_function(node.edition, id=_OTHER_KPM),))


@case(
    id="E2AP-RESTART-102",
    title="A node that comes back with fewer RAN functions is answered for those only",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_AS_FIELD_FAULT,
)
async def answers_for_fewer_functions(node: Peer) -> None:
    """The one that is left has the id that it had."""
    await _offered_after_restart(node, our_offer(node).functions[-1:])


@case(
    id="E2AP-RESTART-103",
    title="A node that comes back with a newer definition of a RAN function is answered for it",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=(*_AS_FIELD_FAULT, "F33"),
)
async def answers_for_a_newer_definition(node: Peer) -> None:
    """As after an update of its software: the same id, another definition and revision."""
    offer = our_offer(node)
    newer = kpm_function(node.edition, id=offer.functions[0].ran_function_id, revision=_NEWER, further=3)
    await _offered_after_restart(node, (newer, *offer.functions[1:]))


@case(
    id="E2AP-RESTART-104",
    title="A node that comes back with other components is answered for those",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=_TAGS,
)
async def answers_for_other_components(node: Peer) -> None:
    """One that it had is gone, and one that it had not is there."""
    offer = our_offer(node)
    components = (*offer.components[1:], another_component(offer, interface="xn"))
    response = await _restarted(node, replace(offer, components=components))
    check_components(components, response.e2_node_component_config_addition_ack, answer="E2 SETUP RESPONSE")


@case(
    id="E2AP-RESTART-105",
    title="A node that is set up anew stays so when its old association is found dead",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.3.4.2",
    level=Level.MUST,
    under_test=RIC,
    tags=_AS_FIELD_FAULT,
)
async def tells_two_lives_apart(node: Peer) -> None:
    """The node is back before the RIC misses it; the end of the old association is no end of the new one.

    A RIC that refuses the node while the old association stands may do so.
    """
    old = str(node.here)
    new = await node.open()
    answer = await exchange(
        node,
        setup_request(our_offer(node), new_transaction(node)),
        E2setupResponse,
        E2setupFailure,
        association=new,
        requirement="The near-RT RIC answers the E2 Setup of a node that comes back on a new association",
    )
    if not isinstance(answer, E2setupResponse):
        raise inconclusive("the near-RT RIC refuses the node while its old association stands, which it may")
    await node.close(old, how="abort")
    await exchange(
        node,
        service_update(our_offer(node), new_transaction(node)),
        RICserviceUpdateAcknowledge,
        association=new,
        requirement="The near-RT RIC serves the node on the association on which it was set up last, whatever becomes "
        "of an older one",
    )
    await stands(node, new, "the loss of the node's old association")


@case(
    id="E2AP-RESTART-106",
    title="A node that restarts may begin with the same TransactionIDs again",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=(*_TAGS, "F17"),
)
async def takes_the_same_transactions_again(node: Peer) -> None:
    """In each life E2 Setup is transaction 0 and a Service Update transaction 1, as counters begin."""
    bystander = node.here
    offer = our_offer(node, sibling=1)
    for _ in range(3):
        association, _ = await come_back(node, offer, bystander, "the restart of a node", transaction_id=0)
        await exchange(
            node,
            service_update(offer, 1),
            RICserviceUpdateAcknowledge,
            association=association,
            requirement="A TransactionID is unique among procedures that go on, so a later one may have it again",
        )
        await node.close(association, how="abort")


@case(
    id="E2AP-RESTART-107",
    title="A node that restarts 20 times is answered each time",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def answers_again_and_again(node: Peer) -> None:
    """What a RIC keeps of each life adds up; another node stands by."""
    bystander = node.here
    offer = our_offer(node, sibling=1)
    for life in range(_LIVES):
        what = f"{life} restarts of a node"
        patience = _PATIENCE_S if life else None
        association, _ = await come_back(node, offer, bystander, what, listening=0, patience=patience)
        await node.close(association, how="shutdown" if life % 2 else "abort")


@case(
    id="E2AP-RESTART-108",
    title="A node that was subscribed can be subscribed again after its restart",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.1.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription"),
    tags=(*_TAGS, "RICsubscription"),
)
async def subscribes_again(node: Peer) -> None:
    """Whether the RIC gives the old RIC Request ID again is its choice; the answer and a report are taken."""
    lost = str(node.here)
    await subscribed(node)
    await _after_loss(node, lost)
    request = await asked_to_subscribe(node)
    association = str(node.here)
    await grant(node, request, association)
    await node.send(kpm_indication(node, request), association=association)
    await unmoved(node, association, "a subscription and a report of a node that was subscribed before its restart")


@case(
    id="E2AP-RESTART-109",
    title="A report for a subscription from before the node's restart does no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription"),
    tags=(*_TAGS, "RICindication", "negative"),
)
async def outlives_an_old_report(node: Peer) -> None:
    """Whether a subscription outlives the loss of the association is open: so is what the RIC makes of the report."""
    lost = str(node.here)
    request = await subscribed(node)
    association = await _after_loss(node, lost)
    await node.send(kpm_indication(node, request), association=association, injected=True)
    await survives(node, association, "a report for a subscription from before the node's restart")


@case(
    id="E2AP-RESTART-110",
    title="A Delete Required for a subscription from before the node's restart is taken without complaint",
    clause="O-RAN.WG3.E2AP 8.2.2A.2, 8.2.2A.3",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscriptionDeleteRequired", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "restart"),
)
async def takes_a_late_delete_required(node: Peer) -> None:
    """A RIC that still knows the subscription may delete it, one that does not has to ignore the message."""
    lost = str(node.here)
    request = await subscribed(node)
    association = await _after_loss(node, lost)
    item = RICsubscription_withCause_Item(*ids_of(request), cause("misc/unspecified", node.edition))
    await node.send(RICsubscriptionDeleteRequired((item,)), association=association)
    await unmoved(node, association, "a Delete Required for a subscription from before the node's restart")


@case(
    id="E2AP-RESTART-111",
    title="A late answer to a request from before the node's restart does no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.4",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription"),
    tags=(*_TAGS, "RICsubscription", "negative"),
)
async def outlives_a_late_answer(node: Peer) -> None:
    """The node kept what it owed over its restart; what is wrong with an answer is the RIC's own affair."""
    lost = str(node.here)
    request = await asked_to_subscribe(node)
    late = granted(node, request, lost)
    association = await _after_loss(node, lost)
    await node.send(late, association=association, injected=True)
    await survives(node, association, "an answer to a request from before the node's restart")


async def _offered_after_restart(node: Peer, functions: tuple[RANfunction_Item, ...]) -> None:
    response = await _restarted(node, replace(our_offer(node), functions=functions))
    check_functions(
        ids(functions), response.ran_functions_accepted, response.ran_functions_rejected, answer="E2 SETUP RESPONSE"
    )


async def _restarted(node: Peer, offer: NodeOffer) -> E2setupResponse:
    """The node that was set up vanishes, and comes back with another offer; another node stands by."""
    lost = str(node.here)
    bystander = await open_another(node)
    await node.close(lost, how="abort")
    _, response = await come_back(node, offer, bystander, "the restart of a node")
    return response


async def _after_loss(node: Peer, lost: str) -> str:
    """The node vanishes and comes back as it was; gives its new association. No other node is there then."""
    bystander = await open_another(node)
    await node.close(lost, how="abort")
    association, _ = await come_back(node, our_offer(node), bystander, "the restart of a node that was subscribed")
    await node.close(bystander)
    return association
