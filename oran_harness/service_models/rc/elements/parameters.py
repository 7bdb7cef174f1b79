"""E2SM-RC: parameters. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.rc.elements.types import (
        LogicalOR,
        RANParameter_Definition_Choice,
        RANParameter_ID,
        RANParameter_Name,
        RANParameter_Testing_LIST,
        RANParameter_Testing_STRUCTURE,
        RANParameter_TestingCondition,
        RANParameter_Value,
        RANParameter_ValueType,
    )


@dataclass(frozen=True, slots=True)
class CallProcessBreakpoint_RANParameter_Item:
    """CallProcessBreakpoint-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class CellIdentification_RANParameter_Item:
    """CellIdentification-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class ControlAction_RANParameter_Item:
    """ControlAction-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class ControlOutcome_RANParameter_Item:
    """ControlOutcome-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format2_RANParameter_Item:
    """E2SM-RC-IndicationMessage-Format2-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class InsertIndication_RANParameter_Item:
    """InsertIndication-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class L2Parameters_RANParameter_Item:
    """L2Parameters-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class PolicyAction_RANParameter_Item:
    """PolicyAction-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class PolicyCondition_RANParameter_Item:
    """PolicyCondition-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class Query_RANParameter_Item:
    """Query-RANParameter-Item. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Definition:
    """RANParameter-Definition. All editions."""

    ran_parameter_definition_choice: RANParameter_Definition_Choice

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-Definition-Choice", "ran_parameter_definition_choice"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Definition_Choice_LIST:
    """RANParameter-Definition-Choice-LIST. All editions."""

    ran_parameter_list: tuple[RANParameter_Definition_Choice_LIST_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-List", "ran_parameter_list"),)


@dataclass(frozen=True, slots=True)
class RANParameter_Definition_Choice_LIST_Item:
    """RANParameter-Definition-Choice-LIST-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Definition_Choice_STRUCTURE:
    """RANParameter-Definition-Choice-STRUCTURE. All editions."""

    ran_parameter_structure: tuple[RANParameter_Definition_Choice_STRUCTURE_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-STRUCTURE", "ran_parameter_structure"),)


@dataclass(frozen=True, slots=True)
class RANParameter_Definition_Choice_STRUCTURE_Item:
    """RANParameter-Definition-Choice-STRUCTURE-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_LIST:
    """RANParameter-LIST. All editions."""

    list_of_ran_parameter: tuple[RANParameter_STRUCTURE, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("list-of-ranParameter", "list_of_ran_parameter"),)


@dataclass(frozen=True, slots=True)
class RANParameter_STRUCTURE:
    """RANParameter-STRUCTURE. All editions."""

    sequence_of_ran_parameters: tuple[RANParameter_STRUCTURE_Item, ...] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("sequence-of-ranParameters", "sequence_of_ran_parameters"),)


@dataclass(frozen=True, slots=True)
class RANParameter_STRUCTURE_Item:
    """RANParameter-STRUCTURE-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Testing_Item:
    """RANParameter-Testing-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_type: (
        tuple[Literal["ranP-Choice-List"], RANParameter_Testing_Item_Choice_List]
        | tuple[Literal["ranP-Choice-Structure"], RANParameter_Testing_Item_Choice_Structure]
        | tuple[Literal["ranP-Choice-ElementTrue"], RANParameter_Testing_Item_Choice_ElementTrue]
        | tuple[Literal["ranP-Choice-ElementFalse"], RANParameter_Testing_Item_Choice_ElementFalse]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Type", "ran_parameter_type"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Testing_Item_Choice_ElementFalse:
    """RANParameter-Testing-Item-Choice-ElementFalse. All editions."""

    ran_parameter_test_condition: RANParameter_TestingCondition
    ran_parameter_value: RANParameter_Value | None = None
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-TestCondition", "ran_parameter_test_condition"),
        ("ranParameter-Value", "ran_parameter_value"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class RANParameter_Testing_Item_Choice_ElementTrue:
    """RANParameter-Testing-Item-Choice-ElementTrue. All editions."""

    ran_parameter_value: RANParameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-value", "ran_parameter_value"),)


@dataclass(frozen=True, slots=True)
class RANParameter_Testing_Item_Choice_List:
    """RANParameter-Testing-Item-Choice-List. All editions."""

    ran_parameter_list: RANParameter_Testing_LIST

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-List", "ran_parameter_list"),)


@dataclass(frozen=True, slots=True)
class RANParameter_Testing_Item_Choice_Structure:
    """RANParameter-Testing-Item-Choice-Structure. All editions."""

    ran_parameter_structure: RANParameter_Testing_STRUCTURE

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-Structure", "ran_parameter_structure"),)


@dataclass(frozen=True, slots=True)
class RANParameter_ValueType_Choice_ElementFalse:
    """RANParameter-ValueType-Choice-ElementFalse. All editions."""

    ran_parameter_value: RANParameter_Value | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-value", "ran_parameter_value"),)


@dataclass(frozen=True, slots=True)
class RANParameter_ValueType_Choice_ElementTrue:
    """RANParameter-ValueType-Choice-ElementTrue. All editions."""

    ran_parameter_value: RANParameter_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-value", "ran_parameter_value"),)


@dataclass(frozen=True, slots=True)
class RANParameter_ValueType_Choice_List:
    """RANParameter-ValueType-Choice-List. All editions."""

    ran_parameter_list: RANParameter_LIST

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-List", "ran_parameter_list"),)


@dataclass(frozen=True, slots=True)
class RANParameter_ValueType_Choice_Structure:
    """RANParameter-ValueType-Choice-Structure. All editions."""

    ran_parameter_structure: RANParameter_STRUCTURE

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranParameter-Structure", "ran_parameter_structure"),)


@dataclass(frozen=True, slots=True)
class Report_RANParameter_Item:
    """Report-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class RIC_PolicyAction_RANParameter_Item:
    """RIC-PolicyAction-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class UEIdentification_RANParameter_Item:
    """UEIdentification-RANParameter-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_name: RANParameter_Name
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-name", "ran_parameter_name"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )
