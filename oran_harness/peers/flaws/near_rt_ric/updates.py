"""Near-RT RICs that misbehave in RIC Service Update and E2 Node Configuration Update (E2AP 8.3.4, 8.3.5)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
)
from oran_harness.steps.answers import answer

RIC = Role.NEAR_RT_RIC


class _ForgetsDeletions(FlawedActor):
    """Acknowledges what was added and modified, and says nothing about what was deleted."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._deleted: set[int] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """See what is deleted."""
        if isinstance(decoded.message, RICserviceUpdate):
            self._deleted = {item.ran_function_id for item in decoded.message.ran_functions_deleted or ()}
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Leave it out."""
        message = decoded.message
        if not isinstance(message, RICserviceUpdateAcknowledge):
            return (say,)
        accepted = message.ran_functions_accepted or ()
        kept = tuple(item for item in accepted if item.ran_function_id not in self._deleted)
        return self.say(say.association, replace(message, ran_functions_accepted=kept or None)) or (say,)


def _acknowledges_all(update: Any, edition: str) -> Message | None:
    """As if every component were known."""
    return answer(update, by=RIC, edition=edition)


FLAWS = (
    Flaw(
        "ric-service-update-unanswered",
        "Ignores a RIC Service Update",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(RICserviceUpdate)),
        ("E2AP-SERVUPD-101", "E2AP-SERVUPD-104"),
    ),
    Flaw(
        "ric-dies-on-function-deletion",
        "Crashes on a RIC Service Update that deletes a function",
        RIC,
        "F30",
        lambda actor: Dying(actor, of(RICserviceUpdate, where=lambda update: update.ran_functions_deleted is not None)),
        ("E2AP-SERVUPD-102",),
    ),
    Flaw(
        "ric-deletion-unacknowledged",
        "Acknowledges a RIC Service Update without the functions that it deletes",
        RIC,
        None,
        _ForgetsDeletions,
        ("E2AP-SERVUPD-102", "E2AP-SERVUPD-105", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-unknown-component-acknowledged",
        "Acknowledges the update of a component that was never declared as a success",
        RIC,
        None,
        lambda actor: Answering(actor, of(E2nodeConfigurationUpdate), _acknowledges_all),
        ("E2AP-CONFUPD-106", "E2AP-UNKNOWN-COMPONENT"),
    ),
    Flaw(
        "ric-components-unacknowledged",
        "Acknowledges a Configuration Update without a word on its components",
        RIC,
        None,
        lambda actor: Rewriting(
            actor,
            E2nodeConfigurationUpdateAcknowledge,
            put(
                e2_node_component_config_addition_ack=None,
                e2_node_component_config_update_ack=None,
                e2_node_component_config_removal_ack=None,
            ),
        ),
        ("E2AP-CONFUPD-101", "E2AP-CONFUPD-102", "E2AP-CONFUPD-103", "E2AP-COMPONENTS-ANSWERED"),
    ),
)
"""One flaw each."""
