"""Near-RT RICs that misbehave in Reset and E2 Removal (E2AP 8.3.2, 8.3.7)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Over, Say, Up
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Concealing, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2RemovalRequest, ResetRequest, ResetResponse

RIC = Role.NEAR_RT_RIC


class _ForgetsTheNode(FlawedActor):
    """Takes a Reset for the end: of what E2 Setup exchanged it remembers nothing."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Answer, and forget."""
        if isinstance(decoded.message, ResetResponse):
            self.pass_on(Over(say.association, "down"), now)
            self.pass_on(Up(say.association, outbound=False), now)
        return (say,)


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
        ("E2AP-REMOVAL-101",),
    ),
)
"""One flaw each."""
