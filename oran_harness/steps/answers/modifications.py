"""Plain answers to what changes a subscription (E2AP 8.2.5, 8.2.6)."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from oran_harness.protocols.e2ap.elements import (
    RICaction_AddedForModification_Item,
    RICaction_ConfirmedForModification_Item,
    RICaction_ConfirmedForRemoval_Item,
    RICaction_FailedToBeAddedForModification_Item,
    RICaction_FailedToBeModifiedForModification_Item,
    RICaction_FailedToBeRemovedForModification_Item,
    RICaction_ModifiedForModification_Item,
    RICaction_RefusedToBeModified_Item,
    RICaction_RefusedToBeRemoved_Item,
    RICaction_RemovedForModification_Item,
)
from oran_harness.protocols.e2ap.engine import Subscription
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationRequired,
    RICsubscriptionModificationResponse,
)
from oran_harness.steps.answers.circumstances import Circumstances

_Ids = tuple[int, ...]


def modify(request: RICsubscriptionModificationRequest, circumstances: Circumstances) -> Message | None:
    """RIC Subscription Modification (8.2.5): every change is made that can be.

    Refused are an unknown function or id, one Action ID in several lists, the removal of all actions, and a request
    of which no change can be made.
    """
    name, function_id = request.ric_request_id, request.ran_function_id
    if name is None or function_id is None:
        return None
    if not circumstances.offers(function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    subscription = circumstances.standing(name)
    if subscription is None and circumstances.engine is not None and circumstances.engine.complete:
        return circumstances.refuse(request, "request-id-unknown")
    removed = _ids(request.ric_actions_to_be_removed_for_modification_list)
    modified = _ids(request.ric_actions_to_be_modified_for_modification_list)
    added = _ids(request.ric_actions_to_be_added_for_modification_list)
    if any(count > 1 for count in Counter((*removed, *modified, *added)).values()):
        return circumstances.refuse(request, "duplicate-action")
    standing = _standing(subscription)
    gone, left = _split(removed, standing)
    changed, unchanged = _split(modified, standing)
    taken, fresh = _split(added, () if standing is None else standing)
    if standing is not None and not fresh and set(standing) <= set(gone):
        return circumstances.refuse(request, "inconsistent-action-subsequent-action-sequence")
    trigger = request.ric_event_trigger_definition_to_be_modified
    if trigger is None and not (gone or changed or fresh) and (left or unchanged or taken):
        return circumstances.refuse(request, "action-not-supported")
    unknown = circumstances.cause("action-not-supported")
    duplicate = circumstances.cause("duplicate-action")
    return RICsubscriptionModificationResponse(
        ric_request_id=name,
        ran_function_id=function_id,
        ric_actions_removed_for_modification_list=_done(RICaction_RemovedForModification_Item, gone),
        ric_actions_failed_to_be_removed_for_modification_list=_done(
            RICaction_FailedToBeRemovedForModification_Item, left, unknown
        ),
        ric_actions_modified_for_modification_list=_done(RICaction_ModifiedForModification_Item, changed),
        ric_actions_failed_to_be_modified_for_modification_list=_done(
            RICaction_FailedToBeModifiedForModification_Item, unchanged, unknown
        ),
        ric_actions_added_for_modification_list=_done(RICaction_AddedForModification_Item, fresh),
        ric_actions_failed_to_be_added_for_modification_list=_done(
            RICaction_FailedToBeAddedForModification_Item, taken, duplicate
        ),
    )


def confirm(request: RICsubscriptionModificationRequired, circumstances: Circumstances) -> Message | None:
    """RIC Subscription Modification Required (8.2.6): confirmed for every action that stands.

    Refused are an unknown function or id, the removal of all actions, and a request of which nothing can be confirmed.
    """
    name, function_id = request.ric_request_id, request.ran_function_id
    if name is None or function_id is None:
        return None
    if not circumstances.offers(function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    subscription = circumstances.standing(name)
    if subscription is None and circumstances.engine is not None and circumstances.engine.complete:
        return circumstances.refuse(request, "request-id-unknown")
    standing = _standing(subscription)
    gone, left = _split(_ids(request.ric_actions_required_to_be_removed_list), standing)
    changed, unchanged = _split(_ids(request.ric_actions_required_to_be_modified_list), standing)
    if standing is not None and set(standing) <= set(gone):
        return circumstances.refuse(request, "inconsistent-action-subsequent-action-sequence")
    if not (gone or changed):
        return circumstances.refuse(request, "action-not-supported")
    unknown = circumstances.cause("action-not-supported")
    return RICsubscriptionModificationConfirm(
        ric_request_id=name,
        ran_function_id=function_id,
        ric_actions_confirmed_for_modification_list=_done(RICaction_ConfirmedForModification_Item, changed),
        ric_actions_refused_to_be_modified_list=_done(RICaction_RefusedToBeModified_Item, unchanged, unknown),
        ric_actions_confirmed_for_removal_list=_done(RICaction_ConfirmedForRemoval_Item, gone),
        ric_actions_refused_to_be_removed_list=_done(RICaction_RefusedToBeRemoved_Item, left, unknown),
    )


def _standing(subscription: Subscription | None) -> _Ids | None:
    """The actions that were admitted and not removed; None where that is not known."""
    if subscription is None or not subscription.certain:
        return None
    return tuple(action.id for action in subscription.actions.values() if action.admitted and not action.removed)


def _split(asked: _Ids, standing: _Ids | None) -> tuple[_Ids, _Ids]:
    """Those that stand, and those that do not."""
    if standing is None:
        return asked, ()
    return tuple(each for each in asked if each in standing), tuple(each for each in asked if each not in standing)


def _done(item: Any, ids: _Ids, *cause: Any) -> tuple[Any, ...] | None:
    return tuple(item(each, *cause) for each in ids) or None


def _ids(items: Iterable[Any] | None) -> _Ids:
    return tuple(item.ric_action_id for item in present(items, "ric_action_id"))
