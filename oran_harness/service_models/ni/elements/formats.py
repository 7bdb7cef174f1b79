"""E2SM-NI: formats. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.service_models.ni.elements.interfaces import NI_ProtocolIE_Item
    from oran_harness.service_models.ni.elements.parameters import RANparameter_Item, RANueGroup_Item
    from oran_harness.service_models.ni.elements.types import (
        E2SM_NI_ActionDefinitionFormat,
        NI_Direction,
        NI_Identifier,
        NI_Message,
        NI_MessageType,
        NI_TimeStamp,
        NI_Type,
        RANcallProcess_ID_number,
        RANcallProcess_ID_string,
        RIC_Control_Message_Priority,
        RIC_Style_Type,
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_ActionDefinition:
    """E2SM-NI-ActionDefinition. All editions."""

    ric_style_type: RIC_Style_Type
    action_definition_format: E2SM_NI_ActionDefinitionFormat

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-Style-Type", "ric_style_type"),
        ("action-Definition-Format", "action_definition_format"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_ActionDefinition_Format1:
    """E2SM-NI-ActionDefinition-Format1. All editions."""

    action_parameter_list: tuple[RANparameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("actionParameter-List", "action_parameter_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_ActionDefinition_Format2:
    """E2SM-NI-ActionDefinition-Format2. All editions."""

    ran_ue_group_list: tuple[RANueGroup_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranUEgroup-List", "ran_ue_group_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_CallProcessID_Format1:
    """E2SM-NI-CallProcessID-Format1. All editions."""

    call_process_id: RANcallProcess_ID_number

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("callProcess-ID", "call_process_id"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_CallProcessID_Format2:
    """E2SM-NI-CallProcessID-Format2. All editions."""

    call_process_id: RANcallProcess_ID_string

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("callProcess-ID", "call_process_id"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_ControlHeader_Format1:
    """E2SM-NI-ControlHeader-Format1. All editions."""

    interface_type: NI_Type
    interface_id: NI_Identifier
    interface_direction: NI_Direction
    ric_control_message_priority: RIC_Control_Message_Priority | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interface-type", "interface_type"),
        ("interface-ID", "interface_id"),
        ("interface-Direction", "interface_direction"),
        ("ric-Control-Message-Priority", "ric_control_message_priority"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_ControlMessage_Format1:
    """E2SM-NI-ControlMessage-Format1. All editions."""

    interface_message: NI_Message

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("interfaceMessage", "interface_message"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_ControlOutcome_Format1:
    """E2SM-NI-ControlOutcome-Format1. All editions."""

    outcome_element_list: tuple[RANparameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("outcomeElement-List", "outcome_element_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_NI_EventTriggerDefinition_Format1:
    """E2SM-NI-EventTriggerDefinition-Format1. All editions."""

    interface_type: NI_Type
    interface_id: NI_Identifier
    interface_direction: NI_Direction
    interface_message_type: NI_MessageType
    interface_protocol_ie_list: tuple[NI_ProtocolIE_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interface-type", "interface_type"),
        ("interface-ID", "interface_id"),
        ("interfaceDirection", "interface_direction"),
        ("interfaceMessageType", "interface_message_type"),
        ("interfaceProtocolIE-List", "interface_protocol_ie_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_IndicationHeader_Format1:
    """E2SM-NI-IndicationHeader-Format1. All editions."""

    interface_type: NI_Type
    interface_id: NI_Identifier
    interface_direction: NI_Direction
    timestamp: NI_TimeStamp | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interface-type", "interface_type"),
        ("interface-ID", "interface_id"),
        ("interfaceDirection", "interface_direction"),
        ("timestamp", "timestamp"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_NI_IndicationMessage_Format1:
    """E2SM-NI-IndicationMessage-Format1. All editions."""

    interface_message: NI_Message

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("interfaceMessage", "interface_message"),)
