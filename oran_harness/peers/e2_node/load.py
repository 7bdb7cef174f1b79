"""RIC Service Load Status and Load Update (E2AP 8.2.8, 8.2.9, since 7.00)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.peers.e2_node.link import Link
from oran_harness.peers.e2_node.load_items import Items, confirmation, grantable, information, merged
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.messages import (
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICserviceLoadUpdate,
)

PERIODS_S: Mapping[str, float] = {"ms500": 0.5, "ms1000": 1.0, "ms2000": 2.0, "ms5000": 5.0, "ms10000": 10.0}
_MOST_REPORTS = 256


@dataclass(slots=True)
class LoadReport:
    """Loads that are reported under the two Load Measurement IDs, on the association of that name.

    ``period_s`` is None where the RIC gave none: then one update tells everything.
    """

    ric_id: int
    node_id: int
    link: str
    items: Items
    period_s: float | None = None
    timer: int | None = None


def control(turn: Turn, request: RICserviceLoadStatusRequest) -> None:
    """Start load reports, add to them, or stop them (8.2.8.2); what cannot be reported is refused (8.2.8.3)."""
    ric_id = request.ric_load_measurement_id
    assert ric_id is not None
    running = turn.state.loads.get(ric_id)
    if request.registration_request == "start":
        _start(turn, request, ric_id)
    elif running is None or request.e2_node_load_measurement_id not in (None, running.node_id):
        turn.refuse(request, "requested-information-unavailable")
    elif request.registration_request == "stop":
        _end(turn.state, running)
        turn.answer(RICserviceLoadStatusResponse(ric_id, running.node_id))
    else:
        _add(turn, request, running)


def _start(turn: Turn, request: RICserviceLoadStatusRequest, ric_id: int) -> None:
    state = turn.state
    items = grantable(state, request.ran_function_load_request_list)
    if not items or (ric_id not in state.loads and len(state.loads) >= _MOST_REPORTS):
        turn.refuse(request, "requested-information-unavailable")
        return
    before = state.loads.get(ric_id)
    if before is not None:
        _end(state, before)
    node_id = _free(each.node_id for each in state.loads.values())
    period_s = PERIODS_S.get(request.reporting_periodicity or "")
    report = state.loads[ric_id] = LoadReport(ric_id, node_id, turn.link.name, items, period_s)
    turn.answer(RICserviceLoadStatusResponse(ric_id, node_id, confirmation(items)))
    _report(state, report, turn.now)


def _add(turn: Turn, request: RICserviceLoadStatusRequest, report: LoadReport) -> None:
    items = grantable(turn.state, request.ran_function_load_request_list)
    if not items:
        turn.refuse(request, "requested-information-unavailable")
        return
    report.items = merged(report.items, items)
    turn.answer(RICserviceLoadStatusResponse(report.ric_id, report.node_id, confirmation(items)))


def _report(state: State, report: LoadReport, now: float) -> None:
    """Send an update, and set the time of the next; with the association the reports are gone, too."""
    link = _link(state, report)
    if link is None:
        _end(state, report)
        return
    if not state.quiet:
        state.say(link, RICserviceLoadUpdate(report.ric_id, report.node_id, information(state, report.items)))
    if report.period_s is not None:
        report.timer = state.timers.set(now + report.period_s, lambda then: _report(state, report, then))


def _link(state: State, report: LoadReport) -> Link | None:
    link = state.links.get(report.link)
    return link if link is not None and link.in_use else None


def _end(state: State, report: LoadReport) -> None:
    if report.timer is not None:
        state.timers.cancel(report.timer)
    if state.loads.get(report.ric_id) is report:
        del state.loads[report.ric_id]


def _free(taken: Iterable[Any]) -> int:
    used = set(taken)
    return next(number for number in range(1, len(used) + 2) if number not in used)
