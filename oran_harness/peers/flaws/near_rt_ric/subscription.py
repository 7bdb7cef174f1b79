"""Near-RT RICs that misbehave as subscribers (E2AP 8.2.1 to 8.2.3)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Over, Say
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import is_kpm, rewritten
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.on_saying import Concealing, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
    RICsubscriptionRequest,
)
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.build import event_trigger
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_CONSTANT = RICrequestID(1, 0)
_OF_THE_RIC = 0
_STYLE_OF_ANOTHER_FORMAT = 4


class _OneRequestId(FlawedActor):
    """Has one RICrequestID for all subscriptions."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._meant: RICrequestID | None = None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Take what is named so for what was asked last."""
        message: Any = decoded.message
        if self._meant is None or getattr(message, "ric_request_id", None) != _CONSTANT:
            return None
        told = self.say(heard.association, replace(message, ric_request_id=self._meant))
        return self.pass_on(replace(heard, octets=told[0].octets), now) if told else None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Name it so."""
        message = decoded.message
        if not isinstance(message, RICsubscriptionRequest | RICsubscriptionDeleteRequest):
            return (say,)
        self._meant = message.ric_request_id
        return self.say(say.association, replace(message, ric_request_id=_CONSTANT)) or (say,)


class _DiesWhenLeft(FlawedActor):
    """Crashes when an association ends on which it had subscribed."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._subscribed: set[str] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember where."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._subscribed.add(say.association)
        return (say,)

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        return (Die(),) if isinstance(happening, Over) and happening.association in self._subscribed else None


def _with_details(**change: Callable[[Any], Any]) -> Callable[[RICsubscriptionRequest], RICsubscriptionRequest]:
    """Change parts of the details of a subscription to KPM; others stay as they are."""

    def changed(request: RICsubscriptionRequest) -> RICsubscriptionRequest:
        details = request.ric_subscription_details
        if details is None or not is_kpm(PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition):
            return request
        values = {name: make(getattr(details, name)) for name, make in change.items()}
        return replace(request, ric_subscription_details=replace(details, **values))

    return changed


def _numbered_alike(actions: Any) -> Any:
    return tuple(replace(action, ric_action_id=actions[0].ric_action_id) for action in actions)


def _under_another_style(actions: Any) -> Any:
    def misnamed(definition: Any) -> Any:
        return replace(definition, ric_style_type=_STYLE_OF_ANOTHER_FORMAT)

    kind = PayloadKind.ACTION_DEFINITION
    return tuple(
        replace(action, ric_action_definition=rewritten(kind, action.ric_action_definition, misnamed))
        for action in actions
    )


def _complains(required: Any, edition: str) -> Message:
    return ErrorIndication(cause=cause("request-id-unknown", edition))


FLAWS = (
    Flaw(
        "ric-subscribes-to-function-zero",
        "Subscribes to RAN function 0, whatever the node offers",
        RIC,
        "F15",
        lambda actor: Rewriting(actor, RICsubscriptionRequest, put(ran_function_id=_OF_THE_RIC)),
        ("E2AP-SUB-101", "E2AP-FUNCTION-UNOFFERED"),
    ),
    Flaw(
        "ric-request-id-constant",
        "Gives every subscription the same RICrequestID",
        RIC,
        None,
        _OneRequestId,
        ("E2AP-SUB-103",),
    ),
    Flaw(
        "ric-action-ids-alike",
        "Gives all actions of a subscription the same RICactionID",
        RIC,
        None,
        lambda actor: Rewriting(
            actor, RICsubscriptionRequest, _with_details(ric_action_to_be_setup_list=_numbered_alike)
        ),
        ("E2AP-ACTION-ID-REPEATED",),
    ),
    Flaw(
        "ric-kpm-format-of-another-style",
        "Asks for KPM report style 4 in the action definition format of style 1",
        RIC,
        "F28",
        lambda actor: Rewriting(
            actor, RICsubscriptionRequest, _with_details(ric_action_to_be_setup_list=_under_another_style)
        ),
        ("E2AP-SUB-101", "KPM-ACTION-FORMAT"),
    ),
    Flaw(
        "ric-foreign-event-trigger",
        "Sends the event trigger of another service model to the KPM function",
        RIC,
        "F4",
        lambda actor: Rewriting(
            actor,
            RICsubscriptionRequest,
            _with_details(ric_event_trigger_definition=lambda _: event_trigger(1, "1.03")),
        ),
        ("E2AP-SUB-101", "E2SM-PAYLOAD-MISPLACED"),
    ),
    Flaw(
        "ric-never-deletes",
        "Sends no RIC SUBSCRIPTION DELETE REQUEST, whether asked to or when a subscription is not answered",
        RIC,
        None,
        lambda actor: Concealing(actor, of(RICsubscriptionDeleteRequest)),
        ("E2AP-SUBDEL-101", "E2AP-SUB-105", "E2AP-DELREQ-101"),
    ),
    Flaw(
        "ric-complains-of-delete-required",
        "Answers every Delete Required with an Error Indication",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionDeleteRequired), _complains),
        ("E2AP-DELREQ-102", "E2AP-DELREQ-103", "E2AP-DELREQ-104", "E2AP-SUBDEL-104"),
    ),
    Flaw(
        "ric-dies-when-subscribed-node-leaves",
        "Crashes when an association ends on which it had subscribed",
        RIC,
        None,
        _DiesWhenLeft,
        ("E2AP-SUB-106", "E2AP-SUB-107"),
    ),
)
"""One flaw each."""
