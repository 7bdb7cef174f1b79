"""E2 nodes that misbehave in Reset, Connection Update and E2 Removal (E2AP 8.3.2, 8.3.6, 8.3.7)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard
from oran_harness.peers.flaws.alteration import put, without
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Delaying, Reshaping, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import E2connectionUpdate_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2nodeConfigurationUpdate,
    E2RemovalRequest,
    E2RemovalResponse,
    E2setupResponse,
    ResetRequest,
    ResetResponse,
)

NODE = Role.E2_NODE
_TOO_LATE_S = 20.0
_CAUSE = 1


def _reset_in_words_only(request: Any, edition: str) -> Message:
    return ResetResponse(request.transaction_id)


def _claims_all(answer: Any) -> Any:
    failed = answer.e2_connection_setup_failed or ()
    claimed = tuple(E2connectionUpdate_Item(item.tnl_information, "both") for item in failed)
    done = (*(answer.e2_connection_setup or ()), *claimed)
    return replace(answer, e2_connection_setup=done or None, e2_connection_setup_failed=None)


def _lists_nothing(update: Any) -> bool:
    lists = (update.e2_connection_update_add, update.e2_connection_update_remove, update.e2_connection_update_modify)
    return not any(lists)


class _RemovedForGood(FlawedActor):
    """Crashes when it is set up again after its E2 interface was removed."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._removed: str | None = None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash, on the next association."""
        if isinstance(decoded.message, E2RemovalRequest):
            self._removed = heard.association
        again = self._removed not in (None, heard.association) and isinstance(decoded.message, E2setupResponse)
        return (Die(),) if again else None


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
    Flaw(
        "node-reset-without-cause",
        "Sends RESET REQUEST without a cause",
        NODE,
        None,
        lambda actor: Reshaping(actor, ResetRequest, without(_CAUSE)),
        ("E2AP-RESET-202", "E2AP-IE-MISSING"),
    ),
    Flaw(
        "node-empty-connection-update-unanswered",
        "Does not answer an E2 Connection Update that lists nothing",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(E2connectionUpdate, where=_lists_nothing)),
        ("E2AP-CONNUPD-201",),
    ),
    Flaw(
        "node-connection-removal-unanswered",
        "Does not answer an E2 Connection Update that removes an association",
        NODE,
        None,
        lambda actor: Ignoring(
            actor, of(E2connectionUpdate, where=lambda update: update.e2_connection_update_remove is not None)
        ),
        ("E2AP-CONNUPD-203",),
    ),
    Flaw(
        "node-further-association-anonymous",
        "Begins a further association without its Global E2 Node ID",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2nodeConfigurationUpdate, put(global_e2_node_id=None)),
        ("E2AP-CONNUPD-204",),
    ),
    Flaw(
        "node-dies-when-set-up-after-removal",
        "Crashes when its E2 Setup is answered after an E2 Removal",
        NODE,
        "F7",
        _RemovedForGood,
        ("E2AP-REMOVAL-203",),
    ),
)
"""One flaw each."""
