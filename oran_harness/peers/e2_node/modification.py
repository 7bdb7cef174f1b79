"""RIC Subscription Modification (E2AP 8.2.5, since 3.00)."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.peers.e2_node.turn import Turn, ids_of
from oran_harness.peers.protocol_errors import refusal
from oran_harness.peers.ran_functions import Modified, RequestedAction
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationResponse,
)

_Refused = tuple[tuple[int, e.Cause], ...]


def modify(turn: Turn, request: RICsubscriptionModificationRequest) -> None:
    """Change what can be changed, and report every change that was asked for.

    Refused are unknown ids, one Action ID in several lists, the removal of all actions, a trigger that the function
    does not take, and a request of which nothing can be done.
    """
    state = turn.state
    request_id, function_id = ids_of(request)
    subscription = state.subscriptions.get(request_id)
    why = _objection(turn, request, subscription)
    if why is not None or subscription is None:
        turn.refuse(request, why or "request-id-unknown")
        return
    subscription.link = turn.link.name
    standing = subscription.actions
    removed = _ids(request.ric_actions_to_be_removed_for_modification_list)
    modified = [
        RequestedAction.of(item, type=standing[item.ric_action_id].type)
        for item in request.ric_actions_to_be_modified_for_modification_list or ()
        if item.ric_action_id in standing
    ]
    added = [
        RequestedAction.of(item)
        for item in request.ric_actions_to_be_added_for_modification_list or ()
        if item.ric_action_id not in standing
    ]
    result = state.functions[function_id].behaviour.modify(
        request_id,
        turn.now,
        event_trigger=request.ric_event_trigger_definition_to_be_modified,
        added=added,
        modified=modified,
        removed=[each for each in removed if each in standing],
    )
    changed = request.ric_event_trigger_definition_to_be_modified is not None
    if result.failure is not None or not (changed or _anything(result)):
        turn.answer(refusal(request, result.failure or state.cause("action-not-supported"), state.edition))
        return
    answer = _answer(turn, request, subscription, result)
    _apply(subscription, result, {each.id: each for each in (*added, *modified)})
    turn.answer(answer)


def _objection(
    turn: Turn, request: RICsubscriptionModificationRequest, subscription: NodeSubscription | None
) -> str | None:
    """Why the request is refused as a whole, whatever the function would say (8.2.5.4); None if it is not."""
    if request.ran_function_id not in turn.state.functions:
        return "ran-function-id-invalid"
    if subscription is None:
        return "request-id-unknown"
    if subscription.function_id != request.ran_function_id:
        return "ran-function-id-invalid"
    removed = _ids(request.ric_actions_to_be_removed_for_modification_list)
    modified = _ids(request.ric_actions_to_be_modified_for_modification_list)
    added = _ids(request.ric_actions_to_be_added_for_modification_list)
    if any(count > 1 for count in Counter((*removed, *modified, *added)).values()):
        return "duplicate-action"
    if not (removed or modified or added) and request.ric_event_trigger_definition_to_be_modified is None:
        return "semantic-error"
    if set(subscription.actions) <= set(removed) and not set(added) - set(subscription.actions):
        return "inconsistent-action-subsequent-action-sequence"
    return None


def _anything(result: Modified) -> bool:
    return bool(result.added.admitted or result.modified.admitted or result.removed)


def _answer(
    turn: Turn,
    request: RICsubscriptionModificationRequest,
    subscription: NodeSubscription,
    result: Modified,
) -> RICsubscriptionModificationResponse:
    standing = subscription.actions
    unknown = turn.state.cause("action-not-supported")
    taken = turn.state.cause("duplicate-action")
    to_remove = _ids(request.ric_actions_to_be_removed_for_modification_list)
    to_modify = _ids(request.ric_actions_to_be_modified_for_modification_list)
    to_add = _ids(request.ric_actions_to_be_added_for_modification_list)
    not_removed = (*result.not_removed, *((each, unknown) for each in to_remove if each not in standing))
    not_modified = (*result.modified.refused, *((each, unknown) for each in to_modify if each not in standing))
    not_added = (*result.added.refused, *((each, taken) for each in to_add if each in standing))
    return RICsubscriptionModificationResponse(
        request.ric_request_id,
        request.ran_function_id,
        _done(e.RICaction_RemovedForModification_Item, result.removed),
        _failed(e.RICaction_FailedToBeRemovedForModification_Item, not_removed),
        _done(e.RICaction_ModifiedForModification_Item, result.modified.admitted),
        _failed(e.RICaction_FailedToBeModifiedForModification_Item, not_modified),
        _done(e.RICaction_AddedForModification_Item, result.added.admitted),
        _failed(e.RICaction_FailedToBeAddedForModification_Item, not_added),
    )


def _apply(subscription: NodeSubscription, result: Modified, asked: dict[int, RequestedAction]) -> None:
    for number in result.removed:
        subscription.actions.pop(number, None)
    for number in (*result.added.admitted, *result.modified.admitted):
        if number in asked:
            subscription.actions[number] = asked[number]


def _done(item: Any, ids: Iterable[int]) -> Any:
    return tuple(item(each) for each in ids) or None


def _failed(item: Any, refused: _Refused) -> Any:
    return tuple(item(*each) for each in refused) or None


def _ids(items: Iterable[Any] | None) -> tuple[int, ...]:
    return tuple(item.ric_action_id for item in items or ())
