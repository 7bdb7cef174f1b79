"""E2 nodes that misbehave in RIC Assistance, about its updates and its Halt (E2AP 8.2.11 to 8.2.13)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.alteration import other_request
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.peers.flaws.strangers import DyingOfStrangers
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import (
    RICassistanceFailure,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)

NODE = Role.E2_NODE
_CONSTANT = RICrequestID(0, 77)


class _OneId(FlawedActor):
    """Has one RICrequestID for all assistances."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._meant: RICrequestID | None = None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Name it so."""
        message = decoded.message
        if not isinstance(message, RICassistanceRequest):
            return (say,)
        self._meant = message.ric_request_id
        return self.say(say.association, replace(message, ric_request_id=_CONSTANT)) or (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Take what is named so for what was asked last."""
        message: Any = decoded.message
        if not isinstance(message, RICassistanceResponse | RICassistanceFailure | RICassistanceIndication):
            return None
        told = self.say(heard.association, replace(message, ric_request_id=self._meant))
        return self.pass_on(replace(heard, octets=told[0].octets), now) if told else None


FLAWS = (
    Flaw(
        "node-dies-of-assistance",
        "Crashes on the assistance that it asked for",
        NODE,
        "F7",
        lambda actor: Dying(actor, of(RICassistanceResponse)),
        ("E2AP-ASSIST-201",),
    ),
    Flaw(
        "node-dies-of-refused-assistance",
        "Crashes when it gets no assistance",
        NODE,
        "F7",
        lambda actor: Dying(actor, of(RICassistanceFailure)),
        ("E2AP-ASSIST-202",),
    ),
    Flaw(
        "node-halts-another-assistance",
        "Halts an assistance that does not run",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICassistanceHalt, other_request),
        ("E2AP-ASSIST-203",),
    ),
    Flaw(
        "node-dies-of-unasked-update",
        "Crashes on the update of an assistance that it did not ask for",
        NODE,
        None,
        lambda actor: DyingOfStrangers(actor, RICassistanceIndication),
        ("E2AP-ASSIST-204",),
    ),
    Flaw(
        "node-assistance-id-constant",
        "Gives every assistance the same RICrequestID",
        NODE,
        None,
        _OneId,
        ("E2AP-ASSIST-205",),
    ),
)
"""One flaw each."""
