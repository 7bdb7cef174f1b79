"""KPM indication headers and messages (KPM 8.2.1.3, 8.2.1.4)."""

from collections.abc import Sequence
from typing import Any, Final

from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.timestamp import timestamp
from oran_harness.service_models.kpm.build.action import Asked, measurement_list, measurement_type
from oran_harness.service_models.kpm.build.conditions import Condition, matching
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_IndicationHeader,
    E2SM_KPM_IndicationHeader_Format1,
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format1,
    E2SM_KPM_IndicationMessage_Format2,
    E2SM_KPM_IndicationMessage_Format3,
    MatchingCondItem,
    MatchingUEidItem,
    MeasurementCondUEidItem,
    MeasurementDataItem,
    MeasurementInfoItem,
    UEMeasurementReportItem,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.timestamps import expected_length
from oran_harness.service_models.payload import PayloadKind


class NotSatisfied:
    """The value of a measurement that fails its reporting condition (KPM 7.4.2.4, from 4.00 on)."""

    __slots__ = ()


NOT_SATISFIED: Final = NotSatisfied()
Value = int | float | NotSatisfied | None
"""A measured value; None for noValue."""
Records = Sequence[Sequence[Value]]
"""The values of each granularity period, oldest first."""


def indication_header(
    collection_start_unix_s: float,
    edition: str,
    *,
    file_format_version: str | None = None,
    sender_name: str | None = None,
    sender_type: str | None = None,
    vendor_name: str | None = None,
) -> bytes:
    """An indication header, format 1.

    The start of the collection is given in seconds since 1970; edition 2.03 has but its whole seconds. Raises
    ``ValueError`` for a time that the format cannot hold (before 1900, after 2036-02-07).
    """
    start = timestamp(collection_start_unix_s)[: expected_length(edition)]
    content = E2SM_KPM_IndicationHeader_Format1(start, file_format_version, sender_name, sender_type, vendor_name)
    value = E2SM_KPM_IndicationHeader(("indicationHeader-Format1", content))
    return KPM.encode(PayloadKind.INDICATION_HEADER, value, edition)


def indication_message(
    records: Records,
    edition: str,
    *,
    measurements: Sequence[Asked | MeasurementInfoItem] | None = None,
    granularity_ms: int | None = None,
) -> bytes:
    """An indication message of format 1, of report styles 1 and 2.

    ``measurements`` and ``granularity_ms`` repeat the subscription's, and may be left out.
    """
    return _encode(("indicationMessage-Format1", _report(records, measurements, granularity_ms)), edition)


def matched_indication_message(
    matched: Sequence[tuple[str | int, Sequence[Condition | MatchingCondItem], Sequence[UEID]]],
    records: Records,
    edition: str,
    *,
    granularity_ms: int | None = None,
) -> bytes:
    """An indication message of format 2, of report style 3.

    ``matched`` gives each measurement with its conditions and the UEs that matched, perhaps none; a record has one
    value for each of these UEs, measurement by measurement.
    """
    items = tuple(
        MeasurementCondUEidItem(
            measurement_type(name),
            matching(conditions),
            tuple(MatchingUEidItem(ue) for ue in ues) or None,
        )
        for name, conditions, ues in matched
    )
    content = E2SM_KPM_IndicationMessage_Format2(data(records), items, granularity_ms)
    return _encode(("indicationMessage-Format2", content), edition)


def ue_indication_message(
    reports: Sequence[tuple[UEID, Records]],
    edition: str,
    *,
    measurements: Sequence[Asked | MeasurementInfoItem] | None = None,
    granularity_ms: int | None = None,
) -> bytes:
    """An indication message of format 3, of report styles 4 and 5: each UE with its records."""
    items = tuple(
        UEMeasurementReportItem(ue, _report(records, measurements, granularity_ms)) for ue, records in reports
    )
    return _encode(("indicationMessage-Format3", E2SM_KPM_IndicationMessage_Format3(items)), edition)


def data(records: Records) -> tuple[MeasurementDataItem, ...]:
    """Records as a message holds them."""
    return tuple(MeasurementDataItem(tuple(_value(each) for each in record)) for record in records)


def _value(value: Value) -> Any:
    if isinstance(value, float):
        return ("real", value)
    if isinstance(value, int):
        return ("integer", value)
    return ("noValue", None) if value is None else ("notSatisfied", None)


def _report(
    records: Records, measurements: Sequence[Asked | MeasurementInfoItem] | None, granularity_ms: int | None
) -> E2SM_KPM_IndicationMessage_Format1:
    echoed = None if measurements is None else measurement_list(measurements)
    return E2SM_KPM_IndicationMessage_Format1(data(records), echoed, granularity_ms)


def _encode(content: Any, edition: str) -> bytes:
    return KPM.encode(PayloadKind.INDICATION_MESSAGE, E2SM_KPM_IndicationMessage(content), edition)
