"""Plain answers about subscriptions as a whole (E2AP 8.2.1, 8.2.2)."""

from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps.answers.circumstances import Circumstances


def subscribe(request: RICsubscriptionRequest, circumstances: Circumstances) -> Message | None:
    """RIC Subscription (8.2.1): all actions are admitted.

    Refused are an unknown function, an INSERT without what has to follow it, and an id that a subscription has
    already: identical contents must be refused, others may be (8.2.1.4).
    """
    name, function_id, details = request.ric_request_id, request.ran_function_id, request.ric_subscription_details
    if name is None or function_id is None:
        return None
    actions = present(None if details is None else details.ric_action_to_be_setup_list, "ric_action_id")
    if not circumstances.offers(function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    if circumstances.standing(name) is not None:
        return circumstances.refuse(request, "duplicate-ric-request-id")
    if any(item.ric_action_type == "insert" and item.ric_subsequent_action is None for item in actions):
        return circumstances.refuse(request, "inconsistent-action-subsequent-action-sequence")
    if not actions:
        return circumstances.refuse(request, "abstract-syntax-error-reject")
    admitted = dict.fromkeys(item.ric_action_id for item in actions)
    return RICsubscriptionResponse(name, function_id, tuple(RICaction_Admitted_Item(each) for each in admitted))


def delete(request: RICsubscriptionDeleteRequest, circumstances: Circumstances) -> Message | None:
    """RIC Subscription Delete (8.2.2): refused are an unknown function and an id that no subscription has."""
    name, function_id = request.ric_request_id, request.ran_function_id
    if name is None or function_id is None:
        return None
    subscription = circumstances.subscription(name)
    if subscription is None and not circumstances.offers(function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    if circumstances.unknown(name) or _reset(circumstances, request):
        return circumstances.refuse(request, "request-id-unknown")
    if subscription is not None and subscription.ran_function_id not in (None, function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    return RICsubscriptionDeleteResponse(name, function_id)


def _reset(circumstances: Circumstances, request: RICsubscriptionDeleteRequest) -> bool:
    """Whether a Reset under way has taken the subscription away already (8.3.2.2)."""
    subscription = None if request.ric_request_id is None else circumstances.subscription(request.ric_request_id)
    return subscription is not None and subscription.state is SubscriptionState.RESETTING
