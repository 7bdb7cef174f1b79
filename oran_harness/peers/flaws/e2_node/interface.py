"""E2 nodes that misbehave in Reset, Connection Update and E2 Removal (E2AP 8.3.2, 8.3.6, 8.3.7)."""

from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Delaying, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import E2connectionUpdate_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdateAcknowledge,
    E2RemovalRequest,
    E2RemovalResponse,
    ResetRequest,
    ResetResponse,
)

NODE = Role.E2_NODE
_TOO_LATE_S = 20.0


def _reset_in_words_only(request: Any, edition: str) -> Message:
    return ResetResponse(request.transaction_id)


def _claims_all(answer: Any) -> Any:
    failed = answer.e2_connection_setup_failed or ()
    claimed = tuple(E2connectionUpdate_Item(item.tnl_information, "both") for item in failed)
    done = (*(answer.e2_connection_setup or ()), *claimed)
    return replace(answer, e2_connection_setup=done or None, e2_connection_setup_failed=None)


FLAWS = (
    Flaw(
        "node-reset-unanswered",
        "Ignores a Reset",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(ResetRequest)),
        ("E2AP-RESET-201", "E2AP-RESET-206"),
    ),
    Flaw(
        "node-reset-keeps-subscriptions",
        "Answers a Reset and reports on",
        NODE,
        None,
        lambda actor: Answering(actor, of(ResetRequest), _reset_in_words_only),
        ("E2AP-RESET-204", "E2AP-RESET-205"),
    ),
    Flaw(
        "node-reset-transaction-id-constant",
        "Answers every Reset under TransactionID 7",
        NODE,
        "F17",
        lambda actor: Rewriting(actor, ResetResponse, put(transaction_id=7)),
        ("E2AP-RESET-201", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "node-reset-answered-late",
        "Answers a Reset after 20 seconds",
        NODE,
        None,
        lambda actor: Delaying(actor, of(ResetResponse), _TOO_LATE_S),
        ("E2AP-RESET-201",),
    ),
    Flaw(
        "node-dies-on-second-reset",
        "Crashes on its second Reset",
        NODE,
        None,
        lambda actor: Dying(actor, of(ResetRequest), nth=2),
        ("E2AP-RESET-206",),
    ),
    Flaw(
        "node-claims-connections",
        "Tells associations that it could not set up as set up",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2connectionUpdateAcknowledge, _claims_all),
        ("E2AP-CONNUPD-202",),
    ),
    Flaw(
        "node-removal-unanswered",
        "Ignores an E2 Removal",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(E2RemovalRequest)),
        ("E2AP-REMOVAL-201",),
    ),
    Flaw(
        "node-stays-after-removal",
        "Does not close the association after the E2 Removal that it asked for",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(E2RemovalResponse)),
        ("E2AP-REMOVAL-202",),
    ),
)
"""One flaw each."""
