"""RIC Indication (E2AP 8.2.3)."""

from oran_harness.protocols.e2ap.engine.handlers.reset import RESET
from oran_harness.protocols.e2ap.engine.handlers.state_control import resumption_asked
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.records import CallProcess
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import RICindication

TIMER_SLACK = 1.0
"""Seconds by which a node's timer may be late."""
_SECONDS = {
    "w1ms": 0.001, "w2ms": 0.002, "w5ms": 0.005, "w10ms": 0.01, "w20ms": 0.02, "w30ms": 0.03, "w40ms": 0.04,
    "w50ms": 0.05, "w100ms": 0.1, "w200ms": 0.2, "w500ms": 0.5, "w1s": 1, "w2s": 2, "w5s": 5, "w10s": 10, "w20s": 20,
    "w60s": 60,
}  # fmt: skip


def indication(turn: Turn, message: RICindication) -> None:
    """The node reports, or inserts and waits, for an action that was admitted."""
    turn.look_up_function(message.ran_function_id)
    _note_call_process(turn, message)
    name = message.ric_request_id
    if name is None:
        return
    subscription = turn.records.subscription(name)
    turn.subscription = subscription
    if subscription is None:
        _judge_unknown(turn, message)
        return
    if message.ric_action_id is not None:
        turn.action = subscription.actions.get(message.ric_action_id)
    if subscription.state.over:
        _judge_over(turn, subscription)
        return
    _judge_state(turn, subscription)
    if subscription.state in (
        SubscriptionState.ACTIVE,
        SubscriptionState.SUSPENDED,
        SubscriptionState.DELETING,
        SubscriptionState.REQUESTED,
    ):
        _judge_function(turn, subscription, message)
        _judge_action(turn, subscription, message)


def _note_call_process(turn: Turn, message: RICindication) -> None:
    if message.ric_call_process_id is not None:
        records = turn.records
        key = message.ran_function_id, message.ric_call_process_id
        known = key in records.call_processes
        # With several INSERTs for one call process it is open which of their timers counts.
        expired = None if known else _expired(turn, message)
        records.call_processes[key] = CallProcess(turn.n, expired)
        records.call_processes_known &= not records.call_processes.overflowed
    elif message.ric_indication_type == "insert":
        turn.irregular(
            IrregularityKind.INSERT_WITHOUT_CALL_PROCESS_ID,
            f"{turn.name} of type insert has no Call Process ID",
            expected="a Call Process ID",
            actual="none",
            certain=turn.intact,
        )


def _expired(turn: Turn, message: RICindication) -> float | None:
    """When the RIC Time to Wait of an INSERT is surely over, if the subscription tells how long it is."""
    subscription = turn.records.subscription(message.ric_request_id)
    action = None if subscription is None else subscription.actions.get(message.ric_action_id or 0)
    if subscription is None or action is None or action.subsequent_action is None or not _settled(turn, subscription):
        return None
    wait = _SECONDS.get(action.subsequent_action.ric_time_to_wait)
    # E2AP 1.01 has another value before all others: read by it, 60 s are 20 s.
    return None if wait is None else turn.now + 3 * wait + TIMER_SLACK


def _judge_unknown(turn: Turn, message: RICindication) -> None:
    records = turn.records
    records.doubt_indicated()
    if not records.subscriptions_known or records.may_stand(message.ric_request_id):
        return
    reset = records.reset
    turn.irregular(
        IrregularityKind.INDICATION_UNKNOWN_SUBSCRIPTION,
        f"{turn.name} for {request_name(message.ric_request_id)}, which was never subscribed",
        expected=f"the id of a subscription: {listed(records.subscriptions, request_name)}",
        actual=request_name(message.ric_request_id),
        certain=reset is None or turn.ordered(reset.stream, reset.t),
    )


_OVER = {
    SubscriptionState.REFUSED: (IrregularityKind.INDICATION_UNKNOWN_SUBSCRIPTION, "which the node refused"),
    SubscriptionState.DELETED: (IrregularityKind.INDICATION_AFTER_DELETE, "which is deleted"),
    SubscriptionState.RESET: (IrregularityKind.INDICATION_AFTER_RESET, "which a Reset deleted"),
}


def _judge_over(turn: Turn, subscription: Subscription) -> None:
    if subscription.state not in _OVER:
        return
    kind, text = _OVER[subscription.state]
    turn.irregular(
        kind,
        f"{turn.name} for {request_name(subscription.request_id)}, {text} since event {subscription.ended_n}",
        expected="no Indication for a subscription that is over",
        actual=f"{turn.name} {turn.now - subscription.changed:.3f} s after its end",
        certain=subscription.certain and turn.ordered(subscription.changed_stream, subscription.changed),
    )


def _judge_state(turn: Turn, subscription: Subscription) -> None:
    name = request_name(subscription.request_id)
    if subscription.state is SubscriptionState.REQUESTED:
        turn.irregular(
            IrregularityKind.INDICATION_BEFORE_RESPONSE,
            f"{turn.name} for {name} before the subscription is answered",
            expected="no rule: the text does not say that the response comes first",
            actual=turn.name,
        )
    elif subscription.state is SubscriptionState.RESETTING and any(turn.records.transactions.of(RESET, turn.sender)):
        turn.irregular(
            IrregularityKind.INDICATION_DURING_RESET,
            f"{turn.name} for {name} from a node that has asked for a Reset",
            expected="no Indication: a Reset deletes all subscriptions",
            actual=turn.name,
        )
    elif subscription.suspended and not resumption_asked(turn, subscription):
        turn.irregular(
            IrregularityKind.INDICATION_WHILE_SUSPENDED,
            f"{turn.name} for {name}, which is suspended",
            expected="no Indication before the subscription is resumed",
            actual=f"{turn.name} {turn.now - subscription.changed:.3f} s after it was suspended",
            certain=subscription.certain and turn.ordered(subscription.changed_stream, subscription.changed),
        )


def _settled(turn: Turn, subscription: Subscription) -> bool:
    """Whether the Indication was surely made by what the subscription is now."""
    if subscription.redefined is None:
        return subscription.certain
    return subscription.certain and turn.ordered(subscription.changed_stream, subscription.redefined)


def _judge_function(turn: Turn, subscription: Subscription, message: RICindication) -> None:
    subscribed = subscription.ran_function_id
    if message.ran_function_id is None or subscribed is None or message.ran_function_id == subscribed:
        return
    turn.irregular(
        IrregularityKind.INDICATION_FUNCTION_DIFFERS,
        f"{turn.name} for {request_name(subscription.request_id)} names RAN function {message.ran_function_id}",
        expected=f"RAN function {subscribed}, as subscribed",
        actual=f"RAN function {message.ran_function_id}",
        certain=_settled(turn, subscription),
    )


def _judge_action(turn: Turn, subscription: Subscription, message: RICindication) -> None:
    if message.ric_action_id is None:
        return
    action = turn.action
    if action is None:
        turn.irregular(
            IrregularityKind.INDICATION_ACTION_UNKNOWN,
            f"{turn.name} for action {message.ric_action_id}, which was never requested",
            expected=f"one of the actions {listed(subscription.actions)}",
            actual=f"action {message.ric_action_id}",
            certain=_settled(turn, subscription),
        )
        return
    _judge_admission(turn, subscription, action)
    if message.ric_indication_type is not None and message.ric_indication_type != action.type:
        turn.irregular(
            IrregularityKind.INDICATION_TYPE_DIFFERS,
            f"{turn.name} of type {message.ric_indication_type} for action {action.id} of type {action.type}",
            expected=f"type {action.type}" if action.type != "policy" else "no Indication for a POLICY action",
            actual=f"type {message.ric_indication_type}",
            certain=_settled(turn, subscription),
        )


def _judge_admission(turn: Turn, subscription: Subscription, action: SubscribedAction) -> None:
    settled = turn.ordered(subscription.actions_changed_stream, subscription.actions_changed)
    if action.removed:
        kind, text, certain = IrregularityKind.INDICATION_ACTION_REMOVED, "was removed", settled
    elif action.admitted is False:
        kind, text, certain = IrregularityKind.INDICATION_ACTION_NOT_ADMITTED, "was not admitted", True
    elif action.suspended and not subscription.suspended and not resumption_asked(turn, subscription):
        kind, text, certain = IrregularityKind.INDICATION_WHILE_SUSPENDED, "is suspended", settled
    else:
        return
    turn.irregular(
        kind,
        f"{turn.name} for action {action.id}, which {text}",
        expected="an admitted action that is in force",
        actual=f"action {action.id}",
        certain=certain and _settled(turn, subscription),
    )
