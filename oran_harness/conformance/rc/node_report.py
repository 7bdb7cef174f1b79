"""Reports of RC with an E2 node under test (RC 7.4)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import cause_text, of
from oran_harness.conformance.rc.node_function import (
    PRB_QUOTA,
    RRC_RELEASE,
    UNKNOWN_PARAMETER,
    Order,
    RanControl,
    outermost,
    ran_control,
)
from oran_harness.conformance.rc.node_scenery import NEEDS, NODE, admitted, check_format, read
from oran_harness.conformance.rc.node_ues import known_ues
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICindication,
    RICsubscriptionRequest,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-RC 7.4"
_TAGS = ("RICsubscription", "RICindication", "positive")
_MESSAGES = {1: 1, 2: 2, 3: 3, 4: 2}
"""Report style to format of the indication message (RC table 7.9-1)."""
_PROVOKED_BY: dict[int, Order] = {1: RRC_RELEASE, 2: RRC_RELEASE, 3: PRB_QUOTA, 4: RRC_RELEASE}
_RELEASED, _PREPARED = (5, 3), (3, 1)
"""Call process and breakpoint of RRC release and of handover preparation (RC 7.3.3)."""
_AT_ONCE_S = 0.2
_PATIENCE_S = 6.0
_FEW = (4, 2, 1)
"""Styles whose messages say which RAN parameters they hold, those first that are easiest provoked."""


@case(
    id="E2SM-RC-211",
    title="REPORT style 1 copies messages",
    clause=f"{_CLAUSE}.2, 7.3.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def copies_messages(ric: Peer) -> None:
    """Header format 1 and message format 1, with RAN parameters that were asked for."""
    await _reports(ric, 1)


@case(
    id="E2SM-RC-212",
    title="REPORT style 2 tells the outcome of call processes",
    clause=f"{_CLAUSE}.3, 7.3.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def tells_outcomes(ric: Peer) -> None:
    """Header format 1 and message format 2, with RAN parameters that were asked for."""
    await _reports(ric, 2)


@case(
    id="E2SM-RC-213",
    title="REPORT style 3 tells of the E2 node's cells",
    clause=f"{_CLAUSE}.4, 7.3.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def tells_of_cells(ric: Peer) -> None:
    """Header format 1 and message format 3."""
    await _reports(ric, 3)


@case(
    id="E2SM-RC-214",
    title="REPORT style 4 tells of UEs",
    clause=f"{_CLAUSE}.5, 7.3.5",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def tells_of_ues(ric: Peer) -> None:
    """Header format 1 and message format 2, with RAN parameters that were asked for."""
    await _reports(ric, 4)


@case(
    id="E2SM-RC-215",
    title="A report holds the RAN parameter that was asked for, and no other",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.2.1.2.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F10"),
    suite="rc",
)
async def reports_what_was_asked(ric: Peer) -> None:
    """The first parameter that a style declares, alone."""
    rc = ran_control(ric)
    number, asked = _style_with(rc, 2)
    await _report(ric, rc, number, asked[:1])


@case(
    id="E2SM-RC-216",
    title="A RAN parameter that the E2 node does not declare is not reported",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.2.1.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("RICsubscription", "negative", "F10"),
    suite="rc",
)
async def makes_nothing_up(ric: Peer) -> None:
    """Asked for beside one that it has: the node may refuse the action, or leave that parameter out."""
    rc = ran_control(ric)
    number, asked = _style_with(rc, 1)
    definition = build.report_action(number, (asked[0], UNKNOWN_PARAMETER), edition=rc.edition)
    refused = False
    for trigger in triggers(rc, number):
        request = rc.subscription(ric.new_request_id(), trigger, definition)
        refused = await admitted(ric, request, injected=True) is not None
        if not refused:
            break
    if not refused:
        told = await happened(ric, rc, request, number)
        message = read(PayloadKind.INDICATION_MESSAGE, told.ric_indication_message, "The message of a report")
        check(
            UNKNOWN_PARAMETER not in {each.id for each in parameters(message)},
            "A report holds RAN parameters that the RAN function definition declares (RC 9.2.1.2.1)",
            expected=f"a report without RAN parameter {UNKNOWN_PARAMETER}",
            actual=f"a value of RAN parameter {UNKNOWN_PARAMETER}",
        )


async def _reports(ric: Peer, number: int) -> None:
    rc = ran_control(ric)
    asked = outermost(rc.style(Service.REPORT, number).parameters)
    if not asked:
        raise unsupported(f"report style {number} declares no RAN parameters that could be asked for")
    await _report(ric, rc, number, asked)


def _style_with(rc: RanControl, least: int) -> tuple[int, tuple[int, ...]]:
    """A report style that declares so many parameters, and these."""
    for number in _FEW:
        for style in rc.announced.offered(Service.REPORT, number):
            asked = outermost(style.parameters)
            if len(asked) >= least:
                return number, asked
    raise unsupported(f"no report style of {', '.join(map(str, _FEW))} declares {least} RAN parameters")


async def _report(ric: Peer, rc: RanControl, number: int, asked: Sequence[int]) -> None:
    """A subscription for these parameters is admitted, and what it reports is as it has to be."""
    request = await subscribed_report(ric, rc, number, asked)
    await _check_report(ric, rc, request, number, asked)


async def subscribed_report(
    ric: Peer, rc: RanControl, number: int, asked: Sequence[int], choice: Iterable[bytes] = ()
) -> RICsubscriptionRequest:
    """A subscription for a report style, with the first event trigger (of ``choice``, or any) that the node takes.

    Which messages and changes a node can be triggered by is nowhere declared: to refuse them all is no fault.
    """
    definition = build.report_action(number, asked, edition=rc.edition)
    causes = []
    for trigger in choice or triggers(rc, number):
        request = rc.subscription(ric.new_request_id(), trigger, definition)
        cause = await admitted(ric, request)
        if cause is None:
            return request
        causes.append(cause_text(cause))
    if ric.claims.covers(NEEDS):
        raise inconclusive(f"report style {number} is admitted with none of our event triggers: {causes[-1]}")
    raise unsupported(f"report style {number} is refused: {causes[-1]}")


def triggers(rc: RanControl, number: int) -> Iterator[bytes]:
    """Event triggers for a report style, those first that are oftenest met."""
    choices: dict[int, tuple[dict[str, Any], ...]] = {
        1: tuple({"messages": each} for each in ((("uL-DCCH", 2), ("dL-DCCH", 2)), (("uL-DCCH", 2),), (("f1", 11),))),
        2: ({"call_process": rc.call_process(_RELEASED, _PREPARED)}, {"call_process": rc.call_process(_PREPARED)}),
        3: ({"changes": (1, 2, 3)}, {"changes": (1, 2)}, {"changes": (1,)}),
        4: (
            {"states": ("any",)},
            {"states": ("rrc-connected", "rrc-idle")},
            {"states": (), "id_changes": (1,)},
        ),
    }
    for choice in choices[number]:
        yield build.event_trigger(number, rc.edition, **choice)


async def happened(ric: Peer, rc: RanControl, request: RICsubscriptionRequest, number: int) -> RICindication:
    """A report of the subscription: one that comes by itself, or that a control provokes."""
    told = await ric.hear(RICindication, where=of(request), within=_AT_ONCE_S)
    if told is None:
        await provoke(ric, rc, _PROVOKED_BY[number])
        told = await ric.hear(RICindication, where=of(request), within=_PATIENCE_S)
    if told is None:
        raise inconclusive(f"report style {number} is admitted; nothing happened that it would tell of")
    return told


async def provoke(ric: Peer, rc: RanControl, order: Order) -> None:
    """Have something happen by a control, if the node offers it: to UE 1, or else to one that it tells us of."""
    if not rc.offers(order):
        return
    request = rc.control(ric.new_request_id(), order, rc.ue(1))
    await ric.send(request)
    answer = await ric.hear(RICcontrolAcknowledge, RICcontrolFailure, where=of_control(request))
    if isinstance(answer, RICcontrolFailure):
        for ue in (await known_ues(ric, rc))[:1]:
            await ric.send(rc.control(ric.new_request_id(), order, ue))


def of_control(request: Any) -> Any:
    """A predicate: the message is about that control."""
    return lambda message: message.ric_request_id == request.ric_request_id


async def _check_report(
    ric: Peer, rc: RanControl, request: RICsubscriptionRequest, number: int, asked: Sequence[int]
) -> None:
    told = await happened(ric, rc, request, number)
    style = rc.style(Service.REPORT, number)
    declared = style.formats
    header = read(PayloadKind.INDICATION_HEADER, told.ric_indication_header, "The header of a report")
    message = read(PayloadKind.INDICATION_MESSAGE, told.ric_indication_message, "The message of a report")
    check_format(header, 1, declared.header, "The header of a report")
    check_format(message, _MESSAGES[number], declared.message, "The message of a report")
    members = {each.id for each in style.parameters if int(each.path.split(".")[0]) in asked}
    outer = {each.id for each in parameters(message) if each.path == str(each.id)}
    check(
        outer <= {*asked, *members},
        "A report holds RAN parameters that were asked for (RC 7.4, 9.2.1.2.1)",
        expected=f"RAN parameters of {list(asked)}",
        actual=f"RAN parameters {sorted(outer)}",
    )
