"""E2SM-NI: parameters. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.service_models.ni.elements.types import (
        RANparameter_ID,
        RANparameter_Name,
        RANparameter_Test_Condition,
        RANparameter_Type,
        RANparameter_Value,
        RANueGroupID,
    )


@dataclass(frozen=True, slots=True)
class RANimperativePolicy:
    """RANimperativePolicy. All editions."""

    ran_imperative_policy_list: tuple[RANparameter_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranImperativePolicy-List", "ran_imperative_policy_list"),)


@dataclass(frozen=True, slots=True)
class RANparameter_Item:
    """RANparameter-Item. All editions."""

    ran_parameter_id: RANparameter_ID
    ran_parameter_value: RANparameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Value", "ran_parameter_value"),
    )


@dataclass(frozen=True, slots=True)
class RANparameterDef_Item:
    """RANparameterDef-Item. All editions."""

    ran_parameter_id: RANparameter_ID
    ran_parameter_name: RANparameter_Name
    ran_parameter_type: RANparameter_Type

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Name", "ran_parameter_name"),
        ("ranParameter-Type", "ran_parameter_type"),
    )


@dataclass(frozen=True, slots=True)
class RANueGroup_Item:
    """RANueGroup-Item. All editions."""

    ran_ue_group_id: RANueGroupID
    ran_ue_group_definition: RANueGroupDefinition
    ran_policy: RANimperativePolicy

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranUEgroupID", "ran_ue_group_id"),
        ("ranUEgroupDefinition", "ran_ue_group_definition"),
        ("ranPolicy", "ran_policy"),
    )


@dataclass(frozen=True, slots=True)
class RANueGroupDef_Item:
    """RANueGroupDef-Item. All editions."""

    ran_parameter_id: RANparameter_ID
    ran_parameter_test: RANparameter_Test_Condition
    ran_parameter_value: RANparameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Test", "ran_parameter_test"),
        ("ranParameter-Value", "ran_parameter_value"),
    )


@dataclass(frozen=True, slots=True)
class RANueGroupDefinition:
    """RANueGroupDefinition. All editions."""

    ran_ue_group_def_list: tuple[RANueGroupDef_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranUEgroupDef-List", "ran_ue_group_def_list"),)
