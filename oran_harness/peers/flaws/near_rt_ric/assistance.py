"""Near-RT RICs that misbehave in RIC Assistance, its Indication and its Halt (E2AP 8.2.11 to 8.2.13)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Repeating
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
)
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_LONG = 32


def _complaint(halt: Any, edition: str) -> Message:
    return ErrorIndication(None, halt.ric_request_id, None, cause("request-id-unknown", edition))


FLAWS = (
    Flaw(
        "ric-assistance-unanswered",
        "Does not answer a request for assistance",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(RICassistanceRequest)),
        ("E2AP-ASSIST-101", "E2AP-ASSIST-105"),
    ),
    Flaw(
        "ric-dies-of-long-assistance",
        "Crashes on a request for assistance whose header is longer than it has room for",
        RIC,
        "F26",
        lambda actor: Dying(
            actor, of(RICassistanceRequest, where=lambda each: len(each.ric_assistance_header or b"") > _LONG)
        ),
        ("E2AP-ASSIST-105",),
    ),
    Flaw(
        "ric-repeats-assistance-updates",
        "Sends every update of an assistance twice",
        RIC,
        None,
        lambda actor: Repeating(actor, of(RICassistanceIndication)),
        ("E2AP-ASSIST-102", "E2AP-ASSISTANCE-COUNT"),
    ),
    Flaw(
        "ric-ignores-halt",
        "Sends updates of an assistance that was halted",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(RICassistanceHalt)),
        ("E2AP-ASSIST-103",),
    ),
    Flaw(
        "ric-complains-of-halt",
        "Answers every Halt with an Error Indication",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICassistanceHalt), _complaint),
        ("E2AP-ASSIST-104",),
    ),
)
"""One flaw each."""
