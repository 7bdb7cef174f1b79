"""What the records of a KPM indication must hold: how many values, for whom, in how many periods (KPM 8.2.1.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format1,
    E2SM_KPM_IndicationMessage_Format2,
    E2SM_KPM_IndicationMessage_Format3,
    E2SM_KPM_IndicationMessage_Format255,
    MeasurementInfoItem,
)
from oran_harness.service_models.kpm.measurement_list import survey

MAXIMUM_NESTING = 8
"""How deep messages of format 255 are followed into each other; one level makes sense."""


@dataclass(frozen=True, slots=True)
class Report:
    """One set of records: message format 1, alone or as part of format 3 or 255.

    ``ue_id`` and ``job_id`` are None where the report is not about one UE or job.
    """

    content: E2SM_KPM_IndicationMessage_Format1
    ue_id: UEID | None = None
    job_id: int | None = None


@dataclass(frozen=True, slots=True)
class RecordFault:
    """A record with another number of values than it must have."""

    record: int
    expected: int
    actual: int


def reports(message: Any) -> tuple[Report, ...]:
    """The reports in an indication message of format 1, 3 or 255, in their order; none in format 2."""
    return tuple(_reports(message, None, 0))


def _reports(message: Any, job_id: int | None, depth: int) -> Iterator[Report]:
    job_id = job_id if job_id is not None else getattr(message, "job_id", None)
    content = content_of(message)
    if isinstance(content, E2SM_KPM_IndicationMessage_Format1):
        yield Report(content, None, job_id)
    elif isinstance(content, E2SM_KPM_IndicationMessage_Format3):
        for item in content.ue_meas_report_list or ():
            if item is not None and item.meas_report is not None:
                yield Report(item.meas_report, item.ue_id, job_id)
    elif isinstance(content, E2SM_KPM_IndicationMessage_Format255) and depth < MAXIMUM_NESTING:
        for job in content.multi_report_indication_message_list or ():
            if job is not None and isinstance(job.indication_message, E2SM_KPM_IndicationMessage):
                yield from _reports(job.indication_message, job.job_id, depth + 1)


def subscribed_measurements(action_definition: Any) -> tuple[MeasurementInfoItem, ...] | None:
    """The measurement list of an action definition of format 1, 2, 4 or 5; None for others.

    Format 3 has conditions in place of labels, and each job of format 255 its own list: see ``jobs``.
    """
    content = content_of(action_definition)
    for inner in (content, getattr(content, "subscript_info", None), getattr(content, "subscription_info", None)):
        if isinstance(inner, E2SM_KPM_ActionDefinition_Format1):
            return inner.meas_info_list
    return None


def values_per_record(measurements: Sequence[MeasurementInfoItem] | None) -> int | None:
    """How many values a record of these measurements has: the sum over their labels (KPM 7.4.2.4, 8.2.1.4.1).

    None where that cannot be told: nothing to go by, or a range of labels whose length the text leaves open.
    """
    return survey(measurements).values


def record_faults(
    report: E2SM_KPM_IndicationMessage_Format1, subscribed: Sequence[MeasurementInfoItem] | None
) -> tuple[RecordFault, ...]:
    """The records of a report that have more or fewer values than its measurements ask for.

    The report's own measurement list counts; without one it is that of the subscription. Empty where the number
    cannot be told.
    """
    expected = values_per_record(report.meas_info_list or subscribed)
    return () if expected is None else records_other_than(expected, report)


def records_other_than(expected: int, report: E2SM_KPM_IndicationMessage_Format1) -> tuple[RecordFault, ...]:
    """The records of a report with more or fewer values than that."""
    found: list[RecordFault] = []
    for index, item in enumerate(report.meas_data or ()):
        record = None if item is None else item.meas_record
        if record is not None and len(record) != expected:
            found.append(RecordFault(index, expected, len(record)))
    return tuple(found)


def record_lengths(
    report: E2SM_KPM_IndicationMessage_Format1 | E2SM_KPM_IndicationMessage_Format2,
) -> tuple[int | None, ...]:
    """How many values each record has, None for one that could not be read."""
    records = (getattr(item, "meas_record", None) for item in report.meas_data or ())
    return tuple(None if record is None else len(record) for record in records)


def expected_records(reporting_period: int | None, granularity_period: int | None) -> int | None:
    """How many records an indication has: periods in milliseconds; None unless one divides the other.

    What holds otherwise, or if the granularity period is the longer one, the text leaves open (KPM 8.3.8).
    """
    if not reporting_period or not granularity_period or reporting_period % granularity_period:
        return None
    return reporting_period // granularity_period


@dataclass(frozen=True, slots=True)
class MatchedForms:
    """How the measurements of a message of format 2 name the UEs that matched (KPM 8.2.1.4.2).

    Counts of measurements with a list for each granularity period, with one list for all of them, and with neither.
    """

    per_period: int
    flat: int
    neither: int

    @property
    def mixed(self) -> bool:
        """Whether only some measurements have lists for each period, where all must if one has."""
        return 0 < self.per_period < self.per_period + self.flat + self.neither


def matched_forms(message: E2SM_KPM_IndicationMessage_Format2) -> MatchedForms:
    """Count the forms in which a message of format 2 names UEs."""
    items = [item for item in message.meas_cond_ue_id_list or () if item is not None]
    per_period = sum(item.matching_ue_id_per_gp is not None for item in items)
    flat = sum(item.matching_ue_id_per_gp is None and item.matching_ue_id_list is not None for item in items)
    return MatchedForms(per_period, flat, len(items) - per_period - flat)


def matched_values(message: E2SM_KPM_IndicationMessage_Format2, record: int) -> int | None:
    """How many values a record of a message of format 2 has: one for each UE that matched each measurement.

    None where that cannot be told: nobody matched, yet a record has at least one value; or a period has no list.
    """
    total = 0
    for item in message.meas_cond_ue_id_list or ():
        if item is None:
            return None
        if item.matching_ue_id_per_gp is None:
            total += len(item.matching_ue_id_list or ())
            continue
        if record >= len(item.matching_ue_id_per_gp):
            return None
        matched = getattr(item.matching_ue_id_per_gp[record], "matched_per_gp", None)
        if matched is None or (matched[0] != "noUEmatched" and not isinstance(matched[1], tuple)):
            return None
        total += 0 if matched[0] == "noUEmatched" else len(matched[1])
    return total or None
