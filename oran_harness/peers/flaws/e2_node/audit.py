"""E2 nodes that misbehave in RIC Subscription Audit (E2AP 8.2.2B)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Ignoring, Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item, RICsubscriptionAuditAction_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICsubscriptionAuditRequest, RICsubscriptionAuditResponse

NODE = Role.E2_NODE


def _all_confirmed(request: Any, edition: str) -> Message | None:
    """The response that confirms whatever is listed."""
    action = (RICaction_Admitted_Item(1),)
    listed = request.ric_subscription_audit_list or ()
    confirmed = tuple(
        RICsubscriptionAuditAction_Item(each.ric_request_id, each.ran_function_id, action) for each in listed
    )
    return RICsubscriptionAuditResponse(request.ric_request_id, confirmed) if confirmed else None


FLAWS = (
    Flaw(
        "node-audit-confirms-all",
        "Confirms every subscription that an audit lists",
        NODE,
        "F22",
        lambda actor: Answering(actor, of(RICsubscriptionAuditRequest), _all_confirmed),
        ("E2AP-AUDIT-201", "E2AP-AUDIT-205", "E2AP-AUDIT-206"),
    ),
    Flaw(
        "node-audit-hides-unknown",
        "Does not say which subscriptions of an audit it does not know",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionAuditResponse, put(ric_subscription_audit_unkown_list=None)),
        ("E2AP-AUDIT-201", "E2AP-AUDIT-REPORTED"),
    ),
    Flaw(
        "node-audit-hides-missing",
        "Does not say which subscriptions are missing in an audit's list",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionAuditResponse, put(ric_subscription_audit_missing_list=None)),
        ("E2AP-AUDIT-204",),
    ),
    Flaw(
        "node-audit-ignores-flag",
        "Tells of subscriptions that an audit of listed records only did not list",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICsubscriptionAuditRequest), put(ric_subscription_audit_flag=None)),
        ("E2AP-AUDIT-203", "E2AP-AUDIT-FLAG"),
    ),
    Flaw(
        "node-audit-needs-list",
        "Does not answer an audit without a list",
        NODE,
        None,
        lambda actor: Ignoring(
            actor, of(RICsubscriptionAuditRequest, where=lambda each: each.ric_subscription_audit_list is None)
        ),
        ("E2AP-AUDIT-202",),
    ),
)
"""One flaw each."""
