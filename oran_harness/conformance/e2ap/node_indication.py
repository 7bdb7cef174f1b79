"""RIC Indication with an E2 node under test (E2AP 8.2.3)."""

from oran_harness.conformance.choices import PERIOD_MS, Reporting, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, of, subscribed
from oran_harness.conformance.periods import period_ms
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.steps import Peer, check

NEEDS = ("service-model:KPM",)
_CLAUSE = "O-RAN.WG3.E2AP 8.2.3.2"
_TAGS = ("RICindication", "positive")
_COUNTED = 6
_SLOWEST = 3.0
_FASTEST = 0.33


@case(
    id="E2AP-IND-201",
    title="What was subscribed is reported",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.2.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.2.4.1"),
)
async def reports(ric: Peer) -> None:
    """A RIC INDICATION of type report with the ids of the subscription and of its action."""
    report = reporting(ric)
    request = await subscribed(ric, report)
    indication = await ric.expect(
        RICindication,
        where=of(request),
        otherwise=_unless_idle(report),
        requirement="A periodic report that was admitted is sent (E2AP 8.2.3.2)",
    )
    check(
        indication.ran_function_id == request.ran_function_id,
        "A RIC INDICATION has the RAN Function ID of its subscription (E2AP 8.2.3.2)",
        expected=request.ran_function_id,
        actual=indication.ran_function_id,
    )
    check(
        indication.ric_action_id == 1,
        "A RIC INDICATION has the id of the action that it is about (E2AP 8.2.3.2)",
        expected=1,
        actual=indication.ric_action_id,
    )
    check(
        indication.ric_indication_type == "report",
        "The RIC INDICATION of a REPORT action has type report (E2AP 8.2.3.2)",
        expected="report",
        actual=indication.ric_indication_type or "none",
    )


@case(
    id="E2AP-IND-202",
    title="Periodic reports come at about the period that was asked for",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-KPM 7.3",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def keeps_the_pace(ric: Peer) -> None:
    """On average over several reports, with a tolerance of three times either way: no clause gives one."""
    report = reporting(ric)
    request = await subscribed(ric, report)
    times = []
    for _ in range(_COUNTED):
        await ric.expect(
            RICindication,
            where=of(request),
            otherwise=_unless_idle(report),
            requirement="A periodic report goes on until it is deleted (KPM 7.3)",
        )
        assert ric.last is not None
        times.append(ric.last.t)
    period = period_ms(request) or PERIOD_MS
    pace = (times[-1] - times[0]) / (_COUNTED - 1) * 1000
    check(
        _FASTEST * period <= pace <= _SLOWEST * period,
        "Reports come at about the reporting period (KPM 7.3)",
        expected=f"about {period} ms between two reports",
        actual=f"{pace:.0f} ms between two reports, on average over {_COUNTED}",
    )


def _unless_idle(report: Reporting) -> Verdict:
    """What it means that no report comes: where it is about UEs there may be none that matches."""
    return Verdict.FAIL if report.steady else Verdict.INCONC
