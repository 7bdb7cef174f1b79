"""Whom a control of RC is about, and what it does to them, with an E2 node under test (RC 7.6; COM 6.2.2.6)."""

from dataclasses import fields, replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import about, of, says, serving
from oran_harness.conformance.rc.node_function import DRB_QOS, RRC_RELEASE, Order, RanControl, outermost, ran_control
from oran_harness.conformance.rc.node_report import subscribed_report
from oran_harness.conformance.rc.node_scenery import (
    CONTROL_NEEDS,
    NODE,
    acknowledged,
    answered,
    carried_out,
    not_carried_out,
)
from oran_harness.conformance.rc.node_ues import known_ues, named_ues, same_ue, ue_text
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICindication,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.ue_id import variant_of
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive, unsupported
from oran_harness.steps.causes import cause

_TAGS = ("RICcontrol", "positive")
_CLAUSE = "O-RAN.WG3.E2AP 8.2.4.3"
_ABOUT_UES: tuple[Order, ...] = (DRB_QOS, RRC_RELEASE)
_KINDS = (
    NodeType.GNB,
    NodeType.DU,
    NodeType.CU_UP,
    NodeType.NG_ENB,
    NodeType.NG_ENB_DU,
    NodeType.EN_GNB,
    NodeType.ENB,
)
_MOST = 4
_UE_INFORMATION = 4
_EFFECT_S = 10.0
"""How long the release of a UE may take, in seconds; no clause says."""
_OF_THE_REQUEST = ("control-message-invalid", "action-not-supported", "ran-function-id-invalid")
"""Causes that say that a request is wrong in itself, not that it failed."""


@case(
    id="E2SM-RC-252",
    title="A UE-ID without its optional members is as good as one with them",
    clause="O-RAN.WG3.E2SM 6.2.2.6; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F11", "F32"),
    suite="rc",
)
async def knows_short_identities(ric: Peer) -> None:
    """A near-RT RIC may leave out what is conditional, and the RAN UE ID; the control of that UE works all the same."""
    rc = ran_control(ric)
    order = rc.some_order(DRB_QOS)
    ue = next(iter(await known_ues(ric, rc)), rc.ue(1))
    await acknowledged(ric, rc.control(ric.new_request_id(), order, ue))
    short = _shortened(ue)
    if short == ue:
        return
    answer = await answered(ric, rc.control(ric.new_request_id(), order, short))
    if isinstance(answer, RICcontrolAcknowledge):
        return
    await acknowledged(ric, rc.control(ric.new_request_id(), order, ue))
    check(
        False,
        "A near-RT RIC may leave optional members out of a UE-ID (E2SM 6.2.2.6)",
        expected=f"{RICcontrolAcknowledge.NAME}, as for the whole UE-ID",
        actual=says(answer),
    )


@case(
    id="E2SM-RC-253",
    title="A control that names a UE by the UE-ID of another kind of node is answered",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM 6.2.2.6",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=("RICcontrol", "negative", "F32"),
    suite="rc",
)
async def answers_other_variants(ric: Peer) -> None:
    """Each variant of UE-ID but the node's own, one after the other; the node serves on."""
    rc = ran_control(ric)
    order = rc.some_order(*_ABOUT_UES)
    own = variant_of(rc.ue(1))
    for kind in _KINDS:
        ue = ue_id(kind, 1, plmn=rc.plmn)
        if variant_of(ue) == own:
            continue
        request = rc.control(ric.new_request_id(), order, ue)
        await ric.send(request, injected=True)
        await ric.expect(
            RICcontrolFailure,
            RICcontrolAcknowledge,
            ErrorIndication,
            where=about(request),
            requirement=f"A RIC CONTROL REQUEST about a {variant_of(ue)} is acknowledged or refused (E2AP 8.2.4)",
        )
    await serving(ric)


@case(
    id="E2SM-RC-254",
    title="A control is understood whichever UE it is about",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F11"),
    suite="rc",
)
async def treats_ues_alike(ric: Peer) -> None:
    """The same control of several UEs that the node tells of: it is not invalid for some, and carried out for others.

    That it fails for a UE, for whatever reason that lies in the UE, is in order.
    """
    rc = ran_control(ric)
    order = rc.some_order(RRC_RELEASE)
    ues = (await known_ues(ric, rc))[:_MOST]
    if len(ues) < 2:
        raise inconclusive(f"the E2 node tells of {len(ues)} UEs; it takes two to see that they are treated alike")
    causes: dict[str, Cause | None] = {}
    for ue in ues:
        answer = await answered(ric, rc.control(ric.new_request_id(), order, ue))
        causes[ue_text(ue)] = answer.cause if isinstance(answer, RICcontrolFailure) else None
    good = [name for name, told in causes.items() if told is None]
    if not good and not ric.claims.covers(CONTROL_NEEDS):
        raise unsupported("the E2 node does not claim RIC Control of RC, and refuses it for every UE")
    if not good:
        raise inconclusive("the E2 node carries the control out for none of its UEs")
    bad = [name for name, told in causes.items() if told in _wrong_in_itself(ric)]
    if bad:
        # One that has left meanwhile may well be unknown.
        there = {ue_text(ue) for ue in await known_ues(ric, rc)}
        bad = [name for name in bad if name in there]
    check(
        not bad,
        "The same control is not invalid for some UEs and carried out for others (E2AP 8.2.4.3)",
        expected=f"the control of {', '.join(bad)} understood as that of {good[0]}",
        actual=f"{RICcontrolFailure.NAME}, cause {causes[bad[0]]}" if bad else "",
    )


@case(
    id="E2SM-RC-255",
    title="A release that was acknowledged shows in a report",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.4.5, 7.6.5",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "RICindication", "F12"),
    suite="rc",
)
async def releases_indeed(ric: Peer) -> None:
    """A node that reports changes of the RRC state tells that the UE has left it."""
    rc, request = await _state_reports(ric)
    ue, _ = await carried_out(ric, rc, RRC_RELEASE)
    await _gone(ric, request, ue, "A control that is acknowledged was executed (E2AP 8.2.4.2, 8.2.4.3)")


@case(
    id="E2SM-RC-256",
    title="A release that wants no acknowledgement is carried out too",
    clause=f"O-RAN.WG3.E2AP 8.2.4.2; {_CLAUSE}",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "RICindication", "F12"),
    suite="rc",
)
async def releases_without_saying(ric: Peer) -> None:
    """A RIC CONTROL REQUEST with noAck either fails, or shows in the reports."""
    rc, request = await _state_reports(ric)
    ue = next(iter(await known_ues(ric, rc)), None)
    if ue is None:
        raise inconclusive("the E2 node tells of no UE that could be released")
    control = rc.control(ric.new_request_id(), RRC_RELEASE, ue, ack="noAck")
    await ric.send(control)
    await _gone(ric, request, ue, "A control with noAck is executed, or refused (E2AP 8.2.4.2, 8.2.4.3)", control)


async def _state_reports(ric: Peer) -> tuple[RanControl, Any]:
    """A subscription to reports of RRC states, of a node that can release a UE."""
    rc = ran_control(ric)
    rc.some_order(RRC_RELEASE)
    asked = outermost(rc.style(Service.REPORT, _UE_INFORMATION).parameters)
    if not asked:
        raise unsupported("report style 4 declares no RAN parameters that could be asked for")
    trigger = build.event_trigger(_UE_INFORMATION, rc.edition, states=("rrc-idle",))
    return rc, await subscribed_report(ric, rc, _UE_INFORMATION, asked, (trigger,))


async def _gone(ric: Peer, request: Any, ue: UEID, requirement: str, control: Any = None) -> None:
    """Reports go on until one is about the UE; the failure of a control that is not acknowledged ends it too."""

    def tells(message: Any) -> bool:
        if isinstance(message, RICcontrolFailure):
            return control is not None and bool(about(control)(message))
        value = RC.decode(PayloadKind.INDICATION_MESSAGE, message.ric_indication_message or b"").value
        return bool(of(request)(message)) and any(same_ue(each, ue) for each in named_ues(value))

    told = await ric.expect(
        RICindication, RICcontrolFailure, where=tells, within=_EFFECT_S, requirement=requirement, refusable=False
    )
    if isinstance(told, RICcontrolFailure):
        not_carried_out(ric, told)


def _wrong_in_itself(ric: Peer) -> set[Cause]:
    return {cause(name, ric.edition) for name in _OF_THE_REQUEST}


def _shortened(ue: UEID) -> UEID:
    """A UE-ID with what is mandatory in ASN.1 alone."""
    content: Any = ue[1]
    optional = {each.name: None for each in fields(content) if each.default is None}
    return (ue[0], replace(content, **optional))  # type: ignore[return-value]
