"""RIC Indication (E2AP 8.2.3)."""

from oran_harness.protocols.e2ap.engine.handlers.reset import RESET
from oran_harness.protocols.e2ap.engine.handlers.state_control import resumption_asked
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import RICindication


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
        records.call_processes[message.ran_function_id, message.ric_call_process_id] = turn.n
        records.call_processes_known &= not records.call_processes.overflowed
    elif message.ric_indication_type == "insert":
        turn.irregular(
            IrregularityKind.INSERT_WITHOUT_CALL_PROCESS_ID,
            f"{turn.name} of type insert has no Call Process ID",
            expected="a Call Process ID",
            actual="none",
            certain=turn.intact,
        )


def _judge_unknown(turn: Turn, message: RICindication) -> None:
    records = turn.records
    if not records.subscriptions_known:
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


def _judge_function(turn: Turn, subscription: Subscription, message: RICindication) -> None:
    subscribed = subscription.ran_function_id
    if message.ran_function_id is None or subscribed is None or message.ran_function_id == subscribed:
        return
    turn.irregular(
        IrregularityKind.INDICATION_FUNCTION_DIFFERS,
        f"{turn.name} for {request_name(subscription.request_id)} names RAN function {message.ran_function_id}",
        expected=f"RAN function {subscribed}, as subscribed",
        actual=f"RAN function {message.ran_function_id}",
        certain=subscription.certain,
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
            certain=subscription.certain,
        )
        return
    _judge_admission(turn, subscription, action)
    if message.ric_indication_type is not None and message.ric_indication_type != action.type:
        turn.irregular(
            IrregularityKind.INDICATION_TYPE_DIFFERS,
            f"{turn.name} of type {message.ric_indication_type} for action {action.id} of type {action.type}",
            expected=f"type {action.type}" if action.type != "policy" else "no Indication for a POLICY action",
            actual=f"type {message.ric_indication_type}",
            certain=subscription.certain,
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
        certain=certain and subscription.certain,
    )
