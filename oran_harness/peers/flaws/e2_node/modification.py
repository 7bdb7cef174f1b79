"""E2 nodes that misbehave in RIC Subscription Modification (E2AP 8.2.5)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionModificationFailure,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationResponse,
)
from oran_harness.steps.answers import answer

NODE = Role.E2_NODE
_HASTE_S = 0.05


def _all_done(request: Any, edition: str) -> Message | None:
    """The response that tells of all as done."""
    return answer(request, by=NODE, edition=edition)


class _Accepts(FlawedActor):
    """Tells of all as done where the reference refuses a modification."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._asked: dict[RICrequestID | None, RICsubscriptionModificationRequest] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember what is asked for."""
        if isinstance(decoded.message, RICsubscriptionModificationRequest):
            self._asked[decoded.message.ric_request_id] = decoded.message
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Accept it."""
        failure = decoded.message
        if not isinstance(failure, RICsubscriptionModificationFailure):
            return (say,)
        request = self._asked.get(failure.ric_request_id)
        # An action in several lists has no plain response but the refusal: then the lists stay away.
        plain = None if request is None else _all_done(request, self.edition)
        if not isinstance(plain, RICsubscriptionModificationResponse):
            plain = RICsubscriptionModificationResponse(failure.ric_request_id, failure.ran_function_id)
        return self.say(say.association, plain) or (say,)


class _Silenced(FlawedActor):
    """Reports nothing any more of a subscription about which it has said a message of that type."""

    def __init__(self, actor: Actor, kind: type[Message], only_modified: bool = False) -> None:
        super().__init__(actor)
        self._kind = kind
        self._only_modified = only_modified
        self._silent: set[RICrequestID | None] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Be silent about it."""
        message: Any = decoded.message
        if of(self._kind)(decoded) and self._counts(message):
            self._silent.add(message.ric_request_id)
        if isinstance(message, RICindication) and message.ric_request_id in self._silent:
            return ()
        return (say,)

    def _counts(self, message: Any) -> bool:
        return not self._only_modified or bool(message.ric_actions_modified_for_modification_list)


class _Hasty(FlawedActor):
    """Loses the Delete that comes right behind a modification of the same subscription."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._modified: dict[RICrequestID | None, float] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Lose it."""
        message = decoded.message
        if isinstance(message, RICsubscriptionModificationRequest):
            self._modified[message.ric_request_id] = now
        if not isinstance(message, RICsubscriptionDeleteRequest) or message.ric_request_id not in self._modified:
            return None
        return () if now - self._modified[message.ric_request_id] < _HASTE_S else None


FLAWS = (
    Flaw(
        "node-modifies-nothing",
        "Tells of every modification as done, and changes nothing",
        NODE,
        "F12",
        lambda actor: Answering(actor, of(RICsubscriptionModificationRequest), _all_done),
        ("E2AP-SUBMOD-201", "E2AP-SUBMOD-202", "E2AP-SUBMOD-203"),
    ),
    Flaw(
        "node-accepts-any-modification",
        "Tells of modifications as done that it has to refuse",
        NODE,
        None,
        _Accepts,
        (
            "E2AP-SUBMOD-205",
            "E2AP-SUBMOD-206",
            "E2AP-SUBMOD-207",
            "E2AP-SUBMOD-208",
            "E2AP-SUBMOD-209",
            "E2AP-SUBMOD-210",
            "E2AP-SUBMOD-211",
            "E2AP-MODIFICATION-ACCEPTED",
        ),
    ),
    Flaw(
        "node-silent-after-modified-action",
        "Reports nothing any more once an action was modified",
        NODE,
        "F3",
        lambda actor: _Silenced(actor, RICsubscriptionModificationResponse, only_modified=True),
        ("E2AP-SUBMOD-204",),
    ),
    Flaw(
        "node-silent-after-refused-modification",
        "Reports nothing any more once it has refused a modification",
        NODE,
        None,
        lambda actor: _Silenced(actor, RICsubscriptionModificationFailure),
        ("E2AP-SUBMOD-206", "E2AP-SUBMOD-207", "E2AP-SUBMOD-210", "E2AP-SUBMOD-211"),
    ),
    Flaw(
        "node-loses-delete-behind-modification",
        "Does not answer a Delete that comes right behind a modification of the same subscription",
        NODE,
        None,
        _Hasty,
        ("E2AP-SUBMOD-212",),
    ),
)
"""One flaw each."""
