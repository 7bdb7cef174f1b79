"""Reporting conditions of KPM (4.00 on) with an E2 node under test: values that fail them are withheld."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, released
from oran_harness.conformance.kpm.node_scenery import (
    NODE_STYLE,
    Offer,
    Told,
    claimed_editions,
    offer,
    open_to,
    possible_report,
    report,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.labels import label_list
from oran_harness.service_models.kpm.elements import MatchCondReportItem, MeasurementInfoItem
from oran_harness.service_models.kpm.records import reports
from oran_harness.steps import Peer, check, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4.2"
_NEEDS = ("service-model:KPM", "kpm:4.00")
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")
_SINCE = (4, 0)
_BELOW_ALL = -2_000_000_000
"""Less than any value can be: of integers the least is 0."""
_ALWAYS = ("greaterthan", _BELOW_ALL)
_NEVER = ("lessthan", _BELOW_ALL)
_WITHHELD = {"notSatisfied", "noValue"}
_VALUES = {"integer", "real", "noValue"}


@case(
    id="E2SM-KPM-291",
    title="A value that fails its reporting condition is not reported",
    clause=f"{_CLAUSE}.2, 7.4.2.4, 8.2.1.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def withholds_a_value(ric: Peer) -> None:
    """A condition that no value meets: "not satisfied" stands in its place, or there is no report at all."""
    offered = _offer(ric)
    await _withheld(ric, offered, kpm.reporting_conditions(_NEVER), "a reporting condition that no value meets")


@case(
    id="E2SM-KPM-292",
    title="A value that meets its reporting condition is reported",
    clause=f"{_CLAUSE}.2, 7.4.2.4, 8.3.28",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_a_value(ric: Peer) -> None:
    """A condition that every value meets; nothing is "not satisfied"."""
    offered = _offer(ric)
    await _reported(ric, offered, (_ALWAYS,), "a reporting condition that every value meets")


@case(
    id="E2SM-KPM-293",
    title="A value has to meet all of its reporting conditions",
    clause=f"{_CLAUSE}.2, 7.4.2.4, 8.2.1.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def joins_conditions(ric: Peer) -> None:
    """One that every value meets, and one that none does."""
    offered = _offer(ric)
    conditions = kpm.reporting_conditions(_ALWAYS, _NEVER)
    await _withheld(ric, offered, conditions, "two reporting conditions, of which no value meets the second")


@case(
    id="E2SM-KPM-294",
    title="Of reporting conditions that are joined by OR one is enough",
    clause=f"{_CLAUSE}.2, 7.4.2.4, 8.3.25",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def takes_alternatives(ric: Peer) -> None:
    """One that no value meets, or one that every value does."""
    offered = _offer(ric)
    await _reported(ric, offered, (_NEVER, _ALWAYS), "two reporting conditions joined by OR")


@case(
    id="E2SM-KPM-295",
    title="A value that is withheld keeps its place in the record",
    clause=f"{_CLAUSE}.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def keeps_the_place(ric: Peer) -> None:
    """The first of two measurements fails its condition, the second one has none."""
    offered = _offer(ric)
    first, second = _integers(offered, 2)
    asked = (_item(first, kpm.reporting_conditions(_NEVER)), _item(second))
    request = await _open_to(ric, offered, asked, "a reporting condition for one of two measurements")
    told = await report(ric, request)
    order = _order(told, offered) or [first, second]
    for record in told.records:
        kinds = {name: kind for name, (kind, _) in zip(order, record, strict=False)}
        check(
            len(record) == len(asked) and kinds.get(first) in _WITHHELD and kinds.get(second) in _VALUES,
            "A value that fails its reporting condition is said to be not satisfied, in its place (KPM 7.4.2.4)",
            expected=f"{first}: notSatisfied; {second}: a value",
            actual=", ".join(kind for kind, _ in record),
        )


def _offer(ric: Peer) -> Offer:
    """Report style 1 of a node that surely knows reporting conditions.

    They stand behind an extension marker, so that one of an earlier edition passes over them and is right.
    """
    offered = offer(ric, NODE_STYLE)
    known = (*claimed_editions(ric), *ric.function("KPM").payload.accepting[:1])
    if not any(_number(edition) >= _SINCE for edition in known):
        raise unsupported("nothing tells that the E2 node speaks E2SM-KPM 4.00 or later")
    return offered if _number(offered.edition) >= _SINCE else Offer(offered.function_id, "4.00", offered.style)


def _number(edition: str) -> tuple[int, ...]:
    return tuple(map(int, edition.split(".")))


def _integers(offered: Offer, count: int) -> list[str]:
    """So many measurements of the node that are known to be integers, so that a condition compares alike with alike."""
    names = offered.measurements(len(offered.style.names))
    found = [name for name in names if name in kpm.CATALOGUE and not kpm.CATALOGUE[name].real]
    if len(found) < count:
        raise unsupported(f"the E2 node offers fewer than {count} measurements that are known to be integers")
    return found[:count]


def _item(name: str, conditions: tuple[MatchCondReportItem, ...] | None = None) -> MeasurementInfoItem:
    return MeasurementInfoItem(("measName", name), label_list((kpm.no_label(),)), conditions)


async def _open_to(
    ric: Peer, offered: Offer, asked: tuple[MeasurementInfoItem, ...], what: str
) -> RICsubscriptionRequest:
    return await open_to(ric, offered.request(ric, offered.definition(measurements=asked)), what)


async def _withheld(ric: Peer, offered: Offer, conditions: tuple[MatchCondReportItem, ...], what: str) -> None:
    (name,) = _integers(offered, 1)
    request = await _open_to(ric, offered, (_item(name, conditions),), what)
    told = await possible_report(ric, request)
    kinds = set() if told is None else {kind for record in told.records for kind, _ in record}
    check(
        kinds <= _WITHHELD,
        f"With {what} the E2 node says that it is not satisfied instead of the value (KPM 7.4.2.4)",
        expected=f"{name}: notSatisfied, or no report",
        actual=", ".join(sorted(kinds)),
    )


async def _reported(ric: Peer, offered: Offer, limits: tuple[tuple[str, float], ...], what: str) -> None:
    """With integers as limits or, where those are not satisfied, with reals: the types of values are open."""
    (name,) = _integers(offered, 1)
    kinds: set[str] = set()
    for alike in (int, float):
        compared = [(expression, alike(limit)) for expression, limit in limits]
        conditions = kpm.reporting_conditions(*compared, alternatively=True)
        request = await _open_to(ric, offered, (_item(name, conditions),), what)
        told = await report(ric, request)
        kinds = {kind for record in told.records for kind, _ in record}
        if kinds <= _VALUES:
            return
        await released(ric, request)
    check(
        kinds <= _VALUES,
        f"With {what} the E2 node reports the value (KPM 7.4.2.2)",
        expected=f"{name}: a value, or noValue",
        actual=", ".join(sorted(kinds)),
    )


def _order(told: Told, offered: Offer) -> list[str | None]:
    """The names of measurements in the order of the report's own list, by ID or name; empty where it has none."""
    named = [item.meas_type for each in reports(told.message) for item in each.content.meas_info_list or ()]
    return [value if isinstance(value, str) else offered.style.ids.get(value) for _, value in named]
