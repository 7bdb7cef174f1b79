"""E2 nodes that misbehave around E2 Setup: before it, and about its answer (E2AP 8.3.1)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.recognition import broken, of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2nodeConfigurationUpdateFailure,
    E2setupFailure,
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
    ResetResponse,
    RICserviceUpdate,
    RICserviceUpdateFailure,
)

NODE = Role.E2_NODE
_SOON_S = 0.1
_A_MOMENT_S = 0.005
_FIRST_EDITION = "1.01"


class _BeginsWithAnUpdate(FlawedActor):
    """Tells its configuration before it sets the interface up, and listens to no answer about that."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Tell it as soon as an association is up."""
        if not isinstance(happening, Up):
            return None
        update = E2nodeConfigurationUpdate(None if self.edition == _FIRST_EDITION else 255)
        return [*self.say(happening.association, update), *self.pass_on(happening, now)]

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Do not listen."""
        message = decoded.message
        if isinstance(message, E2nodeConfigurationUpdateAcknowledge | E2nodeConfigurationUpdateFailure):
            return () if message.transaction_id in (None, 255) else None
        return () if isinstance(message, ErrorIndication) and message.transaction_id in (None, 255) else None


class _SetsUpAgain(FlawedActor):
    """Says its E2 SETUP REQUEST once more when it hears, or says, something; and listens to no answer to that."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._request: Say | None = None
        self._repeated: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Do not listen, once it has been repeated."""
        message = decoded.message
        if heard.association not in self._repeated:
            return None
        return () if isinstance(message, E2setupResponse | E2setupFailure) else None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember it."""
        if isinstance(decoded.message, E2setupRequest):
            self._request = say
        return (say,)

    def repeat(self, association: str, now: float) -> None:
        """Say it once more, soon."""
        if self._request is not None and association not in self._repeated:
            self._repeated.add(association)
            self.postpone(replace(self._request, association=association), now + _SOON_S)


class _SetsUpAfterReset(_SetsUpAgain):
    """Once more after it has answered a Reset."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Begin again."""
        if isinstance(decoded.message, ResetResponse):
            self.repeat(say.association, now)
        return super().says(say, decoded, now)


class _Impatient(FlawedActor):
    """Says what was refused again, at once, whatever Time to Wait it was told."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._said: dict[int, Say] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember it."""
        message = decoded.message
        if isinstance(message, E2setupRequest | RICserviceUpdate | E2nodeConfigurationUpdate):
            self._said[message.PROCEDURE_CODE] = say
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Say it again; the reference node goes on to wait for an answer."""
        failure = decoded.message
        if not isinstance(failure, E2setupFailure | RICserviceUpdateFailure | E2nodeConfigurationUpdateFailure):
            return None
        request = self._said.get(failure.PROCEDURE_CODE)
        if failure.time_to_wait is None or request is None:
            return None
        self.postpone(request, now + _SOON_S)
        return ()


class _DeafForAMoment(FlawedActor):
    """Hears nothing for a moment after E2 SETUP RESPONSE."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._until = 0.0

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Be deaf."""
        if now < self._until:
            return ()
        if isinstance(decoded.message, E2setupResponse):
            self._until = now + _A_MOMENT_S
        return None


FLAWS = (
    Flaw(
        "node-update-before-setup",
        "Begins its first association with E2 NODE CONFIGURATION UPDATE",
        NODE,
        None,
        _BeginsWithAnUpdate,
        ("E2AP-SETUP-202", "E2AP-SETUP-206"),
    ),
    Flaw(
        "node-sets-up-after-reset",
        "Does E2 Setup again after a Reset",
        NODE,
        None,
        _SetsUpAfterReset,
        ("E2AP-RESET-203",),
    ),
    Flaw(
        "node-ignores-time-to-wait",
        "Begins a refused procedure again at once, whatever Time to Wait it is told",
        NODE,
        "F22",
        _Impatient,
        ("E2AP-SETUP-204", "E2AP-SERVUPD-206", "E2AP-CONFUPD-203", "E2AP-TIME-TO-WAIT"),
    ),
    Flaw(
        "node-dies-on-rejected-functions",
        "Crashes on an E2 SETUP RESPONSE that rejects functions",
        NODE,
        None,
        lambda actor: Dying(
            actor, of(E2setupResponse, where=lambda response: response.ran_functions_rejected is not None)
        ),
        ("E2AP-SETUP-205",),
    ),
    Flaw(
        "node-dies-on-setup-failure",
        "Crashes when its E2 Setup is refused",
        NODE,
        None,
        lambda actor: Dying(actor, of(E2setupFailure)),
        ("E2AP-SETUP-203",),
    ),
    Flaw(
        "node-dies-on-broken-response",
        "Crashes on an E2 SETUP RESPONSE that it cannot decode",
        NODE,
        "F7",
        lambda actor: Dying(actor, broken(E2setupResponse)),
        ("E2AP-ERRIND-201",),
    ),
    Flaw(
        "node-dies-on-second-response",
        "Crashes on a second E2 SETUP RESPONSE",
        NODE,
        None,
        lambda actor: Dying(actor, of(E2setupResponse), nth=2),
        ("E2AP-NEG-213",),
    ),
    Flaw(
        "node-deaf-behind-response",
        "Loses what comes within five milliseconds of the E2 SETUP RESPONSE",
        NODE,
        None,
        _DeafForAMoment,
        ("E2AP-SETUP-207",),
    ),
)
"""One flaw each."""
