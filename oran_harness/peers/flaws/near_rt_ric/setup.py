"""Near-RT RICs that misbehave in E2 Setup (E2AP 8.3.1)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.checkers.identity import plmn_of
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say, Up
from oran_harness.peers.flaws.alteration import exchanged, other_transaction, with_criticality, within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.on_saying import Repeating, Reshaping, Rewriting
from oran_harness.peers.flaws.recognition import longer_than, of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RANfunctionID_Item
from oran_harness.protocols.e2ap.messages import (
    E2setupFailure,
    E2setupRequest,
    E2setupResponse,
    RICserviceQuery,
    RICserviceUpdateAcknowledge,
)
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_GLOBAL_RIC_ID = 4
_NEVER_OFFERED = 4000
_RECEIVE_BUFFER = 10_000
_LONGEST_WAIT_S = 60


class _CopiesThePlmn(FlawedActor):
    """Takes its own PLMN from whichever node it answers."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._plmns: dict[str, bytes] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember the PLMN."""
        if isinstance(decoded.message, E2setupRequest):
            plmn = plmn_of(decoded.message.global_e2_node_id)
            if plmn is not None:
                self._plmns[heard.association] = plmn
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Copy it."""
        plmn, message = self._plmns.get(say.association), decoded.message
        if plmn is None or not isinstance(message, E2setupResponse):
            return (say,)
        return self.say(say.association, within(message, ("plmn_identity",), lambda _: plmn)) or (say,)


class _RefusesWhoReturns(FlawedActor):
    """Never forgets a node, and refuses one that it knows."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._known: dict[object, str] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Refuse the node for as long as can be, unless it is new."""
        request = decoded.message
        if not isinstance(request, E2setupRequest) or not decoded.conforms:
            return None
        if self._known.setdefault(request.global_e2_node_id, heard.association) == heard.association:
            return None
        why = cause("misc/unspecified", self.edition)
        return self.say(heard.association, E2setupFailure(request.transaction_id, why, _LONGEST_WAIT_S))


class _AnswersOnTheNewest(FlawedActor):
    """Keeps one association in mind, the newest, and answers every E2 Setup there."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._newest = ""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Forget the others."""
        if isinstance(happening, Up):
            self._newest = happening.association
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Answer there."""
        return (replace(say, association=self._newest) if isinstance(decoded.message, E2setupResponse) else say,)


class _SpeaksFirst(FlawedActor):
    """Asks for the node's functions as soon as an association is up."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Ask."""
        if not isinstance(happening, Up):
            return None
        query = self.say(happening.association, RICserviceQuery(0)) or self.say(
            happening.association, RICserviceQuery()
        )
        return [*self.pass_on(happening, now), *query]


def _accepts_more(response: Any) -> Any:
    accepted = response.ran_functions_accepted or ()
    return replace(response, ran_functions_accepted=(*accepted, RANfunctionID_Item(_NEVER_OFFERED, 1)))


def _forgets_a_function(response: Any) -> Any:
    return replace(response, ran_functions_accepted=(response.ran_functions_accepted or ())[:-1] or None)


def _forgets_a_component(response: Any) -> Any:
    acknowledged = response.e2_node_component_config_addition_ack or ()
    return replace(response, e2_node_component_config_addition_ack=acknowledged[:-1] or None)


def _of_revision_zero(answer: Any) -> Any:
    accepted = tuple(replace(item, ran_function_revision=0) for item in answer.ran_functions_accepted or ())
    return replace(answer, ran_functions_accepted=accepted or None)


FLAWS = (
    Flaw(
        "ric-setup-transaction-id",
        "Answers E2 Setup under a TransactionID of its own",
        RIC,
        "F17",
        lambda actor: Rewriting(actor, E2setupResponse, other_transaction),
        ("E2AP-SETUP-101", "E2AP-SETUP-102", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "ric-accepts-function-never-offered",
        "Accepts a RAN function in E2 Setup that the node never offered",
        RIC,
        None,
        lambda actor: Rewriting(actor, E2setupResponse, _accepts_more),
        ("E2AP-SETUP-103", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-forgets-function",
        "Leaves the last RAN function of E2 Setup neither accepted nor rejected",
        RIC,
        None,
        lambda actor: Rewriting(actor, E2setupResponse, _forgets_a_function),
        ("E2AP-SETUP-103", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-forgets-component",
        "Does not acknowledge the last component of E2 Setup",
        RIC,
        None,
        lambda actor: Rewriting(actor, E2setupResponse, _forgets_a_component),
        ("E2AP-SETUP-104", "E2AP-COMPONENTS-ANSWERED"),
    ),
    Flaw(
        "ric-accepted-revision-zero",
        "Accepts every RAN function with revision 0",
        RIC,
        None,
        lambda actor: Rewriting(
            Rewriting(actor, E2setupResponse, _of_revision_zero), RICserviceUpdateAcknowledge, _of_revision_zero
        ),
        ("E2AP-SERVUPD-106", "E2AP-ACCEPTED-REVISION"),
    ),
    Flaw(
        "ric-setup-ie-order",
        "Writes the IEs of E2 SETUP RESPONSE in the wrong order",
        RIC,
        None,
        lambda actor: Reshaping(actor, E2setupResponse, exchanged),
        ("E2AP-SETUP-101", "E2AP-IE-ORDER"),
    ),
    Flaw(
        "ric-setup-criticality",
        "Gives the Global RIC ID criticality ignore",
        RIC,
        None,
        lambda actor: Reshaping(actor, E2setupResponse, with_criticality(_GLOBAL_RIC_ID, "ignore")),
        ("E2AP-IE-CRITICALITY",),
    ),
    Flaw(
        "ric-setup-answered-twice",
        "Answers E2 Setup twice",
        RIC,
        None,
        lambda actor: Repeating(actor, of(E2setupResponse)),
        ("E2AP-SETUP-101", "E2AP-ANSWER-TWICE"),
    ),
    Flaw(
        "ric-copies-plmn", "Names itself by the PLMN of the node", RIC, None, _CopiesThePlmn, ("E2AP-RIC-PLMN-COPIED",)
    ),
    Flaw(
        "ric-refuses-returning-node",
        "Refuses a node that comes back, with the longest Time to Wait",
        RIC,
        "F22",
        _RefusesWhoReturns,
        ("E2AP-SETUP-109", "E2AP-SETUP-110"),
    ),
    Flaw(
        "ric-answers-on-newest-association",
        "Answers E2 Setup on the association that came up last",
        RIC,
        None,
        _AnswersOnTheNewest,
        ("E2AP-SETUP-106",),
    ),
    Flaw(
        "ric-speaks-first",
        "Sends a Service Query before the node's E2 Setup",
        RIC,
        None,
        _SpeaksFirst,
        ("E2AP-SETUP-105", "E2AP-FIRST-MESSAGE"),
    ),
    Flaw(
        "ric-dies-on-large-message",
        "Crashes on a message of more than 10,000 octets",
        RIC,
        "F26",
        lambda actor: Dying(actor, longer_than(_RECEIVE_BUFFER)),
        ("E2AP-SETUP-123", "E2AP-IND-104", "E2AP-DELREQ-104", "E2AP-NEG-106"),
    ),
)
"""One flaw each."""
