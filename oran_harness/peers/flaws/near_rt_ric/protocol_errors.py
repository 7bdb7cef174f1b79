"""Near-RT RICs that misbehave about what is wrong (E2AP 10)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Over
from oran_harness.peers.flaws.alteration import error_about_error, put, unchanged
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, HangingUp, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import (
    broken,
    broken_where,
    of,
    undecodable,
    unknown_answer,
    unknown_procedure,
    wrong_by,
)
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICaction_ConfirmedForRemoval_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2RemovalRequest,
    E2setupRequest,
    ErrorIndication,
    ResetRequest,
    RICcontrolRequest,
    RICserviceUpdate,
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRequired,
    RICsubscriptionRequest,
)
from oran_harness.steps.answers import answer
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_SERVED_EARLY = (RICserviceUpdate, ResetRequest, E2RemovalRequest)
_GLOBAL_E2_NODE_ID = 3


class _ServesStrangers(FlawedActor):
    """Serves a node that never did E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._known: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Serve it."""
        if isinstance(decoded.message, E2setupRequest):
            self._known.add(heard.association)
        strange = decoded.conforms and heard.association not in self._known
        if not strange or not isinstance(decoded.message, _SERVED_EARLY):
            return None
        acknowledgement = answer(decoded.message, by=RIC, edition=self.edition)
        return () if acknowledgement is None else self.say(heard.association, acknowledgement)


class _ReportsWhatToIgnore(FlawedActor):
    """Reports a procedure that it does not know although its criticality is ignore."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report it."""
        if not unknown_procedure(decoded) or decoded.criticality != "ignore":
            return None
        why = cause("abstract-syntax-error-ignore-and-notify", self.edition)
        return self.say(heard.association, ErrorIndication(cause=why))


class _DiesWhenNothingWasSaid(FlawedActor):
    """Crashes when an association ends on which nothing was heard."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._spoken: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember where something was."""
        self._spoken.add(heard.association)
        return None

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        return (Die(),) if isinstance(happening, Over) and happening.association not in self._spoken else None


def _serves(request: Any, edition: str) -> Message | None:
    """As an E2 node would."""
    return answer(request, by=RIC.other, edition=edition)


def _confirms(required: Any, edition: str) -> Message:
    removed = required.ric_actions_required_to_be_removed_list or ()
    confirmed = tuple(RICaction_ConfirmedForRemoval_Item(item.ric_action_id) for item in removed)
    return RICsubscriptionModificationConfirm(
        required.ric_request_id,
        required.ran_function_id,
        ric_actions_confirmed_for_removal_list=confirmed or None,
    )


def _of_another_criticality(decoded: DecodedMessage) -> bool:
    node_id = (ie.criticality for ie in decoded.ies if ie.id == _GLOBAL_E2_NODE_ID)
    return decoded.name == E2setupRequest.NAME and any(each != "reject" for each in node_id)


FLAWS = (
    Flaw(
        "ric-dies-on-undecodable-octets",
        "Crashes on octets that are no E2AP message",
        RIC,
        "F9",
        lambda actor: Dying(actor, undecodable),
        ("E2AP-NEG-101", "E2AP-NEG-102", "E2AP-NEG-106"),
    ),
    Flaw(
        "ric-unknown-procedure-ignored",
        "Does not report a procedure that it does not know, whatever its criticality",
        RIC,
        None,
        lambda actor: Ignoring(actor, unknown_procedure),
        ("E2AP-NEG-111", "E2AP-NEG-113"),
    ),
    Flaw(
        "ric-error-indication-echoed",
        "Answers an Error Indication with another one",
        RIC,
        None,
        lambda actor: Answering(actor, of(ErrorIndication), error_about_error),
        ("E2AP-ERRIND-103", "E2AP-ERRIND-104", "E2AP-ERROR-INDICATION-ECHO"),
    ),
    Flaw(
        "ric-aborts-on-broken-setup",
        "Aborts the association where an E2 SETUP FAILURE is due",
        RIC,
        None,
        lambda actor: HangingUp(actor, broken(E2setupRequest)),
        ("E2AP-NEG-131", "E2AP-NEG-136", "E2AP-NEG-132", "E2AP-NEG-134", "E2AP-NEG-135"),
    ),
    Flaw(
        "ric-reads-carelessly",
        "Passes over unknown, repeated and misplaced IEs of E2 SETUP REQUEST, whatever their criticality",
        RIC,
        None,
        lambda actor: Mishearing(actor, broken(E2setupRequest), unchanged),
        ("E2AP-NEG-136", "E2AP-NEG-137", "E2AP-NEG-138"),
    ),
    Flaw(
        "ric-serves-before-setup",
        "Serves a RIC Service Update, a Reset and an E2 Removal of a node that has not done E2 Setup",
        RIC,
        None,
        _ServesStrangers,
        ("E2AP-NEG-121", "E2AP-NEG-122", "E2AP-NEG-123"),
    ),
    Flaw(
        "ric-undecodable-octets-untold",
        "Drops octets that are no E2AP message without a word",
        RIC,
        None,
        lambda actor: Ignoring(actor, undecodable),
        ("E2AP-NEG-103",),
    ),
    Flaw(
        "ric-dies-on-cut-message",
        "Crashes on a message that ends too early",
        RIC,
        "F9",
        lambda actor: Dying(actor, wrong_by(ComplaintKind.TRUNCATED)),
        ("E2AP-NEG-104",),
    ),
    Flaw(
        "ric-dies-on-trailing-octets",
        "Crashes on octets behind a message",
        RIC,
        "F9",
        lambda actor: Dying(actor, wrong_by(ComplaintKind.TRAILING_OCTETS)),
        ("E2AP-NEG-105",),
    ),
    Flaw(
        "ric-dies-when-silent-node-leaves",
        "Crashes when an association ends on which nothing was said",
        RIC,
        None,
        _DiesWhenNothingWasSaid,
        ("E2AP-NEG-107",),
    ),
    Flaw(
        "ric-ignorable-procedure-reported",
        "Reports a procedure that it does not know although its criticality is ignore",
        RIC,
        None,
        _ReportsWhatToIgnore,
        ("E2AP-NEG-112",),
    ),
    Flaw(
        "ric-dies-on-unknown-answer",
        "Crashes on an answer of a procedure that it does not know",
        RIC,
        None,
        lambda actor: Dying(actor, unknown_answer),
        ("E2AP-NEG-114",),
    ),
    Flaw(
        "ric-serves-as-node",
        "Serves requests that only a near-RT RIC may send",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionRequest, RICcontrolRequest, E2connectionUpdate), _serves),
        ("E2AP-NEG-116",),
    ),
    Flaw(
        "ric-unknown-modification-confirmed",
        "Confirms the modification of a subscription that it never made",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionModificationRequired), _confirms),
        ("E2AP-NEG-117",),
    ),
    Flaw(
        "ric-transaction-id-missing-for-zero",
        "Takes an E2 SETUP REQUEST without TransactionID for one with 0",
        RIC,
        "F17",
        lambda actor: Mishearing(
            actor,
            broken_where(E2setupRequest, lambda request: request.transaction_id is None),
            put(transaction_id=0),
        ),
        ("E2AP-NEG-133",),
    ),
    Flaw(
        "ric-dies-on-other-criticality",
        "Crashes on a Global E2 Node ID of another criticality than reject",
        RIC,
        None,
        lambda actor: Dying(actor, _of_another_criticality),
        ("E2AP-NEG-139",),
    ),
)
"""One flaw each."""
