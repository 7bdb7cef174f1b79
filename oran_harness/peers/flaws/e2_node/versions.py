"""E2 nodes that misbehave about messages of another edition of E2AP (E2AP 10)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.recognition import broken, of, unknown_procedure
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage

NODE = Role.E2_NODE
_LATER = range(12, 32)


def _later_procedure(decoded: DecodedMessage) -> bool:
    return unknown_procedure(decoded) and decoded.procedure_code in _LATER


def _with_start_time(request: Any) -> bool:
    return request.ric_subscription_start_time is not None


FLAWS = (
    Flaw(
        "node-dies-on-foreign-setup-response",
        "Crashes on an E2 SETUP RESPONSE of another edition",
        NODE,
        None,
        lambda actor: Dying(actor, broken(m.E2setupResponse)),
        ("E2AP-VERSION-201",),
    ),
    Flaw(
        "node-dies-on-later-procedures",
        "Crashes on a procedure of a later edition",
        NODE,
        None,
        lambda actor: Dying(actor, _later_procedure),
        ("E2AP-VERSION-202",),
    ),
    Flaw(
        "node-start-time-unanswered",
        "Says nothing to a subscription with a start time",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(m.RICsubscriptionRequest, where=_with_start_time)),
        ("E2AP-VERSION-203",),
    ),
    Flaw(
        "node-later-cause-unanswered",
        "Ignores a Reset whose cause it cannot name",
        NODE,
        None,
        lambda actor: Ignoring(actor, broken(m.ResetRequest)),
        ("E2AP-VERSION-204",),
    ),
)
"""One flaw each."""
