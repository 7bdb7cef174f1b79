"""RIC Service Update and Service Query (E2AP 8.3.4, 8.3.4A)."""

from dataclasses import replace

from oran_harness.protocols.e2ap.elements import RANfunction_Item
from oran_harness.protocols.e2ap.engine.function import FunctionStatus, OfferedFunction
from oran_harness.protocols.e2ap.engine.handlers.function_lists import (
    FunctionAnswer,
    judge_function_answer,
    judge_offer,
)
from oran_harness.protocols.e2ap.engine.handlers.refusal import note_time_to_wait
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.pairing import SERVICE_QUERY
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.engine.turn import Turn, listed
from oran_harness.protocols.e2ap.messages import (
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
    RICserviceUpdateFailure,
)


def query(turn: Turn, message: RICserviceQuery) -> None:
    """The RIC asks for an Update; pairing has opened a run that the next Update closes."""


def update(turn: Turn, message: RICserviceUpdate) -> None:
    """The node adds, modifies or deletes functions; the next Update after a Query counts as what the Query asks for."""
    records = turn.records
    turn.answers = next(records.transactions.of(SERVICE_QUERY, turn.sender.other), None)
    if turn.answers is not None:
        _judge_against_query(turn, message)
        records.transactions.advance(turn.answers, turn.name, turn.n)
    added = present(message.ran_functions_added, "ran_function_id")
    judge_offer(turn, added)
    judge_offer(turn, present(message.ran_functions_modified, "ran_function_id"))
    for item in added:
        known = records.functions.get_or_none(item.ran_function_id)
        if known is None or known.status in (FunctionStatus.DELETED, FunctionStatus.REJECTED):
            records.functions[item.ran_function_id] = _function(item, turn.n)
    records.functions_known &= turn.intact


def _function(item: RANfunction_Item, n: int) -> OfferedFunction:
    return OfferedFunction(
        item.ran_function_id, item.ran_function_definition, item.ran_function_revision, item.ran_function_oid, n
    )


def _judge_against_query(turn: Turn, message: RICserviceUpdate) -> None:
    asked = turn.answers.request if turn.answers is not None else None
    if not isinstance(asked, RICserviceQuery) or not turn.records.functions_known:
        return
    standing = {
        function.id: function.revision
        for function in turn.records.functions.values()
        if function.status is not FunctionStatus.DELETED
    }
    added = {item.ran_function_id for item in present(message.ran_functions_added, "ran_function_id")}
    lacking = sorted(standing.keys() - added)
    if asked.ran_functions_accepted is None and lacking:
        turn.irregular(
            IrregularityKind.UPDATE_DIFFERS_FROM_QUERY,
            f"RICserviceUpdate after a Query without a list does not add RAN functions {listed(lacking)}",
            expected=f"all functions: {listed(sorted(standing))}",
            actual=listed(sorted(added)),
        )
    changed = bool(message.ran_functions_added or message.ran_functions_modified or message.ran_functions_deleted)
    known = {
        item.ran_function_id: item.ran_function_revision
        for item in present(asked.ran_functions_accepted, "ran_function_id")
    }
    if asked.ran_functions_accepted is not None and known == standing and changed:
        turn.irregular(
            IrregularityKind.UPDATE_DIFFERS_FROM_QUERY,
            "RICserviceUpdate changes functions although the Query's list was the node's",
            expected="an Update without lists",
            actual="an Update with lists",
        )


def acknowledge(turn: Turn, message: RICserviceUpdateAcknowledge) -> None:
    """The RIC says which changes it accepts; those take effect (8.3.4.2)."""
    run = turn.answers
    if run is None or not isinstance(run.request, RICserviceUpdate):
        turn.records.functions_known = False
        return
    sent = run.request
    offered = (
        *present(sent.ran_functions_added, "ran_function_id"),
        *present(sent.ran_functions_modified, "ran_function_id"),
    )
    deleted = present(sent.ran_functions_deleted, "ran_function_id")
    answer = FunctionAnswer(
        revisions=[
            *((item.ran_function_id, item.ran_function_revision) for item in offered),
            *((item.ran_function_id, item.ran_function_revision) for item in deleted),
        ],
        accepted=present(message.ran_functions_accepted, "ran_function_id"),
        rejected=present(message.ran_functions_rejected, "ran_function_id"),
    )
    if answer.revisions and answer.rejected and not answer.accepted:
        turn.irregular(
            IrregularityKind.ALL_REJECTED_IN_ACKNOWLEDGE,
            f"{turn.name} rejects every item",
            expected="RICserviceUpdateFailure, where no change is accepted",
            actual=f"rejected: {listed(item.ran_function_id for item in answer.rejected)}",
        )
    accepted = {item.ran_function_id for item in answer.accepted}
    functions = turn.records.functions
    for item in offered:
        if item.ran_function_id in accepted:
            functions[item.ran_function_id] = _function(item, run.request_n)
    judge_function_answer(turn, answer, IrregularityKind.UPDATE_REVISION_DIFFERS)
    renewed = {item.ran_function_id for item in offered}
    for gone in deleted:
        function = functions.get_or_none(gone.ran_function_id)
        if function is not None and function.id in accepted and function.id not in renewed:
            functions[function.id] = replace(function, status=FunctionStatus.DELETED)


def failure(turn: Turn, message: RICserviceUpdateFailure) -> None:
    """The RIC refuses: both go on with what they had, and the node waits (8.3.4.3)."""
    note_time_to_wait(turn, message.time_to_wait)
    run = turn.answers
    if run is None or not isinstance(run.request, RICserviceUpdate):
        return
    functions = turn.records.functions
    for item in present(run.request.ran_functions_added, "ran_function_id"):
        function = functions.get_or_none(item.ran_function_id)
        if function is not None and function.status is FunctionStatus.OFFERED and function.since_n == run.request_n:
            functions[function.id] = replace(function, status=FunctionStatus.REJECTED)
