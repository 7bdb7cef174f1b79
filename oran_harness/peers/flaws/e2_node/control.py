"""E2 nodes that misbehave in RIC Control (E2AP 8.2.4)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Say
from oran_harness.peers.flaws.alteration import other_request, put, without
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Ignoring, Mishearing
from oran_harness.peers.flaws.on_saying import Concealing, Reshaping, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import RICcontrolAcknowledge, RICcontrolFailure, RICcontrolRequest

NODE = Role.E2_NODE
_CAUSE = 1
_FIRST_EDITION = "1.01"


class _AlwaysAcknowledges(FlawedActor):
    """Acknowledges the controls that it cannot carry out."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Acknowledge."""
        failure = decoded.message
        if not isinstance(failure, RICcontrolFailure):
            return (say,)
        acknowledgement = RICcontrolAcknowledge(
            failure.ric_request_id,
            failure.ran_function_id,
            failure.ric_call_process_id,
            ric_control_status="success" if self.edition == _FIRST_EDITION else None,
        )
        return self.say(say.association, acknowledgement) or (say,)


FLAWS = (
    Flaw(
        "node-control-unanswered",
        "Ignores RIC CONTROL REQUEST",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(RICcontrolRequest)),
        ("E2AP-CTRL-201", "E2AP-CTRL-203", "E2AP-CTRL-204"),
    ),
    Flaw(
        "node-forbidden-acknowledgement",
        "Acknowledges a control that forbids it",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICcontrolRequest), put(ric_control_ack_request="ack")),
        ("E2AP-CTRL-202", "E2AP-CONTROL-ACK-UNWANTED"),
    ),
    Flaw(
        "node-acknowledges-only-if-told",
        "Takes a control that does not say whether to acknowledge it for one that forbids it",
        NODE,
        None,
        lambda actor: Mishearing(
            actor,
            of(RICcontrolRequest, where=lambda request: request.ric_control_ack_request is None),
            put(ric_control_ack_request="noAck"),
        ),
        ("E2AP-CTRL-203",),
    ),
    Flaw(
        "node-control-without-effect",
        "Acknowledges controls that it cannot carry out",
        NODE,
        "F12",
        _AlwaysAcknowledges,
        ("E2AP-CTRL-204", "E2AP-CTRL-205", "E2AP-UNKNOWN-FUNCTION-SERVED"),
    ),
    Flaw(
        "node-control-failure-untold",
        "Does not tell that a control has failed",
        NODE,
        None,
        lambda actor: Concealing(actor, of(RICcontrolFailure)),
        ("E2AP-CTRL-205", "E2AP-CTRL-206"),
    ),
    Flaw(
        "node-control-failure-without-cause",
        "Refuses a control without saying why",
        NODE,
        None,
        lambda actor: Reshaping(actor, RICcontrolFailure, without(_CAUSE)),
        ("E2AP-CTRL-205", "E2AP-IE-MISSING"),
    ),
    Flaw(
        "node-control-request-id",
        "Acknowledges a control under another RICrequestID",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICcontrolAcknowledge, other_request),
        ("E2AP-CTRL-201", "E2AP-ANSWER-ID"),
    ),
)
"""One flaw each."""
