"""Reporting and granularity periods of KPM with an E2 node under test (KPM 7.3, 7.4.2, 8.2.1.1.1, 8.3.8, 8.3.12)."""

from oran_harness.conformance.choices import PERIOD_MS
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, admitted, of, released, serving, unharmed
from oran_harness.conformance.kpm.node_scenery import (
    NEEDS,
    NODE_STYLE,
    attempt,
    check_format,
    claimed_editions,
    offer,
    open_to,
    possible_report,
    report,
    simple_offer,
)
from oran_harness.conformance.periods import period_ms
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.timestamps import collection_start, start_time, wrong_form, wrong_form_of_two
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import Peer, check, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-KPM"
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")
_BOUNDS = ("RICsubscription", "KPM", "bounds")
_RECORDS = 5
_ODD_MS = 137
_LONGEST_MS = (1 << 32) - 1
_SLOWER = 4
_COUNTED = 6
_LONG = 10
_TICK_S = 0.001
_UNSETTLED = 4
"""So many octets has a time stamp of KPM 2.03: what they mean is open, so that nothing follows from them."""


@case(
    id="E2SM-KPM-231",
    title="A report has a record for each granularity period",
    clause=f"{_CLAUSE} 7.4.2.4, 8.2.1.4.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def has_a_record_for_each_period(ric: Peer) -> None:
    """Five go into a reporting period; one more or fewer is forgiven, and the first report is not looked at."""
    offered = offer(ric)
    definition = offered.definition(granularity_ms=PERIOD_MS // _RECORDS)
    request = await open_to(ric, offered.request(ric, definition), "granularity periods within the reporting period")
    await report(ric, request)
    count = len((await report(ric, request)).records)
    check(
        abs(count - _RECORDS) <= 1,
        "A report has a record for each granularity period of its reporting period (KPM 7.4.2.4)",
        expected=f"about {_RECORDS} records",
        actual=f"{count} records",
    )


@case(
    id="E2SM-KPM-232",
    title="A granularity period longer than the reporting period is answered",
    clause=f"{_CLAUSE} 8.3.8; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_BOUNDS, "negative"),
    suite="kpm",
)
async def answers_a_long_granularity(ric: Peer) -> None:
    """Admitted or refused, and no harm: what it means no clause says."""
    offered = simple_offer(ric)
    await serving(ric)
    definition = offered.definition(granularity_ms=_LONG * PERIOD_MS)
    found = await attempt(ric, offered.request(ric, definition), "a granularity period above the reporting period")
    if found.admitted:
        await possible_report(ric, found.request)
    await unharmed(ric, "a granularity period above the reporting period")


@case(
    id="E2SM-KPM-233",
    title="Reporting periods at their bounds are answered",
    clause=f"{_CLAUSE} 8.2.1.1.1; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_BOUNDS,
    suite="kpm",
)
async def answers_periods_at_bounds(ric: Peer) -> None:
    """1 ms and 4,294,967,295 ms, with the same granularity period: admitted or refused, and no harm."""
    offered = simple_offer(ric)
    await serving(ric)
    for period in (_LONGEST_MS, 1):
        request = offered.request(ric, offered.definition(granularity_ms=period), reporting_ms=period)
        found = await attempt(ric, request, f"a reporting period of {period} ms")
        if found.admitted:
            await released(ric, found.request)
    await unharmed(ric, "reporting periods at their bounds")


@case(
    id="E2SM-KPM-234",
    title="A report with an odd reporting period comes in the format of its style",
    clause=f"{_CLAUSE} 7.3, 8.2.1.1.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def serves_an_odd_period(ric: Peer) -> None:
    """137 ms, unless the node refuses it: then there is nothing to see."""
    offered = offer(ric)
    definition = offered.definition(granularity_ms=_ODD_MS)
    found = await attempt(ric, offered.request(ric, definition, reporting_ms=_ODD_MS), "an odd reporting period")
    if not found.admitted or period_ms(found.request) != _ODD_MS:
        raise unsupported(f"the E2 node admits no reporting period of {_ODD_MS} ms")
    check_format(await report(ric, found.request), 1, NODE_STYLE)


@case(
    id="E2SM-KPM-235",
    title="Subscriptions with different reporting periods each keep their own",
    clause=f"{_CLAUSE} 7.3",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def keeps_periods_apart(ric: Peer) -> None:
    """One reports four times as seldom as the other; while that reports six times, it does so three times at most.

    The tolerance is ours: no clause gives one.
    """
    offered = offer(ric)
    fast, _ = await admitted(ric, offered.request(ric))
    period = (period_ms(fast) or PERIOD_MS) * _SLOWER
    definition = offered.definition(granularity_ms=period)
    slow = await open_to(ric, offered.request(ric, definition, reporting_ms=period), "another reporting period")
    for _ in range(_COUNTED):
        await report(ric, fast)
    seen = 0
    while seen < _COUNTED and await ric.hear(RICindication, where=of(slow), within=_TICK_S) is not None:
        seen += 1
    check(
        seen <= _COUNTED // 2,
        "Each of two subscriptions reports in its own reporting period (KPM 7.3)",
        expected=f"1 or 2 reports of the subscription with {period} ms for {_COUNTED} of the other",
        actual=f"{seen} reports of it",
    )
    await report(ric, slow, requirement="Each of two subscriptions reports in its own reporting period (KPM 7.3)")


@case(
    id="E2SM-KPM-236",
    title="The collection start time is a time of RFC 5905, and does not go back",
    clause=f"{_CLAUSE} 7.4.2.3, 8.3.12",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F1"),
    suite="kpm",
)
async def start_times_go_on(ric: Peer) -> None:
    """Over three reports. Whether it is the start of each period or of the subscription is open; the date, too."""
    offered = simple_offer(ric)
    request, _ = await admitted(ric, offered.request(ric))
    before: float | None = None
    earlier = b""
    for _ in range(3):
        otherwise = Verdict.FAIL if offered.style.style == NODE_STYLE else Verdict.INCONC
        told = await report(ric, request, otherwise=otherwise)
        for claimed in claimed_editions(ric):
            accepting = KPM.accepting(PayloadKind.INDICATION_HEADER, told.indication.ric_indication_header or b"")
            check(
                claimed in accepting,
                "The indication header conforms to the edition of KPM that is claimed (KPM 8.4.1)",
                expected=f"an indication header of KPM {claimed}",
                actual=f"one of {', '.join(accepting)}",
            )
        octets = start_time(told.header)
        start = None if octets is None else collection_start(octets)
        if octets is None or start is None:
            raise inconclusive("a collection start time cannot be read; the rules say what is wrong with it")
        wrong = wrong_form(octets) or wrong_form_of_two(earlier, octets)
        earlier = octets
        check(
            wrong is None or not wrong.certain,
            "The collection start time is in the format of RFC 5905 (KPM 8.3.12)",
            expected="seconds since 1900 and their fraction",
            actual=f"{octets.hex()}, which is {wrong.description if wrong else ''}",
        )
        if len(octets) == _UNSETTLED:
            continue
        check(
            before is None or start >= before,
            "The collection of a later report does not start before that of an earlier one (KPM 7.4.2.3)",
            expected=f"{before} or later, in seconds since 1970",
            actual=f"{start}",
        )
        before = start


@case(
    id="E2SM-KPM-237",
    title="A subscription that is deleted ends, and no other",
    clause="O-RAN.WG3.E2AP 8.2.2.2; O-RAN.WG3.E2SM-KPM 7.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("RICsubscriptionDelete", "RICindication", "KPM", "positive"),
    suite="kpm",
)
async def ends_one_of_two(ric: Peer) -> None:
    """Of two subscriptions that differ in their measurement the first one is deleted; the second one reports on."""
    offered = offer(ric)
    names = offered.measurements(2)
    first, _ = await admitted(ric, offered.request(ric, offered.definition(measurements=names[:1])))
    second = await open_to(
        ric, offered.request(ric, offered.definition(measurements=names[-1:])), "another measurement beside a first"
    )
    await report(ric, second)
    await released(ric, first)
    for _ in range(2):
        # One may have been on its way before the other subscription ended.
        await report(
            ric, second, requirement="A subscription goes on when another one is deleted (E2AP 8.2.2.2, KPM 7.3)"
        )
