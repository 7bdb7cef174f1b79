"""RIC Assistance, its Indications and its Halt (E2AP 8.2.11 to 8.2.13, since 7.00)."""

from dataclasses import replace

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.assistance import Assistance
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.lasting_tables import ASSISTANCE
from oran_harness.protocols.e2ap.engine.states import AssistanceState
from oran_harness.protocols.e2ap.engine.turn import LONGEST_DELAY, Turn, request_name
from oran_harness.protocols.e2ap.messages import (
    RICassistanceFailure,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)


def _advance(turn: Turn, assistance: Assistance, event: str) -> Assistance:
    target = ASSISTANCE.get((assistance.state, event))
    if target is not None and target is not assistance.state:
        assistance = replace(assistance, state=target, changed=turn.now)
    turn.records.assistances[assistance.request_id] = assistance
    return assistance


def request(turn: Turn, message: RICassistanceRequest) -> None:
    """The node asks for assistance, once or with updates."""
    name = message.ric_request_id
    if name is None:
        turn.records.services_known = False
        return
    previous = turn.records.assistances.get_or_none(name)
    fresh = Assistance(
        request_id=name,
        updates=message.ric_assistance_update is not None,
        limit=message.ric_assistance_update_number,
        state=AssistanceState.ABSENT if previous is None else previous.state,
        changed=turn.now,
        requested_n=turn.n,
        certain=turn.intact and (previous is None or previous.state is not AssistanceState.REQUESTED),
    )
    _advance(turn, fresh, turn.name)


def response(turn: Turn, message: RICassistanceResponse) -> None:
    """The RIC assists; updates follow if they were asked for."""
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICassistanceRequest):
        _doubt(turn, message.ric_request_id)
        return
    assistance = _of(turn, run.request.ric_request_id)
    if assistance is not None:
        _advance(turn, assistance, f"{turn.name}({'updates' if assistance.updates else 'no updates'})")


def failure(turn: Turn, message: RICassistanceFailure) -> None:
    """The RIC does not assist."""
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICassistanceRequest):
        _doubt(turn, message.ric_request_id)
        return
    assistance = _of(turn, run.request.ric_request_id)
    if assistance is not None:
        _advance(turn, assistance, turn.name)


def _of(turn: Turn, name: RICrequestID | None) -> Assistance | None:
    return None if name is None else turn.records.assistances.get_or_none(name)


def _doubt(turn: Turn, name: RICrequestID | None) -> None:
    assistance = _of(turn, name)
    if assistance is not None:
        turn.records.assistances[assistance.request_id] = replace(assistance, certain=False)


def indication(turn: Turn, message: RICassistanceIndication) -> None:
    """The RIC sends an update: at most as many as asked for, each with a number of its own (8.2.11.2, 8.2.12.2)."""
    name = message.ric_request_id
    if name is None:
        return
    assistance = _of(turn, name)
    if assistance is None:
        if turn.records.services_known and not turn.records.assistances.overflowed:
            _note_unknown(turn, name, "never asked for", certain=True)
        return
    _judge_number(turn, assistance, message.ric_assistance_sn)
    assistance = replace(assistance, sent=assistance.sent + 1)
    _advance(turn, assistance, turn.name)
    if assistance.state is AssistanceState.ABSENT:
        _note_unknown(turn, name, "refused", certain=assistance.certain)
    elif assistance.state is AssistanceState.HALTED:
        _judge_after_halt(turn, assistance)
    elif not assistance.updates:
        turn.irregular(
            IrregularityKind.ASSISTANCE_UNASKED,
            f"{turn.name} for {request_name(name)}, which asked for no updates",
            expected="the response alone",
            actual=turn.name,
            certain=assistance.certain,
        )
    elif assistance.limit is not None and assistance.sent > assistance.limit:
        turn.irregular(
            IrregularityKind.ASSISTANCE_TOO_MANY,
            f"{turn.name} number {assistance.sent} for {request_name(name)}",
            expected=f"at most {assistance.limit}",
            actual=str(assistance.sent),
            certain=assistance.certain,
        )


def _note_unknown(turn: Turn, name: RICrequestID, why: str, *, certain: bool) -> None:
    turn.irregular(
        IrregularityKind.ASSISTANCE_UNKNOWN,
        f"{turn.name} for assistance {request_name(name)}, which was {why}",
        expected="the id of an assistance that runs",
        actual=request_name(name),
        certain=certain,
    )


def _judge_number(turn: Turn, assistance: Assistance, number: int | None) -> None:
    if number is None:
        return
    numbers = turn.records.assistance_numbers
    key = (assistance.request_id, assistance.requested_n, number)
    if key in numbers:
        turn.irregular(
            IrregularityKind.ASSISTANCE_SN_REPEATED,
            f"{turn.name} repeats the Assistance SN {number} of event {numbers[key]}",
            expected="a number of its own for each update",
            actual=str(number),
            certain=assistance.certain,
        )
    numbers[key] = turn.n


def _judge_after_halt(turn: Turn, assistance: Assistance) -> None:
    """Nothing answers a Halt: only what comes long after it cannot have crossed it."""
    delay = turn.now - assistance.changed
    if delay <= LONGEST_DELAY:
        return
    turn.irregular(
        IrregularityKind.ASSISTANCE_AFTER_HALT,
        f"{turn.name} for {request_name(assistance.request_id)} {delay:.1f} s after its Halt",
        expected="no Assistance Indication after the Halt",
        actual=turn.name,
        certain=assistance.certain,
    )


def halt(turn: Turn, message: RICassistanceHalt) -> None:
    """The node wants no more updates; a Halt for nothing is ignored (8.2.13.4)."""
    assistance = _of(turn, message.ric_request_id)
    if assistance is not None:
        _advance(turn, assistance, turn.name)
