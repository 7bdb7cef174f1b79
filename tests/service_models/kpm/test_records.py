"""What the records of an indication must hold."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format2,
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format2,
    E2SM_KPM_IndicationMessage_Format255,
    MatchingCondItem,
    MatchingUEidItem,
    MatchingUEidItem_PerGP,
    MatchingUEidPerGP_Item,
    MeasurementCondUEidItem,
    MeasurementInfoItem,
    MeasurementLabel,
    MultiReportIndicationMessageItem,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import (
    RecordFault,
    expected_records,
    matched_forms,
    matched_values,
    record_faults,
    record_lengths,
    reports,
    subscribed_measurements,
    values_per_record,
)
from oran_harness.service_models.payload import PayloadKind
from tests.service_models.recorded import captured
from tests.service_models.samples import (
    MESSAGES,
    NO_LABEL,
    UE_CU_UP,
    UE_DU,
    action_1,
    measurement,
    message_1,
    message_3,
    records,
    style_1,
    style_4,
    style_5,
)

RANGE = (MeasurementLabel(five_qi=1, start_end_ind="start"), MeasurementLabel(five_qi=9, start_end_ind="end"))
OPEN = (MeasurementLabel(five_qi=1, start_end_ind="start"),)
NOBODY = MatchingUEidPerGP_Item(("noUEmatched", "true"))
TWO = MatchingUEidPerGP_Item(("oneOrMoreUEmatched", (MatchingUEidItem_PerGP(UE_DU), MatchingUEidItem_PerGP(UE_CU_UP))))


def content(message: E2SM_KPM_IndicationMessage) -> Any:
    """What a message's format holds."""
    return message.indication_message_formats[1]


def matched(
    flat: int | None = None, per_period: tuple[MatchingUEidPerGP_Item, ...] | None = None
) -> MeasurementCondUEidItem:
    """A measurement of format 2 with so many UEs in a flat list, or lists for each period."""
    ues = None if flat is None else tuple(MatchingUEidItem(UE_DU) for _ in range(flat))
    condition = MatchingCondItem(("measLabel", NO_LABEL))
    return MeasurementCondUEidItem(("measName", "A"), (condition,), ues, per_period)


def format_2(*items: MeasurementCondUEidItem) -> E2SM_KPM_IndicationMessage_Format2:
    """Message format 2 with these measurements."""
    return E2SM_KPM_IndicationMessage_Format2(records(1), items)


def test_measurements_of_a_subscription() -> None:
    """Formats 1, 2, 4 and 5 have a measurement list, 255 has one in each job."""
    one = measurement("DRB.UEThpDl")
    two = E2SM_KPM_ActionDefinition(
        2, ("actionDefinition-Format2", E2SM_KPM_ActionDefinition_Format2(UE_DU, action_1(one)))
    )
    for action in (style_1(one), two, style_4(one), style_5(UE_DU, UE_CU_UP)):
        assert subscribed_measurements(action) == (one,)
    assert subscribed_measurements(message_1(1)) is None
    assert subscribed_measurements(None) is None


@pytest.mark.parametrize(
    ("measurements", "count"),
    [
        ((measurement("A"),), 1),
        ((measurement("A"), measurement("B", NO_LABEL, MeasurementLabel(five_qi=1))), 3),
        ((measurement("A", *RANGE), measurement("B")), 10),
        ((measurement("A", *OPEN), measurement("B")), None),
        ((MeasurementInfoItem(("measName", "A"), None),), None),  # type: ignore[arg-type]
        ((measurement("A"), None), None),
        ((), None),
        (None, None),
    ],
)
def test_values_of_a_record(measurements: Any, count: int | None) -> None:
    """The labels of all measurements together, ranges expanded; None where it cannot be told."""
    assert values_per_record(measurements) == count


def test_records_of_the_wrong_length() -> None:
    """A record is measured by the report's own list, without one by the subscription, without both not at all."""
    two = (measurement("A"), measurement("B"))
    assert record_faults(content(message_1(2, 3, 1)), two) == (RecordFault(1, 2, 3), RecordFault(2, 2, 1))
    assert record_faults(content(message_1(2, items=two)), (measurement("A"),)) == ()
    assert record_faults(content(message_1(5)), None) == ()
    assert record_faults(content(message_1(5)), (measurement("A", *OPEN),)) == ()
    assert record_lengths(content(message_1(2, 3))) == (2, 3)


def test_reports_of_every_format() -> None:
    """Format 1 is one report, format 3 one a UE, format 255 those of its jobs; format 2 has none."""
    jobs = (MultiReportIndicationMessageItem(7, message_3(UE_DU)), MultiReportIndicationMessageItem(8, message_1(1)))
    whole = E2SM_KPM_IndicationMessage(("indicationMessage-Format255", E2SM_KPM_IndicationMessage_Format255(jobs)))
    assert [(one.ue_id, one.job_id) for one in reports(whole)] == [(UE_DU, 7), (None, 8)]
    assert [one.ue_id for one in reports(message_3(UE_DU, UE_CU_UP))] == [UE_DU, UE_CU_UP]
    alone = E2SM_KPM_IndicationMessage(message_1(1).indication_message_formats, 9)
    assert [one.job_id for one in reports(alone)] == [9]
    assert reports(E2SM_KPM_IndicationMessage(("indicationMessage-Format2", format_2(matched(1))))) == ()
    assert reports(None) == ()


def test_messages_in_messages_end() -> None:
    """Format 255 inside format 255, again and again, is followed a few levels."""
    message = message_1(1)
    for _ in range(60):
        inner = E2SM_KPM_IndicationMessage_Format255((MultiReportIndicationMessageItem(1, message),))
        message = E2SM_KPM_IndicationMessage(("indicationMessage-Format255", inner))
    assert reports(message) == ()


@pytest.mark.parametrize(
    ("period", "granularity", "count"),
    [(1000, 100, 10), (1000, 1000, 1), (1000, 300, None), (100, 1000, None), (None, 1, None), (1, None, None)],
)
def test_records_of_an_indication(period: int | None, granularity: int | None, count: int | None) -> None:
    """One record for each granularity period, if they fill the reporting period; otherwise nothing is said."""
    assert expected_records(period, granularity) == count


def test_forms_of_matched_ues_do_not_mix() -> None:
    """If one measurement of format 2 has lists for each period, all must."""
    assert not matched_forms(format_2(matched(1), matched(None))).mixed
    assert not matched_forms(format_2(matched(None, (TWO,)), matched(1, (TWO,)))).mixed
    assert matched_forms(format_2(matched(None, (TWO,)), matched(1))).mixed
    assert matched_forms(format_2(matched(None, (TWO,)), matched(None))).mixed


def test_values_of_matched_ues() -> None:
    """One value for each UE that matched each measurement; what the text leaves open is not counted."""
    assert matched_values(format_2(matched(2), matched(3), matched(None)), 0) == 5
    by_period = format_2(matched(9, (TWO, NOBODY)), matched(None, (TWO, TWO)))
    assert [matched_values(by_period, record) for record in range(3)] == [4, 2, None]
    assert matched_values(format_2(matched(None)), 0) is None
    assert matched_values(format_2(matched(None, (NOBODY,))), 0) is None


@given(message=MESSAGES, data=st.data())
@settings(max_examples=40, database=None, deadline=None)
def test_anything_decoded_leniently_is_judged(message: E2SM_KPM_IndicationMessage, data: st.DataObject) -> None:
    """Messages with one octet changed, as far as they can be read, raise nothing."""
    octets = bytearray(KPM.encode(PayloadKind.INDICATION_MESSAGE, message, "6.00"))
    octets[data.draw(st.integers(0, len(octets) - 1))] ^= data.draw(st.integers(1, 255))
    value = KPM.decode(PayloadKind.INDICATION_MESSAGE, bytes(octets), "6.00").value
    for report in reports(value):
        assert isinstance(record_faults(report.content, report.content.meas_info_list), tuple)
    inner = content_of(value)
    if isinstance(inner, E2SM_KPM_IndicationMessage_Format2):
        forms = matched_forms(inner)
        assert forms.per_period + forms.flat + forms.neither <= len(inner.meas_cond_ue_id_list or ())
        assert matched_values(inner, 0) != 0


def test_records_of_the_captures(reference: Path) -> None:
    """FlexRIC's records have as many values as their own measurement lists ask for, one record an indication."""
    counts = set()
    for one in captured(reference):
        if one.kind is PayloadKind.INDICATION_MESSAGE:
            for report in reports(KPM.decode(one.kind, one.octets).value):
                assert record_faults(report.content, None) == ()
                counts.add((values_per_record(report.content.meas_info_list), len(report.content.meas_data)))
    assert counts == {(2, 1), (5, 1), (7, 1)}
