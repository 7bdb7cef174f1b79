"""Controls of RC by a near-RT RIC under test (RC 7.6, 9.2.1.6 to 9.2.1.8)."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    once_more,
    open_another,
    our_offer,
    set_up_or_not,
    stands,
    unharmed,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import grant, granted, patience, refuse
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S
from oran_harness.conformance.rc.ric_requester import asked_to_control, check_control, control_header
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
)
from oran_harness.service_models import content_of, style_of
from oran_harness.service_models.common.ue_id import VARIANTS, NodeKind, variant_of
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.actions import ANSWERS_ONLY
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import model_edition

_RC = "O-RAN.WG3.E2SM-RC"
_NEEDS = ("stimulus:control", "procedure:RICcontrol", "service-model:RC")
_FRESH = (*_NEEDS, "association.fresh")
_TAGS = ("RICcontrol", "positive")
_DECIDED = 4.0
"""Seconds within which a near-RT RIC decides; more than SCTP takes to send again what was lost twice (RFC 9260, 16)."""
_RECEIVED_TIMESTAMP = 1
_UE_ADMISSION = (4, 1)
_TIME = bytes.fromhex("ed00378000000000")
_CAUSES = (
    "control-message-invalid",
    "action-not-supported",
    "ric-call-process-id-invalid",
    "control-failed-to-execute",
    "ran-function-id-invalid",
    "system-not-ready",
    "semantic-error",
    "om-intervention",
)


@case(
    id="E2SM-RC-121",
    title="A control of a slice's PRB quota is as style 2 action 6 wants it",
    clause=f"{_RC} 7.6.3, 8.4.3.6, 9.2.1.6.1, 9.2.1.7.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "F10"),
)
async def controls_a_quota(node: Peer) -> None:
    """Lists and structures in one another, none of them empty."""
    await _controlled(node, 2, 6)


@case(
    id="E2SM-RC-122",
    title="A control of a bearer's QoS is as style 1 action 1 wants it",
    clause=f"{_RC} 7.6.2, 8.4.2.1, 9.2.1.6.1, 9.2.1.7.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def controls_a_bearer(node: Peer) -> None:
    """Elements with values, one of which tells the bearer."""
    await _controlled(node, 1, 1)


@case(
    id="E2SM-RC-123",
    title="A control of a handover is as style 3 action 1 wants it",
    clause=f"{_RC} 7.6.4, 8.4.4.1, 9.2.1.6.1, 9.2.1.7.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def controls_a_handover(node: Peer) -> None:
    """The target cell within structures."""
    await _controlled(node, 3, 1)


@case(
    id="E2SM-RC-124",
    title="A control that answers no INSERT has neither a decision nor a Call Process ID",
    clause=f"{_RC} 9.2.1.6.1; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.SHOULD,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def decides_nothing(node: Peer) -> None:
    """There is nothing to accept or reject."""
    request = await asked_to_control(node)
    decision = getattr(content_of(control_header(request)), "ric_control_decision", None)
    check(
        decision is None and request.ric_call_process_id is None,
        "A control that is no answer to an INSERT has no control decision and no Call Process ID",
        expected="neither",
        actual=f"decision {decision}, Call Process ID {request.ric_call_process_id!r}",
    )
    await grant(node, request)


@case(
    id="E2SM-RC-125",
    title="Radio admission and UE admission are not sent without an INSERT",
    clause=f"{_RC} 7.6.2, 7.6.5",
    level=Level.SHOULD,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICcontrol", "negative"),
)
async def admits_nobody_unasked(node: Peer) -> None:
    """A RIC that is asked to declines: such a control has the Call Process ID of an INSERT, and there was none.

    That it sends another control shows that it has been asked.
    """
    association = node.here
    request = await _control_or_not(node, style=_UE_ADMISSION[0], action=_UE_ADMISSION[1])
    header = None if request is None else content_of(control_header(request))
    used = (getattr(header, "ric_style_type", None), getattr(header, "ric_control_action_id", None))
    check(
        used not in ANSWERS_ONLY,
        "Control style 1 action 4 and style 4 action 1 are sent in answer to an INSERT alone",
        expected="no such control: there was no INSERT",
        actual="style {}, action {}".format(*used),
    )
    if request is not None:
        await grant(node, request)
    await unmoved(node, association, "being asked to admit without an INSERT")
    if request is None:
        await _controls_otherwise(node)


@case(
    id="E2SM-RC-126",
    title="A node without a control service is not controlled",
    clause=f"{_RC} 7.1, 9.2.2.4",
    level=Level.SHOULD,
    under_test=RIC,
    suite="rc",
    needs=_FRESH,
    tags=("RICcontrol", "negative", "F14"),
)
async def leaves_reporters_alone(node: Peer) -> None:
    """Its RC function offers reports, and nothing else.

    That the RIC controls another node shows that it has been asked.
    """
    association = node.here
    reporting = rc.function_definition(model_edition("rc", node.edition), services=("report",))
    await set_up_or_not(node, our_offer(node, definitions={"rc": reporting}))
    request = await _control_or_not(node)
    check(
        request is None,
        "The near-RT RIC sends controls that the node's RAN Function Definition declares",
        expected="none: the node declares no control service",
        actual="RIC CONTROL REQUEST" if request is None else f"style {style_of(control_header(request))}",
    )
    await unmoved(node, association, "being asked to control a node that only reports")
    await open_another(node)
    await _controls_otherwise(node)


@case(
    id="E2SM-RC-127",
    title="A control of a gNB-CU-UP names the UE by a gNB-CU-UP UE ID",
    clause="O-RAN.WG3.E2SM 6.2.2.6; O-RAN.WG3.E2SM-RC 9.2.1.6.1",
    level=Level.SHOULD,
    under_test=RIC,
    suite="rc",
    needs=_FRESH,
    tags=(*_TAGS, "F11", "F32"),
)
async def names_ues_of_a_cu_up(node: Peer) -> None:
    """A gNB-CU-UP knows its UEs by E1AP ids, and no AMF UE NGAP ID."""
    await _named(node, "cu-up", NodeKind.GNB_CU_UP)


@case(
    id="E2SM-RC-128",
    title="A control of an eNB names the UE by an eNB UE ID",
    clause="O-RAN.WG3.E2SM 6.2.2.6; O-RAN.WG3.E2SM-RC 9.2.1.6.1",
    level=Level.SHOULD,
    under_test=RIC,
    suite="rc",
    needs=_FRESH,
    tags=(*_TAGS, "F11", "F32"),
)
async def names_ues_of_an_enb(node: Peer) -> None:
    """An eNB on the EPC knows its UEs by S1AP ids."""
    await _named(node, "enb", NodeKind.ENB)


@case(
    id="E2SM-RC-129",
    title="An acknowledgement is taken with an outcome that is empty, has a time stamp, or is absent",
    clause=f"{_RC} 7.6.2.5, 9.2.1.8.1; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_outcomes(node: Peer) -> None:
    """The outcome is optional, and so is what is in it."""
    association = node.here
    edition = node.function("RC").edition
    empty = rc.control_outcome(1, (), edition)
    stamped = rc.control_outcome(1, ((_RECEIVED_TIMESTAMP, _TIME),), edition)
    for number, outcome in enumerate((None, empty, stamped)):
        request = await _asked_again(node, number)
        if style_of(control_header(request)) not in range(1, 8):
            raise inconclusive("the near-RT RIC sends controls of a style with another outcome format")
        await node.send(_acknowledged(node, request, outcome))
        await stands(node, association, "RIC CONTROL ACKNOWLEDGE", within=BREATH_S)
    await unmoved(node, association, "acknowledgements with outcomes and without")


@case(
    id="E2SM-RC-130",
    title="The failure of a control is taken, whatever its cause, with an outcome and without",
    clause=f"O-RAN.WG3.E2AP 8.2.4.3, 9.2.1; {_RC} 7.6",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICcontrol", "negative"),
)
async def takes_any_cause(node: Peer) -> None:
    """That control-message-invalid is among them does not make the RIC wrong: the node decides."""
    association = node.here
    for number, why in enumerate(_CAUSES):
        request = await _asked_again(node, number)
        await refuse(node, request, why)
        await stands(node, association, f"RIC CONTROL FAILURE with cause {why}", within=BREATH_S)
    request = await _asked_again(node, len(_CAUSES))
    outcome = rc.control_outcome(style_of(control_header(request)) or 1, (), node.function("RC").edition)
    failed = RICcontrolFailure(
        request.ric_request_id,
        request.ran_function_id,
        cause=cause("ricRequest/unspecified", node.edition),
        ric_control_outcome=outcome,
    )
    await node.send(failed)
    await unmoved(node, association, "RIC CONTROL FAILURE, with one cause after the other")


@case(
    id="E2SM-RC-131",
    title="An acknowledgement that comes after the near-RT RIC has given up does no harm",
    clause="O-RAN.WG3.E2AP 8.2.4.2, 8.2.4.4",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICcontrol", "negative", "slow"),
)
async def takes_a_late_acknowledgement(node: Peer) -> None:
    """When TRICcontrol expires the RIC says so; what comes then is late, and nothing worse."""
    association = str(node.here)
    within, otherwise = patience(await node.stimulate("control", ack="ack"))
    request = await node.expect(RICcontrolRequest)
    bystander = await open_another(node)
    await node.expect(
        ErrorIndication,
        where=lambda each: each.ric_request_id == request.ric_request_id,
        within=within,
        otherwise=otherwise,
        requirement="When TRICcontrol expires the near-RT RIC sends an Error Indication with the same RIC Request ID",
    )
    await node.send(_acknowledged(node, request, None), association=association, injected=True)
    await unharmed(node, bystander, "an acknowledgement that comes too late")


@case(
    id="E2SM-RC-132",
    title="Outcomes of another format, of another service model or cut short do no harm",
    clause=f"{_RC} 9.2.1.8, 9.4.1, 10",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICcontrol", "negative", "F4"),
)
async def outlives_wrong_outcomes(node: Peer) -> None:
    """Formats 2 and 3 belong to styles 255, 8 and 9."""
    association = node.here
    edition = node.function("RC").edition
    stamped = rc.control_outcome(1, ((_RECEIVED_TIMESTAMP, _TIME),), edition)
    wrong = (
        rc.multiple_outcome([(1, 1, ((_RECEIVED_TIMESTAMP, _TIME),))], edition),
        rc.control_outcome(9, ((1, 1),), edition),
        stamped[:-3],
        stamped + bytes(40),
        rc.report_header(edition),
    )
    for number, outcome in enumerate(wrong):
        request = await _asked_again(node, number)
        await node.send(_acknowledged(node, request, outcome), injected=True)
        await stands(node, association, "an outcome that is none of the control's", within=BREATH_S)
    await unharmed(node, association, "acknowledgements with outcomes that are none of the control's")


async def _asked_again(node: Peer, number: int) -> RICcontrolRequest:
    """Have the RIC send a control, after ``number`` others."""
    asking = asked_to_control(node)
    return await (once_more(asking) if number else asking)


def _acknowledged(node: Peer, request: RICcontrolRequest, outcome: bytes | None) -> Any:
    answer = granted(node, request)
    if not isinstance(answer, RICcontrolAcknowledge):
        raise inconclusive(f"the near-RT RIC's control has to be answered by {answer.NAME}")
    return replace(answer, ric_control_outcome=outcome)


async def _controlled(node: Peer, number: int, action: int) -> None:
    association = node.here
    request = await asked_to_control(node, style=number, action=action)
    sent = style_of(control_header(request))
    if sent != number:
        raise inconclusive(f"asked for control style {number} the near-RT RIC sends one of style {sent}")
    check_control(node, request)
    await grant(node, request)
    await unmoved(node, association, "RIC CONTROL ACKNOWLEDGE")


async def _named(node: Peer, kind: str, expected: NodeKind) -> None:
    """Controls of style 1 are about a UE; the RIC knows the node's kind by its Global E2 Node ID."""
    await set_up_or_not(node, our_offer(node, kind))
    request = await asked_to_control(node, style=1, action=1)
    content = content_of(control_header(request))
    if getattr(content, "ric_style_type", None) != 1:
        raise inconclusive("asked for control style 1 the near-RT RIC sends one of another style")
    check(
        variant_of(content.ue_id) == VARIANTS[expected],
        f"A control that is sent to a {expected.value} names the UE by the UE ID of that kind of node",
        expected=VARIANTS[expected],
        actual=f"{variant_of(content.ue_id)}",
    )
    await grant(node, request)


async def _control_or_not(node: Peer, **arguments: Any) -> RICcontrolRequest | None:
    """What comes of having the RIC send a control; None if it declines, or does nothing."""
    if (await node.propose("control", **arguments)).declined:
        return None
    return await node.hear(RICcontrolRequest, within=_DECIDED)


async def _controls_otherwise(node: Peer) -> None:
    """The RIC sends a control where it may: else that there was none before says nothing."""
    request = await _control_or_not(node)
    if request is None:
        raise inconclusive("asked to control the near-RT RIC does not where it may, either")
    await grant(node, request, node.last.association if node.last is not None else None)
