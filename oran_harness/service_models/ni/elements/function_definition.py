"""E2SM-NI: function definition. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.service_models.ni.elements.parameters import RANparameterDef_Item
    from oran_harness.service_models.ni.elements.types import NI_Type, RIC_Format_Type, RIC_Style_Name, RIC_Style_Type


@dataclass(frozen=True, slots=True)
class E2SM_NI_RANfunction_Description:
    """E2SM-NI-RANfunction-Description. All editions."""

    ran_function_name: RANfunction_Name
    ni_type_list: tuple[E2SM_NI_RANfunction_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunction-Name", "ran_function_name"),
        ("ni-Type-List", "ni_type_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_RANfunction_Item:
    """E2SM-NI-RANfunction-Item. All editions."""

    interface_type: NI_Type
    ric_event_trigger_style_list: tuple[RIC_EventTriggerStyle_List, ...] | None = None
    ric_report_style_list: tuple[RIC_ReportStyle_List, ...] | None = None
    ric_insert_style_list: tuple[RIC_InsertStyle_List, ...] | None = None
    ric_control_style_list: tuple[RIC_ControlStyle_List, ...] | None = None
    ric_policy_style_list: tuple[RIC_PolicyStyle_List, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interface-type", "interface_type"),
        ("ric-EventTriggerStyle-List", "ric_event_trigger_style_list"),
        ("ric-ReportStyle-List", "ric_report_style_list"),
        ("ric-InsertStyle-List", "ric_insert_style_list"),
        ("ric-ControlStyle-List", "ric_control_style_list"),
        ("ric-PolicyStyle-List", "ric_policy_style_list"),
    )


@dataclass(frozen=True, slots=True)
class RANfunction_Name:
    """RANfunction-Name. All editions."""

    ran_function_short_name: str
    ran_function_e2sm_oid: str
    ran_function_description: str
    ran_function_instance: int | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunction-ShortName", "ran_function_short_name"),
        ("ranFunction-E2SM-OID", "ran_function_e2sm_oid"),
        ("ranFunction-Description", "ran_function_description"),
        ("ranFunction-Instance", "ran_function_instance"),
    )


@dataclass(frozen=True, slots=True)
class RIC_ControlStyle_List:
    """RIC-ControlStyle-List. All editions."""

    ric_control_style_type: RIC_Style_Type
    ric_control_style_name: RIC_Style_Name
    ric_control_format_type: RIC_Format_Type
    ric_control_header_format_type: RIC_Format_Type
    ric_control_message_format_type: RIC_Format_Type
    ric_call_process_id_format_type: RIC_Format_Type
    ric_control_outcome_format_type: RIC_Format_Type
    ric_control_outcome_ran_para_def_list: tuple[RANparameterDef_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlStyle-Type", "ric_control_style_type"),
        ("ric-ControlStyle-Name", "ric_control_style_name"),
        ("ric-ControlFormat-Type", "ric_control_format_type"),
        ("ric-ControlHeaderFormat-Type", "ric_control_header_format_type"),
        ("ric-ControlMessageFormat-Type", "ric_control_message_format_type"),
        ("ric-CallProcessIDFormat-Type", "ric_call_process_id_format_type"),
        ("ric-ControlOutcomeFormat-Type", "ric_control_outcome_format_type"),
        ("ric-ControlOutcomeRanParaDef-List", "ric_control_outcome_ran_para_def_list"),
    )


@dataclass(frozen=True, slots=True)
class RIC_EventTriggerStyle_List:
    """RIC-EventTriggerStyle-List. All editions."""

    ric_event_trigger_style_type: RIC_Style_Type
    ric_event_trigger_style_name: RIC_Style_Name
    ric_event_trigger_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-EventTriggerStyle-Type", "ric_event_trigger_style_type"),
        ("ric-EventTriggerStyle-Name", "ric_event_trigger_style_name"),
        ("ric-EventTriggerFormat-Type", "ric_event_trigger_format_type"),
    )


@dataclass(frozen=True, slots=True)
class RIC_InsertStyle_List:
    """RIC-InsertStyle-List. All editions."""

    ric_insert_style_type: RIC_Style_Type
    ric_insert_style_name: RIC_Style_Name
    ric_insert_action_format_type: RIC_Format_Type
    ric_insert_ran_parameter_def_list: tuple[RANparameterDef_Item, ...]
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type
    ric_call_process_id_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertStyle-Type", "ric_insert_style_type"),
        ("ric-InsertStyle-Name", "ric_insert_style_name"),
        ("ric-InsertActionFormat-Type", "ric_insert_action_format_type"),
        ("ric-InsertRanParameterDef-List", "ric_insert_ran_parameter_def_list"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
        ("ric-CallProcessIDFormat-Type", "ric_call_process_id_format_type"),
    )


@dataclass(frozen=True, slots=True)
class RIC_PolicyStyle_List:
    """RIC-PolicyStyle-List. All editions."""

    ric_policy_style_type: RIC_Style_Type
    ric_policy_style_name: RIC_Style_Name
    ric_policy_action_format_type: RIC_Format_Type
    ric_policy_ran_parameter_def_list: tuple[RANparameterDef_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-PolicyStyle-Type", "ric_policy_style_type"),
        ("ric-PolicyStyle-Name", "ric_policy_style_name"),
        ("ric-PolicyActionFormat-Type", "ric_policy_action_format_type"),
        ("ric-PolicyRanParameterDef-List", "ric_policy_ran_parameter_def_list"),
    )


@dataclass(frozen=True, slots=True)
class RIC_ReportStyle_List:
    """RIC-ReportStyle-List. All editions."""

    ric_report_style_type: RIC_Style_Type
    ric_report_style_name: RIC_Style_Name
    ric_report_action_format_type: RIC_Format_Type
    ric_report_ran_parameter_def_list: tuple[RANparameterDef_Item, ...]
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ReportStyle-Type", "ric_report_style_type"),
        ("ric-ReportStyle-Name", "ric_report_style_name"),
        ("ric-ReportActionFormat-Type", "ric_report_action_format_type"),
        ("ric-ReportRanParameterDef-List", "ric_report_ran_parameter_def_list"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
    )
