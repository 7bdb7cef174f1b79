"""Measurements and labels of KPM with an E2 node under test (KPM 7.4.2, 8.3.9 to 8.3.11)."""

from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.choices import node_kind
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, admitted, released, says, serving, unharmed
from oran_harness.conformance.kpm.node_scenery import (
    NEEDS,
    Offer,
    Told,
    attempt,
    measured,
    offer,
    open_to,
    possible_report,
    report,
)
from oran_harness.model import Level
from oran_harness.service_models.common.build import TEST_PLMN, cell
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.elements import MeasurementLabel
from oran_harness.service_models.kpm.labels import labels_of
from oran_harness.service_models.kpm.records import reports
from oran_harness.steps import Peer, check, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4.2"
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")
_NEGATIVE = ("RICsubscription", "KPM", "negative")
_SEVERAL = 3
_NO_SLICE = kpm.slice_label(253, 0xFDFDFD)
"""A slice that no network under test is likely to have."""
_BINS = (kpm.bin_label(1), kpm.bin_label(2))
_FIVE_QIS = (kpm.five_qi_label(9), kpm.five_qi_label(7))
_UNKNOWN_NAME = "NOSUCH.Measurement"
_LAST_ID = 65535
_NO_NODE = BitString(bytes.fromhex("fffffef0"), 28)
"""A gNB ID that no node under test is likely to have."""


@case(
    id="E2SM-KPM-221",
    title="Several measurements of one action are all reported",
    clause=f"{_CLAUSE}.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_several_measurements(ric: Peer) -> None:
    """Each record has a value for each of them; what a report names was subscribed."""
    offered = offer(ric)
    names = offered.measurements(_SEVERAL)
    if len(names) < 2:
        raise unsupported("the E2 node offers one measurement in report style 1")
    request = await open_to(
        ric, offered.request(ric, offered.definition(measurements=names)), "several measurements in one action"
    )
    told = await report(ric, request)
    _named(told, offered, names)
    _values(told, len(names))


@case(
    id="E2SM-KPM-222",
    title="A measurement with several labels has a value for each",
    clause=f"{_CLAUSE}.4, 8.3.11",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_each_label(ric: Peer) -> None:
    """Two 5QIs. Which labels a node serves it does not declare, so that it may refuse them."""
    offered = offer(ric)
    name = offered.split_by("five_qi")
    if name is None:
        raise unsupported("the E2 node offers no measurement in report style 1 that is known to be split by 5QI")
    definition = offered.definition(measurements=((name, _FIVE_QIS),))
    request = await open_to(ric, offered.request(ric, definition), "labels")
    told = await report(ric, request)
    _labelled(told, _FIVE_QIS)
    _values(told, len(_FIVE_QIS))


@case(
    id="E2SM-KPM-223",
    title="A slice that there is not has no traffic",
    clause="O-RAN.WG3.E2SM-KPM 8.3.11",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_nothing_of_an_unknown_slice(ric: Peer) -> None:
    """The label is refused, or its value is none, or nothing: never that of the whole node."""
    offered = offer(ric)
    name = offered.split_by("slice_id")
    if name is None:
        raise unsupported("the E2 node offers no measurement in report style 1 that is known to be split by slice")
    definition = offered.definition(measurements=((name, (_NO_SLICE,)),))
    found = await attempt(ric, offered.request(ric, definition), "the label of a slice that there is not")
    told = await possible_report(ric, found.request) if found.admitted else None
    if told is not None:
        values = measured(told)
        check(
            not values,
            "The value of a measurement under a label is that of the label, here of a slice that there is not "
            "(KPM 8.3.11)",
            expected=f"{name} of slice SST 253, SD fdfdfd: noValue or 0",
            actual=", ".join(values),
        )


@case(
    id="E2SM-KPM-224",
    title="A measurement that is asked for twice is answered, and reported as often as it is asked for",
    clause=f"{_CLAUSE}.4, 8.2.1.4.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
    suite="kpm",
)
async def answers_a_measurement_twice(ric: Peer) -> None:
    """Admitted or refused; if admitted without a list of its own in the report, each record has both values."""
    offered = offer(ric)
    twice = offered.measurements() * 2
    await serving(ric)
    found = await attempt(ric, offered.request(ric, offered.definition(measurements=twice)), "a measurement twice")
    if found.admitted:
        told = await report(ric, found.request)
        _named(told, offered, twice)
        _values(told, len(twice))
    await unharmed(ric, "a subscription with a measurement twice")


@case(
    id="E2SM-KPM-225",
    title="A measurement can be subscribed by the ID that the node gives it",
    clause=f"{_CLAUSE}.2",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F10"),
    suite="kpm",
)
async def serves_measurement_ids(ric: Peer) -> None:
    """As well as by its name; where the node gives no IDs there is nothing to try."""
    offered = offer(ric)
    names = {name: number for number, name in sorted(offered.style.ids.items(), reverse=True)}
    usual = [name for name in offered.measurements(len(offered.style.names)) if name in names]
    if not usual:
        raise unsupported("the E2 node gives its measurements no IDs")
    by_name, _ = await admitted(ric, offered.request(ric, offered.definition(measurements=usual[:1])))
    await released(ric, by_name)
    by_id = offered.request(ric, offered.definition(measurements=(names[usual[0]],)))
    found = await attempt(ric, by_id, "a measurement ID")
    check(
        bool(found.admitted),
        "A measurement that is admitted by name is admitted by the ID that the node publishes for it (KPM 7.4.2.2)",
        expected=f"measurement ID {names[usual[0]]} ({usual[0]}) admitted",
        actual=says(found.answer),
    )
    told = await report(ric, found.request)
    _named(told, offered, usual[:1])
    _values(told, 1)


@case(
    id="E2SM-KPM-226",
    title="A measurement that the node does not publish is not measured",
    clause=f"{_CLAUSE}.2, 8.2.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "F10"),
    suite="kpm",
)
async def refuses_an_unknown_name(ric: Peer) -> None:
    """A subscription for such a name alone is refused, or has no values."""
    offered = offer(ric)
    await _not_measured(ric, offered, _UNKNOWN_NAME, f"the unknown measurement {_UNKNOWN_NAME}")


@case(
    id="E2SM-KPM-227",
    title="A measurement ID that the node does not publish is not measured",
    clause=f"{_CLAUSE}.2, 8.2.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "F10"),
    suite="kpm",
)
async def refuses_an_unknown_id(ric: Peer) -> None:
    """A subscription for such an ID alone is refused, or has no values."""
    offered = offer(ric)
    number = next(each for each in range(_LAST_ID, 0, -1) if each not in offered.style.ids)
    await _not_measured(ric, offered, number, f"the unknown measurement ID {number}")


@case(
    id="E2SM-KPM-228",
    title="A measurement that is published beside one that is not takes no harm",
    clause=f"{_CLAUSE}.4; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
    suite="kpm",
)
async def answers_known_beside_unknown(ric: Peer) -> None:
    """Refused as a whole or admitted; then what is reported names nothing else than what was subscribed."""
    offered = offer(ric)
    names = (*offered.measurements(), _UNKNOWN_NAME)
    await serving(ric)
    request = offered.request(ric, offered.definition(measurements=names))
    found = await attempt(ric, request, "an unknown measurement beside a known one", illegal=True)
    if found.admitted:
        told = await report(ric, found.request)
        _named(told, offered, names)
    await unharmed(ric, "a subscription with an unknown measurement beside a known one")


@case(
    id="E2SM-KPM-229",
    title="A cell that the node does not have has no measurements",
    clause=f"{_CLAUSE}.2",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
    suite="kpm",
)
async def measures_no_cell_of_others(ric: Peer) -> None:
    """The subscription is refused, or what it is about has no values: never those of the node's own cells."""
    offered = offer(ric)
    names = offered.measurements(len(offered.style.names))
    of_cells = [name for name in names if name in kpm.CATALOGUE and kpm.CATALOGUE[name].of_cell]
    if not of_cells:
        raise unsupported("the E2 node offers no measurement in report style 1 that is known to be of one cell")
    strange = cell(node_kind(ric), TEST_PLMN, _NO_NODE, 1)
    definition = offered.definition(measurements=of_cells[:1], cell=strange)
    found = await attempt(ric, offered.request(ric, definition), "a cell of another node")
    told = await possible_report(ric, found.request) if found.admitted else None
    values = [] if told is None else measured(told)
    check(
        not values,
        "A measurement of one cell is collected in the cell that the subscription points to (KPM 7.4.2.2)",
        expected=f"{of_cells[0]} of a cell of another node: noValue or 0",
        actual=", ".join(values),
    )


@case(
    id="E2SM-KPM-230",
    title="Bins of a distribution are each reported",
    clause=f"{_CLAUSE}.4, 8.3.11, 8.3.26",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_each_bin(ric: Peer) -> None:
    """The first two bins of the first dimension, as labels of one measurement; a node may refuse them."""
    offered = offer(ric)
    name = offered.split_by("dist_bin_x")
    if name is None:
        raise unsupported("the E2 node offers no measurement in report style 1 that is known to be a distribution")
    definition = offered.definition(measurements=((name, _BINS),))
    request = await open_to(ric, offered.request(ric, definition), "bins")
    told = await report(ric, request)
    _labelled(told, _BINS)
    _values(told, len(_BINS))


async def _not_measured(ric: Peer, offered: Offer, asked: str | int, what: str) -> None:
    request = offered.request(ric, offered.definition(measurements=(asked,)))
    found = await attempt(ric, request, what, illegal=True)
    told = await possible_report(ric, found.request) if found.admitted else None
    if told is not None:
        values = [str(value) for record in told.records for kind, value in record if kind in ("integer", "real")]
        check(
            not values,
            f"The E2 node reports no values of {what} (KPM 7.4.2.2, 8.2.2.1)",
            expected="RIC SUBSCRIPTION FAILURE, or noValue",
            actual=f"{says(found.answer)}, and values {', '.join(values)}",
        )


def _named(told: Told, offered: Offer, names: tuple[str, ...] | list[str]) -> None:
    """Whatever measurements a report names were subscribed, by name or by ID, with or without ``_Filter``."""
    asked = {each.removesuffix("_Filter") for each in names}
    told_names = [_name(item.meas_type, offered) for item in _listed(told)]
    check(
        {name.removesuffix("_Filter") for name in told_names} <= asked,
        "A report is about the measurements that were subscribed (KPM 7.4.2.4)",
        expected=", ".join(names),
        actual=", ".join(told_names),
    )


def _labelled(told: Told, asked: tuple[MeasurementLabel, ...]) -> None:
    """Whatever labels a report names were subscribed."""
    named = [label for item in _listed(told) for label in labels_of(item.label_info_list)]
    check(
        all(label in asked for label in named),
        "A report is about the labels that were subscribed (KPM 7.4.2.4, 8.3.11)",
        expected=f"{len(asked)} labels, as subscribed",
        actual=f"{sum(label not in asked for label in named)} labels that were not subscribed",
    )


def _values(told: Told, count: int) -> None:
    """Where a report has no list of measurements of its own, each record has a value for each that was subscribed."""
    if _listed(told):
        return
    lengths = sorted({len(record) for record in told.records})
    check(
        lengths == [count],
        "A record has one value for each label of each measurement that was subscribed (KPM 7.4.2.4)",
        expected=f"{count} values in each record",
        actual=f"{' or '.join(map(str, lengths))} values",
    )


def _listed(told: Told) -> list[Any]:
    return [item for each in reports(told.message) for item in each.content.meas_info_list or ()]


def _name(measurement: tuple[str, Any], offered: Offer) -> str:
    kind, value = measurement
    return str(value) if kind == "measName" else offered.style.ids.get(value, f"measurement ID {value}")
