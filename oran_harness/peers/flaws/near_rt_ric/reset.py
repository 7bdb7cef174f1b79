"""Near-RT RICs that misbehave in Reset and E2 Removal (E2AP 8.3.2, 8.3.7)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Over, Say, Up
from oran_harness.peers.flaws.alteration import put, without
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Concealing, Reshaping, Rewriting
from oran_harness.peers.flaws.recognition import broken, of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import (
    E2RemovalRequest,
    E2RemovalResponse,
    E2setupRequest,
    ResetRequest,
    ResetResponse,
)

RIC = Role.NEAR_RT_RIC
_CAUSE = 1


class _ForgetsTheNode(FlawedActor):
    """Takes a Reset for the end: of what E2 Setup exchanged it remembers nothing."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Answer, and forget."""
        if isinstance(decoded.message, ResetResponse):
            self.pass_on(Over(say.association, "down"), now)
            self.pass_on(Up(say.association, outbound=False), now)
        return (say,)


class _BarsWhoWasRemoved(FlawedActor):
    """Remembers the nodes that were removed, and does not answer their E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._nodes: dict[str, object] = {}
        self._removed: list[object] = []

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember, and be deaf."""
        message = decoded.message
        if isinstance(message, E2RemovalRequest | E2RemovalResponse):
            self._removed.append(self._nodes.get(heard.association))
        if not isinstance(message, E2setupRequest):
            return None
        self._nodes[heard.association] = message.global_e2_node_id
        return () if message.global_e2_node_id in self._removed else None


FLAWS = (
    Flaw(
        "ric-reset-unanswered",
        "Carries a node's Reset out and does not answer",
        RIC,
        None,
        lambda actor: Concealing(actor, of(ResetResponse)),
        ("E2AP-RESET-101", "E2AP-RESET-104"),
    ),
    Flaw(
        "ric-dies-on-reset",
        "Crashes on a node's Reset",
        RIC,
        None,
        lambda actor: Dying(actor, of(ResetRequest)),
        ("E2AP-RESET-101",),
    ),
    Flaw(
        "ric-reset-forgets-setup",
        "Forgets with a Reset what E2 Setup exchanged",
        RIC,
        None,
        _ForgetsTheNode,
        ("E2AP-RESET-105",),
    ),
    Flaw(
        "ric-reset-transaction-id-constant",
        "Answers every Reset under TransactionID 7",
        RIC,
        "F17",
        lambda actor: Rewriting(actor, ResetResponse, put(transaction_id=7)),
        ("E2AP-RESET-101", "E2AP-RESET-103", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "ric-removal-unanswered",
        "Ignores a node's E2 Removal",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(E2RemovalRequest)),
        ("E2AP-REMOVAL-101", "E2AP-REMOVAL-104"),
    ),
    Flaw(
        "ric-bars-removed-node",
        "Answers no node any more whose E2 interface was removed",
        RIC,
        "F22",
        _BarsWhoWasRemoved,
        ("E2AP-REMOVAL-102", "E2AP-REMOVAL-105"),
    ),
    Flaw(
        "ric-stays-after-removal",
        "Does not close the association after the E2 Removal that it asked for",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(E2RemovalResponse)),
        ("E2AP-REMOVAL-103",),
    ),
    Flaw(
        "ric-reset-without-cause",
        "Sends RESET REQUEST without a cause",
        RIC,
        None,
        lambda actor: Reshaping(actor, ResetRequest, without(_CAUSE)),
        ("E2AP-RESET-102", "E2AP-IE-MISSING"),
    ),
    Flaw(
        "ric-causeless-reset-unanswered",
        "Ignores a Reset without a cause",
        RIC,
        None,
        lambda actor: Ignoring(actor, broken(ResetRequest)),
        ("E2AP-RESET-106",),
    ),
)
"""One flaw each."""
