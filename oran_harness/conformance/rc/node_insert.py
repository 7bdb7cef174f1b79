"""INSERT of RC with an E2 node under test, and the control that answers it (RC 7.5; E2AP 8.2.3, 8.2.4)."""

from collections.abc import Iterator
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import cause_text, deletion, says
from oran_harness.conformance.expectations import ask
from oran_harness.conformance.rc.node_function import (
    DRB_QOS,
    PRB_QUOTA,
    RRC_RELEASE,
    UNKNOWN_ACTION,
    RanControl,
    outermost,
    possible,
    ran_control,
)
from oran_harness.conformance.rc.node_report import provoke
from oran_harness.conformance.rc.node_scenery import (
    CONTROL_NEEDS,
    NEEDS,
    NODE,
    admitted,
    answered,
    check_format,
    read,
    refused,
    refused_control,
)
from oran_harness.conformance.rc.node_ues import repeatable, ue_text
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICsubsequentAction, RICtimeToWait
from oran_harness.protocols.e2ap.messages import (
    RICcontrolFailure,
    RICcontrolRequest,
    RICindication,
    RICsubscriptionDeleteResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
)
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.build import Parameters
from oran_harness.service_models.rc.definition import AnnouncedAction, AnnouncedStyle
from oran_harness.service_models.rc.parameters import walk
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive, unsupported
from oran_harness.steps.causes import cause

_CLAUSE = "O-RAN.WG3.E2SM-RC 7.5"
_TAGS = ("RICsubscription", "RICindication", "positive")
_ANSWERED = ("RICindication", "RICcontrol", "positive")
_NEGATIVE = ("RICcontrol", "negative")
_CALL_PROCESSES = {1: (2, 1), 2: (1, 1), 3: (3, 1), 4: (5, 1), 5: (4, 1), 6: (5, 2), 7: (5, 3)}
"""Where a request of an INSERT style comes up: call process type and breakpoint (RC 7.3.3)."""
_TRIED = (1, 3, 4, 2, 5, 6, 7)
_AT_ONCE_S = 0.2
_PATIENCE_S = 6.0
_LONG: RICtimeToWait = "w5s"
_TIMELY_S = 2.5
_SHORT: RICtimeToWait = "w100ms"
_EXPIRED_S = 0.5
_STILL_S = 0.2
_UNKNOWN_PROCESS = 4_294_967_295


@case(
    id="E2SM-RC-221",
    title="INSERT asks the near-RT RIC before it goes on",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def asks_first(ric: Peer) -> None:
    """A RIC INDICATION of type insert: header 2, message 5, a Call Process ID, and what was subscribed."""
    rc = ran_control(ric)
    wanted, told = await _inserted(ric, rc, _LONG)
    check(
        told.ric_indication_type == "insert",
        "The RIC INDICATION of an INSERT action has type insert (E2AP 8.2.3)",
        expected="insert",
        actual=told.ric_indication_type or "none",
    )
    style, action = wanted
    header = read(PayloadKind.INDICATION_HEADER, told.ric_indication_header, "The header of an INSERT")
    message = read(PayloadKind.INDICATION_MESSAGE, told.ric_indication_message, "The message of an INSERT")
    read(PayloadKind.CALL_PROCESS_ID, told.ric_call_process_id, "The Call Process ID of an INSERT")
    check_format(header, 2, style.formats.header, "The header of an INSERT")
    check_format(message, 5, style.formats.message, "The message of an INSERT")
    named = (content_of(header).ric_insert_style_type, content_of(header).ric_insert_indication_id)
    check(
        named == (style.style, action.id),
        "The header of an INSERT names the style and indication that were subscribed (RC 9.2.1.3.2)",
        expected=f"style {style.style}, indication {action.id}",
        actual=f"style {named[0]}, indication {named[1]}",
    )


@case(
    id="E2SM-RC-222",
    title="A control accepts what an INSERT asked for",
    clause=f"O-RAN.WG3.E2AP 8.2.3.2, 8.2.4.2; {_CLAUSE}",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_ANSWERED,
    suite="rc",
)
async def takes_acceptance(ric: Peer) -> None:
    """Within the Time to Wait, with the Call Process ID of the INSERT and its parameters."""
    rc = ran_control(ric)
    wanted, told = await _inserted(ric, rc, _LONG)
    await _settled(ric, _answer(ric, rc, wanted, told, "accept"))


@case(
    id="E2SM-RC-223",
    title="A control rejects what an INSERT asked for",
    clause=f"O-RAN.WG3.E2AP 8.2.3.2, 8.2.4.2; {_CLAUSE}",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_ANSWERED,
    suite="rc",
)
async def takes_rejection(ric: Peer) -> None:
    """Within the Time to Wait, with the Call Process ID of the INSERT."""
    rc = ran_control(ric)
    wanted, told = await _inserted(ric, rc, _LONG)
    await _settled(ric, _answer(ric, rc, wanted, told, "reject"))


@case(
    id="E2SM-RC-224",
    title="A control that comes after the Time to Wait of its INSERT is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def refuses_late_answers(ric: Peer) -> None:
    """The node has gone on by itself after 100 ms."""
    rc = ran_control(ric)
    wanted, told = await _inserted(ric, rc, _SHORT)
    await ric.pause(_EXPIRED_S)
    requirement = "A RIC CONTROL REQUEST after the RIC Time to Wait of its call process is refused (E2AP 8.2.4.3)"
    await refused_control(ric, _answer(ric, rc, wanted, told, "accept"), requirement)


@case(
    id="E2SM-RC-225",
    title="A control of a call process that there is not is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def refuses_an_unknown_process(ric: Peer) -> None:
    """An announced control, with a Call Process ID that the node never gave."""
    await _refused_process(ric, lambda rc: build.call_process_id(_UNKNOWN_PROCESS, rc.edition))


@case(
    id="E2SM-RC-226",
    title="A control whose Call Process ID cannot be read is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3; O-RAN.WG3.E2SM-RC 9.2.1.5",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_NEGATIVE, "F29"),
    suite="rc",
)
async def refuses_an_unreadable_process(ric: Peer) -> None:
    """Its octets are no payload of RC."""
    await _refused_process(ric, lambda rc: b"\xff")


@case(
    id="E2SM-RC-227",
    title="An INSERT indication that the E2 node does not declare is not admitted",
    clause=f"O-RAN.WG3.E2AP 8.2.1.4; {_CLAUSE}",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("RICsubscription", "negative"),
    suite="rc",
)
async def refuses_an_unknown_indication(ric: Peer) -> None:
    """Indication 60000 of an announced INSERT style."""
    rc = ran_control(ric)
    style, action = next(_inserts(rc), (None, None))
    if style is None or action is None:
        raise unsupported(f"RAN function {rc.id} (E2SM-RC) announces no INSERT style")
    definition = build.insert_action(style.style, UNKNOWN_ACTION, outermost(action.parameters), edition=rc.edition)
    request = _subscription(ric, rc, style.style, definition, _LONG)
    requirement = "A RIC SUBSCRIPTION REQUEST whose only action is an unknown INSERT is refused (E2AP 8.2.1.4)"
    await refused(ric, request, RICsubscriptionFailure, requirement=requirement)


@case(
    id="E2SM-RC-228",
    title="After the deletion of an INSERT subscription its call processes are answered, and no more are put",
    clause="O-RAN.WG3.E2AP 8.2.2.2, 8.2.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=("RICsubscriptionDelete", "RICcontrol", "positive"),
    suite="rc",
)
async def ends_with_its_subscription(ric: Peer) -> None:
    """Whether the control of one that was pending still counts is open; that it is answered is not."""
    rc = ran_control(ric)
    wanted, told = await _inserted(ric, rc, _LONG)
    delete = deletion(RICsubscriptionRequest(told.ric_request_id, rc.id))
    await ask(
        ric,
        delete,
        RICsubscriptionDeleteResponse,
        requirement="A RIC SUBSCRIPTION DELETE REQUEST for a subscription that stands is carried out (E2AP 8.2.2.2)",
    )
    await answered(ric, _answer(ric, rc, wanted, told, "accept"), injected=True)
    await ric.silence(
        RICindication,
        where=lambda message: message.ric_request_id == told.ric_request_id,
        lasting=_STILL_S,
        requirement="A deleted subscription indicates nothing (E2AP 8.2.2.2)",
    )


# The INSERT that is to come


def _inserts(rc: RanControl) -> Iterator[tuple[AnnouncedStyle, AnnouncedAction]]:
    """INSERT styles with their first indication that has parameters."""
    for number in _TRIED:
        for style in rc.announced.offered(Service.INSERT, number):
            yield from (
                (style, action) for action in style.actions if outermost(action.parameters) and possible(action.id)
            )


def _subscription(
    ric: Peer, rc: RanControl, number: int, definition: bytes, wait: RICtimeToWait
) -> RICsubscriptionRequest:
    trigger = build.event_trigger(2, rc.edition, call_process=rc.call_process(_CALL_PROCESSES[number]))
    subsequent = RICsubsequentAction("continue", wait)
    return rc.subscription(ric.new_request_id(), trigger, definition, kind="insert", subsequent=subsequent)


async def _inserted(
    ric: Peer, rc: RanControl, wait: RICtimeToWait
) -> tuple[tuple[AnnouncedStyle, AnnouncedAction], RICindication]:
    """The first INSERT of all those that the node offers; which of them it is, and its indication."""
    standing: dict[Any, tuple[AnnouncedStyle, AnnouncedAction]] = {}
    told = "it announces none"
    for style, action in _inserts(rc):
        asked = outermost(action.parameters)
        definition = build.insert_action(style.style, action.id, asked, edition=rc.edition)
        request = _subscription(ric, rc, style.style, definition, wait)
        refusal = await admitted(ric, request)
        if refusal is None:
            standing[request.ric_request_id] = (style, action)
        else:
            told = f"it refuses INSERT style {style.style}: {cause_text(refusal)}"
    if not standing:
        raise unsupported(f"no INSERT of RAN function {rc.id} (E2SM-RC) can be had: {told}")
    indication = await ric.hear(RICindication, where=lambda told: told.ric_request_id in standing, within=_AT_ONCE_S)
    if indication is None:
        # A UE that is released comes back by the breakpoints of access and of bearers.
        await provoke(ric, rc, RRC_RELEASE)
        indication = await ric.hear(
            RICindication, where=lambda told: told.ric_request_id in standing, within=_PATIENCE_S
        )
    if indication is None:
        raise inconclusive("INSERT is admitted; no call process has come to the breakpoint")
    return standing[indication.ric_request_id], indication


def _answer(
    ric: Peer, rc: RanControl, wanted: tuple[AnnouncedStyle, AnnouncedAction], told: RICindication, decision: str
) -> RICcontrolRequest:
    """The control that decides about an INSERT, with the parameters that it asked about."""
    style, action = wanted
    header = read(PayloadKind.INDICATION_HEADER, told.ric_indication_header, "The header of an INSERT")
    message = read(PayloadKind.INDICATION_MESSAGE, told.ric_indication_message, "The message of an INSERT")
    check_format(header, 2, style.formats.header, "The header of an INSERT")
    check_format(message, 5, style.formats.message, "The message of an INSERT")
    order = (style.style, action.id)
    given = _given(rc, order, message) if decision == "accept" else ()
    ue, process = content_of(header).ue_id, told.ric_call_process_id
    read(PayloadKind.CALL_PROCESS_ID, process, "The Call Process ID of an INSERT")
    if not repeatable(ue):
        raise inconclusive(f"the UE-ID of the INSERT cannot be said again: {ue_text(ue)}; the rules say why")
    return rc.control(ric.new_request_id(), order, ue, parameters=given, call_process=process, decision=decision)


def _given(rc: RanControl, order: tuple[int, int], message: Any) -> Parameters:
    """What the INSERT told, as far as it has values, and the control action of that name declares it."""
    actions = (style.action(order[1]) for style in rc.announced.offered(Service.CONTROL, order[0]))
    declared = {each.id for action in actions if action is not None for each in action.parameters}
    items = content_of(message).ran_p_requested_list or ()
    empty = {each.path.split(".")[0].split("[")[0] for each in walk(items) if each.empty}
    return tuple(
        (item.ran_parameter_id, item.ran_parameter_value_type)
        for item in items
        if str(item.ran_parameter_id) not in empty and item.ran_parameter_id in (declared or {item.ran_parameter_id})
    )


async def _settled(ric: Peer, request: RICcontrolRequest) -> None:
    """The control is taken for the answer to the INSERT: what came of it is the node's own affair."""
    asked = ric.last
    answer = await answered(ric, request)
    # One that lay long among others may have expired before the control came.
    timely = asked is not None and ric.last is not None and ric.last.t - asked.t < _TIMELY_S
    check(
        not timely or getattr(answer, "cause", None) != cause("ric-call-process-id-invalid", ric.edition),
        "The Call Process ID of an INSERT is good for one control within the RIC Time to Wait (E2AP 8.2.3.2)",
        expected="RICcontrolAcknowledge",
        actual=says(answer),
    )
    if isinstance(answer, RICcontrolFailure):
        raise inconclusive(f"{says(answer)}: why the call process did not go on so is the node's own affair")


async def _refused_process(ric: Peer, process: Any) -> None:
    rc = ran_control(ric)
    order = rc.some_order(DRB_QOS, PRB_QUOTA, RRC_RELEASE)
    request = rc.control(ric.new_request_id(), order, rc.ue(1), call_process=process(rc))
    requirement = "A RIC CONTROL REQUEST with an invalid RIC Call Process ID is refused (E2AP 8.2.4.3)"
    await refused_control(ric, request, requirement)
