"""Near-RT RICs that misbehave about what is wrong (E2AP 10)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.alteration import error_about_error, unchanged
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying, HangingUp, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import broken, of, undecodable, unknown_procedure
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2setupRequest, ErrorIndication, RICserviceUpdate
from oran_harness.steps.answers import answer

RIC = Role.NEAR_RT_RIC


class _ServesStrangers(FlawedActor):
    """Acknowledges a Service Update of a node that never did E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._known: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Serve it."""
        if isinstance(decoded.message, E2setupRequest):
            self._known.add(heard.association)
        strange = decoded.conforms and heard.association not in self._known
        if not strange or not isinstance(decoded.message, RICserviceUpdate):
            return None
        acknowledgement = answer(decoded.message, by=RIC, edition=self.edition)
        return () if acknowledgement is None else self.say(heard.association, acknowledgement)


FLAWS = (
    Flaw(
        "ric-dies-on-undecodable-octets",
        "Crashes on octets that are no E2AP message",
        RIC,
        "F9",
        lambda actor: Dying(actor, undecodable),
        ("E2AP-NEG-101", "E2AP-NEG-102"),
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
        ("E2AP-ERRIND-103", "E2AP-ERROR-INDICATION-ECHO"),
    ),
    Flaw(
        "ric-aborts-on-broken-setup",
        "Aborts the association where an E2 SETUP FAILURE is due",
        RIC,
        None,
        lambda actor: HangingUp(actor, broken(E2setupRequest)),
        ("E2AP-NEG-131", "E2AP-NEG-136"),
    ),
    Flaw(
        "ric-reads-carelessly",
        "Passes over unknown, repeated and misplaced IEs of E2 SETUP REQUEST, whatever their criticality",
        RIC,
        None,
        lambda actor: Mishearing(actor, broken(E2setupRequest), unchanged),
        ("E2AP-NEG-136",),
    ),
    Flaw(
        "ric-serves-before-setup",
        "Acknowledges a RIC Service Update of a node that has not done E2 Setup",
        RIC,
        None,
        _ServesStrangers,
        ("E2AP-NEG-121",),
    ),
)
"""One flaw each."""
