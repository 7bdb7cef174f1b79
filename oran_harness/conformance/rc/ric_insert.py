"""INSERT of RC to a near-RT RIC under test, and the controls that answer it (RC 7.5, 7.6, E2AP 8.2.3, 8.2.4)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    open_another,
    our_offer,
    set_up_or_not,
    stands,
    unharmed,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import grant, refuse, stands_still
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S
from oran_harness.conformance.rc.ric_report import insert
from oran_harness.conformance.rc.ric_requester import Asked, control_header, standing
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICindication
from oran_harness.service_models import content_of, format_of, style_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.build import call_process_number
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.offers import RC_FUNCTION, model_edition

_RC = "O-RAN.WG3.E2SM-RC"
_NEEDS = ("stimulus:subscribe", "procedure:RICindication", "service-model:RC")
_TAGS = ("RICindication", "RICcontrol", "positive")
_HANDOVER = 3
_SEVERAL = (1, 70_000, 4_294_967_295)
_UNKNOWN_STYLE = 200
_ONE_ACTION = 1
_DECIDED = 4.0
"""Seconds within which a near-RT RIC decides; more than SCTP takes to send again what was lost twice (RFC 9260, 16)."""


@case(
    id="E2SM-RC-111",
    title="A control that answers an INSERT has its Call Process ID, style, indication and UE",
    clause=f"{_RC} 7.5, 7.6, 9.2.1.5, 9.2.1.6; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def answers_an_insert(node: Peer) -> None:
    """Whether a RIC answers at all is its own affair: the call process then goes on by itself."""
    found = await standing(node, "insert", _HANDOVER)
    for number in _SEVERAL:
        request = await _answer(node, found, number)
        _check_answer(found, request, number, "gnb")
        await grant(node, request, found.association)
    await unmoved(node, found.association, "acknowledgements of controls that answer INSERTs")


@case(
    id="E2SM-RC-112",
    title="A control that answers an INSERT of an eNB names the UE as the eNB does",
    clause=f"{_RC} 9.2.1.6.1; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=(*_NEEDS, "association.fresh"),
    tags=(*_TAGS, "F11", "F32"),
)
async def answers_an_enb(node: Peer) -> None:
    """The eNB UE ID, with the MME UE S1AP ID that the INSERT gave."""
    await _answered_by_ue(node, "enb")


@case(
    id="E2SM-RC-113",
    title="A control that answers an INSERT of a gNB-CU-CP names the UE that the INSERT is about",
    clause=f"{_RC} 9.2.1.6.1; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=(*_NEEDS, "association.fresh"),
    tags=(*_TAGS, "F11", "F32"),
)
async def answers_a_cu_cp(node: Peer) -> None:
    """A gNB UE ID with F1AP and E1AP ids; the RIC may leave those out, not the ones that tell the UE."""
    await _answered_by_ue(node, "cu-cp")


@case(
    id="E2SM-RC-114",
    title="A control that comes too late for its INSERT is refused, and the near-RT RIC takes that",
    clause=f"O-RAN.WG3.E2AP 8.2.3.2, 8.2.4.3; {_RC} 8.3.10",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICindication", "RICcontrol", "negative"),
)
async def takes_being_late(node: Peer) -> None:
    """The call process has gone on by then: its id is not valid any more, or its timer is said to have expired."""
    found = await standing(node, "insert", _HANDOVER)
    for number, why in enumerate(("control-timer-expired", "ric-call-process-id-invalid"), 1):
        request = await _answer(node, found, number)
        await refuse(node, request, why, found.association)
        await stands(node, found.association, f"RIC CONTROL FAILURE with cause {why}", within=BREATH_S)
    await unmoved(node, found.association, "RIC CONTROL FAILURE for controls that come too late")


@case(
    id="E2SM-RC-115",
    title="An INSERT that is none of what was subscribed does no harm",
    clause=f"{_RC} 9.4.1, 10; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICindication", "negative"),
)
async def outlives_wrong_inserts(node: Peer) -> None:
    """Another style, no Call Process ID, a header and a message that end too early."""
    found = await standing(node, "insert", _HANDOVER)
    bystander = await open_another(node)
    plain = insert(found, 1)
    another = rc.insert_header(ue_id("gnb", 1), _UNKNOWN_STYLE, 1, found.edition)
    for broken in (
        replace(plain, ric_indication_header=another),
        replace(plain, ric_call_process_id=None),
        replace(plain, ric_indication_header=(plain.ric_indication_header or b"")[:-2]),
        replace(plain, ric_indication_message=(plain.ric_indication_message or b"")[:-2]),
    ):
        await node.send(broken, association=found.association, injected=True)
    await unharmed(node, bystander, "INSERTs that are none of what was subscribed")


@case(
    id="E2SM-RC-116",
    title="An INSERT that nobody subscribed to does no harm",
    clause="O-RAN.WG3.E2AP 8.2.3.2, 10",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=("procedure:RICindication", "service-model:RC"),
    tags=("RICindication", "negative"),
)
async def outlives_an_unasked_insert(node: Peer) -> None:
    """As of a subscription from before a restart of the RIC."""
    bystander = node.here
    edition = model_edition("rc", node.edition)
    stray = RICindication(
        node.new_request_id(),
        RC_FUNCTION,
        1,
        None,
        "insert",
        rc.insert_header(ue_id("gnb", 1), _HANDOVER, 1, edition),
        rc.insert_message(((1, rc.element(1)),), edition),
        rc.call_process_id(1, edition),
    )
    await node.send(stray, injected=True)
    await unharmed(node, bystander, "an INSERT that nobody subscribed to")


async def _answer(node: Peer, found: Asked, number: int, kind: str = "gnb") -> RICcontrolRequest:
    """The control that answers an INSERT of ours; inconclusive without one."""
    if not stands_still(node, found):
        raise inconclusive("the near-RT RIC has deleted its subscription to INSERTs, which it may")
    await node.send(insert(found, number, kind=kind), association=found.association)
    request = await node.hear(RICcontrolRequest, where=_answers, within=_DECIDED, association=found.association)
    if request is None:
        raise inconclusive("the near-RT RIC does not answer the INSERT by a control, which it need not")
    return request


def _answers(request: RICcontrolRequest) -> bool:
    """Whether a control answers an INSERT: others may come at any time."""
    return request.ric_call_process_id is not None


async def _answered_by_ue(node: Peer, kind: str) -> None:
    await set_up_or_not(node, our_offer(node, kind))
    found = await standing(node, "insert", _HANDOVER)
    request = await _answer(node, found, 1, kind)
    _check_answer(found, request, 1, kind)
    await grant(node, request, found.association)


def _check_answer(found: Asked, request: RICcontrolRequest, number: int, kind: str) -> None:
    given = request.ric_call_process_id
    check(
        given is not None and call_process_number(given, found.edition) == number,
        "A control that answers an INSERT has the Call Process ID of that INSERT",
        expected=f"Call Process ID {number}",
        actual="none" if given is None else f"{call_process_number(given, found.edition)} (octets {given.hex()})",
    )
    header = control_header(request)
    content = content_of(header)
    if format_of(header) != _ONE_ACTION:
        raise inconclusive("the near-RT RIC answers the INSERT by a control of several actions, or of several UEs")
    wanted = (style_of(found.definition), found.indication)
    answered = (content.ric_style_type, content.ric_control_action_id)
    check(
        answered == wanted,
        "A control that answers an INSERT is of the control style and action that have the INSERT's numbers",
        expected="style {}, action {}".format(*wanted),
        actual="style {}, action {}".format(*answered),
    )
    check(
        identity(content.ue_id) == identity(ue_id(kind, 1)),
        "A control that answers an INSERT is for the UE that the INSERT is about",
        expected=f"{identity(ue_id(kind, 1))}",
        actual=f"{identity(content.ue_id)}",
    )
