"""E2SM-RC: query. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import CGI, UEID, PartialUEID, RIC_Style_Type
    from oran_harness.service_models.rc.elements.information import (
        Associated_UE_Info,
        NeighbourRelation_Info,
        ServingCellConfigCommon,
    )
    from oran_harness.service_models.rc.elements.parameters import RANParameter_Definition
    from oran_harness.service_models.rc.elements.types import (
        RANParameter_ID,
        RANParameter_Testing,
        RANParameter_ValueType,
        UE_Filter_ID,
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryDefinition:
    """E2SM-RC-QueryDefinition. Since 5.00."""

    ric_query_definition_formats: tuple[Literal["queryRequest-Format1"], E2SM_RC_QueryDefinition_Format1]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-queryDefinition-formats", "ric_query_definition_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryDefinition_Format1:
    """E2SM-RC-QueryDefinition-Format1. Since 5.00."""

    ran_p_list: tuple[E2SM_RC_QueryDefinition_Format1_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ranP-List", "ran_p_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryDefinition_Format1_Item:
    """E2SM-RC-QueryDefinition-Format1-Item. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_definition: RANParameter_Definition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-Definition", "ran_parameter_definition"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryHeader:
    """E2SM-RC-QueryHeader. Since 5.00."""

    ric_query_header_formats: tuple[Literal["queryHeader-Format1"], E2SM_RC_QueryHeader_Format1]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-queryHeader-formats", "ric_query_header_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryHeader_Format1:
    """E2SM-RC-QueryHeader-Format1. Since 5.00."""

    ric_style_type: RIC_Style_Type
    associated_e2_node_info: RANParameter_Testing | None = None
    associated_ue_info: Associated_UE_Info | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-Style-Type", "ric_style_type"),
        ("associatedE2NodeInfo", "associated_e2_node_info"),
        ("associatedUEInfo", "associated_ue_info"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome:
    """E2SM-RC-QueryOutcome. Since 5.00."""

    ric_query_outcome_formats: (
        tuple[Literal["queryOutcome-Format1"], E2SM_RC_QueryOutcome_Format1]
        | tuple[Literal["queryOutcome-Format2"], E2SM_RC_QueryOutcome_Format2]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ric-queryOutcome-formats", "ric_query_outcome_formats"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format1:
    """E2SM-RC-QueryOutcome-Format1. Since 5.00."""

    cell_info_list: tuple[E2SM_RC_QueryOutcome_Format1_ItemCell, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("cellInfo-List", "cell_info_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format1_ItemCell:
    """E2SM-RC-QueryOutcome-Format1-ItemCell. Since 5.00."""

    cell_global_id: CGI
    ran_p_list: tuple[E2SM_RC_QueryOutcome_Format1_ItemParameters, ...]
    neighbour_relation_table: NeighbourRelation_Info | None = None
    serving_cell_config_common: ServingCellConfigCommon | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("cellGlobal-ID", "cell_global_id"),
        ("ranP-List", "ran_p_list"),
        ("neighborRelation-Table", "neighbour_relation_table"),
        ("neighbourRelation-Table", "neighbour_relation_table"),
        ("servingCellConfigCommon", "serving_cell_config_common"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format1_ItemParameters:
    """E2SM-RC-QueryOutcome-Format1-ItemParameters. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format2:
    """E2SM-RC-QueryOutcome-Format2. Since 5.00."""

    ue_info_list: tuple[E2SM_RC_QueryOutcome_Format2_ItemUE, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueInfo-List", "ue_info_list"),)


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format2_ItemParameters:
    """E2SM-RC-QueryOutcome-Format2-ItemParameters. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_QueryOutcome_Format2_ItemUE:
    """E2SM-RC-QueryOutcome-Format2-ItemUE. Since 5.00."""

    ue_id: UEID
    ran_p_list: tuple[E2SM_RC_QueryOutcome_Format2_ItemParameters, ...]
    ue_filter_id: UE_Filter_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("ranP-List", "ran_p_list"),
        ("ueFilterID", "ue_filter_id"),
    )


@dataclass(frozen=True, slots=True)
class UEQuery:
    """UEQuery. Since 5.00."""

    partial_ue_id: PartialUEID
    ran_parameter_testing: RANParameter_Testing | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("partialUEID", "partial_ue_id"),
        ("ranParameterTesting", "ran_parameter_testing"),
    )
