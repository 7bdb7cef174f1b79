"""RIC Subscription and RIC Subscription Delete (E2AP 8.2.1, 8.2.2)."""

from collections.abc import Sequence

from oran_harness.peers.e2_node import delete_required
from oran_harness.peers.e2_node.reset import CODE as RESET
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription, on_clock
from oran_harness.peers.e2_node.turn import Turn, ids_of
from oran_harness.peers.protocol_errors import refusal
from oran_harness.peers.ran_functions import RequestedAction
from oran_harness.protocols.e2ap.elements import (
    RICaction_Admitted_Item,
    RICaction_NotAdmitted_Item,
    RICrequestID,
)
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)


def subscribe(turn: Turn, request: RICsubscriptionRequest) -> None:
    """Set a subscription up with all actions that the function can serve, and start it at its time."""
    state = turn.state
    request_id, function_id = ids_of(request)
    details = request.ric_subscription_details
    assert details is not None
    actions = [RequestedAction.of(item) for item in details.ric_action_to_be_setup_list]
    starts, ends = _times(state, request)
    why = _objection(turn, request_id, function_id, actions) or _time_objection(turn.now, starts, ends)
    if why is not None:
        turn.refuse(request, why)
        return
    function = state.functions[function_id].behaviour
    result = function.subscribe(request_id, details.ric_event_trigger_definition, actions, turn.now)
    if result.failure is not None or not result.admitted:
        why_not = result.failure or state.cause("action-not-supported")
        turn.answer(refusal(request, why_not, state.edition))
        return
    admitted = {action.id: action for action in actions if action.id in result.admitted}
    subscription = NodeSubscription(request_id, function_id, turn.link.name, admitted, starts, ends)
    state.subscriptions.add(subscription)
    turn.answer(
        RICsubscriptionResponse(
            request_id,
            function_id,
            tuple(RICaction_Admitted_Item(number) for number in result.admitted),
            tuple(RICaction_NotAdmitted_Item(*each) for each in result.refused) or None,
        )
    )
    if ends is not None:
        subscription.timer = state.timers.set(ends, lambda now: _expire(state, subscription, now))


def delete(turn: Turn, request: RICsubscriptionDeleteRequest) -> None:
    """Delete a subscription; one that is not known, or not of that function, cannot be (8.2.2.3, 8.2.2.4)."""
    state = turn.state
    request_id, function_id = ids_of(request)
    subscription = state.subscriptions.get(request_id)
    if subscription is None:
        turn.refuse(request, "request-id-unknown" if function_id in state.functions else "ran-function-id-invalid")
        return
    if subscription.function_id != function_id:
        turn.refuse(request, "ran-function-id-invalid")
        return
    state.forget(subscription, turn.now)
    turn.answer(RICsubscriptionDeleteResponse(request_id, function_id))


def _objection(
    turn: Turn, request_id: RICrequestID, function_id: int, actions: Sequence[RequestedAction]
) -> str | None:
    """Why the request is refused as a whole, whatever the function would say; None if it is not."""
    state = turn.state
    if state.requests.waits_for(RESET):
        return "system-not-ready"
    if function_id not in state.functions:
        return "ran-function-id-invalid"
    if state.subscriptions.get(request_id) is not None:
        return "duplicate-ric-request-id"
    if len(state.subscriptions) >= state.config.most_subscriptions:
        return "function-resource-limit"
    if len({action.id for action in actions}) < len(actions):
        return "duplicate-action"
    if any(action.type == "insert" and action.subsequent is None for action in actions):
        return "inconsistent-action-subsequent-action-sequence"
    return None


def _times(state: State, request: RICsubscriptionRequest) -> tuple[float | None, float | None]:
    """Start and end on the node's clock; both since edition 3.01."""
    start, end = request.ric_subscription_start_time, request.ric_subscription_end_time
    epoch = state.config.epoch
    return None if start is None else on_clock(start, epoch), None if end is None else on_clock(end, epoch)


def _time_objection(now: float, starts: float | None, ends: float | None) -> str | None:
    """An end that is past, or not after the start; a start that is past is ignored (8.2.1.2, 8.2.1.3)."""
    if ends is not None and ends <= max(now, now if starts is None else starts):
        return "ric-subscription-end-time-invalid"
    return None


def _expire(state: State, subscription: NodeSubscription, now: float) -> None:
    """The end time has come: the trigger is disabled, and the RIC asked to delete the subscription (8.2.1.2)."""
    subscription.ended = True
    function = state.functions.get(subscription.function_id)
    if function is not None:
        function.behaviour.unsubscribe(subscription.request_id, now)
    delete_required.ask(state, (subscription,), "ric-subscription-end-time-expired")
