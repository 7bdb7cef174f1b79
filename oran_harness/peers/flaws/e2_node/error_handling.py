"""E2 nodes that misbehave about messages in which something is wrong, or that are out of place (E2AP 10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.alteration import unchanged
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import broken, broken_where, of, unknown_answer, unknown_procedure, wrong_by
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import tables
from oran_harness.steps.offers import KPM_FUNCTION

NODE = Role.E2_NODE
_SERVICES = (m.RICsubscriptionDeleteRequest, m.RICcontrolRequest)
_GLOBAL = (m.ResetRequest, m.RICserviceQuery, m.E2connectionUpdate, m.E2RemovalRequest)
_REQUESTS = (m.RICsubscriptionRequest, *_SERVICES, *_GLOBAL)
_DEFAULTS = {"transaction_id": 0, "ran_function_id": KPM_FUNCTION, "ric_request_id": RICrequestID(0, 0)}


class _RejectsTheUnknown(FlawedActor):
    """Takes every IE that it does not know for one of criticality reject; an E2 SETUP RESPONSE with one is lost."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Hear it so."""
        if decoded.message is None or decoded.name is None:
            return None
        known = {row.id for row in tables(self.edition).ies(decoded.name)}
        if all(ie.id in known for ie in decoded.ies):
            return None
        if isinstance(decoded.message, m.E2setupResponse):
            return ()
        strict = tuple(ie if ie.id in known else replace(ie, criticality="reject") for ie in decoded.ies)
        said = self.say(heard.association, decoded.message, layout=strict)
        return self.pass_on(replace(heard, octets=said[0].octets), now) if said else None


class _ResetsBeforeSetup(FlawedActor):
    """Answers a Reset while its E2 Setup waits for the answer."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._set_up: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Answer it."""
        if isinstance(decoded.message, m.E2setupResponse):
            self._set_up.add(heard.association)
        if heard.association in self._set_up or not isinstance(decoded.message, m.ResetRequest):
            return None
        return self.say(heard.association, m.ResetResponse(decoded.message.transaction_id))


def _filled_in(request: Any) -> Any:
    """The request with a value for each id that it lacks."""
    lacking = {name: value for name, value in _DEFAULTS.items() if getattr(request, name, value) is None}
    return replace(request, **lacking)


def _without_cause(request: m.ResetRequest) -> bool:
    return request.cause is None


def _unknown_with_notify(decoded: DecodedMessage) -> bool:
    return unknown_procedure(decoded) and decoded.criticality == "notify"


def _acknowledged(update: m.RICserviceUpdate, edition: str) -> Message:
    return m.RICserviceUpdateAcknowledge(update.transaction_id)


FLAWS = (
    Flaw(
        "node-service-request-errors-untold",
        "Ignores a Delete or a control in which an IE is wrong",
        NODE,
        None,
        lambda actor: Ignoring(actor, broken(*_SERVICES)),
        tuple(f"E2AP-ERROR-{number}" for number in (201, 202, 211, 212, 222, 223, 231, 232)),
    ),
    Flaw(
        "node-global-request-errors-untold",
        "Ignores a request of a global procedure in which an IE is wrong",
        NODE,
        None,
        lambda actor: Ignoring(actor, broken(*_GLOBAL)),
        tuple(f"E2AP-ERROR-{number}" for number in (203, 204, 205, 206, 213, 214, 215, 224, 225, 226, 227, 233)),
    ),
    Flaw(
        "node-reads-requests-carelessly",
        "Passes over unknown, repeated and misplaced IEs of any request, whatever their criticality",
        NODE,
        None,
        lambda actor: Mishearing(actor, broken(*_REQUESTS), unchanged),
        tuple(f"E2AP-ERROR-{number}" for number in (201, 202, 203, 204, 205, 206, 231, 232, 233)),
    ),
    Flaw(
        "node-rejects-what-it-may-ignore",
        "Refuses what has an IE that it does not know, whatever the criticality of that",
        NODE,
        None,
        _RejectsTheUnknown,
        tuple(f"E2AP-ERROR-{number}" for number in (211, 212, 213, 214, 215, 242)),
    ),
    Flaw(
        "node-fills-in-missing-ids",
        "Serves a request that lacks an id, with an id of its own invention",
        NODE,
        None,
        lambda actor: Mishearing(actor, broken(*_REQUESTS), _filled_in),
        tuple(f"E2AP-ERROR-{number}" for number in (221, 222, 224, 225, 226, 227)),
    ),
    Flaw(
        "node-reset-wants-a-cause",
        "Ignores a Reset without Cause",
        NODE,
        None,
        lambda actor: Ignoring(actor, broken_where(m.ResetRequest, _without_cause)),
        ("E2AP-ERROR-230",),
    ),
    Flaw(
        "node-dies-on-trailing-octets",
        "Crashes on octets behind a message",
        NODE,
        None,
        lambda actor: Dying(actor, wrong_by(ComplaintKind.TRAILING_OCTETS)),
        ("E2AP-ERROR-241",),
    ),
    Flaw(
        "node-unknown-procedure-untold",
        "Ignores an unknown procedure with criticality notify",
        NODE,
        None,
        lambda actor: Ignoring(actor, _unknown_with_notify),
        ("E2AP-ERROR-243",),
    ),
    Flaw(
        "node-dies-on-unknown-answer",
        "Crashes on the answer of an unknown procedure",
        NODE,
        None,
        lambda actor: Dying(actor, unknown_answer),
        ("E2AP-ERROR-244",),
    ),
    Flaw(
        "node-dies-on-strange-acknowledge",
        "Crashes on an acknowledgement of a Configuration Update that it never sent",
        NODE,
        None,
        lambda actor: Dying(actor, of(m.E2nodeConfigurationUpdateAcknowledge)),
        ("E2AP-ERROR-245",),
    ),
    Flaw(
        "node-takes-service-updates",
        "Acknowledges a RIC Service Update, which only nodes send",
        NODE,
        None,
        lambda actor: Answering(actor, of(m.RICserviceUpdate), _acknowledged),
        ("E2AP-ERROR-246",),
    ),
    Flaw(
        "node-resets-before-setup",
        "Answers a Reset before its E2 Setup is answered",
        NODE,
        None,
        _ResetsBeforeSetup,
        ("E2AP-ERROR-247",),
    ),
    Flaw(
        "node-dies-on-repeated-ie",
        "Crashes on any message in which an IE stands twice",
        NODE,
        None,
        lambda actor: Dying(actor, wrong_by(ComplaintKind.REPEATED_IE)),
        tuple(f"E2AP-PROP-{number}" for number in range(201, 209)),
    ),
)
"""One flaw each."""
