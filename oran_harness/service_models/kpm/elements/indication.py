"""E2SM-KPM: indication. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.kpm.elements.types import (
        GranularityPeriod,
        JobID,
        MeasurementCondUEidList,
        MeasurementData,
        MeasurementInfoList,
        MultiReportIndicationMessageList,
        TimeStamp,
        UEMeasurementReportList,
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationHeader:
    """E2SM-KPM-IndicationHeader. All editions."""

    indication_header_formats: tuple[Literal["indicationHeader-Format1"], E2SM_KPM_IndicationHeader_Format1]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("indicationHeader-formats", "indication_header_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationHeader_Format1:
    """E2SM-KPM-IndicationHeader-Format1. All editions."""

    collet_start_time: TimeStamp
    file_format_version: str | None = None
    sender_name: str | None = None
    sender_type: str | None = None
    vendor_name: str | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("colletStartTime", "collet_start_time"),
        ("fileFormatversion", "file_format_version"),
        ("senderName", "sender_name"),
        ("senderType", "sender_type"),
        ("vendorName", "vendor_name"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationMessage:
    """E2SM-KPM-IndicationMessage. All editions."""

    indication_message_formats: (
        tuple[Literal["indicationMessage-Format1"], E2SM_KPM_IndicationMessage_Format1]
        | tuple[Literal["indicationMessage-Format2"], E2SM_KPM_IndicationMessage_Format2]
        | tuple[Literal["indicationMessage-Format3"], E2SM_KPM_IndicationMessage_Format3]
        | tuple[Literal["indicationMessage-Format1"], E2SM_KPM_IndicationMessage_Format1]
        | tuple[Literal["indicationMessage-Format2"], E2SM_KPM_IndicationMessage_Format2]
        | tuple[Literal["indicationMessage-Format3"], E2SM_KPM_IndicationMessage_Format3]
        | tuple[Literal["indicationMessage-Format255"], E2SM_KPM_IndicationMessage_Format255]
    )
    job_id: JobID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("indicationMessage-formats", "indication_message_formats"),
        ("jobID", "job_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationMessage_Format1:
    """E2SM-KPM-IndicationMessage-Format1. All editions."""

    meas_data: MeasurementData
    meas_info_list: MeasurementInfoList | None = None
    granul_period: GranularityPeriod | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measData", "meas_data"),
        ("measInfoList", "meas_info_list"),
        ("granulPeriod", "granul_period"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationMessage_Format2:
    """E2SM-KPM-IndicationMessage-Format2. All editions."""

    meas_data: MeasurementData
    meas_cond_ue_id_list: MeasurementCondUEidList
    granul_period: GranularityPeriod | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measData", "meas_data"),
        ("measCondUEidList", "meas_cond_ue_id_list"),
        ("granulPeriod", "granul_period"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationMessage_Format255:
    """E2SM-KPM-IndicationMessage-Format255. Since 5.00."""

    multi_report_indication_message_list: MultiReportIndicationMessageList

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("multiReportIndicationMessageList", "multi_report_indication_message_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_IndicationMessage_Format3:
    """E2SM-KPM-IndicationMessage-Format3. All editions."""

    ue_meas_report_list: UEMeasurementReportList

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueMeasReportList", "ue_meas_report_list"),)


@dataclass(frozen=True, slots=True)
class MultiReportIndicationMessageItem:
    """MultiReportIndicationMessageItem. Since 5.00."""

    job_id: JobID
    indication_message: E2SM_KPM_IndicationMessage

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("jobID", "job_id"),
        ("indicationMessage", "indication_message"),
    )
