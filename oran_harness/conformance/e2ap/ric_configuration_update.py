"""E2 Node Configuration Update with a near-RT RIC under test (E2AP 8.3.5)."""

from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_components import check_components, failed
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction, our_offer
from oran_harness.conformance.expectations import answers
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import TNLinformation
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdateAcknowledge,
    E2nodeConfigurationUpdateFailure,
)
from oran_harness.steps import Peer, check, unsupported
from oran_harness.steps.node_components import NodeComponent
from oran_harness.steps.offers import another_component, configuration_update

_CLAUSE = "O-RAN.WG3.E2AP 8.3.5.2"
_PROCEDURE = "procedure:E2nodeConfigurationUpdate"
_NEEDS = (_PROCEDURE, "e2ap:2.03")
_TAGS = ("E2nodeConfigurationUpdate", "positive")
_NEGATIVE = ("E2nodeConfigurationUpdate", "negative")
_MANY = 100
_PORT = BitString((36421).to_bytes(2, "big"), 16)
_OUR_END = TNLinformation(BitString(bytes([192, 0, 2, 78]), 32), _PORT)
_THEIR_END = TNLinformation(BitString(bytes([192, 0, 2, 79]), 32), _PORT)
"""Addresses of documentation (RFC 5737)."""


@case(
    id="E2AP-CONFUPD-101",
    title="An added component is acknowledged",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.5.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.5.1"),
)
async def acknowledges_an_addition(node: Peer) -> None:
    """One more F1 interface: in the addition's own list, under the same interface type and id."""
    added = (another_component(our_offer(node)),)
    answer = await _updated(node, added=added)
    check_components(added, answer.e2_node_component_config_addition_ack, answer=answer.NAME)


@case(
    id="E2AP-CONFUPD-102",
    title="An updated component is acknowledged",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.5.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.5.2"),
)
async def acknowledges_an_update(node: Peer) -> None:
    """A component that E2 Setup declared."""
    updated = our_offer(node).components[:1]
    answer = await _updated(node, updated=updated)
    check_components(updated, answer.e2_node_component_config_update_ack, answer=answer.NAME)


@case(
    id="E2AP-CONFUPD-103",
    title="A removed component is acknowledged",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.5.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.5.3"),
)
async def acknowledges_a_removal(node: Peer) -> None:
    """A component that E2 Setup declared."""
    removed = our_offer(node).components[:1]
    answer = await _updated(node, removed=removed)
    check_components(removed, answer.e2_node_component_config_removal_ack, answer=answer.NAME)


@case(
    id="E2AP-CONFUPD-104",
    title="A Configuration Update that says nothing is acknowledged",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=(_PROCEDURE,),
    tags=_TAGS,
)
async def acknowledges_nothing(node: Peer) -> None:
    """Nothing changes, and no component is acknowledged."""
    answer = await _updated(node)
    _check_lists(answer)


@case(
    id="E2AP-CONFUPD-105",
    title="Additions, updates and removals in one Configuration Update are each acknowledged",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def acknowledges_all_lists(node: Peer) -> None:
    """Each in the list that belongs to what was asked."""
    offer = our_offer(node)
    added, updated, removed = (another_component(offer),), offer.components[:1], offer.components[1:2]
    answer = await _updated(node, added=added, updated=updated, removed=removed)
    _check_lists(answer, added=added, updated=updated, removed=removed)


@case(
    id="E2AP-CONFUPD-106",
    title="The update of a component that was never declared is reported as failed",
    clause="O-RAN.WG3.E2AP 8.3.5.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_NEGATIVE,
)
async def refuses_the_unknown(node: Peer) -> None:
    """By a failed item or by the failure message: that is open; success is not."""
    unknown = (another_component(our_offer(node)),)
    await _refused(node, unknown, "the update of a component that was never declared")


@case(
    id="E2AP-CONFUPD-107",
    title="The update of a component that was removed is reported as failed",
    clause="O-RAN.WG3.E2AP 8.3.5.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_NEGATIVE,
)
async def forgets_what_was_removed(node: Peer) -> None:
    """A removal that was acknowledged as done takes effect."""
    component = our_offer(node).components[:1]
    answer = await _updated(node, removed=component)
    check_components(component, answer.e2_node_component_config_removal_ack, answer=answer.NAME)
    if not failed(answer.e2_node_component_config_removal_ack):
        await _refused(node, component, "the update of a component whose removal was acknowledged")


@case(
    id="E2AP-CONFUPD-108",
    title="Removing a component that was never declared, and adding one twice, are answered",
    clause="O-RAN.WG3.E2AP 8.3.5",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_NEGATIVE,
)
async def answers_for_odd_changes(node: Peer) -> None:
    """What the outcome is, is open; that there is one is not."""
    offer = our_offer(node)
    await _answered(node, removed=(another_component(offer),))
    await _answered(node, added=offer.components[:1])


@case(
    id="E2AP-CONFUPD-109",
    title="The answer to a Configuration Update repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def repeats_the_transaction_id(node: Peer) -> None:
    """Both ends of the range, one after the other."""
    for transaction in (0, 255):
        await _updated(node, transaction=transaction)


@case(
    id="E2AP-CONFUPD-110",
    title="100 components in one Configuration Update are each acknowledged",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "limits"),
)
async def acknowledges_many(node: Peer) -> None:
    """1,024 are allowed."""
    added: tuple[NodeComponent, ...] = ()
    offer = our_offer(node)
    while len(added) < _MANY:
        added = (*added, another_component(offer, (*offer.components, *added)))
    answer = await _answered(node, added=added)
    if isinstance(answer, E2nodeConfigurationUpdateAcknowledge):
        _check_lists(answer, added=added)


@case(
    id="E2AP-CONFUPD-111",
    title="A Configuration Update that repeats the Global E2 Node ID is acknowledged",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_the_known_identity(node: Peer) -> None:
    """The id is optional where it is known."""
    _check_lists(await _updated(node, identify=True))


@case(
    id="E2AP-CONFUPD-112",
    title="Two Configuration Updates under way at once are both answered",
    clause="O-RAN.WG3.E2AP 5.2, 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def answers_two_at_once(node: Peer) -> None:
    """Parallel procedures are told apart by their TransactionIDs; the answers may come in any order."""
    offer = our_offer(node)
    pairs = [(configuration_update(offer, new_transaction(node), updated=(one,)), one) for one in offer.components[:2]]
    for request, _ in pairs:
        await node.send(request)
    for request, component in pairs:
        answer = await node.expect(
            E2nodeConfigurationUpdateAcknowledge,
            where=answers(request),
            requirement="Each of several procedures under way at once is answered, under its own TransactionID",
        )
        _check_lists(answer, updated=(component,))


@case(
    id="E2AP-CONFUPD-113",
    title="A further association of a node that begins with a Configuration Update is answered",
    clause="O-RAN.WG3.E2AP 8.3.5.2, 8.3.6.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def answers_on_a_further_association(node: Peer) -> None:
    """With the Global E2 Node ID the RIC ties it to the node; one that has no use for it refuses it."""
    association = await node.open()
    await _answered(node, identify=True, association=association)


@case(
    id="E2AP-CONFUPD-114",
    title="A further association of a node that was never set up is answered",
    clause="O-RAN.WG3.E2AP 8.3.5",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_NEGATIVE,
)
async def answers_a_stranger(node: Peer) -> None:
    """There is no node to tie it to: what the outcome is, is open."""
    association = await node.open()
    await _answered(node, sibling=1, identify=True, association=association, injected=True)


@case(
    id="E2AP-CONFUPD-115",
    title="A Configuration Update that removes an association is answered, and the other one serves on",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def lets_an_association_go(node: Peer) -> None:
    """One is listed, and the second of two is closed once that is acknowledged."""
    first = node.here
    second = await node.open()
    joined = await _answered(node, identify=True, association=second)
    if isinstance(joined, E2nodeConfigurationUpdateFailure):
        raise unsupported(f"the near-RT RIC takes no second association: {joined.NAME}")
    # Where the RIC sees our end is not known here; what it makes of the list is open: "if supported" (E2AP 8.3.5.2).
    answer = await _answered(node, leaving=((_OUR_END, _THEIR_END),), association=first, injected=True)
    if isinstance(answer, E2nodeConfigurationUpdateAcknowledge):
        await node.close(second)
    await _updated(node, association=first)


async def _updated(
    node: Peer, *, transaction: int | None = None, association: str | None = None, **changes: Any
) -> E2nodeConfigurationUpdateAcknowledge:
    chosen = new_transaction(node) if transaction is None else transaction
    request = configuration_update(our_offer(node), chosen, **changes)
    return await exchange(
        node,
        request,
        E2nodeConfigurationUpdateAcknowledge,
        association=association,
        requirement="The near-RT RIC acknowledges a Configuration Update that it can process",
    )


async def _answered(
    node: Peer, *, sibling: int = 0, association: str | None = None, injected: bool = False, **changes: Any
) -> E2nodeConfigurationUpdateAcknowledge | E2nodeConfigurationUpdateFailure:
    return await exchange(
        node,
        configuration_update(our_offer(node, sibling=sibling), new_transaction(node), **changes),
        E2nodeConfigurationUpdateAcknowledge,
        E2nodeConfigurationUpdateFailure,
        association=association,
        requirement="The near-RT RIC answers a Configuration Update: by an acknowledgement or a failure with a cause",
        injected=injected,
    )


async def _refused(node: Peer, components: tuple[NodeComponent, ...], what: str) -> None:
    answer = await _answered(node, updated=components)
    if isinstance(answer, E2nodeConfigurationUpdateFailure):
        return
    acks = answer.e2_node_component_config_update_ack
    check_components(components, acks, answer=answer.NAME)
    check(
        failed(acks),
        f"The near-RT RIC reports {what} as failed, with a cause",
        expected="a failed item, or E2nodeConfigurationUpdateFailure",
        actual="success",
    )


def _check_lists(
    answer: E2nodeConfigurationUpdateAcknowledge,
    *,
    added: tuple[NodeComponent, ...] = (),
    updated: tuple[NodeComponent, ...] = (),
    removed: tuple[NodeComponent, ...] = (),
) -> None:
    name = answer.NAME
    check_components(added, answer.e2_node_component_config_addition_ack, answer=f"{name} (additions)")
    check_components(updated, answer.e2_node_component_config_update_ack, answer=f"{name} (updates)")
    check_components(removed, answer.e2_node_component_config_removal_ack, answer=f"{name} (removals)")
