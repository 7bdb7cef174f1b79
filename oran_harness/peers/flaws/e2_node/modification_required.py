"""E2 nodes that misbehave in RIC Subscription Modification Required (E2AP 8.2.6)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.alteration import other_request
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.peers.flaws.strangers import DyingOfStrangers
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICaction_ConfirmedForRemoval_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRefuse,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationRequired,
)

NODE = Role.E2_NODE
_ANSWERS = (RICsubscriptionModificationConfirm, RICsubscriptionModificationRefuse)
_PATIENCE_S = 0.1
_NEWEST_ACTION = 2


class _Waiting(FlawedActor):
    """Knows whether it waits for the answer to a modification that it required."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._waits = False

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Wait from now on."""
        self._waits = self._waits or isinstance(decoded.message, RICsubscriptionModificationRequired)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Wait no longer."""
        self._waits = self._waits and not isinstance(decoded.message, _ANSWERS)
        return None


class _Impatient(_Waiting):
    """Crashes when a modification that it required is not answered soon."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Crash later."""
        if isinstance(decoded.message, RICsubscriptionModificationRequired):
            self.postpone(Die(), now + _PATIENCE_S)
        return super().says(say, decoded, now)

    def wake(self, now: float) -> Sequence[Command]:
        """Crash, unless the answer has come."""
        return [each for each in super().wake(now) if self._waits or not isinstance(each, Die)]


class _OneAtATime(_Waiting):
    """Is deaf to modifications while it waits for the answer to its own."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Be deaf."""
        super().hears(heard, decoded, now)
        return () if self._waits and isinstance(decoded.message, RICsubscriptionModificationRequest) else None


def _confirmed(refusal: Any) -> Message:
    """A refusal, taken for the confirmation that the newest of two actions may go."""
    gone = (RICaction_ConfirmedForRemoval_Item(_NEWEST_ACTION),)
    return RICsubscriptionModificationConfirm(refusal.ric_request_id, refusal.ran_function_id, None, None, gone)


FLAWS = (
    Flaw(
        "node-requires-modification-of-another",
        "Requires the modification of a subscription that there is not",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionModificationRequired, other_request),
        ("E2AP-MODREQ-201",),
    ),
    Flaw(
        "node-makes-refused-modification",
        "Makes the modification that the near-RT RIC has refused",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICsubscriptionModificationRefuse), _confirmed),
        ("E2AP-MODREQ-202",),
    ),
    Flaw(
        "node-dies-of-unanswered-modification",
        "Crashes when a modification that it required is not answered",
        NODE,
        None,
        _Impatient,
        ("E2AP-MODREQ-203",),
    ),
    Flaw(
        "node-deaf-to-crossing-modification",
        "Does not answer a modification while one that it required waits for an answer",
        NODE,
        None,
        _OneAtATime,
        ("E2AP-MODREQ-204",),
    ),
    Flaw(
        "node-dies-of-unasked-confirmation",
        "Crashes on the confirmation of a modification that it did not ask for",
        NODE,
        "F7",
        lambda actor: DyingOfStrangers(actor, RICsubscriptionModificationConfirm),
        ("E2AP-MODREQ-205",),
    ),
)
"""One flaw each."""
