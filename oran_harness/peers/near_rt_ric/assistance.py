"""Assistance that a node asks for: its answer, and the updates after it (E2AP 8.2.11 to 8.2.13, since 7.00)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oran_harness.peers.protocol_errors import refusal
from oran_harness.protocols.e2ap.elements import CriticalityDiagnostics, RICrequestID
from oran_harness.protocols.e2ap.messages import (
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)
from oran_harness.steps.causes import cause

if TYPE_CHECKING:
    from oran_harness.peers.near_rt_ric.session import Session

MOST = 256
_NUMBERS = 65536
OUTCOME = b"outcome"


@dataclass(slots=True)
class Assisted:
    """An assistance with updates: the next one goes at ``next_at``; ``left`` are still to come, None until the Halt."""

    request_id: RICrequestID
    header: bytes
    next_at: float
    left: int | None
    number: int = 0


def asked(session: "Session", request: RICassistanceRequest, report: CriticalityDiagnostics | None, now: float) -> None:
    """Assist, with updates where they are wanted; more than the RIC can have at once is refused (8.2.11.2)."""
    name, edition = request.ric_request_id, session.edition
    if name is None or len(session.assistances) >= MOST:
        session.respond(refusal(request, cause("function-resource-limit", edition), edition), report, now)
        return
    header = request.ric_assistance_header or b""
    # A request with the id of one that runs takes its place.
    session.assistances.pop(name, None)
    session.respond(RICassistanceResponse(name, header, OUTCOME), report, now)
    limit = request.ric_assistance_update_number
    if request.ric_assistance_update is not None and limit != 0:
        session.assistances[name] = Assisted(name, header, now + session.config.assistance_period, limit)


def halted(session: "Session", message: RICassistanceHalt) -> None:
    """Send no more updates; a Halt for nothing that runs is ignored (8.2.13.2, 8.2.13.4)."""
    if message.ric_request_id is not None:
        session.assistances.pop(message.ric_request_id, None)


def update(session: "Session", now: float) -> None:
    """Send the updates that are due, each with a number of its own, at most as many as asked for (8.2.12.2)."""
    for running in [each for each in session.assistances.values() if each.next_at <= now]:
        name = running.request_id
        session.say(RICassistanceIndication(name, running.number, running.header, OUTCOME), now)
        running.number += 1
        running.left = None if running.left is None else running.left - 1
        running.next_at = now + session.config.assistance_period
        if running.left == 0 or running.number == _NUMBERS:
            del session.assistances[name]
