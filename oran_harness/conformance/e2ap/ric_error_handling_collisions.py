"""Procedures of both sides that meet, and procedures where they do not belong, with a near-RT RIC under test."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_control import asked_to_control
from oran_harness.conformance.e2ap.ric_requests import reset
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    exchange,
    new_transaction,
    once_more,
    open_again,
    open_another,
    our_offer,
    survives,
    unharmed,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_delete,
    asked_to_subscribe,
    grant,
    ids_of,
    kpm_indication,
    refuse,
    subscribed,
)
from oran_harness.conformance.expectations import answers, ask
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from oran_harness.steps.answers import update_after_query
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import another_component, configuration_update, service_update, setup_request

_PARALLEL = "O-RAN.WG3.E2AP 5.2"
_TAGS = ("negative", "collision")


@case(
    id="E2AP-CROSS-101",
    title="Two E2 Setups behind one another on one association are answered",
    clause=f"{_PARALLEL}, 8.3.1.1",
    level=Level.MUST,
    under_test=RIC,
    tags=("E2setup", *_TAGS),
)
async def answers_two_setups(node: Peer) -> None:
    """The second is sent before the first is answered, as by a node that retries too soon.

    Which of them is served is open. One of them has to be answered, and another node stands by.
    """
    bystander = node.here
    association = await open_again(node, bystander, "nothing")
    requests = [setup_request(our_offer(node, sibling=1), new_transaction(node)) for _ in range(2)]
    for request in requests:
        await node.send(request, association=association, injected=request is requests[1])
    names = [request.transaction_id for request in requests]
    await node.expect(
        m.E2setupResponse,
        m.E2setupFailure,
        m.ErrorIndication,
        where=lambda answer: isinstance(answer, m.ErrorIndication) or getattr(answer, "transaction_id", None) in names,
        association=association,
        requirement="Of two E2 Setups behind one another the near-RT RIC answers at least one, under its TransactionID",
    )
    await unharmed(node, bystander, "two E2 Setups behind one another")


@case(
    id="E2AP-CROSS-102",
    title="A Reset while a subscription stands ends it, and the node can be subscribed again",
    clause="O-RAN.WG3.E2AP 8.3.2.1, 8.3.2.2, 8.2.1.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription", "procedure:Reset", "procedure:RICserviceUpdate"),
    tags=("Reset", *_TAGS),
)
async def subscribes_after_a_reset(node: Peer) -> None:
    """A report that crosses the Reset does no harm, and the functions of the node stay as they were."""
    association = str(node.here)
    subscription = await subscribed(node)
    await _reset(node, association)
    await node.send(kpm_indication(node, subscription), association=association, injected=True)
    await survives(node, association, "a report that crosses a Reset")
    await ask(
        node,
        service_update(our_offer(node), new_transaction(node)),
        m.RICserviceUpdateAcknowledge,
        association=association,
        requirement="A Reset keeps what E2 Setup exchanged, so the near-RT RIC serves the node without another Setup",
        refusable=False,
    )
    again = await once_more(asked_to_subscribe(node))
    await grant(node, again, association)
    await node.send(kpm_indication(node, again), association=association)
    await unmoved(node, association, "a report for a subscription that was made after a Reset")


@case(
    id="E2AP-CROSS-103",
    title="A Reset that crosses a Control of the near-RT RIC is answered",
    clause="O-RAN.WG3.E2AP 8.3.2.2, 8.2.4",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:control", "procedure:RICcontrol", "procedure:Reset"),
    tags=("Reset", "RICcontrol", *_TAGS),
)
async def resets_amid_a_control(node: Peer) -> None:
    """The control is given up, unanswered."""
    association = str(node.here)
    await asked_to_control(node)
    await _reset(node, association)


@case(
    id="E2AP-CROSS-104",
    title="A Reset that crosses a Delete of the near-RT RIC is answered",
    clause="O-RAN.WG3.E2AP 8.3.2.2, 8.2.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "stimulus:delete", "procedure:RICsubscriptionDelete", "procedure:Reset"),
    tags=("Reset", "RICsubscriptionDelete", *_TAGS),
)
async def resets_amid_a_delete(node: Peer) -> None:
    """The Delete is given up, unanswered: the Reset has deleted the subscription."""
    association = str(node.here)
    await subscribed(node)
    await asked_to_delete(node)
    await _reset(node, association)


@case(
    id="E2AP-CROSS-105",
    title="A Delete Required that crosses a Delete does no harm",
    clause="O-RAN.WG3.E2AP 8.2.2.2, 8.2.2A.2, 8.2.2A.3",
    level=Level.MUST,
    under_test=RIC,
    needs=(
        "stimulus:subscribe",
        "stimulus:delete",
        "procedure:RICsubscriptionDelete",
        "procedure:RICsubscriptionDeleteRequired",
        "e2ap:2.03",
    ),
    tags=("RICsubscriptionDelete", "RICsubscriptionDeleteRequired", *_TAGS),
)
async def deletes_what_is_to_be_deleted(node: Peer) -> None:
    """Both want the same. A second Delete is refused, as the subscription is gone then."""
    association = str(node.here)
    await subscribed(node)
    delete = await asked_to_delete(node)
    item = e.RICsubscription_withCause_Item(*ids_of(delete), cause("misc/unspecified", node.edition))
    await node.send(m.RICsubscriptionDeleteRequired((item,)), association=association)
    await grant(node, delete, association)
    again = await node.hear(m.RICsubscriptionDeleteRequest, within=0.1, association=association)
    if again is not None:
        await refuse(node, again, "request-id-unknown", association)
    await unmoved(node, association, "a Delete Required that crosses a Delete")


@case(
    id="E2AP-CROSS-106",
    title="A Service Update that crosses a Service Query is acknowledged, and so is the one that follows",
    clause=f"{_PARALLEL}, 8.3.4.2, 8.3.4A.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:service-query", "procedure:RICserviceQuery", "procedure:RICserviceUpdate"),
    tags=("RICserviceUpdate", "RICserviceQuery", *_TAGS),
)
async def acknowledges_both_updates(node: Peer) -> None:
    """The node had begun before it knew of the query; it answers the query by an update of its own."""
    association = str(node.here)
    await node.stimulate("service-query")
    query = await node.expect(m.RICserviceQuery)
    requirement = "The near-RT RIC acknowledges a Service Update whether or not it crosses a Service Query"
    spontaneous = service_update(our_offer(node), new_transaction(node))
    await exchange(node, spontaneous, m.RICserviceUpdateAcknowledge, association=association, requirement=requirement)
    engine = node.associations[association]
    asked = update_after_query(query, engine=engine, edition=node.edition, transaction_id=new_transaction(node))
    await exchange(node, asked, m.RICserviceUpdateAcknowledge, association=association, requirement=requirement)


@case(
    id="E2AP-CROSS-107",
    title="A Configuration Update that crosses a Connection Update is answered",
    clause=f"{_PARALLEL}, 8.3.5.2, 8.3.6.3, 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:connection-update", "procedure:E2connectionUpdate", "e2ap:2.03"),
    tags=("E2connectionUpdate", "E2nodeConfigurationUpdate", *_TAGS),
)
async def answers_a_crossing_update(node: Peer) -> None:
    """Under the TransactionID that the RIC's own request has, as may be: they are of different ends and types."""
    association = str(node.here)
    await node.stimulate("connection-update")
    theirs = await node.expect(m.E2connectionUpdate)
    offer = our_offer(node)
    ours = configuration_update(offer, theirs.transaction_id, added=(another_component(offer),))
    await node.send(ours, association=association)
    await node.expect(
        m.E2nodeConfigurationUpdateAcknowledge,
        m.E2nodeConfigurationUpdateFailure,
        where=answers(ours),
        association=association,
        requirement="The near-RT RIC answers a Configuration Update while its own Connection Update is under way",
    )
    await refuse(node, theirs, "transport-resource-unavailable", association)
    await unmoved(node, association, "E2 CONNECTION UPDATE FAILURE")


@case(
    id="E2AP-CROSS-108",
    title="Two Removals that cross do no harm",
    clause="O-RAN.WG3.E2AP 8.3.7.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:remove", "procedure:E2removal", "e2ap:2.03"),
    tags=("E2removal", *_TAGS),
)
async def outlives_crossing_removals(node: Peer) -> None:
    """What becomes of the interface is open but for that it ends; another node stands by."""
    association = str(node.here)
    await node.stimulate("remove")
    theirs = await node.expect(m.E2RemovalRequest)
    bystander = await open_another(node)
    await node.send(m.E2RemovalRequest(theirs.transaction_id), association=association, injected=True)
    await unharmed(node, bystander, "Removals that cross")


async def _reset(node: Peer, association: str) -> None:
    await exchange(
        node,
        reset(node),
        m.ResetResponse,
        association=association,
        requirement="The near-RT RIC answers a RESET REQUEST with a RESET RESPONSE, whatever else is under way",
    )
