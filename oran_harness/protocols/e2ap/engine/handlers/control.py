"""RIC Control and RIC Query (E2AP 8.2.4, 8.2.7)."""

from dataclasses import replace

from oran_harness.protocols.e2ap.engine.handlers.service_answer import judge_served_function
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
    RICqueryFailure,
    RICqueryRequest,
    RICqueryResponse,
)

_EMPTY = "empty octets"


def request(turn: Turn, message: RICcontrolRequest) -> None:
    """The RIC starts something in the node, or answers an INSERT with its Call Process ID."""
    turn.refer_to_function(message.ran_function_id)
    _stop_timer(turn, message)
    if message.ric_call_process_id is None or _announced(turn, message):
        return
    turn.irregular(
        IrregularityKind.CALL_PROCESS_UNKNOWN,
        f"{turn.name} for call process {message.ric_call_process_id.hex()}, which no Indication announced",
        expected="a Call Process ID of an INSERT Indication of that RAN function",
        actual=message.ric_call_process_id.hex() or _EMPTY,
    )


def _stop_timer(turn: Turn, message: RICcontrolRequest) -> None:
    """A Control in time stops the RIC Time to Wait of its call process (8.2.3.2)."""
    known = turn.records.call_processes
    key = message.ran_function_id, message.ric_call_process_id or b""
    process = known.get_or_none(key)
    if process is not None and process.expired is not None and turn.now <= process.expired:
        known[key] = replace(process, expired=None)


def _announced(turn: Turn, message: RICcontrolRequest) -> bool:
    """Whether an Indication had this call process, or may have had it unseen."""
    if message.ric_call_process_id is None or not turn.records.call_processes_known:
        return True
    return (message.ran_function_id, message.ric_call_process_id) in turn.records.call_processes


def acknowledge(turn: Turn, message: RICcontrolAcknowledge) -> None:
    """The node has done it, and says so unless NoAck was asked for (8.2.4.2)."""
    judge_served_function(turn, message.ran_function_id)
    _judge_call_process(turn, message.ric_call_process_id)
    run = turn.answers
    if run is None or turn.late or not isinstance(run.request, RICcontrolRequest):
        return
    asked = run.request
    if asked.ric_control_ack_request == "noAck":
        turn.irregular(
            IrregularityKind.ACKNOWLEDGED_DESPITE_NO_ACK,
            f"{turn.name} although the request of event {run.request_n} said NoAck",
            expected="no acknowledgement; a failure would be right",
            actual=turn.name,
            certain=not turn.mispaired,
        )
    if asked.ric_call_process_id is not None and not _announced(turn, asked):
        turn.irregular(
            IrregularityKind.UNKNOWN_CALL_PROCESS_SERVED,
            f"{turn.name} for call process {asked.ric_call_process_id.hex()}, which no Indication announced",
            expected="RICcontrolFailure",
            actual=turn.name,
            certain=run.intact and not turn.mispaired,
        )
    _judge_timer(turn, run, asked)


def _judge_timer(turn: Turn, run: Transaction, asked: RICcontrolRequest) -> None:
    """A Control that comes after the RIC Time to Wait has to be refused (8.2.4.3)."""
    process = turn.records.call_processes.get_or_none((asked.ran_function_id, asked.ric_call_process_id or b""))
    if process is None or process.expired is None or run.started <= process.expired or process.n > run.request_n:
        return
    turn.irregular(
        IrregularityKind.EXPIRED_CALL_PROCESS_SERVED,
        f"{turn.name} for call process {(asked.ric_call_process_id or b'').hex()}, whose RIC Time to Wait was over",
        expected="RICcontrolFailure",
        actual=f"{turn.name} to a request long after the Indication of event {process.n}",
        certain=run.intact and not turn.mispaired and turn.records.call_processes_known,
    )


def _judge_call_process(turn: Turn, answered: bytes | None) -> None:
    run = turn.answers
    asked = None if run is None or turn.late else getattr(run.request, "ric_call_process_id", None)
    if answered is None or asked is None or answered == asked:
        return
    turn.irregular(
        IrregularityKind.CALL_PROCESS_DIFFERS,
        f"{turn.name} names another call process than its request",
        expected=asked.hex() or _EMPTY,
        actual=answered.hex() or _EMPTY,
        certain=not turn.mispaired,
    )


def failure(turn: Turn, message: RICcontrolFailure) -> None:
    """The node has not done it, and says so whatever acknowledgement was asked for (8.2.4.3)."""
    judge_served_function(turn, message.ran_function_id, served=False)
    _judge_call_process(turn, message.ric_call_process_id)


def query(turn: Turn, message: RICqueryRequest) -> None:
    """The RIC asks for information."""
    turn.refer_to_function(message.ran_function_id)


def query_response(turn: Turn, message: RICqueryResponse) -> None:
    """The node gives what it has (8.2.7.2)."""
    judge_served_function(turn, message.ran_function_id)


def query_failure(turn: Turn, message: RICqueryFailure) -> None:
    """The node has none of it, or does not support the function (8.2.7.3)."""
    judge_served_function(turn, message.ran_function_id, served=False)
