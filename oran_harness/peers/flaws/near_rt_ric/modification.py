"""Near-RT RICs that misbehave in RIC Subscription Modification, in either direction (E2AP 8.2.5, 8.2.6)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import other_request
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.peers.flaws.strangers import DyingOfStrangers
from oran_harness.protocols.e2ap.elements import RICaction_ConfirmedForRemoval_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationRequired,
    RICsubscriptionModificationResponse,
)

RIC = Role.NEAR_RT_RIC
_LAST_ACTION = 16
"""The reference numbers actions from 1, and has at most so many."""


def _tells_of_strange_actions(response: Any) -> bool:
    added = response.ric_actions_added_for_modification_list or ()
    return any(item.ric_action_id > _LAST_ACTION for item in added)


def _all_confirmed(required: Any, edition: str) -> Message:
    """The confirmation of every removal."""
    gone = required.ric_actions_required_to_be_removed_list or ()
    items = tuple(RICaction_ConfirmedForRemoval_Item(item.ric_action_id) for item in gone)
    return RICsubscriptionModificationConfirm(
        required.ric_request_id, required.ran_function_id, None, None, items or None
    )


FLAWS = (
    Flaw(
        "ric-modifies-another-subscription",
        "Asks for the modification of a subscription that there is not",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionModificationRequest, other_request),
        ("E2AP-SUBMOD-101",),
    ),
    Flaw(
        "ric-dies-of-strange-actions",
        "Crashes on a modification response that tells of an action which it did not ask for",
        RIC,
        "F7",
        lambda actor: Dying(actor, of(RICsubscriptionModificationResponse, where=_tells_of_strange_actions)),
        ("E2AP-SUBMOD-103",),
    ),
    Flaw(
        "ric-dies-of-strange-modification",
        "Crashes on a modification response for a subscription that is not its own",
        RIC,
        None,
        lambda actor: DyingOfStrangers(actor, RICsubscriptionModificationResponse),
        ("E2AP-SUBMOD-104",),
    ),
    Flaw(
        "ric-deaf-to-modification-required",
        "Does not answer Modification Required",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(RICsubscriptionModificationRequired)),
        ("E2AP-MODREQ-101", "E2AP-MODREQ-103", "E2AP-MODREQ-104", "E2AP-MODREQ-105", "E2AP-NEG-117"),
    ),
    Flaw(
        "ric-confirms-any-modification",
        "Confirms whatever a node requires to have modified",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionModificationRequired), _all_confirmed),
        ("E2AP-MODREQ-102", "E2AP-MODREQ-103", "E2AP-MODIFICATION-ACCEPTED"),
    ),
)
"""One flaw each."""
