"""E2 nodes that misbehave in RIC Subscription State Control (E2AP 8.2.10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Mishearing
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)
from oran_harness.steps.answers import answer
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE


def _plainly(request: Any, edition: str) -> Message | None:
    """The response that tells of all as done, whatever there is."""
    return answer(request, by=NODE, edition=edition)


def _resumes(request: Any) -> bool:
    functions = request.ran_function_state_control_list or ()
    return any(item.ric_subscription_to_be_resumed_list for item in functions)


def _without_actions(request: Any) -> Message:
    """A request for actions, taken for one about the whole subscription."""

    def whole(items: Any) -> Any:
        return tuple(replace(item, ric_action_list=None) for item in items)

    lists = ("ric_subscription_to_be_suspended_list", "ric_subscription_to_be_resumed_list")
    changed: Message = within(request, lists, whole)
    return changed


class _KeepsTheSuspended(FlawedActor):
    """Refuses to delete what is suspended."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._suspended: set[RICrequestID] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what is suspended."""
        if isinstance(decoded.message, RICsubscriptionStateControlResponse):
            for function in decoded.message.ran_function_state_confirm_list or ():
                self._suspended |= {each.ric_request_id for each in function.ric_subscription_suspended_list or ()}
                self._suspended -= {each.ric_request_id for each in function.ric_subscription_resumed_list or ()}
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Refuse."""
        message = decoded.message
        if not isinstance(message, RICsubscriptionDeleteRequest) or message.ric_request_id not in self._suspended:
            return None
        why = cause("system-not-ready", self.edition)
        failure = RICsubscriptionDeleteFailure(message.ric_request_id, message.ran_function_id, why)
        return self.say(heard.association, failure)


FLAWS = (
    Flaw(
        "node-suspends-nothing",
        "Tells of everything as suspended or resumed, and reports as before",
        NODE,
        "F12",
        lambda actor: Answering(actor, of(RICsubscriptionStateControlRequest), _plainly),
        (
            "E2AP-STATE-201",
            "E2AP-STATE-202",
            "E2AP-STATE-203",
            "E2AP-STATE-204",
        ),
    ),
    Flaw(
        "node-never-resumes",
        "Tells of a subscription as resumed, and stays silent",
        NODE,
        "F3",
        lambda actor: Answering(actor, of(RICsubscriptionStateControlRequest, where=_resumes), _plainly),
        ("E2AP-STATE-201",),
    ),
    Flaw(
        "node-suspends-too-much",
        "Suspends the whole subscription where one action is meant",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICsubscriptionStateControlRequest), _without_actions),
        ("E2AP-STATE-202",),
    ),
    Flaw(
        "node-keeps-the-suspended",
        "Refuses to delete a subscription that is suspended",
        NODE,
        None,
        _KeepsTheSuspended,
        ("E2AP-STATE-205",),
    ),
)
"""One flaw each."""
