"""E2SM-RC: event trigger. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import CGI, UEID
    from oran_harness.service_models.rc.elements.types import (
        L2MACschChgType_Choice,
        LogicalOR,
        MessageType_Choice,
        RANParameter_Testing,
        RIC_CallProcessBreakpoint_ID,
        RIC_CallProcessType_ID,
        RIC_EventTrigger_Cell_ID,
        RIC_EventTrigger_UE_ID,
        RIC_EventTrigger_UEevent_ID,
        RIC_EventTriggerCondition_ID,
        RRC_State,
        TriggerType_Choice,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger:
    """E2SM-RC-EventTrigger. All editions."""

    ric_event_trigger_formats: (
        tuple[Literal["eventTrigger-Format1"], E2SM_RC_EventTrigger_Format1]
        | tuple[Literal["eventTrigger-Format2"], E2SM_RC_EventTrigger_Format2]
        | tuple[Literal["eventTrigger-Format3"], E2SM_RC_EventTrigger_Format3]
        | tuple[Literal["eventTrigger-Format4"], E2SM_RC_EventTrigger_Format4]
        | tuple[Literal["eventTrigger-Format5"], E2SM_RC_EventTrigger_Format5]
        | tuple[Literal["eventTrigger-Format1"], E2SM_RC_EventTrigger_Format1]
        | tuple[Literal["eventTrigger-Format2"], E2SM_RC_EventTrigger_Format2]
        | tuple[Literal["eventTrigger-Format3"], E2SM_RC_EventTrigger_Format3]
        | tuple[Literal["eventTrigger-Format4"], E2SM_RC_EventTrigger_Format4]
        | tuple[Literal["eventTrigger-Format5"], None]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-eventTrigger-formats", "ric_event_trigger_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format1:
    """E2SM-RC-EventTrigger-Format1. All editions."""

    message_list: tuple[E2SM_RC_EventTrigger_Format1_Item, ...]
    global_associated_ue_info: EventTrigger_UE_Info | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("message-List", "message_list"),
        ("globalAssociatedUEInfo", "global_associated_ue_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format1_Item:
    """E2SM-RC-EventTrigger-Format1-Item. All editions."""

    ric_event_trigger_condition_id: RIC_EventTriggerCondition_ID
    message_type: MessageType_Choice
    message_direction: Literal["incoming", "outgoing"] | None = None
    associated_ue_info: EventTrigger_UE_Info | None = None
    associated_ue_event: EventTrigger_UEevent_Info | None = None
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-eventTriggerCondition-ID", "ric_event_trigger_condition_id"),
        ("messageType", "message_type"),
        ("messageDirection", "message_direction"),
        ("associatedUEInfo", "associated_ue_info"),
        ("associatedUEEvent", "associated_ue_event"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format2:
    """E2SM-RC-EventTrigger-Format2. All editions."""

    ric_call_process_type_id: RIC_CallProcessType_ID
    ric_call_process_breakpoint_id: RIC_CallProcessBreakpoint_ID
    associated_e2_node_info: RANParameter_Testing | None = None
    associated_ue_info: EventTrigger_UE_Info | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-callProcessType-ID", "ric_call_process_type_id"),
        ("ric-callProcessBreakpoint-ID", "ric_call_process_breakpoint_id"),
        ("associatedE2NodeInfo", "associated_e2_node_info"),
        ("associatedUEInfo", "associated_ue_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format3:
    """E2SM-RC-EventTrigger-Format3. All editions."""

    e2_node_info_change_list: tuple[E2SM_RC_EventTrigger_Format3_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("e2NodeInfoChange-List", "e2_node_info_change_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format3_Item:
    """E2SM-RC-EventTrigger-Format3-Item. All editions."""

    ric_event_trigger_condition_id: RIC_EventTriggerCondition_ID
    e2_node_info_change_id: int
    associated_cell_info: EventTrigger_Cell_Info | None = None
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-eventTriggerCondition-ID", "ric_event_trigger_condition_id"),
        ("e2NodeInfoChange-ID", "e2_node_info_change_id"),
        ("associatedCellInfo", "associated_cell_info"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format4:
    """E2SM-RC-EventTrigger-Format4. All editions."""

    ue_info_change_list: tuple[E2SM_RC_EventTrigger_Format4_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("uEInfoChange-List", "ue_info_change_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format4_Item:
    """E2SM-RC-EventTrigger-Format4-Item. All editions."""

    ric_event_trigger_condition_id: RIC_EventTriggerCondition_ID
    trigger_type: TriggerType_Choice
    associated_ue_info: EventTrigger_UE_Info | None = None
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-eventTriggerCondition-ID", "ric_event_trigger_condition_id"),
        ("triggerType", "trigger_type"),
        ("associatedUEInfo", "associated_ue_info"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EventTrigger_Format5:
    """E2SM-RC-EventTrigger-Format5. Edition 1.03 only."""

    on_demand: Literal["true"]
    associated_ue_info: EventTrigger_UE_Info | None = None
    associated_cell_info: EventTrigger_Cell_Info | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("onDemand", "on_demand"),
        ("associatedUEInfo", "associated_ue_info"),
        ("associatedCellInfo", "associated_cell_info"),
    )


@dataclass(frozen=True, slots=True)
class EventTrigger_Cell_Info:
    """EventTrigger-Cell-Info. All editions."""

    cell_info_list: tuple[EventTrigger_Cell_Info_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("cellInfo-List", "cell_info_list"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_Cell_Info_Item:
    """EventTrigger-Cell-Info-Item. All editions."""

    event_trigger_cell_id: RIC_EventTrigger_Cell_ID
    cell_type: (
        tuple[Literal["cellType-Choice-Individual"], EventTrigger_Cell_Info_Item_Choice_Individual]
        | tuple[Literal["cellType-Choice-Group"], EventTrigger_Cell_Info_Item_Choice_Group]
    )
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("eventTriggerCellID", "event_trigger_cell_id"),
        ("cellType", "cell_type"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class EventTrigger_Cell_Info_Item_Choice_Group:
    """EventTrigger-Cell-Info-Item-Choice-Group. All editions."""

    ran_parameter_testing: RANParameter_Testing

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameterTesting", "ran_parameter_testing"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_Cell_Info_Item_Choice_Individual:
    """EventTrigger-Cell-Info-Item-Choice-Individual. All editions."""

    cell_global_id: CGI

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("cellGlobalID", "cell_global_id"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_UE_Info:
    """EventTrigger-UE-Info. All editions."""

    ue_info_list: tuple[EventTrigger_UE_Info_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueInfo-List", "ue_info_list"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_UE_Info_Item:
    """EventTrigger-UE-Info-Item. All editions."""

    event_trigger_ue_id: RIC_EventTrigger_UE_ID
    ue_type: (
        tuple[Literal["ueType-Choice-Individual"], EventTrigger_UE_Info_Item_Choice_Individual]
        | tuple[Literal["ueType-Choice-Group"], EventTrigger_UE_Info_Item_Choice_Group]
    )
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("eventTriggerUEID", "event_trigger_ue_id"),
        ("ueType", "ue_type"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class EventTrigger_UE_Info_Item_Choice_Group:
    """EventTrigger-UE-Info-Item-Choice-Group. All editions."""

    ran_parameter_testing: RANParameter_Testing

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameterTesting", "ran_parameter_testing"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_UE_Info_Item_Choice_Individual:
    """EventTrigger-UE-Info-Item-Choice-Individual. All editions."""

    ue_id: UEID
    ran_parameter_testing: RANParameter_Testing | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ranParameterTesting", "ran_parameter_testing"),
    )


@dataclass(frozen=True, slots=True)
class EventTrigger_UEevent_Info:
    """EventTrigger-UEevent-Info. All editions."""

    ue_event_list: tuple[EventTrigger_UEevent_Info_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueEvent-List", "ue_event_list"),)


@dataclass(frozen=True, slots=True)
class EventTrigger_UEevent_Info_Item:
    """EventTrigger-UEevent-Info-Item. All editions."""

    ue_event_id: RIC_EventTrigger_UEevent_ID
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueEventID", "ue_event_id"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_L2MACschChg:
    """TriggerType-Choice-L2MACschChg. Since 5.00."""

    l2_mac_sch_chg_type: L2MACschChgType_Choice

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("l2MACschChgType", "l2_mac_sch_chg_type"),)


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_L2state:
    """TriggerType-Choice-L2state. All editions."""

    associated_l2_variables: RANParameter_Testing

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("associatedL2variables", "associated_l2_variables"),)


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_MIMOandBFconfig:
    """TriggerType-Choice-MIMOandBFconfig. Since 5.00."""

    mimo_trans_mode_state: Literal["enabled", "disabled"]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("mIMOtransModeState", "mimo_trans_mode_state"),)


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_RRCstate:
    """TriggerType-Choice-RRCstate. All editions."""

    rrc_state_list: tuple[TriggerType_Choice_RRCstate_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("rrcState-List", "rrc_state_list"),)


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_RRCstate_Item:
    """TriggerType-Choice-RRCstate-Item. All editions."""

    state_changed_to: RRC_State
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("stateChangedTo", "state_changed_to"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_UEcontext:
    """TriggerType-Choice-UEcontext. Since 5.00."""

    associated_ue_ctxt_variables: RANParameter_Testing

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("associatedUECtxtVariables", "associated_ue_ctxt_variables"),)


@dataclass(frozen=True, slots=True)
class TriggerType_Choice_UEID:
    """TriggerType-Choice-UEID. All editions."""

    ue_id_change_id: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueIDchange-ID", "ue_id_change_id"),)
