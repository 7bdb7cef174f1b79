"""KPM payloads that an E2 node under test cannot serve: of no style, of another format, foreign, cut (KPM 8.4.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, says, serving, unharmed
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    NEEDS,
    NODE_STYLE,
    Offer,
    attempt,
    check_format,
    offer,
    report,
    simple_offer,
)
from oran_harness.conformance.periods import USUAL_MS
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.elements import E2SM_RC_EventTrigger, E2SM_RC_EventTrigger_Format5
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import Peer, check

_CLAUSE = "O-RAN.WG3.E2AP 8.2.1.4; O-RAN.WG3.E2SM-KPM"
_TAGS = ("RICsubscription", "KPM", "negative")
_UNKNOWN_STYLE = 99
_RC_EDITION = "1.03"
_PADDING = bytes(4)


@case(
    id="E2SM-KPM-241",
    title="An action whose format is not that of its style is refused",
    clause=f"{_CLAUSE} 7.4.2.2, table 7.8-2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F3"),
    suite="kpm",
)
async def refuses_another_format(ric: Peer) -> None:
    """It names style 1 and has action definition format 3."""
    offered = offer(ric)
    other = _restyled(_definition(offered, 3), NODE_STYLE)
    await _refused(ric, _request(ric, offered, other), "style 1 in action definition format 3")


@case(
    id="E2SM-KPM-242",
    title="An action of conditions that has no conditions is refused",
    clause=f"{_CLAUSE} 7.4.5.2, table 7.8-2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F3"),
    suite="kpm",
)
async def refuses_a_missing_condition(ric: Peer) -> None:
    """It names style 4 and has action definition format 1, as RICs do that know no other."""
    offered = offer(ric, COMMON_STYLE)
    other = _restyled(_definition(offered, NODE_STYLE), COMMON_STYLE)
    await _refused(ric, _request(ric, offered, other), "style 4 in action definition format 1")


@case(
    id="E2SM-KPM-243",
    title="An action of an unknown style beside a good one is not admitted",
    clause="O-RAN.WG3.E2AP 8.2.1.2; O-RAN.WG3.E2SM-KPM 7.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def admits_no_unknown_style(ric: Peer) -> None:
    """Whether the good one is admitted without it is open; if it is, it is reported."""
    offered = offer(ric)
    good = offered.definition()
    request = offered.request(ric, good, _restyled(good, _UNKNOWN_STYLE))
    found = await attempt(ric, request, f"an action of style {_UNKNOWN_STYLE}", illegal=True)
    check(
        2 not in found.admitted,
        "An action of a report style that does not exist is not admitted (E2AP 8.2.1.2)",
        expected="action 2 not admitted",
        actual=f"{says(found.answer)}: actions {list(found.admitted)} admitted",
    )
    if found.admitted:
        check_format(await report(ric, found.request), 1, NODE_STYLE)
    await unharmed(ric, f"an action of style {_UNKNOWN_STYLE}")


@case(
    id="E2SM-KPM-244",
    title="An action definition of another service model is refused",
    clause=f"{_CLAUSE} 8.4.1, 9",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F4"),
    suite="kpm",
)
async def refuses_a_foreign_action(ric: Peer) -> None:
    """One of RC, in a subscription to the KPM function."""
    offered = simple_offer(ric)
    foreign = rc.report_action(4, edition=_RC_EDITION)
    await _refused(ric, _request(ric, offered, foreign), "an action definition of RC")


@case(
    id="E2SM-KPM-245",
    title="An event trigger of another service model is refused",
    clause=f"{_CLAUSE} 8.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F4"),
    suite="kpm",
)
async def refuses_a_foreign_trigger(ric: Peer) -> None:
    """One of RC, with a good action: nothing says when to report.

    That on demand: the others begin like one of KPM, for who does not look at what stands behind it.
    """
    offered = simple_offer(ric)
    trigger = E2SM_RC_EventTrigger(("eventTrigger-Format5", E2SM_RC_EventTrigger_Format5("true")))
    foreign = RC.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger, _RC_EDITION)
    await _refused(
        ric,
        _request(ric, offered, offered.definition(granularity_ms=USUAL_MS), trigger=foreign),
        "an event trigger of RC",
    )


@case(
    id="E2SM-KPM-246",
    title="An action definition that ends too early is refused",
    clause=f"{_CLAUSE} 8.4.1, 9",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F29"),
    suite="kpm",
)
async def refuses_a_cut_action(ric: Peer) -> None:
    """Its first half, style and all."""
    offered = simple_offer(ric)
    whole = offered.definition()
    await _refused(ric, _request(ric, offered, whole[: len(whole) // 2]), "an action definition that ends too early")


@case(
    id="E2SM-KPM-247",
    title="An event trigger that ends too early is refused",
    clause=f"{_CLAUSE} 8.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F29"),
    suite="kpm",
)
async def refuses_a_cut_trigger(ric: Peer) -> None:
    """The first octet of three: its reporting period is missing."""
    offered = simple_offer(ric)
    trigger = kpm.event_trigger(1000, offered.edition)
    await _refused(
        ric,
        _request(ric, offered, offered.definition(granularity_ms=USUAL_MS), trigger=trigger[:1]),
        "an event trigger that ends too early",
    )


@case(
    id="E2SM-KPM-248",
    title="An action definition with octets behind its end is answered",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-KPM 8.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F29"),
    suite="kpm",
)
async def answers_trailing_octets(ric: Peer) -> None:
    """Refused, or admitted by a node that does not look: answered, and no harm."""
    offered = simple_offer(ric)
    await _answered(
        ric,
        _request(ric, offered, offered.definition(granularity_ms=USUAL_MS) + _PADDING),
        "octets behind an action definition",
    )


@case(
    id="E2SM-KPM-249",
    title="An action without a definition is refused",
    clause=f"{_CLAUSE} 7.4.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F3"),
    suite="kpm",
)
async def refuses_no_definition(ric: Peer) -> None:
    """E2AP lets it be absent; KPM's report styles need one to say what is to be measured."""
    offered = simple_offer(ric)
    await _refused(ric, _request(ric, offered, None), "a REPORT action without definition")


@case(
    id="E2SM-KPM-250",
    title="An action of a service that KPM does not have is not admitted",
    clause="O-RAN.WG3.E2AP 8.2.1.2; O-RAN.WG3.E2SM-KPM 7.5, 7.7",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def refuses_other_services(ric: Peer) -> None:
    """KPM has REPORT alone; this one is a POLICY, with the definition of a report."""
    offered = simple_offer(ric)
    request = _request(ric, offered, offered.definition(granularity_ms=USUAL_MS))
    details = request.ric_subscription_details
    assert details is not None
    actions = tuple(replace(item, ric_action_type="policy") for item in details.ric_action_to_be_setup_list)
    details = replace(details, ric_action_to_be_setup_list=actions)
    await _refused(ric, replace(request, ric_subscription_details=details), "a POLICY action for KPM")


def _request(
    ric: Peer, offered: Offer, definition: bytes | None, *, trigger: bytes | None = None
) -> RICsubscriptionRequest:
    """A subscription with the usual reporting period, so that it is for nothing else that it is refused."""
    return offered.request(ric, definition, reporting_ms=USUAL_MS, trigger=trigger)


async def _refused(ric: Peer, request: RICsubscriptionRequest, what: str) -> None:
    """The node answers, admits nothing, and serves on."""
    await serving(ric)
    found = await attempt(ric, request, what, illegal=True)
    check(
        not found.admitted,
        f"A RIC SUBSCRIPTION REQUEST with {what} is refused (E2AP 8.2.1.4)",
        expected="RIC SUBSCRIPTION FAILURE, or the action among those not admitted",
        actual=f"{says(found.answer)}: actions {list(found.admitted)} admitted",
    )
    await unharmed(ric, f"a subscription with {what}")


async def _answered(ric: Peer, request: RICsubscriptionRequest, what: str) -> None:
    """The node answers, either way, and serves on."""
    await serving(ric)
    await attempt(ric, request, what, illegal=True)
    await unharmed(ric, f"a subscription with {what}")


def _definition(offered: Offer, style: int) -> bytes:
    """What the offered style could be asked for, in the action definition of another style."""
    return kpm.action_definition(
        style, measurements=offered.measurements(), granularity_ms=USUAL_MS, edition=offered.edition
    )


def _restyled(definition: bytes, style: int) -> bytes:
    """An action definition under another style."""
    decoded = KPM.decode(PayloadKind.ACTION_DEFINITION, definition)
    value = replace(decoded.value, ric_style_type=style)
    return KPM.encode(PayloadKind.ACTION_DEFINITION, value, decoded.edition or KPM.editions[-1])
