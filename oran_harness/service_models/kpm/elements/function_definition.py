"""E2SM-KPM: function definition. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import (
        RANfunction_Name,
        RIC_Format_Type,
        RIC_Style_Name,
        RIC_Style_Type,
    )
    from oran_harness.service_models.kpm.elements.types import MeasurementInfo_Action_List


@dataclass(frozen=True, slots=True)
class E2SM_KPM_RANfunction_Description:
    """E2SM-KPM-RANfunction-Description. All editions."""

    ran_function_name: RANfunction_Name
    ric_event_trigger_style_list: tuple[RIC_EventTriggerStyle_Item, ...] | None = None
    ric_report_style_list: tuple[RIC_ReportStyle_Item, ...] | None = None
    ric_integrated_report_style_list: tuple[RIC_IntegratedReportStyle_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunction-Name", "ran_function_name"),
        ("ric-EventTriggerStyle-List", "ric_event_trigger_style_list"),
        ("ric-ReportStyle-List", "ric_report_style_list"),
        ("ric-IntegratedReportStyle-List", "ric_integrated_report_style_list"),
    )


@dataclass(frozen=True, slots=True)
class RIC_EventTriggerStyle_Item:
    """RIC-EventTriggerStyle-Item. All editions."""

    ric_event_trigger_style_type: RIC_Style_Type
    ric_event_trigger_style_name: RIC_Style_Name
    ric_event_trigger_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-EventTriggerStyle-Type", "ric_event_trigger_style_type"),
        ("ric-EventTriggerStyle-Name", "ric_event_trigger_style_name"),
        ("ric-EventTriggerFormat-Type", "ric_event_trigger_format_type"),
    )


@dataclass(frozen=True, slots=True)
class RIC_FundamentalLevelReportStyle_Item:
    """RIC-FundamentalLevelReportStyle-Item. Since 5.00."""

    ric_report_style_type: RIC_Style_Type
    job_specific_action_definition_support: Literal["true"] | None = None
    job_specific_cell_global_id_support: Literal["true"] | None = None
    job_specific_ue_id_support: Literal["true"] | None = None
    job_specific_matching_ue_id_list_support: Literal["true"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ReportStyle-Type", "ric_report_style_type"),
        ("jobSpecificActionDefinitionSupport", "job_specific_action_definition_support"),
        ("jobSpecificCellGlobalIDSupport", "job_specific_cell_global_id_support"),
        ("jobSpecificUEIDSupport", "job_specific_ue_id_support"),
        ("jobSpecificMatchingUEidListSupport", "job_specific_matching_ue_id_list_support"),
    )


@dataclass(frozen=True, slots=True)
class RIC_IntegratedReportStyle_Item:
    """RIC-IntegratedReportStyle-Item. Since 5.00."""

    ric_report_style_type: RIC_Style_Type
    ric_report_style_name: RIC_Style_Name
    ric_action_format_type: RIC_Format_Type
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type
    ric_fundamental_level_report_style_list: tuple[RIC_FundamentalLevelReportStyle_Item, ...] | None = None
    ric_single_reporting_approach_support: Literal["true"] | None = None
    ric_multiple_reporting_approach_support: Literal["true"] | None = None
    ric_common_action_definition_support: Literal["true"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ReportStyle-Type", "ric_report_style_type"),
        ("ric-ReportStyle-Name", "ric_report_style_name"),
        ("ric-ActionFormat-Type", "ric_action_format_type"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
        ("ric-FundamentalLevelReportStyle-List", "ric_fundamental_level_report_style_list"),
        ("ric-SingleReportingApproachSupport", "ric_single_reporting_approach_support"),
        ("ric-MultipleReportingApproachSupport", "ric_multiple_reporting_approach_support"),
        ("ric-CommonActionDefinitionSupport", "ric_common_action_definition_support"),
    )


@dataclass(frozen=True, slots=True)
class RIC_ReportStyle_Item:
    """RIC-ReportStyle-Item. All editions."""

    ric_report_style_type: RIC_Style_Type
    ric_report_style_name: RIC_Style_Name
    ric_action_format_type: RIC_Format_Type
    meas_info_action_list: MeasurementInfo_Action_List
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ReportStyle-Type", "ric_report_style_type"),
        ("ric-ReportStyle-Name", "ric_report_style_name"),
        ("ric-ActionFormat-Type", "ric_action_format_type"),
        ("measInfo-Action-List", "meas_info_action_list"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
    )
