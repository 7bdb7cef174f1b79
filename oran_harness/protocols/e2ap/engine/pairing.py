"""Which run of a procedure a message opens or answers (E2AP 3.1, 9.2.7, 9.2.33)."""

from collections.abc import Hashable
from dataclasses import replace
from itertools import islice

from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.state_tables import PROCEDURE_TABLES
from oran_harness.protocols.e2ap.engine.states import ProcedureState
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import Correlator, Procedure

_FIELDS = {
    Correlator.TRANSACTION_ID: "transaction_id",
    Correlator.RIC_REQUEST_ID: "ric_request_id",
    Correlator.LOAD_MEASUREMENT_ID: "ric_load_measurement_id",
}
_ANSWERED = (ProcedureState.SUCCEEDED, ProcedureState.FAILED)
TIMING_SLACK = 0.01
"""Seconds that a clock may be coarse by when a Time to Wait is measured."""
CANDIDATES = 64
"""How many runs are looked at for one that a stray answer may have meant."""
SERVICE_QUERY = 6
SERVICE_UPDATE = 7
RIC_CONTROL = 4
SUBSCRIPTION = 8
ENDED_ON_THE_WIRE = (RIC_CONTROL, SUBSCRIPTION)
"""Procedures whose initiator says so when it gives up: by an Error Indication (8.2.4.4), by a Delete (8.2.1.3)."""
NOBODY_GIVES_UP = 1.0
"""Seconds within which no initiator has given up a run silently; the text gives its timers no values (9.5)."""
LOAD_STATUS = 18


def id_of(procedure: Procedure, message: Message) -> Hashable:
    """What correlates the message, None if it has nothing."""
    name = _FIELDS.get(procedure.correlator)
    identifier: Hashable = None if name is None else getattr(message, name, None)
    return identifier


def owes_answer(message: Message) -> bool:
    """Whether the other end has to answer an initiating message.

    It need not answer a Control that wants no acknowledgement (8.2.4.2), nor a Load Status request that it does not
    know (procedure criticality ignore).
    """
    if message.PROCEDURE_CODE == LOAD_STATUS:
        return False
    return getattr(message, "ric_control_ack_request", None) in (None, "ack")


def open_run(turn: Turn, procedure: Procedure, message: Message | None) -> None:
    """Open the run that an initiating message begins, unless its procedure has no answer."""
    _judge_time_to_wait(turn, procedure)
    if not procedure.has_response and procedure.code != SERVICE_QUERY:
        return
    records = turn.records
    identifier = None if message is None else id_of(procedure, message)
    owed = message is not None and owes_answer(message)
    if message is not None and identifier is None and procedure.correlator is not Correlator.TRANSACTION_ID:
        _note_missing_id(turn, procedure)
    if identifier is not None:
        owed = not _judge_reuse(turn, procedure, identifier, message) and owed
    records.serial += 1
    turn.opened = Transaction(
        procedure=procedure,
        initiator=turn.sender,
        id=identifier,
        request=message,
        request_n=turn.n,
        started=turn.now,
        state=ProcedureState.REQUESTED,
        serial=records.serial,
        owed=owed,
        intact=turn.intact and message is not None,
    )
    records.transactions.open(turn.opened)


def _note_missing_id(turn: Turn, procedure: Procedure) -> None:
    turn.irregular(
        IrregularityKind.REQUEST_WITHOUT_ID,
        f"{turn.name} has no {procedure.correlator.value}: its answer can be paired by order only",
        expected=f"a {procedure.correlator.value}",
        actual="none",
    )


def _judge_time_to_wait(turn: Turn, procedure: Procedure) -> None:
    wait = turn.records.waits.get((procedure.code, turn.sender))
    if wait is None:
        return
    if turn.now >= wait.until - TIMING_SLACK:
        del turn.records.waits[procedure.code, turn.sender]
        return
    if procedure.code == SERVICE_UPDATE and any(turn.records.transactions.of(SERVICE_QUERY, turn.sender.other)):
        # A Service Query has to be followed by the Update at once (8.3.4A.2), whatever the RIC said before.
        return
    turn.irregular(
        IrregularityKind.BEFORE_TIME_TO_WAIT,
        f"{turn.name} comes {wait.until - turn.now:.3f} s before the Time to Wait of event {wait.refused_n} is over",
        expected=f"no {turn.name} for {wait.seconds} s after the failure",
        actual=f"one after {wait.seconds - (wait.until - turn.now):.3f} s",
    )


def _judge_reuse(turn: Turn, procedure: Procedure, identifier: Hashable, message: Message | None) -> bool:
    """Whether the id is that of a run that still waits; an identical request may be a repetition, which is open."""
    waiting = [run for run in turn.records.transactions.ongoing(procedure.code, turn.sender, identifier) if run.waiting]
    if not waiting:
        return False
    turn.irregular(
        IrregularityKind.ID_REUSED_WHILE_ONGOING,
        f"{turn.name} has the {procedure.correlator.value} {request_name(identifier)} of event {waiting[0].request_n},"
        " which is not answered yet",
        expected=f"a {procedure.correlator.value} that no ongoing {procedure.title} of this end has",
        actual=f"{request_name(identifier)} again",
        certain=all(run.request is not None and run.request != message for run in waiting)
        and (procedure.code in ENDED_ON_THE_WIRE or turn.now - waiting[-1].started <= NOBODY_GIVES_UP),
    )
    return True


def pair_answer(turn: Turn, procedure: Procedure, message: Message) -> None:
    """Find the run that an answer belongs to and let the answer act on it."""
    transactions = turn.records.transactions
    initiator = turn.sender.other
    identifier = id_of(procedure, message)
    ongoing = transactions.ongoing(procedure.code, initiator, identifier)
    if ongoing:
        turn.answers = next((run for run in ongoing if run.certain), ongoing[0])
        # A request of which no more than the envelope was read may have had the same id.
        unread = identifier is not None and bool(transactions.ongoing(procedure.code, initiator, None))
        turn.mispaired = unread or not all(run.certain and run.request == turn.answers.request for run in ongoing)
        transactions.advance(turn.answers, turn.name, turn.n)
        for run in ongoing:
            if not run.certain and run is not turn.answers:
                transactions.retire(run)
        return
    over = transactions.latest_over(procedure.code, initiator, identifier)
    nameless = transactions.latest_over(procedure.code, initiator, None)
    for former in (over, nameless):
        if former is not None and (not former.certain or (former.state, turn.name) in PROCEDURE_TABLES[procedure.code]):
            turn.answers = former
            turn.late = True
            if former.id is not None:
                # Of runs without an id there may have been several.
                transactions.advance(replace(former, certain=True), turn.name, turn.n)
            return
    _mispair(turn, procedure, identifier, over)


def _mispair(turn: Turn, procedure: Procedure, identifier: Hashable, over: Transaction | None) -> None:
    transactions = turn.records.transactions
    initiator = turn.sender.other
    candidates = (run for run in transactions.of(procedure.code, initiator) if run.misanswered_n is None)
    waiting = list(islice(candidates, CANDIDATES))
    nameless = next((run for run in waiting if run.id is None), None)
    single = nameless or (waiting[0] if len(waiting) == 1 else None)
    certain = transactions.knows_all(procedure.code, initiator) and all(run.certain for run in waiting)
    answered = over is not None and over.state in _ANSWERED
    if identifier is None and waiting:
        kind = IrregularityKind.ANSWER_WITHOUT_ID
        certain = certain and turn.intact
    elif nameless is not None:
        kind = IrregularityKind.ANSWER_WITH_UNASKED_ID
        certain = certain and nameless.request is not None
    elif answered and (single is None or procedure.correlator is not Correlator.TRANSACTION_ID):
        kind, single = IrregularityKind.SECOND_ANSWER, None
    elif waiting:
        kind = IrregularityKind.ANSWER_WITH_ANOTHER_ID
    else:
        kind = IrregularityKind.ANSWER_WITHOUT_REQUEST
    if certain:
        _note_mispairing(turn, procedure, kind, identifier, over, waiting)
    if single is None or not transactions.knows_all(procedure.code, initiator):
        return
    turn.answers = single
    turn.mispaired = True
    if single is nameless:
        transactions.advance(single, turn.name, turn.n)
    else:
        transactions.change(replace(single, misanswered_n=turn.n))


def _note_mispairing(
    turn: Turn,
    procedure: Procedure,
    kind: IrregularityKind,
    identifier: Hashable,
    over: Transaction | None,
    waiting: list[Transaction],
) -> None:
    correlator = procedure.correlator.value
    outstanding = listed(waiting, lambda run: f"{request_name(run.id)} (event {run.request_n})")
    actual = f"{correlator} {request_name(identifier)}"
    if over is not None and over.answer_n is not None:
        actual += f", which event {over.answer_n} has answered"
    turn.irregular(
        kind,
        f"{turn.name}: {kind.meaning[0].lower()}{kind.meaning[1:]}",
        expected=f"the {correlator} of an outstanding {procedure.title}: {outstanding}"
        if waiting
        else f"no {turn.name}: no {procedure.title} waits for an answer",
        actual=actual if identifier is not None else f"no {correlator}",
    )


def abort_ric_services(turn: Turn) -> None:
    """A Reset or Removal request ends what is ongoing of RIC services, unanswered (8.3.2.2, 8.3.7.2)."""
    transactions = turn.records.transactions
    aborted = []
    for run in transactions:
        if (run.state, turn.name) in PROCEDURE_TABLES[run.procedure.code]:
            aborted.append(run)
            transactions.advance(run, turn.name, turn.n)
    turn.aborted += tuple(aborted)
