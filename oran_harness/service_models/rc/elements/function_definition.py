"""E2SM-RC: function definition. Written by tools/write_classes.py from specs/; do not edit."""

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
    from oran_harness.service_models.rc.elements.parameters import (
        CallProcessBreakpoint_RANParameter_Item,
        CellIdentification_RANParameter_Item,
        ControlAction_RANParameter_Item,
        ControlOutcome_RANParameter_Item,
        InsertIndication_RANParameter_Item,
        L2Parameters_RANParameter_Item,
        PolicyAction_RANParameter_Item,
        PolicyCondition_RANParameter_Item,
        Query_RANParameter_Item,
        Report_RANParameter_Item,
        UEIdentification_RANParameter_Item,
    )
    from oran_harness.service_models.rc.elements.types import (
        ListOfAdditionalSupportedFormats,
        RIC_CallProcessBreakpoint_ID,
        RIC_CallProcessBreakpoint_Name,
        RIC_CallProcessType_ID,
        RIC_CallProcessType_Name,
        RIC_ControlAction_ID,
        RIC_ControlAction_Name,
        RIC_InsertIndication_ID,
        RIC_InsertIndication_Name,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_RANFunctionDefinition:
    """E2SM-RC-RANFunctionDefinition. All editions."""

    ran_function_name: RANfunction_Name
    ran_function_definition_event_trigger: RANFunctionDefinition_EventTrigger | None = None
    ran_function_definition_report: RANFunctionDefinition_Report | None = None
    ran_function_definition_insert: RANFunctionDefinition_Insert | None = None
    ran_function_definition_control: RANFunctionDefinition_Control | None = None
    ran_function_definition_policy: RANFunctionDefinition_Policy | None = None
    ran_function_definition_query: RANFunctionDefinition_Query | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunction-Name", "ran_function_name"),
        ("ranFunctionDefinition-EventTrigger", "ran_function_definition_event_trigger"),
        ("ranFunctionDefinition-Report", "ran_function_definition_report"),
        ("ranFunctionDefinition-Insert", "ran_function_definition_insert"),
        ("ranFunctionDefinition-Control", "ran_function_definition_control"),
        ("ranFunctionDefinition-Policy", "ran_function_definition_policy"),
        ("ranFunctionDefinition-Query", "ran_function_definition_query"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Control:
    """RANFunctionDefinition-Control. All editions."""

    ric_control_style_list: tuple[RANFunctionDefinition_Control_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-ControlStyle-List", "ric_control_style_list"),)


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Control_Action_Item:
    """RANFunctionDefinition-Control-Action-Item. All editions."""

    ric_control_action_id: RIC_ControlAction_ID
    ric_control_action_name: RIC_ControlAction_Name
    ran_control_action_parameters_list: tuple[ControlAction_RANParameter_Item, ...] | None = None
    ue_group_control_action_supported: Literal["true", "false"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlAction-ID", "ric_control_action_id"),
        ("ric-ControlAction-Name", "ric_control_action_name"),
        ("ran-ControlActionParameters-List", "ran_control_action_parameters_list"),
        ("ueGroup-ControlAction-Supported", "ue_group_control_action_supported"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Control_Item:
    """RANFunctionDefinition-Control-Item. All editions."""

    ric_control_style_type: RIC_Style_Type
    ric_control_style_name: RIC_Style_Name
    ric_control_header_format_type: RIC_Format_Type
    ric_control_message_format_type: RIC_Format_Type
    ric_control_outcome_format_type: RIC_Format_Type
    ric_control_action_list: tuple[RANFunctionDefinition_Control_Action_Item, ...] | None = None
    ric_call_process_id_format_type: RIC_Format_Type | None = None
    ran_control_outcome_parameters_list: tuple[ControlOutcome_RANParameter_Item, ...] | None = None
    list_of_additional_supported_formats: ListOfAdditionalSupportedFormats | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlStyle-Type", "ric_control_style_type"),
        ("ric-ControlStyle-Name", "ric_control_style_name"),
        ("ric-ControlAction-List", "ric_control_action_list"),
        ("ric-ControlHeaderFormat-Type", "ric_control_header_format_type"),
        ("ric-ControlMessageFormat-Type", "ric_control_message_format_type"),
        ("ric-CallProcessIDFormat-Type", "ric_call_process_id_format_type"),
        ("ric-ControlOutcomeFormat-Type", "ric_control_outcome_format_type"),
        ("ran-ControlOutcomeParameters-List", "ran_control_outcome_parameters_list"),
        ("listOfAdditionalSupportedFormats", "list_of_additional_supported_formats"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_EventTrigger:
    """RANFunctionDefinition-EventTrigger. All editions."""

    ric_event_trigger_style_list: tuple[RANFunctionDefinition_EventTrigger_Style_Item, ...]
    ran_l2_parameters_list: tuple[L2Parameters_RANParameter_Item, ...] | None = None
    ran_call_process_types_list: tuple[RANFunctionDefinition_EventTrigger_CallProcess_Item, ...] | None = None
    ran_ue_identification_parameters_list: tuple[UEIdentification_RANParameter_Item, ...] | None = None
    ran_cell_identification_parameters_list: tuple[CellIdentification_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-EventTriggerStyle-List", "ric_event_trigger_style_list"),
        ("ran-L2Parameters-List", "ran_l2_parameters_list"),
        ("ran-CallProcessTypes-List", "ran_call_process_types_list"),
        ("ran-UEIdentificationParameters-List", "ran_ue_identification_parameters_list"),
        ("ran-CellIdentificationParameters-List", "ran_cell_identification_parameters_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_EventTrigger_Breakpoint_Item:
    """RANFunctionDefinition-EventTrigger-Breakpoint-Item. All editions."""

    call_process_breakpoint_id: RIC_CallProcessBreakpoint_ID
    call_process_breakpoint_name: RIC_CallProcessBreakpoint_Name
    ran_call_process_breakpoint_parameters_list: tuple[CallProcessBreakpoint_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("callProcessBreakpoint-ID", "call_process_breakpoint_id"),
        ("callProcessBreakpoint-Name", "call_process_breakpoint_name"),
        ("ran-CallProcessBreakpointParameters-List", "ran_call_process_breakpoint_parameters_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_EventTrigger_CallProcess_Item:
    """RANFunctionDefinition-EventTrigger-CallProcess-Item. All editions."""

    call_process_type_id: RIC_CallProcessType_ID
    call_process_type_name: RIC_CallProcessType_Name
    call_process_breakpoints_list: tuple[RANFunctionDefinition_EventTrigger_Breakpoint_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("callProcessType-ID", "call_process_type_id"),
        ("callProcessType-Name", "call_process_type_name"),
        ("callProcessBreakpoints-List", "call_process_breakpoints_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_EventTrigger_Style_Item:
    """RANFunctionDefinition-EventTrigger-Style-Item. All editions."""

    ric_event_trigger_style_type: RIC_Style_Type
    ric_event_trigger_style_name: RIC_Style_Name
    ric_event_trigger_format_type: RIC_Format_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-EventTriggerStyle-Type", "ric_event_trigger_style_type"),
        ("ric-EventTriggerStyle-Name", "ric_event_trigger_style_name"),
        ("ric-EventTriggerFormat-Type", "ric_event_trigger_format_type"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Insert:
    """RANFunctionDefinition-Insert. All editions."""

    ric_insert_style_list: tuple[RANFunctionDefinition_Insert_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-InsertStyle-List", "ric_insert_style_list"),)


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Insert_Indication_Item:
    """RANFunctionDefinition-Insert-Indication-Item. All editions."""

    ric_insert_indication_id: RIC_InsertIndication_ID
    ric_insert_indication_name: RIC_InsertIndication_Name
    ran_insert_indication_parameters_list: tuple[InsertIndication_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertIndication-ID", "ric_insert_indication_id"),
        ("ric-InsertIndication-Name", "ric_insert_indication_name"),
        ("ran-InsertIndicationParameters-List", "ran_insert_indication_parameters_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Insert_Item:
    """RANFunctionDefinition-Insert-Item. All editions."""

    ric_insert_style_type: RIC_Style_Type
    ric_insert_style_name: RIC_Style_Name
    ric_supported_event_trigger_style_type: RIC_Style_Type
    ric_action_definition_format_type: RIC_Format_Type
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type
    ric_call_process_id_format_type: RIC_Format_Type
    ric_insert_indication_list: tuple[RANFunctionDefinition_Insert_Indication_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertStyle-Type", "ric_insert_style_type"),
        ("ric-InsertStyle-Name", "ric_insert_style_name"),
        ("ric-SupportedEventTriggerStyle-Type", "ric_supported_event_trigger_style_type"),
        ("ric-ActionDefinitionFormat-Type", "ric_action_definition_format_type"),
        ("ric-InsertIndication-List", "ric_insert_indication_list"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
        ("ric-CallProcessIDFormat-Type", "ric_call_process_id_format_type"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Policy:
    """RANFunctionDefinition-Policy. All editions."""

    ric_policy_style_list: tuple[RANFunctionDefinition_Policy_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-PolicyStyle-List", "ric_policy_style_list"),)


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Policy_Action_Item:
    """RANFunctionDefinition-Policy-Action-Item. All editions."""

    ric_policy_action_id: RIC_ControlAction_ID
    ric_policy_action_name: RIC_ControlAction_Name
    ric_action_definition_format_type: RIC_Format_Type
    ran_policy_action_parameters_list: tuple[PolicyAction_RANParameter_Item, ...] | None = None
    ran_policy_condition_parameters_list: tuple[PolicyCondition_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-PolicyAction-ID", "ric_policy_action_id"),
        ("ric-PolicyAction-Name", "ric_policy_action_name"),
        ("ric-ActionDefinitionFormat-Type", "ric_action_definition_format_type"),
        ("ran-PolicyActionParameters-List", "ran_policy_action_parameters_list"),
        ("ran-PolicyConditionParameters-List", "ran_policy_condition_parameters_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Policy_Item:
    """RANFunctionDefinition-Policy-Item. All editions."""

    ric_policy_style_type: RIC_Style_Type
    ric_policy_style_name: RIC_Style_Name
    ric_supported_event_trigger_style_type: RIC_Style_Type
    ric_policy_action_list: tuple[RANFunctionDefinition_Policy_Action_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-PolicyStyle-Type", "ric_policy_style_type"),
        ("ric-PolicyStyle-Name", "ric_policy_style_name"),
        ("ric-SupportedEventTriggerStyle-Type", "ric_supported_event_trigger_style_type"),
        ("ric-PolicyAction-List", "ric_policy_action_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Query:
    """RANFunctionDefinition-Query. Since 5.00."""

    ric_query_style_list: tuple[RANFunctionDefinition_Query_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-QueryStyle-List", "ric_query_style_list"),)


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Query_Item:
    """RANFunctionDefinition-Query-Item. Since 5.00."""

    ric_query_style_type: RIC_Style_Type
    ric_query_style_name: RIC_Style_Name
    ric_query_header_format_type: RIC_Format_Type
    ric_query_definition_format_type: RIC_Format_Type
    ric_query_outcome_format_type: RIC_Format_Type
    ran_query_parameters_list: tuple[Query_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-QueryStyle-Type", "ric_query_style_type"),
        ("ric-QueryStyle-Name", "ric_query_style_name"),
        ("ric-QueryHeaderFormat-Type", "ric_query_header_format_type"),
        ("ric-QueryDefinitionFormat-Type", "ric_query_definition_format_type"),
        ("ric-QueryOutcomeFormat-Type", "ric_query_outcome_format_type"),
        ("ran-QueryParameters-List", "ran_query_parameters_list"),
    )


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Report:
    """RANFunctionDefinition-Report. All editions."""

    ric_report_style_list: tuple[RANFunctionDefinition_Report_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-ReportStyle-List", "ric_report_style_list"),)


@dataclass(frozen=True, slots=True)
class RANFunctionDefinition_Report_Item:
    """RANFunctionDefinition-Report-Item. All editions."""

    ric_report_style_type: RIC_Style_Type
    ric_report_style_name: RIC_Style_Name
    ric_supported_event_trigger_style_type: RIC_Style_Type
    ric_report_action_format_type: RIC_Format_Type
    ric_indication_header_format_type: RIC_Format_Type
    ric_indication_message_format_type: RIC_Format_Type
    ran_report_parameters_list: tuple[Report_RANParameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ReportStyle-Type", "ric_report_style_type"),
        ("ric-ReportStyle-Name", "ric_report_style_name"),
        ("ric-SupportedEventTriggerStyle-Type", "ric_supported_event_trigger_style_type"),
        ("ric-ReportActionFormat-Type", "ric_report_action_format_type"),
        ("ric-IndicationHeaderFormat-Type", "ric_indication_header_format_type"),
        ("ric-IndicationMessageFormat-Type", "ric_indication_message_format_type"),
        ("ran-ReportParameters-List", "ran_report_parameters_list"),
    )
