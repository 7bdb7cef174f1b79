"""RIC Service Load Status and Load Update (E2AP 8.2.8, 8.2.9, since 7.00)."""

from dataclasses import replace

from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.lasting_tables import LOAD
from oran_harness.protocols.e2ap.engine.load_reports import LoadReports
from oran_harness.protocols.e2ap.engine.states import LoadState
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.engine.turn import Turn, listed
from oran_harness.protocols.e2ap.messages import (
    RICserviceLoadStatusFailure,
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICserviceLoadUpdate,
)


def _advance(turn: Turn, reports: LoadReports, event: str) -> LoadReports:
    target = LOAD.get((reports.state, event))
    if target is not None and target is not reports.state:
        reports = replace(reports, state=target, changed=turn.now, changed_stream=turn.stream)
    turn.records.load_reports[reports.ric_id] = reports
    return reports


def _known(turn: Turn) -> bool:
    return turn.records.services_known and not turn.records.load_reports.overflowed


def request(turn: Turn, message: RICserviceLoadStatusRequest) -> None:
    """The RIC starts, extends or stops load reports."""
    kind = message.registration_request
    _judge_parts(turn, message)
    name = message.ric_load_measurement_id
    if name is None or kind is None:
        turn.records.services_known &= name is not None
        return
    reports = turn.records.load_reports.get_or_none(name)
    if reports is None and kind == "start":
        reports = LoadReports(name, None, LoadState.ABSENT, turn.now, turn.stream, turn.intact)
    if reports is None or (reports.state in (LoadState.ABSENT, LoadState.STOPPED) and kind != "start"):
        if _known(turn):
            turn.irregular(
                IrregularityKind.LOAD_REQUEST_UNKNOWN,
                f"{turn.name} ({kind}) for load measurement {name}, which does not run",
                expected=f"one that runs: {listed(turn.records.load_reports)}",
                actual=str(name),
            )
        return
    _advance(turn, reports, f"{turn.name}({kind})")


def _judge_parts(turn: Turn, message: RICserviceLoadStatusRequest) -> None:
    kind = message.registration_request
    lacking = []
    if kind in ("stop", "add") and message.e2_node_load_measurement_id is None:
        lacking.append("the node's Load Measurement ID")
    if kind in ("start", "add") and not message.ran_function_load_request_list:
        lacking.append("the list of RAN functions")
    if lacking:
        turn.irregular(
            IrregularityKind.LOAD_REQUEST_INCOMPLETE,
            f"{turn.name} ({kind}) without {' and '.join(lacking)}",
            expected=" and ".join(lacking),
            actual="absent",
            certain=turn.intact,
        )


def response(turn: Turn, message: RICserviceLoadStatusResponse) -> None:
    """The node reports from now on, or has stopped."""
    run = turn.answers
    if run is None or turn.late or not isinstance(run.request, RICserviceLoadStatusRequest):
        turn.records.services_known = False
        return
    asked = run.request
    expected = asked.e2_node_load_measurement_id
    given = message.e2_node_load_measurement_id
    if asked.registration_request in ("stop", "add") and None not in (expected, given) and expected != given:
        turn.irregular(
            IrregularityKind.LOAD_ID_DIFFERS,
            f"{turn.name} names another node Load Measurement ID than its request",
            expected=str(expected),
            actual=str(given),
            certain=not turn.mispaired,
        )
    wanted = {item.ran_function_id for item in present(asked.ran_function_load_request_list, "ran_function_id")}
    confirmed = [item.ran_function_id for item in present(message.ran_function_load_confirm_list, "ran_function_id")]
    unasked = [identifier for identifier in confirmed if identifier not in wanted]
    if unasked and asked.registration_request != "stop":
        turn.irregular(
            IrregularityKind.LOAD_ITEM_NEVER_ASKED,
            f"{turn.name} confirms load reports of RAN functions {listed(unasked)}, which were not asked for",
            expected=f"functions among {listed(sorted(wanted))}",
            actual=listed(confirmed),
            certain=run.intact and not turn.mispaired,
        )
    if asked.registration_request in ("start", "add") and not confirmed:
        turn.irregular(
            IrregularityKind.LOAD_ANSWER_INCOMPLETE,
            f"{turn.name} confirms no RAN function, though its request said {asked.registration_request}",
            expected="the list of RAN functions that are reported on, or a failure",
            actual="absent",
            certain=turn.whole,
        )
    reports = turn.records.load_reports.get_or_none(asked.ric_load_measurement_id or 0)
    if reports is not None:
        reports = replace(reports, node_id=given or reports.node_id, certain=reports.certain and not turn.mispaired)
        _advance(turn, reports, turn.name)


def failure(turn: Turn, message: RICserviceLoadStatusFailure) -> None:
    """The node refuses; what it then gives as its own measurement id is open."""
    run = turn.answers
    if run is None or turn.late or not isinstance(run.request, RICserviceLoadStatusRequest):
        return
    reports = turn.records.load_reports.get_or_none(run.request.ric_load_measurement_id or 0)
    if reports is not None:
        _advance(turn, reports, turn.name)


def update(turn: Turn, message: RICserviceLoadUpdate) -> None:
    """The node reports loads."""
    name = message.ric_load_measurement_id
    if name is None:
        return
    reports = turn.records.load_reports.get_or_none(name)
    if reports is None or reports.state is LoadState.ABSENT:
        if _known(turn) and (reports is None or reports.certain):
            turn.irregular(
                IrregularityKind.LOAD_UPDATE_UNKNOWN,
                f"{turn.name} for load measurement {name}, which was never started",
                expected=f"one that runs: {listed(turn.records.load_reports)}",
                actual=str(name),
            )
        return
    if reports.state is LoadState.STOPPED:
        turn.irregular(
            IrregularityKind.LOAD_UPDATE_AFTER_STOP,
            f"{turn.name} for load measurement {name} after its stop was confirmed",
            expected="no Load Update",
            actual=f"{turn.name} {turn.now - reports.changed:.3f} s later",
            certain=reports.certain and turn.ordered(reports.changed_stream, reports.changed),
        )
