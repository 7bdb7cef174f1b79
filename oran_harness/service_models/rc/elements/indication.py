"""E2SM-RC: indication. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import CGI, UEID, RIC_Style_Type
    from oran_harness.service_models.rc.elements.action import E2SM_RC_ActionDefinition_Format4_RANP_Item
    from oran_harness.service_models.rc.elements.information import NeighbourRelation_Info, ServingCellConfigCommon
    from oran_harness.service_models.rc.elements.parameters import E2SM_RC_IndicationMessage_Format2_RANParameter_Item
    from oran_harness.service_models.rc.elements.types import (
        RANParameter_ID,
        RANParameter_ValueType,
        RIC_EventTriggerCondition_ID,
        RIC_InsertIndication_ID,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_ActionDefinition_Format4_Indication_Item:
    """E2SM-RC-ActionDefinition-Format4-Indication-Item. All editions."""

    ric_insert_indication_id: RIC_InsertIndication_ID
    ran_p_insert_indication_list: tuple[E2SM_RC_ActionDefinition_Format4_RANP_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertIndication-ID", "ric_insert_indication_id"),
        ("ranP-InsertIndication-List", "ran_p_insert_indication_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationHeader:
    """E2SM-RC-IndicationHeader. All editions."""

    ric_indication_header_formats: (
        tuple[Literal["indicationHeader-Format1"], E2SM_RC_IndicationHeader_Format1]
        | tuple[Literal["indicationHeader-Format2"], E2SM_RC_IndicationHeader_Format2]
        | tuple[Literal["indicationHeader-Format3"], E2SM_RC_IndicationHeader_Format3]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-indicationHeader-formats", "ric_indication_header_formats"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationHeader_Format1:
    """E2SM-RC-IndicationHeader-Format1. All editions."""

    ric_event_trigger_condition_id: RIC_EventTriggerCondition_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-eventTriggerCondition-ID", "ric_event_trigger_condition_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationHeader_Format2:
    """E2SM-RC-IndicationHeader-Format2. All editions."""

    ue_id: UEID
    ric_insert_style_type: RIC_Style_Type
    ric_insert_indication_id: RIC_InsertIndication_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ric-InsertStyle-Type", "ric_insert_style_type"),
        ("ric-InsertIndication-ID", "ric_insert_indication_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationHeader_Format3:
    """E2SM-RC-IndicationHeader-Format3. All editions."""

    ric_event_trigger_condition_id: RIC_EventTriggerCondition_ID | None = None
    ue_id: UEID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-eventTriggerCondition-ID", "ric_event_trigger_condition_id"),
        ("ueID", "ue_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage:
    """E2SM-RC-IndicationMessage. All editions."""

    ric_indication_message_formats: (
        tuple[Literal["indicationMessage-Format1"], E2SM_RC_IndicationMessage_Format1]
        | tuple[Literal["indicationMessage-Format2"], E2SM_RC_IndicationMessage_Format2]
        | tuple[Literal["indicationMessage-Format3"], E2SM_RC_IndicationMessage_Format3]
        | tuple[Literal["indicationMessage-Format4"], E2SM_RC_IndicationMessage_Format4]
        | tuple[Literal["indicationMessage-Format5"], E2SM_RC_IndicationMessage_Format5]
        | tuple[Literal["indicationMessage-Format6"], E2SM_RC_IndicationMessage_Format6]
        | tuple[Literal["indicationMessage-Format1"], E2SM_RC_IndicationMessage_Format1]
        | tuple[Literal["indicationMessage-Format2"], E2SM_RC_IndicationMessage_Format2]
        | tuple[Literal["indicationMessage-Format3"], E2SM_RC_IndicationMessage_Format3]
        | tuple[Literal["indicationMessage-Format4"], None]
        | tuple[Literal["indicationMessage-Format5"], E2SM_RC_IndicationMessage_Format5]
        | tuple[Literal["indicationMessage-Format6"], E2SM_RC_IndicationMessage_Format6]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-indicationMessage-formats", "ric_indication_message_formats"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format1:
    """E2SM-RC-IndicationMessage-Format1. All editions."""

    ran_p_reported_list: tuple[E2SM_RC_IndicationMessage_Format1_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-Reported-List", "ran_p_reported_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format1_Item:
    """E2SM-RC-IndicationMessage-Format1-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format2:
    """E2SM-RC-IndicationMessage-Format2. All editions."""

    ue_parameter_list: tuple[E2SM_RC_IndicationMessage_Format2_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueParameter-List", "ue_parameter_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format2_Item:
    """E2SM-RC-IndicationMessage-Format2-Item. All editions."""

    ue_id: UEID
    ran_p_list: tuple[E2SM_RC_IndicationMessage_Format2_RANParameter_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ranP-List", "ran_p_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format3:
    """E2SM-RC-IndicationMessage-Format3. All editions."""

    cell_info_list: tuple[E2SM_RC_IndicationMessage_Format3_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("cellInfo-List", "cell_info_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format3_Item:
    """E2SM-RC-IndicationMessage-Format3-Item. All editions."""

    cell_global_id: CGI
    cell_context_info: bytes | None = None
    cell_deleted: bool | None = None
    neighbour_relation_table: NeighbourRelation_Info | None = None
    mib: bytes | None = None
    serving_cell_config_common: ServingCellConfigCommon | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("cellGlobal-ID", "cell_global_id"),
        ("cellContextInfo", "cell_context_info"),
        ("cellDeleted", "cell_deleted"),
        ("neighborRelation-Table", "neighbour_relation_table"),
        ("neighbourRelation-Table", "neighbour_relation_table"),
        ("mib", "mib"),
        ("servingCellConfigCommon", "serving_cell_config_common"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format4:
    """E2SM-RC-IndicationMessage-Format4. Edition 1.03 only."""

    ue_info_list: tuple[E2SM_RC_IndicationMessage_Format4_ItemUE, ...]
    cell_info_list: tuple[E2SM_RC_IndicationMessage_Format4_ItemCell, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueInfo-List", "ue_info_list"),
        ("cellInfo-List", "cell_info_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format4_ItemCell:
    """E2SM-RC-IndicationMessage-Format4-ItemCell. Edition 1.03 only."""

    cell_global_id: CGI
    cell_context_info: bytes | None = None
    neighbour_relation_table: NeighbourRelation_Info | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("cellGlobal-ID", "cell_global_id"),
        ("cellContextInfo", "cell_context_info"),
        ("neighborRelation-Table", "neighbour_relation_table"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format4_ItemUE:
    """E2SM-RC-IndicationMessage-Format4-ItemUE. Edition 1.03 only."""

    ue_id: UEID
    cell_global_id: CGI
    ue_context_info: bytes | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ueContextInfo", "ue_context_info"),
        ("cellGlobal-ID", "cell_global_id"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format5:
    """E2SM-RC-IndicationMessage-Format5. All editions."""

    ran_p_requested_list: tuple[E2SM_RC_IndicationMessage_Format5_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-Requested-List", "ran_p_requested_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format5_Item:
    """E2SM-RC-IndicationMessage-Format5-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format6:
    """E2SM-RC-IndicationMessage-Format6. All editions."""

    ric_insert_style_list: tuple[E2SM_RC_IndicationMessage_Format6_Style_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-InsertStyle-List", "ric_insert_style_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format6_Indication_Item:
    """E2SM-RC-IndicationMessage-Format6-Indication-Item. All editions."""

    ric_insert_indication_id: RIC_InsertIndication_ID
    ran_p_insert_indication_list: tuple[E2SM_RC_IndicationMessage_Format6_RANP_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-InsertIndication-ID", "ric_insert_indication_id"),
        ("ranP-InsertIndication-List", "ran_p_insert_indication_list"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format6_RANP_Item:
    """E2SM-RC-IndicationMessage-Format6-RANP-Item. All editions."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_IndicationMessage_Format6_Style_Item:
    """E2SM-RC-IndicationMessage-Format6-Style-Item. All editions."""

    indicated_insert_style_type: RIC_Style_Type
    ric_insert_indication_list: tuple[E2SM_RC_IndicationMessage_Format6_Indication_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("indicated-Insert-Style-Type", "indicated_insert_style_type"),
        ("ric-InsertIndication-List", "ric_insert_indication_list"),
    )
