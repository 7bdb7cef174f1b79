"""What a near-RT RIC under test makes of a KPM function's definition: it asks for what is in it (KPM 7.1, 8.2.2.1)."""

from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    open_another,
    our_offer,
    set_up_or_not,
    stands,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import admit, asked_to_subscribe, grant
from oran_harness.conformance.kpm.ric_definition import of_kpm, renumbered
from oran_harness.conformance.kpm.ric_subscriber import Asked, asked, check_content, plain_report, standing, understood
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition_Format1
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import Peer, check, inconclusive

_NEEDS = ("stimulus:subscribe", "procedure:RICsubscription", "service-model:KPM")
_FRESH = (*_NEEDS, "association.fresh")
_TAGS = ("RICsubscription", "positive")
_KPM = "O-RAN.WG3.E2SM-KPM"
_DECIDED = 4.0
"""Seconds within which a near-RT RIC decides; more than SCTP takes to send again what was lost twice (RFC 9260, 16)."""
_OF_A_CELL = ("DRB.UEThpDl", "RRU.PrbTotDl")
_OF_NO_CELL = ("DRB.PdcpSduDelayDl",)
_OF_A_VENDOR = ("Vendor.CellLoad", "Vendor.Temperature")
_ROUNDS = 3


@case(
    id="E2SM-KPM-111",
    title="A node that offers report style 4 alone is asked for that style, or for none",
    clause=f"{_KPM} 7.1, 8.2.2.1",
    level=Level.SHOULD,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=(*_TAGS, "F28"),
)
async def asks_for_what_is_offered(node: Peer) -> None:
    """The RIC reads the styles in the definition, and does not take style 1 for granted."""
    found = await _chosen(node, styles=(4,))
    check(
        found.announced.style(found.style) is not None,
        "The near-RT RIC asks for a report style that the node's RAN Function Definition has",
        expected="style 4",
        actual=f"style {found.style}",
    )
    check_content(found, listed=True)
    await _end(node, found)


@case(
    id="E2SM-KPM-112",
    title="A node without a KPM function is not asked for reports of KPM",
    clause=f"{_KPM} 7.1; O-RAN.WG3.E2AP 8.2.1.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=("RICsubscription", "negative", "F14"),
)
async def leaves_others_alone(node: Peer) -> None:
    """The node offers E2SM-RC; a KPM subscription to that function would be to the wrong one.

    That the RIC subscribes where there is KPM shows that it has been asked.
    """
    association = node.here
    await set_up_or_not(node, our_offer(node, service_models=("rc",)))
    request = await _request(node)
    check(
        request is None or not _holds_kpm(request),
        "The near-RT RIC sends a subscription to KPM to functions of KPM alone",
        expected="none: the node offers no such function",
        actual=f"one to RAN function {None if request is None else request.ran_function_id}, which is E2SM-RC",
    )
    await unmoved(node, association, "being asked to subscribe where there is no KPM")
    if request is None:
        await open_another(node)
        if await _request(node) is None:
            raise inconclusive("asked to subscribe to KPM the near-RT RIC does not where there is KPM, either")


@case(
    id="E2SM-KPM-113",
    title="A node with measurements of its own is asked for those, or for none",
    clause=f"{_KPM} 7.4.2.2, 8.2.2.1, 8.3.9",
    level=Level.SHOULD,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=_TAGS,
)
async def asks_for_offered_measurements(node: Peer) -> None:
    """Names that no other node has: the RIC takes them from the definition."""
    found = await _chosen(node, styles=(1,), measurements=_OF_A_VENDOR)
    check_content(found, listed=True)
    await _end(node, found)


@case(
    id="E2SM-KPM-114",
    title="The cell is named for measurements of a cell",
    clause=f"{_KPM} 7.4.2.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=_TAGS,
)
async def names_the_cell(node: Peer) -> None:
    """All that the node offers belongs to NRCellDU (TS 28.552), an object class confined in a single cell."""
    found = await _chosen(node, styles=(1,), measurements=_OF_A_CELL)
    check_content(found)
    check(
        _cell(found) is not None,
        "An action that asks for measurements of an object class confined in a single cell has the Cell Global ID",
        expected=f"Cell Global ID with measurements of {', '.join(_OF_A_CELL)}",
        actual="no Cell Global ID",
    )
    await _end(node, found)


@case(
    id="E2SM-KPM-115",
    title="No cell is named for measurements that belong to none",
    clause=f"{_KPM} 7.4.2.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=_TAGS,
)
async def names_no_cell(node: Peer) -> None:
    """All that the node offers belongs to GNBCUUPFunction (TS 28.552), which is cell agnostic."""
    found = await _chosen(node, styles=(1,), measurements=_OF_NO_CELL)
    check_content(found)
    check(
        _cell(found) is None,
        "An action that asks for cell agnostic measurements alone has no Cell Global ID",
        expected="no Cell Global ID",
        actual=f"{_cell(found)}",
    )
    await _end(node, found)


@case(
    id="E2SM-KPM-116",
    title="Measurement IDs are those of the node at hand",
    clause=f"{_KPM} 7.4.2.2, 8.3.10",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_FRESH,
    tags=_TAGS,
)
async def takes_ids_from_the_definition(node: Peer) -> None:
    """The node gives its measurements other IDs than most; asking by name is as good."""
    await set_up_or_not(node, our_offer(node, definitions={"kpm": renumbered(node)}))
    found = await asked(node, 1)
    check_content(found)
    await _end(node, found)


@case(
    id="E2SM-KPM-117",
    title="Two nodes report at once, each to its own subscription",
    clause=f"{_KPM} 7.4.2; O-RAN.WG3.E2AP 8.2.3.2, 9.2.7",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def serves_two_nodes(node: Peer) -> None:
    """The RIC Request ID names a subscription of one node: both may have the same."""
    first = await standing(node, 1)
    await open_another(node)
    second = await standing(node, 1)
    if second.association == first.association:
        raise inconclusive("asked to subscribe again the near-RT RIC asks the first node again")
    for number in range(_ROUNDS):
        for each in (first, second):
            await node.send(plain_report(each, number), association=each.association)
    await unmoved(node, first.association, "reports of two nodes at once")
    await stands(node, second.association, "reports of two nodes at once")


@case(
    id="E2SM-KPM-118",
    title="The event trigger is a periodic report in format 1",
    clause=f"{_KPM} 7.3, 8.2.1.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_a_period(node: Peer) -> None:
    """KPM has no other; how long the period is, is the RIC's business."""
    request = await asked_to_subscribe(node)
    association = node.here if node.last is None else node.last.association
    details = request.ric_subscription_details
    octets = b"" if details is None else details.ric_event_trigger_definition or b""
    payload = KPM.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, octets)
    check(
        payload.conforms and format_of(payload.value) == 1,
        "The event trigger of a KPM subscription is event trigger definition format 1, with a reporting period",
        expected="event trigger definition format 1",
        actual=f"{octets.hex() or 'nothing'}, which is none",
    )
    await grant(node, request, association)
    await unmoved(node, association, "RIC SUBSCRIPTION RESPONSE")


async def _chosen(node: Peer, **definition: Any) -> Asked:
    """What the RIC asks of a node with such a KPM definition when nothing is said but that it is to subscribe."""
    await set_up_or_not(node, our_offer(node, definitions={"kpm": of_kpm(node, **definition)}))
    request = await _request(node)
    if request is None:
        raise inconclusive("the near-RT RIC does not subscribe to what the node offers, which it need not")
    return understood(node, request, None)


async def _request(node: Peer) -> RICsubscriptionRequest | None:
    """What comes of having the RIC subscribe to KPM; None if it declines, or does nothing."""
    if (await node.propose("subscribe", service_model="kpm")).declined:
        return None
    return await node.hear(RICsubscriptionRequest, within=_DECIDED)


async def _end(node: Peer, found: Asked) -> None:
    await admit(node, found)
    await unmoved(node, found.association, "RIC SUBSCRIPTION RESPONSE")


def _holds_kpm(request: RICsubscriptionRequest) -> bool:
    """Whether an action reads as one of KPM, and as none of RC."""
    details = request.ric_subscription_details
    definitions = [each.ric_action_definition or b"" for each in details.ric_action_to_be_setup_list] if details else []
    kind = PayloadKind.ACTION_DEFINITION
    return any(KPM.decode(kind, each).conforms and not RC.decode(kind, each).conforms for each in definitions)


def _cell(found: Asked) -> Any:
    content = content_of(found.definition)
    for each in (content, getattr(content, "subscript_info", None), getattr(content, "subscription_info", None)):
        if isinstance(each, E2SM_KPM_ActionDefinition_Format1):
            return each.cell_global_id
    return getattr(content, "cell_global_id", None)
