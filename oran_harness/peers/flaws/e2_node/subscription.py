"""E2 nodes that misbehave in RIC Subscription and its Delete (E2AP 8.2.1, 8.2.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say, Up
from oran_harness.peers.flaws.alteration import exchanged_request, put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.on_saying import Rewriting, Scribbling
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import (
    Cause,
    RICaction_Admitted_Item,
    RICaction_NotAdmitted_Item,
    RICrequestID,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE
_NEVER_REQUESTED = 200
_ANOTHER_FUNCTION = 4000
_ONE_BIT = 0x20


class _Admits(FlawedActor):
    """Admits all actions of a subscription that has to be refused, where the refusal would be for one of ``causes``."""

    def __init__(self, actor: Actor, *causes: str) -> None:
        super().__init__(actor)
        self._causes = {cause(name, self.edition) for name in causes}
        self._actions: dict[RICrequestID | None, tuple[RICaction_Admitted_Item, ...]] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember what is asked for."""
        request = decoded.message
        details = request.ric_subscription_details if isinstance(request, RICsubscriptionRequest) else None
        if isinstance(request, RICsubscriptionRequest) and details is not None and decoded.conforms:
            items = details.ric_action_to_be_setup_list
            self._actions[request.ric_request_id] = tuple(RICaction_Admitted_Item(item.ric_action_id) for item in items)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Admit it."""
        failure = decoded.message
        if not isinstance(failure, RICsubscriptionFailure):
            return (say,)
        actions = self._actions.get(failure.ric_request_id)
        if actions is None or (self._causes and not self._causes & _causes_of(failure)):
            return (say,)
        response = RICsubscriptionResponse(failure.ric_request_id, failure.ran_function_id, actions)
        return self.say(say.association, response) or (say,)


def _causes_of(failure: RICsubscriptionFailure) -> set[Cause | None]:
    """Why a subscription is refused; E2AP 1.01 tells it for each action."""
    return {failure.cause, *(item.cause for item in failure.ric_actions_not_admitted or ())}


class _DeafAfterReturn(FlawedActor):
    """Answers no subscription on its second and later associations."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._up = 0

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Count the associations."""
        self._up += isinstance(happening, Up)
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Be deaf."""
        return () if self._up > 1 and isinstance(decoded.message, RICsubscriptionRequest) else None


def _deleted(request: Any, edition: str) -> Message:
    """The answer to a Delete that is not carried out."""
    return RICsubscriptionDeleteResponse(request.ric_request_id, request.ran_function_id)


def _in_both_lists(response: Any) -> Any:
    admitted = response.ric_actions_admitted or ()
    refused = tuple(RICaction_NotAdmitted_Item(item.ric_action_id, ("misc", "unspecified")) for item in admitted)
    return replace(response, ric_actions_not_admitted=refused)


def _in_no_list(response: Any) -> Any:
    admitted = response.ric_actions_admitted or ()
    return replace(response, ric_actions_admitted=admitted[:-1] or admitted)


def _one_more(response: Any) -> Any:
    admitted = response.ric_actions_admitted or ()
    return replace(response, ric_actions_admitted=(*admitted, RICaction_Admitted_Item(_NEVER_REQUESTED)))


class _ConfirmsAnyDelete(FlawedActor):
    """Confirms the Delete of what it does not know."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Confirm it."""
        failure = decoded.message
        if not isinstance(failure, RICsubscriptionDeleteFailure):
            return (say,)
        response = RICsubscriptionDeleteResponse(failure.ric_request_id, failure.ran_function_id)
        return self.say(say.association, response) or (say,)


def _flip(place: int) -> Callable[[bytes], bytes]:
    """Octets with one bit of one octet wrong."""
    return lambda octets: bytes(each ^ (_ONE_BIT if index == place else 0) for index, each in enumerate(octets))


FLAWS = (
    Flaw(
        "node-action-in-both-lists",
        "Lists each action as admitted and as not admitted",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionResponse, _in_both_lists),
        ("E2AP-SUB-201", "E2AP-ACTIONS-ANSWERED"),
    ),
    Flaw(
        "node-action-in-no-list",
        "Lists the last of several actions neither as admitted nor as not admitted",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionResponse, _in_no_list),
        ("E2AP-SUB-202", "E2AP-ACTIONS-ANSWERED"),
    ),
    Flaw(
        "node-action-never-requested",
        "Admits an action that was not requested",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionResponse, _one_more),
        ("E2AP-SUB-201", "E2AP-ACTIONS-ANSWERED"),
    ),
    Flaw(
        "node-request-id-halves-exchanged",
        "Answers a subscription with the halves of its RICrequestID exchanged",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionResponse, exchanged_request),
        ("E2AP-SUB-201", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "node-answers-for-another-function",
        "Answers a subscription with another RAN Function ID",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionResponse, put(ran_function_id=_ANOTHER_FUNCTION)),
        ("E2AP-SUB-201", "E2AP-ANSWER-FUNCTION"),
    ),
    Flaw(
        "node-unknown-function-admitted",
        "Admits a subscription to a RAN function that it does not offer",
        NODE,
        None,
        lambda actor: _Admits(actor, "ran-function-id-invalid"),
        ("E2AP-SUB-203", "E2AP-UNKNOWN-FUNCTION-SERVED"),
    ),
    Flaw(
        "node-copy-admitted",
        "Admits the same subscription a second time",
        NODE,
        None,
        lambda actor: _Admits(actor, "duplicate-ric-request-id"),
        ("E2AP-SUB-206",),
    ),
    Flaw(
        "node-admits-what-it-cannot-read",
        "Admits every subscription, whether it can report anything of it or not",
        NODE,
        "F3",
        _Admits,
        ("E2AP-SUB-204", "E2AP-SUB-205", "E2AP-SUB-207"),
    ),
    Flaw(
        "node-deaf-after-return",
        "Serves no subscription after its association was lost once",
        NODE,
        None,
        _DeafAfterReturn,
        ("E2AP-SUB-211", "E2AP-REMOVAL-203"),
    ),
    Flaw(
        "node-unknown-delete-confirmed",
        "Confirms the Delete of a subscription that it does not know",
        NODE,
        None,
        _ConfirmsAnyDelete,
        ("E2AP-SUBDEL-202", "E2AP-SUBDEL-203", "E2AP-SUBDEL-204", "E2AP-DELETE-UNKNOWN-CONFIRMED"),
    ),
    Flaw(
        "node-reports-after-delete",
        "Confirms a Delete and reports on",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionDeleteRequest), _deleted),
        ("E2AP-SUBDEL-205", "E2AP-INDICATION-AFTER-DELETE"),
    ),
    Flaw(
        "node-delete-response-octet",
        "Has one wrong octet in RIC SUBSCRIPTION DELETE RESPONSE",
        NODE,
        "F9",
        lambda actor: Scribbling(actor, of(RICsubscriptionDeleteResponse), _flip(3)),
        ("E2AP-SUBDEL-201",),
    ),
)
"""One flaw each."""
