"""E2SM-RC: action. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import UEID, RIC_Style_Type
    from oran_harness.service_models.rc.elements.indication import E2SM_RC_ActionDefinition_Format4_Indication_Item
    from oran_harness.service_models.rc.elements.parameters import (
        RANParameter_Definition,
        RIC_PolicyAction_RANParameter_Item,
    )
    from oran_harness.service_models.rc.elements.types import (
        RANParameter_ID,
        RANParameter_Testing,
        RIC_ControlAction_ID,
        RIC_InsertIndication_ID,
        Ric_PolicyConditionID,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition:
    """E2SM-RC-ActionDefinition. All editions."""

    ric_style_type: RIC_Style_Type
    ric_action_definition_formats: (
        tuple[Literal["actionDefinition-Format1"], E2SM_RC_ActionDefinition_Format1]
        | tuple[Literal["actionDefinition-Format2"], E2SM_RC_ActionDefinition_Format2]
        | tuple[Literal["actionDefinition-Format3"], E2SM_RC_ActionDefinition_Format3]
        | tuple[Literal["actionDefinition-Format4"], E2SM_RC_ActionDefinition_Format4]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-Style-Type", "ric_style_type"),
        ("ric-actionDefinition-formats", "ric_action_definition_formats"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format1:
    """E2SM-RC-ActionDefinition-Format1. All editions."""

    ran_p_to_be_reported_list: tuple[E2SM_RC_ActionDefinition_Format1_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-ToBeReported-List", "ran_p_to_be_reported_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format1_Item:
    """E2SM-RC-ActionDefinition-Format1-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format2:
    """E2SM-RC-ActionDefinition-Format2. All editions."""

    ric_policy_conditions_list: tuple[E2SM_RC_ActionDefinition_Format2_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-PolicyConditions-List", "ric_policy_conditions_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format2_Item:
    """E2SM-RC-ActionDefinition-Format2-Item. All editions."""

    ric_policy_action: RIC_PolicyAction
    ric_policy_condition_definition: RANParameter_Testing | None = None
    ric_policy_condition_id: Ric_PolicyConditionID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-PolicyAction", "ric_policy_action"),
        ("ric-PolicyConditionDefinition", "ric_policy_condition_definition"),
        ("ric-PolicyConditionID", "ric_policy_condition_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format3:
    """E2SM-RC-ActionDefinition-Format3. All editions."""

    ric_insert_indication_id: RIC_InsertIndication_ID
    ran_p_insert_indication_list: tuple[E2SM_RC_ActionDefinition_Format3_Item, ...]
    ue_id: UEID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertIndication-ID", "ric_insert_indication_id"),
        ("ranP-InsertIndication-List", "ran_p_insert_indication_list"),
        ("ueID", "ue_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format3_Item:
    """E2SM-RC-ActionDefinition-Format3-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format4:
    """E2SM-RC-ActionDefinition-Format4. All editions."""

    ric_insert_style_list: tuple[E2SM_RC_ActionDefinition_Format4_Style_Item, ...]
    ue_id: UEID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertStyle-List", "ric_insert_style_list"),
        ("ueID", "ue_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format4_RANP_Item:
    """E2SM-RC-ActionDefinition-Format4-RANP-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format4_Style_Item:
    """E2SM-RC-ActionDefinition-Format4-Style-Item. All editions."""

    requested_insert_style_type: RIC_Style_Type
    ric_insert_indication_list: tuple[E2SM_RC_ActionDefinition_Format4_Indication_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("requested-Insert-Style-Type", "requested_insert_style_type"),
        ("ric-InsertIndication-List", "ric_insert_indication_list"),
    )


@dataclass(frozen=True, slots=True)
class RIC_PolicyAction:
    """RIC-PolicyAction. All editions."""

    ric_policy_action_id: RIC_ControlAction_ID
    ran_parameters_list: tuple[RIC_PolicyAction_RANParameter_Item, ...] | None = None
    ric_policy_decision: Literal["accept", "reject"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-PolicyAction-ID", "ric_policy_action_id"),
        ("ranParameters-List", "ran_parameters_list"),
        ("ric-PolicyDecision", "ric_policy_decision"),
    )
