"""E2SM-KPM: formats. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import CGI, UEID, RIC_Style_Type
    from oran_harness.service_models.kpm.elements.types import (
        DistMeasurementBinRangeList,
        GranularityPeriod,
        MatchingUeCondPerSubList,
        MatchingUEidPerSubList,
        MeasurementCondList,
        MeasurementInfoList,
        MultiReportActionDefinitionList,
        MultiReportApproach,
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition:
    """E2SM-KPM-ActionDefinition. All editions."""

    ric_style_type: RIC_Style_Type
    action_definition_formats: (
        tuple[Literal["actionDefinition-Format1"], E2SM_KPM_ActionDefinition_Format1]
        | tuple[Literal["actionDefinition-Format2"], E2SM_KPM_ActionDefinition_Format2]
        | tuple[Literal["actionDefinition-Format3"], E2SM_KPM_ActionDefinition_Format3]
        | tuple[Literal["actionDefinition-Format4"], E2SM_KPM_ActionDefinition_Format4]
        | tuple[Literal["actionDefinition-Format5"], E2SM_KPM_ActionDefinition_Format5]
        | tuple[Literal["actionDefinition-Format1"], E2SM_KPM_ActionDefinition_Format1]
        | tuple[Literal["actionDefinition-Format2"], E2SM_KPM_ActionDefinition_Format2]
        | tuple[Literal["actionDefinition-Format3"], E2SM_KPM_ActionDefinition_Format3]
        | tuple[Literal["actionDefinition-Format4"], E2SM_KPM_ActionDefinition_Format4]
        | tuple[Literal["actionDefinition-Format5"], E2SM_KPM_ActionDefinition_Format5]
        | tuple[Literal["actionDefinition-Format255"], E2SM_KPM_ActionDefinition_Format255]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-Style-Type", "ric_style_type"),
        ("actionDefinition-formats", "action_definition_formats"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format1:
    """E2SM-KPM-ActionDefinition-Format1. All editions."""

    meas_info_list: MeasurementInfoList
    granul_period: GranularityPeriod
    cell_global_id: CGI | None = None
    dist_meas_bin_range_info: DistMeasurementBinRangeList | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measInfoList", "meas_info_list"),
        ("granulPeriod", "granul_period"),
        ("cellGlobalID", "cell_global_id"),
        ("distMeasBinRangeInfo", "dist_meas_bin_range_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format2:
    """E2SM-KPM-ActionDefinition-Format2. All editions."""

    ue_id: UEID
    subscript_info: E2SM_KPM_ActionDefinition_Format1

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("subscriptInfo", "subscript_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format255:
    """E2SM-KPM-ActionDefinition-Format255. Since 5.00."""

    multi_report_action_definition_list: MultiReportActionDefinitionList
    multi_report_approach: MultiReportApproach
    common_action_definition: E2SM_KPM_ActionDefinition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("multiReportActionDefinitionList", "multi_report_action_definition_list"),
        ("multiReportApproach", "multi_report_approach"),
        ("commonActionDefinition", "common_action_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format3:
    """E2SM-KPM-ActionDefinition-Format3. All editions."""

    meas_cond_list: MeasurementCondList
    granul_period: GranularityPeriod
    cell_global_id: CGI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measCondList", "meas_cond_list"),
        ("granulPeriod", "granul_period"),
        ("cellGlobalID", "cell_global_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format4:
    """E2SM-KPM-ActionDefinition-Format4. All editions."""

    matching_ue_cond_list: MatchingUeCondPerSubList
    subscription_info: E2SM_KPM_ActionDefinition_Format1

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("matchingUeCondList", "matching_ue_cond_list"),
        ("subscriptionInfo", "subscription_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_ActionDefinition_Format5:
    """E2SM-KPM-ActionDefinition-Format5. All editions."""

    matching_ue_id_list: MatchingUEidPerSubList
    subscription_info: E2SM_KPM_ActionDefinition_Format1

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("matchingUEidList", "matching_ue_id_list"),
        ("subscriptionInfo", "subscription_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_KPM_EventTriggerDefinition:
    """E2SM-KPM-EventTriggerDefinition. All editions."""

    event_definition_formats: tuple[Literal["eventDefinition-Format1"], E2SM_KPM_EventTriggerDefinition_Format1]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("eventDefinition-formats", "event_definition_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_KPM_EventTriggerDefinition_Format1:
    """E2SM-KPM-EventTriggerDefinition-Format1. All editions."""

    reporting_period: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("reportingPeriod", "reporting_period"),)
