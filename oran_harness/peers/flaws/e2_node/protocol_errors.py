"""E2 nodes that misbehave about what is wrong (E2AP 10)."""

from collections.abc import Sequence

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.alteration import error_about_error, unchanged
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import (
    broken,
    broken_where,
    longer_than,
    of,
    undecodable,
    unknown_procedure,
    wrong_by,
)
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import (
    E2setupResponse,
    ErrorIndication,
    RICindication,
    RICserviceUpdateAcknowledge,
    RICsubscriptionRequest,
)
from oran_harness.steps.answers import answer

NODE = Role.E2_NODE
_RECEIVE_BUFFER = 10_000


class _ServesBeforeSetup(FlawedActor):
    """Admits a subscription of a near-RT RIC that has not answered E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._set_up: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Admit it."""
        if isinstance(decoded.message, E2setupResponse):
            self._set_up.add(heard.association)
        early = decoded.conforms and heard.association not in self._set_up
        if not early or not isinstance(decoded.message, RICsubscriptionRequest):
            return None
        response = answer(decoded.message, by=NODE, edition=self.edition)
        return () if response is None else self.say(heard.association, response)


FLAWS = (
    Flaw(
        "node-dies-on-undecodable-octets",
        "Crashes on octets that are no E2AP message",
        NODE,
        "F9",
        lambda actor: Dying(actor, undecodable),
        ("E2AP-NEG-201",),
    ),
    Flaw(
        "node-dies-on-large-message",
        "Crashes on a message of more than 10,000 octets",
        NODE,
        "F26",
        lambda actor: Dying(actor, longer_than(_RECEIVE_BUFFER)),
        ("E2AP-NEG-202",),
    ),
    Flaw(
        "node-dies-on-unknown-procedure",
        "Crashes on a procedure that it does not know",
        NODE,
        None,
        lambda actor: Dying(actor, unknown_procedure),
        ("E2AP-NEG-203", "E2AP-NEG-204"),
    ),
    Flaw(
        "node-dies-on-strange-answer",
        "Crashes on an answer to a RIC Service Update that it never sent",
        NODE,
        None,
        lambda actor: Dying(actor, of(RICserviceUpdateAcknowledge)),
        ("E2AP-NEG-205",),
    ),
    Flaw(
        "node-error-indication-echoed",
        "Answers an Error Indication with another one",
        NODE,
        None,
        lambda actor: Answering(actor, of(ErrorIndication), error_about_error),
        ("E2AP-ERRIND-202", "E2AP-ERROR-INDICATION-ECHO"),
    ),
    Flaw(
        "node-syntax-errors-untold",
        "Ignores an E2 SETUP RESPONSE that it cannot decode",
        NODE,
        None,
        lambda actor: Ignoring(actor, broken(E2setupResponse)),
        ("E2AP-ERRIND-201",),
    ),
    Flaw(
        "node-reads-carelessly",
        "Passes over unknown, repeated and misplaced IEs of a subscription, whatever their criticality",
        NODE,
        None,
        lambda actor: Mishearing(actor, broken(RICsubscriptionRequest), unchanged),
        ("E2AP-NEG-209", "E2AP-NEG-211", "E2AP-NEG-212"),
    ),
    Flaw(
        "node-serves-before-setup",
        "Admits a subscription before its E2 Setup is answered",
        NODE,
        None,
        _ServesBeforeSetup,
        ("E2AP-NEG-207",),
    ),
    Flaw(
        "node-dies-on-message-of-its-role",
        "Crashes on a message that only E2 nodes send",
        NODE,
        None,
        lambda actor: Dying(actor, of(RICindication)),
        ("E2AP-NEG-206",),
    ),
    Flaw(
        "node-dies-on-missing-details",
        "Crashes on a subscription without its details",
        NODE,
        "F8",
        lambda actor: Dying(
            actor, broken_where(RICsubscriptionRequest, lambda request: request.ric_subscription_details is None)
        ),
        ("E2AP-NEG-208",),
    ),
    Flaw(
        "node-unknown-ie-unanswered",
        "Does not answer a subscription with an IE that it does not know, whatever its criticality",
        NODE,
        "F5",
        lambda actor: Ignoring(actor, wrong_by(ComplaintKind.UNKNOWN_IE, name=RICsubscriptionRequest.NAME)),
        ("E2AP-NEG-209", "E2AP-NEG-210"),
    ),
)
"""One flaw each."""
