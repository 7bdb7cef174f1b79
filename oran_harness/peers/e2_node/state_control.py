"""RIC Subscription State Control (E2AP 8.2.10, since 7.00)."""

from collections.abc import Iterable

from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.elements import (
    RANfunctionStateConfirm_Item,
    RANfunctionStateControl_Item,
    RICactionList_Item,
    RICsubscriptionList_Item,
)
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)

_Listed = Iterable[RICsubscriptionList_Item] | None


def control(turn: Turn, request: RICsubscriptionStateControlRequest) -> None:
    """Suspend and resume what stands, and tell what was done; nothing done is a failure (8.2.10.2, 8.2.10.3)."""
    state = turn.state
    done = tuple(
        confirmed
        for item in request.ran_function_state_control_list or ()
        if (confirmed := _carried_out(state, item)) is not None
    )
    if request.ric_request_id is None or not done:
        turn.refuse(request, "request-id-unknown")
        return
    turn.answer(RICsubscriptionStateControlResponse(request.ric_request_id, done))


def _carried_out(state: State, item: RANfunctionStateControl_Item) -> RANfunctionStateConfirm_Item | None:
    function_id = item.ran_function_id
    suspended = _change(state, function_id, item.ric_subscription_to_be_suspended_list, suspend=True)
    resumed = _change(state, function_id, item.ric_subscription_to_be_resumed_list, suspend=False)
    if not (suspended or resumed):
        return None
    return RANfunctionStateConfirm_Item(function_id, suspended or None, resumed or None)


def _change(state: State, function_id: int, listed: _Listed, *, suspend: bool) -> tuple[RICsubscriptionList_Item, ...]:
    """Those of the list that could be changed, with the actions that were; it is the whole one where none is named."""
    done = []
    for item in listed or ():
        held = state.subscriptions.get(item.ric_request_id)
        if held is None or held.function_id != function_id:
            continue
        if item.ric_action_list is None:
            held.suspended, held.suspended_actions = suspend, set()
            done.append(item)
            continue
        named = (each.ric_action_id for each in item.ric_action_list)
        actions = tuple(dict.fromkeys(each for each in named if each in held.actions))
        if actions:
            _change_actions(held, set(actions), suspend)
            done.append(RICsubscriptionList_Item(item.ric_request_id, tuple(map(RICactionList_Item, actions))))
    return tuple(done)


def _change_actions(held: NodeSubscription, actions: set[int], suspend: bool) -> None:
    if suspend:
        held.suspended_actions |= actions
        return
    if held.suspended:
        # The trigger runs again, for these actions alone.
        held.suspended, held.suspended_actions = False, set(held.actions)
    held.suspended_actions -= actions
