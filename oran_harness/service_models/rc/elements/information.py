"""E2SM-RC: information. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import (
        E_UTRA_ARFCN,
        E_UTRA_PCI,
        E_UTRA_TAC,
        EUTRA_CGI,
        NR_CGI,
        NR_PCI,
        FiveGS_TAC,
        Interface_MessageID,
        InterfaceIdentifier,
        InterfaceType,
        NRFrequencyInfo,
        RIC_Format_Type,
        RRC_MessageID,
        ServingCell_ARFCN,
        ServingCell_PCI,
    )
    from oran_harness.service_models.rc.elements.control import EntitySpecific_ranP_ControlParameters
    from oran_harness.service_models.rc.elements.event_trigger import (
        EventTrigger_UE_Info_Item_Choice_Group,
        EventTrigger_UE_Info_Item_Choice_Individual,
    )
    from oran_harness.service_models.rc.elements.query import UEQuery
    from oran_harness.service_models.rc.elements.types import (
        EntityFilter_ID,
        LogicalOR,
        NeighbourCell_List,
        RANParameter_ID,
        RANParameter_Testing,
        RANParameter_ValueType,
        RIC_ControlAction_ID,
        UE_Filter_ID,
    )


@dataclass(frozen=True, slots=True)
class AdditionalSupportedFormat:
    """AdditionalSupportedFormat. Since 5.00."""

    ric_control_header_format_type: RIC_Format_Type
    ric_control_message_format_type: RIC_Format_Type
    ric_control_outcome_format_type: RIC_Format_Type | None = None
    ric_control_action_id: RIC_ControlAction_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ric-ControlHeaderFormat-Type", "ric_control_header_format_type"),
        ("ric-ControlMessageFormat-Type", "ric_control_message_format_type"),
        ("ric-ControlOutcomeFormat-Type", "ric_control_outcome_format_type"),
        ("ric-ControlAction-ID", "ric_control_action_id"),
    )


@dataclass(frozen=True, slots=True)
class Associated_UE_Info:
    """Associated-UE-Info. Since 5.00."""

    associated_ue_info_list: tuple[Associated_UE_Info_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("associatedUEInfo-List", "associated_ue_info_list"),)


@dataclass(frozen=True, slots=True)
class Associated_UE_Info_Item:
    """Associated-UE-Info-Item. Since 5.00."""

    ue_filter_id: UE_Filter_ID
    ue_type: (
        tuple[Literal["ueType-Choice-Individual"], EventTrigger_UE_Info_Item_Choice_Individual]
        | tuple[Literal["ueType-Choice-Group"], EventTrigger_UE_Info_Item_Choice_Group]
        | tuple[Literal["ueQuery"], UEQuery]
    )
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueFilterID", "ue_filter_id"),
        ("ueType", "ue_type"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class E2SM_RC_EntityFilter:
    """E2SM-RC-EntityFilter. Since 5.00."""

    entity_filter_id: EntityFilter_ID
    entity_filter_definition: RANParameter_Testing
    entity_specific_control_ran_p_list: tuple[EntitySpecific_ranP_ControlParameters, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("entityFilter-ID", "entity_filter_id"),
        ("entityFilter-Definition", "entity_filter_definition"),
        ("entitySpecificControlRanP-List", "entity_specific_control_ran_p_list"),
    )


@dataclass(frozen=True, slots=True)
class MessageType_Choice_NI:
    """MessageType-Choice-NI. All editions."""

    ni_type: InterfaceType
    ni_identifier: InterfaceIdentifier | None = None
    ni_message: Interface_MessageID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("nI-Type", "ni_type"),
        ("nI-Identifier", "ni_identifier"),
        ("nI-Message", "ni_message"),
    )


@dataclass(frozen=True, slots=True)
class MessageType_Choice_RRC:
    """MessageType-Choice-RRC. All editions."""

    rrc_message: RRC_MessageID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("rRC-Message", "rrc_message"),)


@dataclass(frozen=True, slots=True)
class NeighbourCell_Item_Choice_E_UTRA:
    """NeighbourCell-Item-Choice-E-UTRA. All editions."""

    eutra_cgi: EUTRA_CGI
    eutra_pci: E_UTRA_PCI
    eutra_arfcn: E_UTRA_ARFCN
    eutra_tac: E_UTRA_TAC
    x2_xn_established: Literal["true", "false"]
    ho_validated: Literal["true", "false"]
    version: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("eUTRA-CGI", "eutra_cgi"),
        ("eUTRA-PCI", "eutra_pci"),
        ("eUTRA-ARFCN", "eutra_arfcn"),
        ("eUTRA-TAC", "eutra_tac"),
        ("x2-Xn-established", "x2_xn_established"),
        ("hO-validated", "ho_validated"),
        ("version", "version"),
    )


@dataclass(frozen=True, slots=True)
class NeighbourCell_Item_Choice_NR:
    """NeighbourCell-Item-Choice-NR. All editions."""

    nr_cgi: NR_CGI
    nr_pci: NR_PCI
    five_gs_tac: FiveGS_TAC
    nr_mode_info: Literal["fdd", "tdd"]
    nr_freq_info: NRFrequencyInfo
    x2_xn_established: Literal["true", "false"]
    ho_validated: Literal["true", "false"]
    version: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("nR-CGI", "nr_cgi"),
        ("nR-PCI", "nr_pci"),
        ("fiveGS-TAC", "five_gs_tac"),
        ("nR-mode-info", "nr_mode_info"),
        ("nR-FreqInfo", "nr_freq_info"),
        ("x2-Xn-established", "x2_xn_established"),
        ("hO-validated", "ho_validated"),
        ("version", "version"),
    )


@dataclass(frozen=True, slots=True)
class NeighbourRelation_Info:
    """NeighbourRelation-Info. All editions."""

    serving_cell_pci: ServingCell_PCI
    serving_cell_arfcn: ServingCell_ARFCN
    neighbour_cell_list: NeighbourCell_List

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("servingCellPCI", "serving_cell_pci"),
        ("servingCellARFCN", "serving_cell_arfcn"),
        ("neighborCell-List", "neighbour_cell_list"),
        ("neighbourCell-List", "neighbour_cell_list"),
    )


@dataclass(frozen=True, slots=True)
class ServingCellConfigCommon:
    """ServingCellConfigCommon. Edition 7.00 only."""

    ssb_positions_in_burst: bytes
    ssb_periodicity: Literal["ms5", "ms10", "ms20", "ms40", "ms80", "ms160"]
    ssb_subcarrier_spacing: Literal["kHz15", "kHz30", "kHz60", "kHz120", "kHz240", "kHz480-v1700", "kHz960-v1700"]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ssbPositionsInBurst", "ssb_positions_in_burst"),
        ("ssbPeriodicity", "ssb_periodicity"),
        ("ssbSubcarrierSpacing", "ssb_subcarrier_spacing"),
    )


@dataclass(frozen=True, slots=True)
class UE_Group_Definition:
    """UE-Group-Definition. Since 5.00."""

    ue_group_definition_identifier_list: tuple[UEGroupDefinitionIdentifier_Item, ...]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueGroupDefinitionIdentifier-LIST", "ue_group_definition_identifier_list"),
    )


@dataclass(frozen=True, slots=True)
class UEGroupDefinitionIdentifier_Item:
    """UEGroupDefinitionIdentifier-Item. Since 5.00."""

    ran_parameter_id: RANParameter_ID
    ran_parameter_value_type: RANParameter_ValueType
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranParameter-ID", "ran_parameter_id"),
        ("ranParameter-valueType", "ran_parameter_value_type"),
        ("logicalOR", "logical_or"),
    )
