"""Loss of the association in the middle of each procedure, with a near-RT RIC under test (E2AP 6, 8)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_control import asked_to_control
from oran_harness.conformance.e2ap.ric_requests import (
    asked_for_and_to_delete,
    asked_to_reset,
    component_addition,
    function_addition,
    removal,
    reset,
)
from oran_harness.conformance.e2ap.ric_restart_scenery import come_back
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    new_transaction,
    once_more,
    open_again,
    open_another,
    our_offer,
)
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_subscribe,
    grant,
    refuse,
    subscribed,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, inconclusive
from oran_harness.steps.answers import update_after_query
from oran_harness.steps.case import Body
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import (
    KPM_FUNCTION,
    setup_request,
)

_TAGS = ("negative", "link-loss")
_HOWS = ("abort", "shutdown")

MakeRequest = Callable[[Peer], Message]
StartRequest = Callable[[Peer], Awaitable[Message]]
"""Has the RIC start the procedure; gives its request, which waits for an answer."""
GiveAnswer = Callable[[Peer, Message, str], Awaitable[None]]
"""Answers the request on an association."""


@dataclass(frozen=True, slots=True)
class OfTheNode:
    """A procedure that our node starts, and loses the association before the answer."""

    id: str
    procedure: str
    clause: str
    needs: tuple[str, ...]
    request: MakeRequest


@dataclass(frozen=True, slots=True)
class OfTheRic:
    """A procedure that the RIC starts: the association is lost before it is answered, and after it was."""

    id: str
    procedure: str
    clause: str
    needs: tuple[str, ...]
    start: StartRequest
    answer: GiveAnswer


def _assistance(node: Peer) -> Message:
    return m.RICassistanceRequest(node.new_request_id(), b"\x00", b"\x00")


def _modification_required(node: Peer) -> Message:
    why = cause("ricRequest/unspecified", node.edition)
    removed = (e.RICaction_RequiredToBeRemoved_Item(1, why),)
    return m.RICsubscriptionModificationRequired(
        node.new_request_id(), KPM_FUNCTION, ric_actions_required_to_be_removed_list=removed
    )


def _told(stimulus: str, request: type[Message], *, subscription: bool = False, **arguments: Any) -> StartRequest:
    """The start of a procedure by a stimulus; some are about a ``subscription`` that has to stand."""

    async def start(node: Peer) -> Message:
        if subscription:
            await subscribed(node)
        await node.stimulate(stimulus, **arguments)
        return await node.expect(request)

    return start


async def _update(node: Peer, query: Message, association: str) -> None:
    """What a Service Query is followed by: it has no answer of its own (8.3.4A)."""
    assert isinstance(query, m.RICserviceQuery)
    engine = node.associations[association]
    update = update_after_query(query, engine=engine, edition=node.edition, transaction_id=new_transaction(node))
    await node.send(update, association=association)


async def _decline(node: Peer, request: Message, association: str) -> None:
    await refuse(node, request, "transport-resource-unavailable", association)


OF_THE_NODE = (
    OfTheNode("E2AP-LOSS-102", "Reset", "8.3.2", (), reset),
    OfTheNode("E2AP-LOSS-103", "RICserviceUpdate", "8.3.4", (), function_addition),
    OfTheNode("E2AP-LOSS-104", "E2nodeConfigurationUpdate", "8.3.5", (), component_addition),
    OfTheNode("E2AP-LOSS-105", "E2removal", "8.3.7", ("e2ap:2.03",), removal),
    OfTheNode("E2AP-LOSS-106", "RICsubscriptionModificationRequired", "8.2.6", ("e2ap:3.01",), _modification_required),
    OfTheNode("E2AP-LOSS-107", "RICassistance", "8.2.11", ("e2ap:7.00",), _assistance),
)
OF_THE_RIC = (
    OfTheRic("E2AP-LOSS-111", "RICsubscription", "8.2.1", ("stimulus:subscribe",), asked_to_subscribe, grant),
    OfTheRic(
        "E2AP-LOSS-112",
        "RICsubscriptionDelete",
        "8.2.2",
        ("stimulus:subscribe", "stimulus:delete"),
        asked_for_and_to_delete,
        grant,
    ),
    OfTheRic("E2AP-LOSS-113", "RICcontrol", "8.2.4", ("stimulus:control",), asked_to_control, grant),
    OfTheRic("E2AP-LOSS-114", "Reset", "8.3.2", ("stimulus:reset",), asked_to_reset, grant),
    OfTheRic(
        "E2AP-LOSS-115",
        "RICserviceQuery",
        "8.3.4A",
        ("stimulus:service-query",),
        _told("service-query", m.RICserviceQuery),
        _update,
    ),
    OfTheRic(
        "E2AP-LOSS-116",
        "E2connectionUpdate",
        "8.3.6",
        ("stimulus:connection-update",),
        _told("connection-update", m.E2connectionUpdate),
        _decline,
    ),
    OfTheRic(
        "E2AP-LOSS-117",
        "E2removal",
        "8.3.7",
        ("stimulus:remove", "e2ap:2.03"),
        _told("remove", m.E2RemovalRequest),
        grant,
    ),
    OfTheRic(
        "E2AP-LOSS-118",
        "RICsubscriptionModification",
        "8.2.5",
        ("stimulus:subscribe", "stimulus:modify", "e2ap:3.01"),
        _told("modify", m.RICsubscriptionModificationRequest, subscription=True),
        grant,
    ),
    OfTheRic(
        "E2AP-LOSS-119", "RICquery", "8.2.7", ("stimulus:query", "e2ap:5.00"), _told("query", m.RICqueryRequest), grant
    ),
    OfTheRic(
        "E2AP-LOSS-120",
        "RICsubscriptionAudit",
        "8.2.2B",
        ("stimulus:audit", "e2ap:5.00"),
        _told("audit", m.RICsubscriptionAuditRequest),
        grant,
    ),
    OfTheRic(
        "E2AP-LOSS-121",
        "RICserviceLoadStatus",
        "8.2.8",
        ("stimulus:load-status", "e2ap:7.00"),
        _told("load-status", m.RICserviceLoadStatusRequest),
        grant,
    ),
    OfTheRic(
        "E2AP-LOSS-122",
        "RICsubscriptionStateControl",
        "8.2.10",
        ("stimulus:subscribe", "stimulus:state-control", "e2ap:7.00"),
        _told("state-control", m.RICsubscriptionStateControlRequest, subscription=True, change="suspend"),
        grant,
    ),
)


@case(
    id="E2AP-LOSS-101",
    title="A node that vanishes right behind its E2 Setup request does no harm",
    clause="O-RAN.WG3.E2AP 6, 8.3.1.1",
    level=Level.MUST,
    under_test=RIC,
    tags=("E2setup", *_TAGS),
)
async def loses_a_node_that_sets_up(node: Peer) -> None:
    """The response has nowhere to go: the association is aborted, then shut down, right behind the request.

    The node comes back and is set up, and another node stands by.
    """
    bystander, what = node.here, "the loss of a node that began E2 Setup"
    for sibling, how in enumerate(_HOWS, 1):
        # The RIC may have refused the first, and asked for patience, when its association was gone already.
        offer = our_offer(node, sibling=sibling)
        lost = await open_again(node, bystander, what)
        await node.send(setup_request(offer, new_transaction(node)), association=lost)
        await node.close(lost, how=how)
        back, _ = await come_back(node, offer, bystander, what)
        await node.close(back)


def _cut_off(row: OfTheNode) -> Body:
    async def loses_the_node_that_asked(node: Peer) -> None:
        """The answer has nowhere to go: the association is aborted, then shut down, right behind the request.

        The node comes back with E2 Setup, and another node stands by.
        """
        lost = str(node.here)
        bystander = await open_another(node)
        for how in _HOWS:
            await node.send(row.request(node), association=lost)
            await node.close(lost, how=how)
            lost, _ = await come_back(
                node, our_offer(node), bystander, f"the loss of a node that began {row.procedure}"
            )

    return loses_the_node_that_asked


def _cut_off_amid(row: OfTheRic) -> Body:
    async def loses_the_node_that_was_asked(node: Peer) -> None:
        """The association is aborted before the node answers, and in another life shut down after it has answered.

        The node comes back with E2 Setup, and another node stands by.
        """
        for how, answered in zip(_HOWS, (False, True), strict=True):
            asking = row.start(node)
            request = await (once_more(asking) if answered else asking)
            lost = str(node.last.association if node.last is not None else node.here)
            if lost != node.here:
                raise inconclusive("the near-RT RIC asks another node, or one that is gone")
            bystander = await open_another(node)
            if answered:
                await row.answer(node, request, lost)
            await node.close(lost, how=how)
            await come_back(node, our_offer(node), bystander, f"the loss of a node amid {row.procedure}")
            await node.close(bystander)

    return loses_the_node_that_was_asked


for _row in OF_THE_NODE:
    case(
        id=_row.id,
        title=f"A node that vanishes right behind its request of {_row.procedure} does no harm",
        clause=f"O-RAN.WG3.E2AP 6, {_row.clause}, 8.3.1.1",
        level=Level.MUST,
        under_test=RIC,
        needs=(f"procedure:{_row.procedure}", *_row.needs),
        tags=(_row.procedure, *_TAGS),
    )(_cut_off(_row))

for _started in OF_THE_RIC:
    case(
        id=_started.id,
        title=f"A node that vanishes amid {_started.procedure}, before its answer or behind it, does no harm",
        clause=f"O-RAN.WG3.E2AP 6, {_started.clause}, 8.3.1.1",
        level=Level.MUST,
        under_test=RIC,
        needs=(f"procedure:{_started.procedure}", *_started.needs),
        tags=(_started.procedure, *_TAGS),
    )(_cut_off_amid(_started))
