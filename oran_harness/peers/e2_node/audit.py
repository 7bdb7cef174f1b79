"""RIC Subscription Audit (E2AP 8.2.2B, since 5.00)."""

from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.elements import (
    RICaction_Admitted_Item,
    RICsubscriptionAudit_Item,
    RICsubscriptionAuditAction_Item,
)
from oran_harness.protocols.e2ap.messages import RICsubscriptionAuditRequest, RICsubscriptionAuditResponse


def audit(turn: Turn, request: RICsubscriptionAuditRequest) -> None:
    """Tell which subscriptions stand, are not known, or are missing in the RIC's list (8.2.2B.2).

    The Confirmed list is mandatory in the ASN.1, which wins over the text (9.3.1): with nothing to confirm the answer
    is a failure, and without an Audit List one subscription is called confirmed, the others missing.
    """
    held = {(each.request_id, each.function_id): each for each in turn.state.subscriptions if each.actions}
    listed = request.ric_subscription_audit_list
    asked = dict.fromkeys((item.ric_request_id, item.ran_function_id) for item in listed or ())
    confirmed = [held[name] for name in asked if name in held]
    missing = [each for name, each in held.items() if name not in asked]
    flag = request.ric_subscription_audit_flag
    if asked and flag is not None and flag.listed_records_only == "true":
        missing = []
    if not asked:
        confirmed, missing = missing[:1], missing[1:]
    if not confirmed:
        turn.refuse(request, "ricRequest/unspecified")
        return
    unknown = tuple(RICsubscriptionAudit_Item(*name) for name in asked if name not in held)
    turn.answer(
        RICsubscriptionAuditResponse(
            request.ric_request_id,
            tuple(map(_item, confirmed)),
            unknown or None,
            tuple(map(_item, missing)) or None,
        )
    )


def _item(subscription: NodeSubscription) -> RICsubscriptionAuditAction_Item:
    admitted = tuple(map(RICaction_Admitted_Item, subscription.actions))
    return RICsubscriptionAuditAction_Item(subscription.request_id, subscription.function_id, admitted)
