"""E2 nodes that misbehave about the subscriptions that stand, or stood (E2AP 8.2.1, 8.2.2, 8.2.2A)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import other_request, within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, Withholding, answering, ignore
from oran_harness.peers.flaws.on_hearing import Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ResetRequest,
    RICindication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
    RICsubscriptionDeleteResponse,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps.answers import refusal
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE
_ZERO = RICrequestID(0, 0)


def _of_an_older_one(past: Past, message: Message) -> bool:
    """Whether it reports another subscription than the one that was admitted last."""
    admitted = list(past.named(RICsubscriptionResponse))
    return isinstance(message, RICindication) and bool(admitted) and message.ric_request_id != admitted[-1]


def _has_action_zero(request: RICsubscriptionRequest) -> bool:
    details = request.ric_subscription_details
    return details is not None and any(item.ric_action_id == 0 for item in details.ric_action_to_be_setup_list)


def _deleted_before(past: Past, message: Message) -> bool:
    """Whether it is about a subscription whose Delete was confirmed."""
    about = isinstance(message, RICsubscriptionRequest | RICsubscriptionDeleteRequest)
    name = getattr(message, "ric_request_id", None)
    return about and name is not None and name in past.named(RICsubscriptionDeleteResponse)


def _made_again(past: Past, message: Message) -> bool:
    return isinstance(message, RICsubscriptionRequest) and _deleted_before(past, message)


def _deleted_again(past: Past, message: Message) -> bool:
    return isinstance(message, RICsubscriptionDeleteRequest) and _deleted_before(past, message)


def _made_again_after_reset(past: Past, message: Message) -> bool:
    if not isinstance(message, RICsubscriptionRequest) or not past.has_heard(ResetRequest):
        return False
    return message.ric_request_id in past.named(RICsubscriptionResponse)


def _wanted_deleted(past: Past, message: Message) -> bool:
    """Whether it deletes what the node has required to be deleted."""
    if not isinstance(message, RICsubscriptionDeleteRequest):
        return False
    wanted = [each for each in past.said if isinstance(each, RICsubscriptionDeleteRequired)]
    items = [item for required in wanted for item in required.ric_subscription_to_be_removed or ()]
    return message.ric_request_id in {item.ric_request_id for item in items}


def _unknown(request: Any, edition: str) -> Message | None:
    return refusal(request, cause("request-id-unknown", edition), edition)


def _confirmed(request: Any, edition: str) -> Message:
    return RICsubscriptionDeleteResponse(request.ric_request_id, request.ran_function_id)


def _named_wrongly(required: Any) -> Any:
    items = tuple(other_request(item) for item in required.ric_subscription_to_be_removed or ())
    return within(required, ("ric_subscription_to_be_removed",), lambda _: items)


FLAWS = (
    Flaw(
        "node-reports-newest-only",
        "Reports nothing but the subscription that was admitted last",
        NODE,
        "F3",
        lambda actor: Withholding(actor, _of_an_older_one),
        ("E2AP-SUB-208",),
    ),
    Flaw(
        "node-action-id-zero-for-none",
        "Takes RICactionID 0 for none, and does not answer such a subscription",
        NODE,
        "F24",
        lambda actor: Ignoring(actor, of(RICsubscriptionRequest, where=_has_action_zero)),
        ("E2AP-SUB-209",),
    ),
    Flaw(
        "node-request-id-zero-for-none",
        "Takes a RICrequestID of zeros for none, and does not answer such a subscription",
        NODE,
        "F24",
        lambda actor: Ignoring(actor, of(RICsubscriptionRequest, where=lambda each: each.ric_request_id == _ZERO)),
        ("E2AP-SUB-210",),
    ),
    Flaw(
        "node-second-delete-confirmed",
        "Confirms the Delete of a subscription that it has deleted before",
        NODE,
        None,
        lambda actor: Minding(actor, _deleted_again, answering(_confirmed)),
        ("E2AP-SUBDEL-204",),
    ),
    Flaw(
        "node-deleted-id-barred",
        "Does not answer a subscription under the RICrequestID of one that was deleted",
        NODE,
        None,
        lambda actor: Minding(actor, _made_again, ignore),
        ("E2AP-SUBDEL-206",),
    ),
    Flaw(
        "node-reset-id-barred",
        "Does not answer a subscription under the RICrequestID of one that a Reset ended",
        NODE,
        "F22",
        lambda actor: Minding(actor, _made_again_after_reset, ignore),
        ("E2AP-RESET-205",),
    ),
    Flaw(
        "node-delete-required-names-another",
        "Names another RICrequestID than the subscription's in RIC SUBSCRIPTION DELETE REQUIRED",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionDeleteRequired, _named_wrongly),
        ("E2AP-DELREQ-201",),
    ),
    Flaw(
        "node-forgets-what-it-wants-deleted",
        "Does not know a subscription any more whose Delete it has required",
        NODE,
        None,
        lambda actor: Minding(actor, _wanted_deleted, answering(_unknown)),
        ("E2AP-DELREQ-202",),
    ),
)
"""One flaw each."""
