"""E2SM-RC: control. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import UEID, PartialUEID, RIC_Style_Type
    from oran_harness.service_models.rc.elements.information import E2SM_RC_EntityFilter, UE_Group_Definition
    from oran_harness.service_models.rc.elements.parameters import RANParameter_Definition
    from oran_harness.service_models.rc.elements.types import (
        E2SM_RC_ControlMessage_Format5,
        RAN_CallProcess_ID,
        RANParameter_ID,
        RANParameter_Value,
        RANParameter_ValueType,
        RIC_ControlAction_ID,
        UE_Group_ID,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_CallProcessID:
    """E2SM-RC-CallProcessID. All editions."""

    ric_call_process_id_formats: tuple[Literal["callProcessID-Format1"], E2SM_RC_CallProcessID_Format1]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-callProcessID-formats", "ric_call_process_id_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_CallProcessID_Format1:
    """E2SM-RC-CallProcessID-Format1. All editions."""

    ric_call_process_id: RAN_CallProcess_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-callProcess-ID", "ric_call_process_id"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlHeader:
    """E2SM-RC-ControlHeader. All editions."""

    ric_control_header_formats: (
        tuple[Literal["controlHeader-Format1"], E2SM_RC_ControlHeader_Format1]
        | tuple[Literal["controlHeader-Format2"], E2SM_RC_ControlHeader_Format2]
        | tuple[Literal["controlHeader-Format1"], E2SM_RC_ControlHeader_Format1]
        | tuple[Literal["controlHeader-Format2"], E2SM_RC_ControlHeader_Format2]
        | tuple[Literal["controlHeader-Format3"], E2SM_RC_ControlHeader_Format3]
        | tuple[Literal["controlHeader-Format4"], E2SM_RC_ControlHeader_Format4]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-controlHeader-formats", "ric_control_header_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlHeader_Format1:
    """E2SM-RC-ControlHeader-Format1. All editions."""

    ue_id: UEID
    ric_style_type: RIC_Style_Type
    ric_control_action_id: RIC_ControlAction_ID
    ric_control_decision: Literal["accept", "reject"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ric-Style-Type", "ric_style_type"),
        ("ric-ControlAction-ID", "ric_control_action_id"),
        ("ric-ControlDecision", "ric_control_decision"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlHeader_Format2:
    """E2SM-RC-ControlHeader-Format2. All editions."""

    ue_id: UEID | None = None
    ric_control_decision: Literal["accept", "reject"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ric-ControlDecision", "ric_control_decision"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlHeader_Format3:
    """E2SM-RC-ControlHeader-Format3. Since 5.00."""

    ue_group_id: UE_Group_ID
    ue_group_definition: UE_Group_Definition
    ric_style_type: RIC_Style_Type
    ric_control_action_id: RIC_ControlAction_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ue-Group-ID", "ue_group_id"),
        ("ue-Group-Definition", "ue_group_definition"),
        ("ric-Style-Type", "ric_style_type"),
        ("ric-ControlAction-ID", "ric_control_action_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlHeader_Format4:
    """E2SM-RC-ControlHeader-Format4. Since 5.00."""

    partial_ue_id: PartialUEID
    ric_style_type: RIC_Style_Type
    ric_control_action_id: RIC_ControlAction_ID
    ric_control_decision: Literal["accept", "reject"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("partial-ueID", "partial_ue_id"),
        ("ric-Style-Type", "ric_style_type"),
        ("ric-ControlAction-ID", "ric_control_action_id"),
        ("ric-ControlDecision", "ric_control_decision"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage:
    """E2SM-RC-ControlMessage. All editions."""

    ric_control_message_formats: (
        tuple[Literal["controlMessage-Format1"], E2SM_RC_ControlMessage_Format1]
        | tuple[Literal["controlMessage-Format2"], E2SM_RC_ControlMessage_Format2]
        | tuple[Literal["controlMessage-Format1"], E2SM_RC_ControlMessage_Format1]
        | tuple[Literal["controlMessage-Format2"], E2SM_RC_ControlMessage_Format2]
        | tuple[Literal["controlMessage-Format3"], E2SM_RC_ControlMessage_Format3]
        | tuple[Literal["controlMessage-Format4"], E2SM_RC_ControlMessage_Format4]
        | tuple[Literal["controlMessage-Format5"], E2SM_RC_ControlMessage_Format5]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-controlMessage-formats", "ric_control_message_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format1:
    """E2SM-RC-ControlMessage-Format1. All editions."""

    ran_p_list: tuple[E2SM_RC_ControlMessage_Format1_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-List", "ran_p_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format1_Item:
    """E2SM-RC-ControlMessage-Format1-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format2:
    """E2SM-RC-ControlMessage-Format2. All editions."""

    ric_control_style_list: tuple[E2SM_RC_ControlMessage_Format2_Style_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-ControlStyle-List", "ric_control_style_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format2_ControlAction_Item:
    """E2SM-RC-ControlMessage-Format2-ControlAction-Item. All editions."""

    ric_control_action_id: RIC_ControlAction_ID
    ran_p_list: E2SM_RC_ControlMessage_Format1

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlAction-ID", "ric_control_action_id"),
        ("ranP-List", "ran_p_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format2_Style_Item:
    """E2SM-RC-ControlMessage-Format2-Style-Item. All editions."""

    indicated_control_style_type: RIC_Style_Type
    ric_control_action_list: tuple[E2SM_RC_ControlMessage_Format2_ControlAction_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("indicated-Control-Style-Type", "indicated_control_style_type"),
        ("ric-ControlAction-List", "ric_control_action_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format3:
    """E2SM-RC-ControlMessage-Format3. Since 5.00."""

    list_of_entity_filters: tuple[E2SM_RC_EntityFilter, ...] | None = None
    entity_agnostic_control_ran_p_list: tuple[EntityAgnostic_ranP_ControlParameters, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("listOfEntityFilters", "list_of_entity_filters"),
        ("entityAgnosticControlRanP-List", "entity_agnostic_control_ran_p_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format4:
    """E2SM-RC-ControlMessage-Format4. Since 5.00."""

    ran_p_list: tuple[E2SM_RC_ControlMessage_Format4_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-List", "ran_p_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlMessage_Format4_Item:
    """E2SM-RC-ControlMessage-Format4-Item. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome:
    """E2SM-RC-ControlOutcome. All editions."""

    ric_control_outcome_formats: (
        tuple[Literal["controlOutcome-Format1"], E2SM_RC_ControlOutcome_Format1]
        | tuple[Literal["controlOutcome-Format2"], E2SM_RC_ControlOutcome_Format2]
        | tuple[Literal["controlOutcome-Format3"], E2SM_RC_ControlOutcome_Format3]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-controlOutcome-formats", "ric_control_outcome_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format1:
    """E2SM-RC-ControlOutcome-Format1. All editions."""

    ran_p_list: tuple[E2SM_RC_ControlOutcome_Format1_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-List", "ran_p_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format1_Item:
    """E2SM-RC-ControlOutcome-Format1-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value: RANParameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-value", "ran_parameter_value"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format2:
    """E2SM-RC-ControlOutcome-Format2. All editions."""

    ric_control_style_list: tuple[E2SM_RC_ControlOutcome_Format2_Style_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-ControlStyle-List", "ric_control_style_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format2_ControlOutcome_Item:
    """E2SM-RC-ControlOutcome-Format2-ControlOutcome-Item. All editions."""

    ric_control_action_id: RIC_ControlAction_ID
    ran_p_list: tuple[E2SM_RC_ControlOutcome_Format2_RANP_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlAction-ID", "ric_control_action_id"),
        ("ranP-List", "ran_p_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format2_RANP_Item:
    """E2SM-RC-ControlOutcome-Format2-RANP-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value: RANParameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-value", "ran_parameter_value"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format2_Style_Item:
    """E2SM-RC-ControlOutcome-Format2-Style-Item. All editions."""

    indicated_control_style_type: RIC_Style_Type
    ric_control_outcome_list: tuple[E2SM_RC_ControlOutcome_Format2_ControlOutcome_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("indicated-Control-Style-Type", "indicated_control_style_type"),
        ("ric-ControlOutcome-List", "ric_control_outcome_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format3:
    """E2SM-RC-ControlOutcome-Format3. All editions."""

    ran_p_list: tuple[E2SM_RC_ControlOutcome_Format3_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-List", "ran_p_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ControlOutcome_Format3_Item:
    """E2SM-RC-ControlOutcome-Format3-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class EntityAgnostic_ranP_ControlParameters:
    """EntityAgnostic-ranP-ControlParameters. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class EntitySpecific_ranP_ControlParameters:
    """EntitySpecific-ranP-ControlParameters. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )
