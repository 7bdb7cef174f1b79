"""The plain answer to a RIC Subscription Audit (E2AP 8.2.2B, since 5.00)."""

from oran_harness.protocols.e2ap.elements import (
    RICaction_Admitted_Item,
    RICsubscriptionAudit_Item,
    RICsubscriptionAuditAction_Item,
)
from oran_harness.protocols.e2ap.engine import Subscription, SubscriptionState
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICsubscriptionAuditRequest, RICsubscriptionAuditResponse
from oran_harness.steps.answers.circumstances import Circumstances


def audit(request: RICsubscriptionAuditRequest, circumstances: Circumstances) -> Message | None:
    """RIC Subscription Audit: listed ones confirmed or unknown, and others missing unless only listed ones count.

    Without a subscription to confirm the answer is a failure: the ASN.1 wants at least one in the Confirmed list. For
    the same reason, without an Audit List the first goes into that list and all others into the Missing list.
    """
    if request.ric_request_id is None:
        return None
    standing = _standing(circumstances)
    listed = present(request.ric_subscription_audit_list, "ric_request_id", "ran_function_id")
    asked = dict.fromkeys((item.ric_request_id, item.ran_function_id) for item in listed)
    held = {(each.request_id, each.ran_function_id): each for each in standing}
    confirmed = [held[name] for name in asked if name in held]
    missing = [each for name, each in held.items() if name not in asked]
    flag = request.ric_subscription_audit_flag
    if asked and flag is not None and flag.listed_records_only == "true":
        missing = []
    if not asked:
        confirmed, missing = missing[:1], missing[1:]
    if not confirmed:
        return circumstances.refuse(request, "ricRequest/unspecified")
    unknown = tuple(RICsubscriptionAudit_Item(*name) for name in asked if name not in held)
    return RICsubscriptionAuditResponse(
        ric_request_id=request.ric_request_id,
        ric_subscription_audit_confirmed_list=tuple(map(_item, confirmed)),
        ric_subscription_audit_unkown_list=unknown or None,
        ric_subscription_audit_missing_list=tuple(map(_item, missing)) or None,
    )


def _standing(circumstances: Circumstances) -> tuple[Subscription, ...]:
    if circumstances.engine is None:
        return ()
    return tuple(
        subscription
        for subscription in circumstances.engine.subscriptions.values()
        if subscription.state in (SubscriptionState.ACTIVE, SubscriptionState.SUSPENDED)
        and subscription.ran_function_id is not None
        and _admitted(subscription)
    )


def _admitted(subscription: Subscription) -> tuple[RICaction_Admitted_Item, ...]:
    actions = subscription.actions.values()
    return tuple(RICaction_Admitted_Item(action.id) for action in actions if action.admitted and not action.removed)


def _item(subscription: Subscription) -> RICsubscriptionAuditAction_Item:
    assert subscription.ran_function_id is not None
    return RICsubscriptionAuditAction_Item(
        subscription.request_id, subscription.ran_function_id, _admitted(subscription)
    )
