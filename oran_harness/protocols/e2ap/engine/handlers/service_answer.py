"""What all answers of RIC functional procedures have in common (E2AP 8.2)."""

from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.engine.turn import Turn, listed

_OF_A_SUBSCRIPTION = (9, 14)
"""Delete and Modification: they are about what was made before."""


def judge_served_function(turn: Turn, function_id: int | None, *, served: bool = True) -> None:
    """Judge an answer's RAN Function ID against the request's, and a success against what the node offered.

    ``served`` is False for a failure message, which is right for a function that was never offered.
    """
    run = turn.answers
    asked = None if run is None or turn.late else getattr(run.request, "ran_function_id", None)
    if run is None or asked is None:
        turn.look_up_function(function_id)
        return
    turn.look_up_function(asked)
    if function_id is not None and function_id != asked:
        turn.irregular(
            IrregularityKind.ANSWER_FUNCTION_DIFFERS,
            f"{turn.name} names RAN function {function_id}, the request of event {run.request_n} named {asked}",
            expected=f"RAN function {asked}",
            actual=f"RAN function {function_id}",
            certain=not turn.mispaired,
        )
    records = turn.records
    known = records.functions_known and not records.functions.overflowed
    if served and turn.function is None and known and not _subscribed_before(turn, run, asked):
        turn.irregular(
            IrregularityKind.UNKNOWN_FUNCTION_SERVED,
            f"{turn.name} grants what was asked of RAN function {asked}, which the node never offered",
            expected=f"a failure message; offered are {listed(records.functions)}",
            actual=turn.name,
            certain=not turn.mispaired,
        )


def _subscribed_before(turn: Turn, run: Transaction, function_id: int) -> bool:
    """Whether the request was about a subscription to that function.

    A second E2 Setup may have taken the function away since; what becomes of its subscriptions is open (8.3.1.1).
    """
    subscription = turn.records.subscription(getattr(run.request, "ric_request_id", None))
    if subscription is None and run.procedure.code in _OF_A_SUBSCRIPTION:
        return not turn.records.knew_subscriptions(run.request_n)
    return (
        subscription is not None
        and subscription.ran_function_id == function_id
        and subscription.requested_n < run.request_n
    )
