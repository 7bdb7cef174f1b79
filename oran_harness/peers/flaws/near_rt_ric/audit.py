"""Near-RT RICs that misbehave in RIC Subscription Audit (E2AP 8.2.2B)."""

from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICsubscriptionAuditRequest, RICsubscriptionAuditResponse

RIC = Role.NEAR_RT_RIC
_FAR = 0x4000


def _of_others(request: Any) -> Message:
    """The audit of as many subscriptions that are not its own: their instances are far from those that it has."""

    def stranger(name: Any) -> Any:
        return replace(name, ric_instance_id=name.ric_instance_id ^ _FAR)

    listed = request.ric_subscription_audit_list
    changed: Message = replace(request, ric_subscription_audit_list=within(listed, ("ric_request_id",), stranger))
    return changed


FLAWS = (
    Flaw(
        "ric-audits-strangers",
        "Lists subscriptions in an audit that it never made",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionAuditRequest, _of_others),
        ("E2AP-AUDIT-101",),
    ),
    Flaw(
        "ric-dies-of-unknown-subscriptions",
        "Crashes when an audit tells it that a subscription is not known",
        RIC,
        "F22",
        lambda actor: Dying(
            actor,
            of(RICsubscriptionAuditResponse, where=lambda each: each.ric_subscription_audit_unkown_list is not None),
        ),
        ("E2AP-AUDIT-103",),
    ),
)
"""One flaw each."""
