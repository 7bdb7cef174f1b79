"""E2SM-KPM: measurements. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements import (
        CGI,
        QCI,
        S_NSSAI,
        UEID,
        Beam_ID,
        FiveQI,
        PLMNIdentity,
        QosFlowIdentifier,
    )
    from oran_harness.service_models.kpm.elements.formats import E2SM_KPM_ActionDefinition
    from oran_harness.service_models.kpm.elements.indication import E2SM_KPM_IndicationMessage_Format1
    from oran_harness.service_models.kpm.elements.types import (
        BinIndex,
        BinRangeList,
        BinRangeValue,
        JobID,
        LabelInfoList,
        LogicalOR,
        MatchCondReportList,
        MatchingCondItem_Choice,
        MatchingCondList,
        MatchingUEidList,
        MatchingUEidList_PerGP,
        MatchingUEidPerGP,
        MatchingUEidPerSubList,
        MeasurementRecord,
        MeasurementType,
        MeasurementTypeID,
        MeasurementTypeName,
        MeasValueTestCond_Expression,
        TestCond_Expression,
        TestCond_Type,
        TestCond_Value,
    )


@dataclass(frozen=True, slots=True)
class BinRangeDefinition:
    """BinRangeDefinition. All editions."""

    bin_range_list_x: BinRangeList
    bin_range_list_y: BinRangeList | None = None
    bin_range_list_z: BinRangeList | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("binRangeListX", "bin_range_list_x"),
        ("binRangeListY", "bin_range_list_y"),
        ("binRangeListZ", "bin_range_list_z"),
    )


@dataclass(frozen=True, slots=True)
class BinRangeItem:
    """BinRangeItem. All editions."""

    bin_index: BinIndex
    start_value: BinRangeValue
    end_value: BinRangeValue

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("binIndex", "bin_index"),
        ("startValue", "start_value"),
        ("endValue", "end_value"),
    )


@dataclass(frozen=True, slots=True)
class DistMeasurementBinRangeItem:
    """DistMeasurementBinRangeItem. All editions."""

    meas_type: MeasurementType
    bin_range_def: BinRangeDefinition

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measType", "meas_type"),
        ("binRangeDef", "bin_range_def"),
    )


@dataclass(frozen=True, slots=True)
class LabelInfoItem:
    """LabelInfoItem. All editions."""

    meas_label: MeasurementLabel

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("measLabel", "meas_label"),)


@dataclass(frozen=True, slots=True)
class MatchCondReportItem:
    """MatchCondReportItem. Since 4.00."""

    meas_value_report_cond: MeasValueReportCond
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measValueReportCond", "meas_value_report_cond"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class MatchingCondItem:
    """MatchingCondItem. All editions."""

    matching_cond_choice: MatchingCondItem_Choice
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("matchingCondChoice", "matching_cond_choice"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class MatchingUeCondPerSubItem:
    """MatchingUeCondPerSubItem. All editions."""

    test_cond_info: TestCondInfo
    logical_or: LogicalOR | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("testCondInfo", "test_cond_info"),
        ("logicalOR", "logical_or"),
    )


@dataclass(frozen=True, slots=True)
class MatchingUEidItem:
    """MatchingUEidItem. All editions."""

    ue_id: UEID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueID", "ue_id"),)


@dataclass(frozen=True, slots=True)
class MatchingUEidItem_PerGP:
    """MatchingUEidItem-PerGP. All editions."""

    ue_id: UEID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueID", "ue_id"),)


@dataclass(frozen=True, slots=True)
class MatchingUEidPerGP_Item:
    """MatchingUEidPerGP-Item. All editions."""

    matched_per_gp: (
        tuple[Literal["noUEmatched"], Literal["true"]] | tuple[Literal["oneOrMoreUEmatched"], MatchingUEidList_PerGP]
    )

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("matchedPerGP", "matched_per_gp"),)


@dataclass(frozen=True, slots=True)
class MatchingUEidPerSubItem:
    """MatchingUEidPerSubItem. All editions."""

    ue_id: UEID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ueID", "ue_id"),)


@dataclass(frozen=True, slots=True)
class MeasurementCondItem:
    """MeasurementCondItem. All editions."""

    meas_type: MeasurementType
    matching_cond: MatchingCondList
    bin_range_def: BinRangeDefinition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measType", "meas_type"),
        ("matchingCond", "matching_cond"),
        ("binRangeDef", "bin_range_def"),
    )


@dataclass(frozen=True, slots=True)
class MeasurementCondUEidItem:
    """MeasurementCondUEidItem. All editions."""

    meas_type: MeasurementType
    matching_cond: MatchingCondList
    matching_ue_id_list: MatchingUEidList | None = None
    matching_ue_id_per_gp: MatchingUEidPerGP | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measType", "meas_type"),
        ("matchingCond", "matching_cond"),
        ("matchingUEidList", "matching_ue_id_list"),
        ("matchingUEidPerGP", "matching_ue_id_per_gp"),
    )


@dataclass(frozen=True, slots=True)
class MeasurementDataItem:
    """MeasurementDataItem. All editions."""

    meas_record: MeasurementRecord
    incomplete_flag: Literal["true"] | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measRecord", "meas_record"),
        ("incompleteFlag", "incomplete_flag"),
    )


@dataclass(frozen=True, slots=True)
class MeasurementInfo_Action_Item:
    """MeasurementInfo-Action-Item. All editions."""

    meas_name: MeasurementTypeName
    meas_id: MeasurementTypeID | None = None
    bin_range_def: BinRangeDefinition | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measName", "meas_name"),
        ("measID", "meas_id"),
        ("binRangeDef", "bin_range_def"),
    )


@dataclass(frozen=True, slots=True)
class MeasurementInfoItem:
    """MeasurementInfoItem. All editions."""

    meas_type: MeasurementType
    label_info_list: LabelInfoList
    match_cond_report_list: MatchCondReportList | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("measType", "meas_type"),
        ("labelInfoList", "label_info_list"),
        ("matchCondReportList", "match_cond_report_list"),
    )


@dataclass(frozen=True, slots=True)
class MeasurementLabel:
    """MeasurementLabel. All editions."""

    no_label: Literal["true"] | None = None
    plmn_id: PLMNIdentity | None = None
    slice_id: S_NSSAI | None = None
    five_qi: FiveQI | None = None
    qfi: QosFlowIdentifier | None = None
    qci: QCI | None = None
    qci_max: QCI | None = None
    qci_min: QCI | None = None
    arp_max: int | None = None
    arp_min: int | None = None
    bitrate_range: int | None = None
    layer_mu_mimo: int | None = None
    sum_: Literal["true"] | None = None
    dist_bin_x: int | None = None
    dist_bin_y: int | None = None
    dist_bin_z: int | None = None
    pre_label_override: Literal["true"] | None = None
    start_end_ind: Literal["start", "end"] | None = None
    min_: Literal["true"] | None = None
    max_: Literal["true"] | None = None
    avg: Literal["true"] | None = None
    ssb_index: int | None = None
    non_gob_bf_mode_index: int | None = None
    mimo_mode_index: int | None = None
    cell_global_id: CGI | None = None
    beam_id: Beam_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("noLabel", "no_label"),
        ("plmnID", "plmn_id"),
        ("sliceID", "slice_id"),
        ("fiveQI", "five_qi"),
        ("qFI", "qfi"),
        ("qCI", "qci"),
        ("qCImax", "qci_max"),
        ("qCImin", "qci_min"),
        ("aRPmax", "arp_max"),
        ("aRPmin", "arp_min"),
        ("bitrateRange", "bitrate_range"),
        ("layerMU-MIMO", "layer_mu_mimo"),
        ("sUM", "sum_"),
        ("distBinX", "dist_bin_x"),
        ("distBinY", "dist_bin_y"),
        ("distBinZ", "dist_bin_z"),
        ("preLabelOverride", "pre_label_override"),
        ("startEndInd", "start_end_ind"),
        ("min", "min_"),
        ("max", "max_"),
        ("avg", "avg"),
        ("ssbIndex", "ssb_index"),
        ("nonGoB-BFmode-Index", "non_gob_bf_mode_index"),
        ("mIMO-mode-Index", "mimo_mode_index"),
        ("cellGlobalID", "cell_global_id"),
        ("beamID", "beam_id"),
    )


@dataclass(frozen=True, slots=True)
class MeasValueReportCond:
    """MeasValueReportCond. Since 4.00."""

    test_expr: MeasValueTestCond_Expression
    test_value: TestCond_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("testExpr", "test_expr"),
        ("testValue", "test_value"),
    )


@dataclass(frozen=True, slots=True)
class MultiReportActionDefinitionItem:
    """MultiReportActionDefinitionItem. Since 5.00."""

    job_id: JobID
    job_action_definition: E2SM_KPM_ActionDefinition | None = None
    job_cell_global_id: CGI | None = None
    job_ue_id: UEID | None = None
    job_matching_ue_id_list: MatchingUEidPerSubList | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("jobID", "job_id"),
        ("jobActionDefinition", "job_action_definition"),
        ("jobCellGlobalID", "job_cell_global_id"),
        ("jobUEID", "job_ue_id"),
        ("jobMatchingUEidList", "job_matching_ue_id_list"),
    )


@dataclass(frozen=True, slots=True)
class TestCondInfo:
    """TestCondInfo. All editions."""

    test_type: TestCond_Type
    test_expr: TestCond_Expression | None = None
    test_value: TestCond_Value | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("testType", "test_type"),
        ("testExpr", "test_expr"),
        ("testValue", "test_value"),
    )


@dataclass(frozen=True, slots=True)
class UEMeasurementReportItem:
    """UEMeasurementReportItem. All editions."""

    ue_id: UEID
    meas_report: E2SM_KPM_IndicationMessage_Format1

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ueID", "ue_id"),
        ("measReport", "meas_report"),
    )
