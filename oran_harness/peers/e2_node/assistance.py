"""RIC Assistance, its updates and its end (E2AP 8.2.11 to 8.2.13, since 7.00)."""

from dataclasses import dataclass

from oran_harness.peers.e2_node.initiation import Begun
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import (
    RICassistanceFailure,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)

CODE = RICassistanceRequest.PROCEDURE_CODE
_REQUESTOR = 0
"""The first half of the ids that the node gives: unique for those that it starts itself (3.1)."""
_INSTANCES = 65536
_MOST_RUNNING = 64


@dataclass(slots=True)
class Assistance:
    """An assistance with updates that runs; ``updates`` counts those that came, ``limit`` is how many may."""

    request_id: RICrequestID
    link: str
    limit: int | None
    updates: int = 0


def start(state: State, *, header: bytes, message: bytes, updates: bool = False, limit: int | None = None) -> Begun:
    """Ask the RIC for an assistance, with updates or without (8.2.11.2)."""
    link = state.usable(support=False)
    if link is None:
        return Begun(reason="no association is set up")
    if len(state.assistances) >= _MOST_RUNNING or state.requests.waits_for(CODE):
        return Begun(reason="another assistance waits for its answer, or too many run")
    state.assistance_ids = (state.assistance_ids + 1) % _INSTANCES
    name = RICrequestID(_REQUESTOR, state.assistance_ids)
    request = RICassistanceRequest(name, header, message, "true" if updates else None, limit if updates else None)
    state.request(link, request)
    return Begun(message=request)


def granted(turn: Turn, message: RICassistanceResponse, request: OwnRequest) -> None:
    """The RIC assists; updates may follow where they were asked for."""
    asked = request.message
    assert isinstance(asked, RICassistanceRequest)
    limit = asked.ric_assistance_update_number
    if asked.ric_assistance_update is not None and asked.ric_request_id is not None and limit != 0:
        turn.state.assistances[asked.ric_request_id] = Assistance(asked.ric_request_id, turn.link.name, limit)


def refused(turn: Turn, message: RICassistanceFailure, request: OwnRequest) -> None:
    """The RIC does not assist: nothing follows (8.2.11.3)."""


def updated(turn: Turn, message: RICassistanceIndication) -> None:
    """An update; the last of those that were asked for ends it. What belongs to nothing that runs is left alone."""
    name = message.ric_request_id
    running = None if name is None else turn.state.assistances.get(name)
    if running is None or name is None:
        return
    running.updates += 1
    if running.limit is not None and running.updates >= running.limit:
        del turn.state.assistances[name]


def halt(state: State, request_id: RICrequestID | None = None) -> Begun:
    """Want no more updates of the newest assistance that runs, or of the one of that id (8.2.13.2)."""
    running = state.assistances.get(request_id) if request_id else next(reversed(state.assistances.values()), None)
    if running is None:
        return Begun(reason="no assistance with updates runs")
    link = state.links.get(running.link)
    del state.assistances[running.request_id]
    if link is None or not link.in_use:
        return Begun(reason="the association of that assistance is gone")
    message = RICassistanceHalt(running.request_id)
    state.say(link, message)
    return Begun(message=message)
