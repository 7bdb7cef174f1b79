"""Several nodes, subscriptions and procedures at once, with a near-RT RIC under test (E2AP 5.2, 9.2.7, 9.2.33)."""

from dataclasses import replace

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_functions, ids, kpm_function
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    cause_text,
    exchange,
    new_transaction,
    open_another,
    our_offer,
    unharmed,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_delete,
    asked_to_subscribe,
    grant,
    kpm_indication,
    subscribed,
)
from oran_harness.conformance.expectations import answers, check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import NodeOffer, another_component, configuration_update, service_update, setup_request

_PARALLEL = "O-RAN.WG3.E2AP 5.2"
_NODES = 8
_SIBLINGS, _PLMNS = 3, ("00102", "00103", "00104")
_TAGS = ("several", "positive")
_FIRST_OWN_FUNCTION = 20
_TRANSACTIONS = 256
_SUBSCRIPTIONS = 4
_UNREADABLE = b"\xff" * 16


@case(
    id="E2AP-SEVERAL-101",
    title="Eight nodes that set up at once are each answered on their own association",
    clause=f"{_PARALLEL}, 8.3.1.2",
    level=Level.MUST,
    under_test=RIC,
    tags=(*_TAGS, "E2setup"),
)
async def answers_eight_nodes(node: Peer) -> None:
    """All requests are under way at once under one TransactionID; each node offers a function of its own."""
    await _all_set_up(node, _eight(node))


@case(
    id="E2AP-SEVERAL-102",
    title="Service Updates of eight nodes at once are each answered on their own association",
    clause=f"{_PARALLEL}, 8.3.4.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceUpdate",),
    tags=(*_TAGS, "RICserviceUpdate"),
)
async def answers_eight_updates(node: Peer) -> None:
    """All are under way at once under one TransactionID, sent in the reverse order of the nodes' E2 Setups."""
    offers = await _all_set_up(node, _eight(node))
    updates: dict[str, m.RICserviceUpdate] = {}
    transaction = new_transaction(node)
    for name, offer in reversed(offers.items()):
        added = kpm_function(node.edition, id=_own_function(offer) + _NODES)
        updates[name] = service_update(offer, transaction, added=(added,))
        await node.send(updates[name], association=name)
    for name, update in updates.items():
        answer = await node.expect(
            m.RICserviceUpdateAcknowledge,
            m.RICserviceUpdateFailure,
            association=name,
            requirement="The near-RT RIC answers the Service Update of each of several nodes, on that node's own "
            "association",
        )
        check_echo(update, answer)
        if isinstance(answer, m.RICserviceUpdateAcknowledge):
            accepted, rejected = answer.ran_functions_accepted, answer.ran_functions_rejected
            asked = ids(update.ran_functions_added)
            check_functions(asked, accepted, rejected, answer="RIC SERVICE UPDATE ACKNOWLEDGE")


@case(
    id="E2AP-SEVERAL-103",
    title="The CU-CP, the CU-UP and two DUs of one gNB are each answered as nodes of their own",
    clause=f"{_PARALLEL}, 8.3.1.2, 9.2.6",
    level=Level.MUST,
    under_test=RIC,
    tags=(*_TAGS, "E2setup", "identity", "F23", "F25"),
)
async def tells_parts_of_a_gnb_apart(node: Peer) -> None:
    """They share PLMN and gNB-ID, and differ by what they are, or by the id of the DU; each has a function of its own.

    A RIC may refuse a kind of node; it may not take one for another.
    """
    whole = our_offer(node, sibling=1)
    gnb = e.GlobalgNB_ID(whole.plmn, ("gnb-ID", BitString((whole.number << 4).to_bytes(4, "big"), 28)))
    parts = (("cu-cp", None, None), ("cu-up", 1, None), ("du", None, 1), ("du", None, 2))
    offers = []
    for place, (kind, cu_up, du) in enumerate(parts):
        identity = e.GlobalE2node_gNB_ID(gnb, gnb_cu_up_id=cu_up, gnb_du_id=du)
        function = kpm_function(node.edition, id=_FIRST_OWN_FUNCTION + place)
        offers.append(replace(our_offer(node, kind, sibling=1), node_id=("gNB", identity), functions=(function,)))
    await _all_set_up(node, tuple(offers))


@case(
    id="E2AP-SEVERAL-104",
    title="What one of several nodes does wrong does not disturb the others",
    clause=f"{_PARALLEL}, 10",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceUpdate",),
    tags=("several", "negative"),
)
async def keeps_others_from_harm(node: Peer) -> None:
    """The others are served after each of its misdeeds, under the TransactionID that the wrong one has, too."""
    bystander = node.here
    for octets in (_UNREADABLE, b"\x00\x07" + _UNREADABLE, b"\x00\x01\x00\x03\x00\x00\x00"):
        wrong = await open_another(node)
        await node.send_octets(octets, association=wrong)
        await _updated(node, bystander, "what another node does wrong")
        await node.close(wrong, how="abort")
    await unharmed(node, bystander, "what another node did wrong")


@case(
    id="E2AP-SEVERAL-105",
    title="The Reset of one node leaves another's E2 Setup and subscription alone",
    clause=f"{_PARALLEL}, 8.3.2.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription", "procedure:Reset"),
    tags=(*_TAGS, "Reset"),
)
async def resets_one_node_only(node: Peer) -> None:
    """A Reset is about the interface on which it comes: reports of the other node are as welcome as before."""
    first = str(node.here)
    subscription = await subscribed(node)
    second = await open_another(node)
    reset = m.ResetRequest(new_transaction(node), cause("misc/unspecified", node.edition))
    await exchange(node, reset, m.ResetResponse, association=second)
    await node.send(kpm_indication(node, subscription), association=first)
    await unmoved(node, first, "a report of a node that is subscribed, after another node's Reset")
    await _updated(node, first, "another node's Reset")


@case(
    id="E2AP-SEVERAL-106",
    title="The Removal of one node leaves another set up",
    clause=f"{_PARALLEL}, 8.3.7.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:E2removal", "procedure:RICserviceUpdate", "e2ap:2.03"),
    tags=(*_TAGS, "E2removal"),
)
async def removes_one_node_only(node: Peer) -> None:
    """What the RIC erases is of the node that is removed."""
    first = str(node.here)
    second = await open_another(node)
    removal = m.E2RemovalRequest(new_transaction(node))
    answer = await exchange(node, removal, m.E2RemovalResponse, m.E2RemovalFailure, association=second)
    if isinstance(answer, m.E2RemovalFailure):
        raise inconclusive(f"the near-RT RIC cannot remove a node now: {cause_text(answer.cause)}, which it may say")
    await _updated(node, first, "another node's Removal")
    await node.close(second)
    await _updated(node, first, "the end of a node that was removed")


@case(
    id="E2AP-SEVERAL-107",
    title="When one of several subscriptions is deleted the others stand",
    clause=f"{_PARALLEL}, 8.2.2.2, 9.2.7",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "stimulus:delete", "procedure:RICsubscriptionDelete"),
    tags=(*_TAGS, "RICsubscriptionDelete"),
)
async def deletes_one_of_several(node: Peer) -> None:
    """Each has a RIC Request ID of its own, and reports for those that are left are taken."""
    association = str(node.here)
    subscriptions = [await subscribed(node) for _ in range(_SUBSCRIPTIONS)]
    names = [each.ric_request_id for each in subscriptions]
    check(
        len(set(names)) == len(names),
        "Each subscription has a RIC Request ID of its own",
        expected=f"{_SUBSCRIPTIONS} different ids",
        actual=", ".join(map(str, names)),
    )
    delete = await asked_to_delete(node)
    await grant(node, delete, association)
    for each in subscriptions:
        if each.ric_request_id != delete.ric_request_id:
            await node.send(kpm_indication(node, each), association=association)
    await unmoved(node, association, "reports for subscriptions of which another one was deleted")


@case(
    id="E2AP-SEVERAL-108",
    title="Procedures of two types may be under way at once with one TransactionID",
    clause=f"{_PARALLEL}, 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceUpdate", "procedure:E2nodeConfigurationUpdate", "e2ap:2.03"),
    tags=(*_TAGS, "RICserviceUpdate", "E2nodeConfigurationUpdate", "F17"),
)
async def answers_two_types_at_once(node: Peer) -> None:
    """The TransactionID is unique among procedures of one type; each gets its own answer."""
    transaction = new_transaction(node)
    offer = our_offer(node)
    service = service_update(offer, transaction)
    configuration = configuration_update(offer, transaction, added=(another_component(offer),))
    await node.send(service)
    await node.send(configuration)
    requirement = "The near-RT RIC answers each of two procedures of different types under one TransactionID"
    await node.together(
        node.expect(m.RICserviceUpdateAcknowledge, where=answers(service), requirement=requirement),
        node.expect(
            m.E2nodeConfigurationUpdateAcknowledge,
            m.E2nodeConfigurationUpdateFailure,
            where=answers(configuration),
            requirement=requirement,
        ),
    )


@case(
    id="E2AP-SEVERAL-109",
    title="As many Service Updates at once as there are TransactionIDs are each answered",
    clause=f"{_PARALLEL}, 8.3.4.2, 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceUpdate", "e2ap:2.03"),
    tags=(*_TAGS, "RICserviceUpdate", "limits"),
)
async def answers_all_transactions(node: Peer) -> None:
    """256 updates that change nothing, from TransactionID 255 down to 0; the answers may come in any order.

    An id is left out that an update of ours still has, with which we answered a Service Query.
    """
    association = node.here
    waiting = set(range(_TRANSACTIONS)) - {run.id for run in node.engine.pending}
    for transaction in sorted(waiting, reverse=True):
        await node.send(service_update(our_offer(node), transaction), association=association)
    while waiting:
        answer: m.RICserviceUpdateAcknowledge | m.RICserviceUpdateFailure = await node.expect(
            m.RICserviceUpdateAcknowledge,
            m.RICserviceUpdateFailure,
            association=association,
            requirement=f"The near-RT RIC answers each of {_TRANSACTIONS} Service Updates that are under way at once",
        )
        check(
            answer.transaction_id in waiting,
            "Each answer has the TransactionID of a Service Update that is not answered yet",
            expected=f"one of {len(waiting)} TransactionIDs",
            actual=f"TransactionID {answer.transaction_id}",
        )
        waiting.discard(answer.transaction_id or 0)


@case(
    id="E2AP-SEVERAL-110",
    title="While the near-RT RIC waits for one node it serves another",
    clause=_PARALLEL,
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:subscribe", "procedure:RICsubscription", "procedure:RICserviceUpdate"),
    tags=(*_TAGS, "RICsubscription"),
)
async def waits_for_nobody(node: Peer) -> None:
    """One node owes the answer to a subscription; another one sets up and is served meanwhile."""
    first = str(node.here)
    request = await asked_to_subscribe(node)
    second = await open_another(node)
    await _updated(node, second, "a request that another node has not answered yet")
    await grant(node, request, first)
    await unmoved(node, first, "RIC SUBSCRIPTION RESPONSE")


def _eight(node: Peer) -> tuple[NodeOffer, ...]:
    """Eight nodes, each with a RAN function of its own."""
    return tuple(
        replace(
            our_offer(node, sibling=1 + place % _SIBLINGS, plmn=_PLMNS[place // _SIBLINGS]),
            functions=(kpm_function(node.edition, id=_FIRST_OWN_FUNCTION + place),),
        )
        for place in range(_NODES)
    )


def _own_function(offer: NodeOffer) -> int:
    return offer.functions[0].ran_function_id


async def _all_set_up(node: Peer, offers: tuple[NodeOffer, ...]) -> dict[str, NodeOffer]:
    """Set up nodes at once under one TransactionID; gives those that were, by the names of their associations."""
    transaction = new_transaction(node)
    waiting = {await node.open(): offer for offer in offers}
    for name, offer in waiting.items():
        await node.send(setup_request(offer, transaction), association=name)
    done: dict[str, NodeOffer] = {}
    refused = ""
    for name, offer in waiting.items():
        answer: m.E2setupResponse | m.E2setupFailure = await node.expect(
            m.E2setupResponse,
            m.E2setupFailure,
            association=name,
            requirement="The near-RT RIC answers each of several nodes that set up at once, on that node's association",
        )
        check_echo(setup_request(offer, transaction), answer)
        if isinstance(answer, m.E2setupFailure):
            refused = cause_text(answer.cause)
            continue
        accepted, rejected = answer.ran_functions_accepted, answer.ran_functions_rejected
        check_functions(ids(offer.functions), accepted, rejected, answer="E2 SETUP RESPONSE")
        done[name] = offer
    if not done:
        raise inconclusive(f"the near-RT RIC refuses all of {len(offers)} nodes, the last with {refused}, which it may")
    return done


async def _updated(node: Peer, association: str | None, what: str) -> None:
    await exchange(
        node,
        service_update(our_offer(node), new_transaction(node)),
        m.RICserviceUpdateAcknowledge,
        association=association,
        requirement=f"Whatever comes of {what}, the near-RT RIC serves this node's Service Update",
    )
