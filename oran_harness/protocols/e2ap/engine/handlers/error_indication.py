"""Error Indication (E2AP 8.3.3, 10; 3GPP TS 36.413 clause 10)."""

from oran_harness.protocols.e2ap.causes import TRANSFER_SYNTAX_ERROR
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.state_tables import PROCEDURE_TABLES
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.engine.turn import Turn, request_name
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.protocols.e2ap.procedures import Correlator

ERROR_INDICATION = 2
_WITH_FAILURE_SINCE_FIRST_EDITION = (1, 7, 8, 9, 10, 11)


def indication(turn: Turn, message: ErrorIndication) -> None:
    """One end reports an error: what it may be about no longer counts as silence."""
    _judge_contents(turn, message)
    about = [run for run in turn.records.transactions if _concerns(run, message)]
    owed = [run for run in about if run.initiator is not turn.sender]
    _judge_choice(turn, message, owed)
    if len(owed) == 1 and (message.transaction_id is not None or message.ric_request_id is not None):
        turn.answers = owed[0]
    for run in about:
        if run.initiator is not turn.sender or message.ric_request_id is not None or message.transaction_id is not None:
            turn.records.transactions.advance(run, turn.name, turn.n)


def _judge_contents(turn: Turn, message: ErrorIndication) -> None:
    diagnostics = message.criticality_diagnostics
    if message.cause is None and diagnostics is None and turn.intact:
        turn.irregular(
            IrregularityKind.ERROR_INDICATION_EMPTY,
            "ErrorIndication holds neither Cause nor Criticality Diagnostics",
            expected="at least one of them",
            actual="neither",
        )
    if diagnostics is not None and diagnostics.procedure_code == ERROR_INDICATION:
        turn.irregular(
            IrregularityKind.ERROR_INDICATION_ANSWERED,
            "ErrorIndication about an Error Indication",
            expected="local error handling only",
            actual="an ErrorIndication whose diagnostics name procedure 2",
        )


def _concerns(run: Transaction, message: ErrorIndication) -> bool:
    """Whether the error may be about this run: by its ids, else by the procedure code, else it may be any."""
    if (run.state, "ErrorIndication") not in PROCEDURE_TABLES[run.procedure.code]:
        return False
    code = None if message.criticality_diagnostics is None else message.criticality_diagnostics.procedure_code
    if code is not None and code != run.procedure.code:
        return False
    if message.transaction_id is None and message.ric_request_id is None:
        return True
    if run.procedure.correlator is Correlator.TRANSACTION_ID:
        return message.transaction_id is not None and run.id in (message.transaction_id, None)
    if run.procedure.correlator is Correlator.RIC_REQUEST_ID:
        return message.ric_request_id is not None and run.id in (message.ric_request_id, None)
    return False


def _judge_choice(turn: Turn, message: ErrorIndication, owed: list[Transaction]) -> None:
    """An error that the procedure's failure message can carry belongs there (8.3.3.1)."""
    if len(owed) != 1 or message.cause == TRANSFER_SYNTAX_ERROR or not turn.intact:
        return
    run = owed[0]
    fillable = run.id is not None and run.intact and run.certain and run.waiting
    if run.procedure.correlator is Correlator.RIC_REQUEST_ID:
        fillable = fillable and getattr(run.request, "ran_function_id", None) is not None
    named = message.transaction_id is not None or message.ric_request_id is not None
    if run.procedure.code in _WITH_FAILURE_SINCE_FIRST_EDITION and fillable and named:
        turn.irregular(
            IrregularityKind.ERROR_INDICATION_INSTEAD_OF_FAILURE,
            f"ErrorIndication in place of the failure message of {run.procedure.title} {request_name(run.id)}",
            expected=f"the failure message of {run.procedure.title}",
            actual="ErrorIndication",
            # A RIC Request ID alone may as well be that of a subscription or of another procedure.
            certain=message.transaction_id is not None or message.criticality_diagnostics is not None,
        )
