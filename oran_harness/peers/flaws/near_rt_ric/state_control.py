"""Near-RT RICs that misbehave in RIC Subscription State Control (E2AP 8.2.10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionRequest,
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)

RIC = Role.NEAR_RT_RIC
_FAR = 0x4000


def _of_others(request: Any) -> Message:
    """The request about subscriptions that there are not."""

    def stranger(name: Any) -> Any:
        return replace(name, ric_instance_id=name.ric_instance_id ^ _FAR)

    listed = within(request.ran_function_state_control_list, ("ric_request_id",), stranger)
    changed: Message = replace(request, ran_function_state_control_list=listed)
    return changed


class _DiesOfStrangers(FlawedActor):
    """Crashes when a subscription is suspended that it never made."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._made: set[RICrequestID | None] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what it makes."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._made.add(decoded.message.ric_request_id)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash on what it has not made."""
        if not isinstance(decoded.message, RICsubscriptionStateControlResponse):
            return None
        functions = decoded.message.ran_function_state_confirm_list or ()
        named = {each.ric_request_id for item in functions for each in item.ric_subscription_suspended_list or ()}
        return (Die(),) if named - self._made else None


FLAWS = (
    Flaw(
        "ric-suspends-strangers",
        "Asks for the suspension of subscriptions that it never made",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionStateControlRequest, _of_others),
        ("E2AP-STATE-101",),
    ),
    Flaw(
        "ric-dies-of-suspended-stranger",
        "Crashes when a node has suspended a subscription that it never made",
        RIC,
        None,
        _DiesOfStrangers,
        ("E2AP-STATE-103",),
    ),
)
"""One flaw each."""
