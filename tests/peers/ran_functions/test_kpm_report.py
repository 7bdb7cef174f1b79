"""Indication messages of KPM: the records of one reporting period."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.kpm_action import KpmAction, read_action
from oran_harness.peers.ran_functions.kpm_report import MAXIMUM_RECORDS, Report, records_of
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_events import own_events
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.build import action_definition, condition, names, slice_label
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import matched_values, record_lengths, reports

EDITION = "5.00"
PRESENT = condition("rSRP", "present")


def radio() -> Radio:
    """A network that began at 0."""
    one = Radio(seed=1)
    one.age(0.0)
    return one


def action(own: Radio, style: int, now: float = 0.0, **given: Any) -> KpmAction:
    """An action of a style, as it is read."""
    octets = action_definition(style, edition=EDITION, **given)
    read = read_action(octets, EDITION, {style: names("gnb", style, everything=True)}, own, now)
    assert isinstance(read, KpmAction)
    return read


def told(own: Radio, asked: KpmAction, end: float = 10.0, period_ms: int = 1000) -> Any:
    """The message of a period, None if there is none."""
    octets = Report(own, end, period_ms, EDITION).message(asked)
    return None if octets is None else KPM.decode(PayloadKind.INDICATION_MESSAGE, octets, EDITION).value


@pytest.mark.parametrize(
    ("period", "granularity", "records"), [(1000, 1000, 1), (1000, 100, 10), (1000, 300, 3), (100, 1000, 1)]
)
def test_number_of_records(period: int, granularity: int, records: int) -> None:
    """One record for each whole granularity period, one at least."""
    assert records_of(period, granularity) == records


def test_granularity_periods_fill_the_reporting_period() -> None:
    """The last granularity period ends with the reporting period, and each follows the one before."""
    own = radio()
    report = Report(own, 10.0, 1000, EDITION)
    assert report.start == 9.0
    windows = report.windows(action(own, 1, granularity_ms=250))
    assert [(one.start, one.seconds) for one in windows] == [(9.0, 0.25), (9.25, 0.25), (9.5, 0.25), (9.75, 0.25)]
    assert len(report.windows(action(own, 1, granularity_ms=1))) == MAXIMUM_RECORDS == 1000


def test_node_and_cell() -> None:
    """Style 1 is about the node, or about one cell, which has fewer PRBs; it repeats the subscription."""
    own = radio()
    asked = action(own, 1, measurements=("RRU.PrbAvailDl", ("RRU.PrbUsedDl", (slice_label(1), slice_label(2)))))
    content = content_of(told(own, asked))
    assert record_lengths(content) == (3,)
    assert (content.meas_info_list, content.granul_period) == (asked.measurements, 1000)
    one_cell = action(own, 1, measurements=("RRU.PrbAvailDl",), cell=own.cells[0])
    both = [content_of(told(own, each)).meas_data[0].meas_record[0][1] for each in (asked, one_cell)]
    assert both[0] == 2 * both[1]


def test_ues_that_leave() -> None:
    """A UE that goes has no values from then on, and is missing in the next period (KPM 7.4.4.4)."""
    own = radio()
    gone = next(event for event in own_events(own, 20.0, 60.0) if event.state == "rrc-idle")
    assert gone.ue is not None
    asked = action(own, 2, gone.at - 0.5, ues=[own.ue_id(gone.ue.number)], granularity_ms=100)
    values = [item.meas_record[0][0] for item in content_of(told(own, asked, gone.at + 0.5)).meas_data]
    assert set(values[:5]) == {"real"}
    assert set(values[5:]) == {"noValue"}
    assert told(own, asked, gone.at + 1.5) is None


def test_ues_that_match() -> None:
    """Style 4 reports those who pass the tests, style 5 those who were named and are there, each with its records."""
    own = radio()
    everybody = action(own, 4, conditions=[PRESENT], granularity_ms=500)
    message = told(own, everybody)
    assert format_of(message) == 3
    assert {identity(each.ue_id) for each in reports(message)} == {
        identity(own.ue_id(each.ue.number)) for each in Report(own, 10.0, 1000, EDITION).latest(everybody)
    }
    assert all(record_lengths(each.content) == (1, 1) for each in reports(message))
    strong = told(own, action(own, 4, conditions=[condition("cQI", "greaterthan", 10)]))
    assert 0 < len(reports(strong)) < len(reports(message))
    two = told(own, action(own, 5, ues=[own.ue_id(2), own.ue_id(1)]))
    assert [each.ue_id for each in reports(two)] == [own.ue_id(2), own.ue_id(1)]
    assert told(own, action(own, 4, conditions=[condition("isStat")])) is None


def test_matching_measurement_by_measurement() -> None:
    """Style 3 has a value for each UE that matched each measurement; periods without it have none."""
    own = radio()
    asked = action(own, 3, measurements=("DRB.UEThpDl", "RRU.PrbTotDl"), conditions=[PRESENT], granularity_ms=100)
    message = content_of(told(own, asked, 30.0, 5000))
    first, second = message.meas_cond_ue_id_list
    assert first.matching_ue_id_list == second.matching_ue_id_list
    assert [matched_values(message, index) for index in range(50)] == list(record_lengths(message))
    assert len(message.meas_data) == 50
    assert any(value[0] == "noValue" for item in message.meas_data for value in item.meas_record)


def test_conditions_for_reporting() -> None:
    """From 4.00 on a value that fails its reporting condition is sent as not satisfied."""
    own = radio()
    plain = action(own, 1, measurements=("RRU.PrbTotDl",)).measurements[0]
    for bound, kind in ((0, "integer"), (101, "notSatisfied")):
        test = k.MatchCondReportItem(k.MeasValueReportCond("greaterthan", ("valueInt", bound)))
        item = k.MeasurementInfoItem(plain.meas_type, plain.label_info_list, (test,))
        content: Any = ("actionDefinition-Format1", k.E2SM_KPM_ActionDefinition_Format1((item,), 1000))
        octets = KPM.encode(PayloadKind.ACTION_DEFINITION, k.E2SM_KPM_ActionDefinition(1, content), EDITION)
        read = read_action(octets, EDITION, {1: names("gnb")}, own, 0.0)
        assert isinstance(read, KpmAction)
        assert content_of(told(own, read)).meas_data[0].meas_record[0][0] == kind
