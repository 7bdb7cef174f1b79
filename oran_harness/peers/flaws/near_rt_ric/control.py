"""Near-RT RICs that misbehave in RIC Control and E2 Connection Update (E2AP 8.2.4, 8.3.6)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Happening, Say, Stimulus
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import E2connectionUpdate, ErrorIndication, RICcontrolRequest

RIC = Role.NEAR_RT_RIC


class _AwaitsWhatItForbade(FlawedActor):
    """Starts TRICcontrol for a control that is not to be acknowledged."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Take what is asked for a control with acknowledgement."""
        if not isinstance(happening, Stimulus) or happening.arguments.get("ack") != "noAck":
            return None
        waiting = replace(happening, arguments={**happening.arguments, "ack": "ack"})
        return [self._unacknowledged(command) for command in self.pass_on(waiting, now)]

    def _unacknowledged(self, command: Command) -> Command:
        if not isinstance(command, Say):
            return command
        message = self.read(command.octets).message
        if not isinstance(message, RICcontrolRequest):
            return command
        said = self.say(command.association, replace(message, ric_control_ack_request="noAck"))
        return said[0] if said else command


class _ExpiresSilently(FlawedActor):
    """Tells nobody that a timer has expired."""

    def wake(self, now: float) -> Sequence[Command]:
        """Keep back what nothing but a timer was the reason for."""
        return [command for command in super().wake(now) if not self._tells_of_expiry(command)]

    def _tells_of_expiry(self, command: Command) -> bool:
        return isinstance(command, Say) and isinstance(self.read(command.octets).message, ErrorIndication)


FLAWS = (
    Flaw(
        "ric-control-expires-silently",
        "Sends no Error Indication when TRICcontrol expires",
        RIC,
        None,
        _ExpiresSilently,
        ("E2AP-ERRIND-101",),
    ),
    Flaw(
        "ric-awaits-forbidden-acknowledgement",
        "Waits for the acknowledgement that its control forbids, and reports that none came",
        RIC,
        None,
        _AwaitsWhatItForbade,
        ("E2AP-CTRL-102",),
    ),
    Flaw(
        "ric-control-request-id-constant",
        "Gives every control the same RICrequestID",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICcontrolRequest, put(ric_request_id=RICrequestID(1, 0))),
        ("E2AP-CTRL-105",),
    ),
    Flaw(
        "ric-controls-function-zero",
        "Controls RAN function 0, whatever the node offers",
        RIC,
        "F15",
        lambda actor: Rewriting(actor, RICcontrolRequest, put(ran_function_id=0)),
        ("E2AP-CTRL-101", "E2AP-FUNCTION-UNOFFERED"),
    ),
    Flaw(
        "ric-error-indication-ignored",
        "Does not take an Error Indication for the end of what it names",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(ErrorIndication)),
        ("E2AP-ERRIND-102",),
    ),
    Flaw(
        "ric-connection-update-lists-nothing",
        "Names no connection in the E2 CONNECTION UPDATE that is to add one",
        RIC,
        None,
        lambda actor: Rewriting(actor, E2connectionUpdate, put(e2_connection_update_add=None)),
        ("E2AP-CONNUPD-101",),
    ),
)
"""One flaw each."""
