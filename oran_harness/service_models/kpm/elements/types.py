"""E2SM-KPM: types. Written by tools/write_classes.py from specs/; do not edit."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from oran_harness.codec.asn1 import BitString

if TYPE_CHECKING:
    from oran_harness.service_models.kpm.elements.indication import MultiReportIndicationMessageItem
    from oran_harness.service_models.kpm.elements.measurements import (
        BinRangeItem,
        DistMeasurementBinRangeItem,
        LabelInfoItem,
        MatchCondReportItem,
        MatchingCondItem,
        MatchingUeCondPerSubItem,
        MatchingUEidItem,
        MatchingUEidItem_PerGP,
        MatchingUEidPerGP_Item,
        MatchingUEidPerSubItem,
        MeasurementCondItem,
        MeasurementCondUEidItem,
        MeasurementDataItem,
        MeasurementInfo_Action_Item,
        MeasurementInfoItem,
        MeasurementLabel,
        MultiReportActionDefinitionItem,
        TestCondInfo,
        UEMeasurementReportItem,
    )

BinIndex: TypeAlias = int  # 1..65535, ...
BinRangeList: TypeAlias = tuple["BinRangeItem", ...]  # size 1..maxnoofBin
BinRangeValue: TypeAlias = tuple[Literal["valueInt"], int] | tuple[Literal["valueReal"], float]
DistMeasurementBinRangeList: TypeAlias = tuple["DistMeasurementBinRangeItem", ...]  # size 1..maxnoofMeasurementInfo
GranularityPeriod: TypeAlias = int  # 1..4294967295
JobID: TypeAlias = int  # 1..65535
LabelInfoList: TypeAlias = tuple["LabelInfoItem", ...]  # size 1..maxnoofLabelInfo
LogicalOR: TypeAlias = Literal["true"]
MatchCondReportList: TypeAlias = tuple["MatchCondReportItem", ...]  # size 1..maxnoofConditionInfo
MatchingCondItem_Choice: TypeAlias = (
    tuple[Literal["measLabel"], "MeasurementLabel"] | tuple[Literal["testCondInfo"], "TestCondInfo"]
)
MatchingCondList: TypeAlias = tuple["MatchingCondItem", ...]  # size 1..maxnoofConditionInfo
MatchingUeCondPerSubList: TypeAlias = tuple["MatchingUeCondPerSubItem", ...]  # size 1..maxnoofConditionInfoPerSub
MatchingUEidList: TypeAlias = tuple["MatchingUEidItem", ...]  # size 1..maxnoofUEID
MatchingUEidList_PerGP: TypeAlias = tuple["MatchingUEidItem_PerGP", ...]  # size 1..maxnoofUEID
MatchingUEidPerGP: TypeAlias = tuple["MatchingUEidPerGP_Item", ...]  # size 1..maxnoofMeasurementRecord
MatchingUEidPerSubList: TypeAlias = tuple["MatchingUEidPerSubItem", ...]  # size 2..maxnoofUEIDPerSub
MeasurementCondList: TypeAlias = tuple["MeasurementCondItem", ...]  # size 1..maxnoofMeasurementInfo
MeasurementCondUEidList: TypeAlias = tuple["MeasurementCondUEidItem", ...]  # size 1..maxnoofMeasurementInfo
MeasurementData: TypeAlias = tuple["MeasurementDataItem", ...]  # size 1..maxnoofMeasurementRecord
MeasurementInfo_Action_List: TypeAlias = tuple["MeasurementInfo_Action_Item", ...]  # size 1..maxnoofMeasurementInfo
MeasurementInfoList: TypeAlias = tuple["MeasurementInfoItem", ...]  # size 1..maxnoofMeasurementInfo
MeasurementRecord: TypeAlias = tuple["MeasurementRecordItem", ...]  # size 1..maxnoofMeasurementValue
MeasurementRecordItem: TypeAlias = (
    tuple[Literal["integer"], int]
    | tuple[Literal["real"], float]
    | tuple[Literal["noValue"], None]
    | tuple[Literal["notSatisfied"], None]
)
MeasurementType: TypeAlias = (
    tuple[Literal["measName"], "MeasurementTypeName"] | tuple[Literal["measID"], "MeasurementTypeID"]
)
MeasurementTypeID: TypeAlias = int  # 1..65536, ...
MeasurementTypeName: TypeAlias = str  # size 1..150, ...
MeasValueTestCond_Expression: TypeAlias = Literal["equal", "greaterthan", "lessthan", "contains", "present"]
MultiReportActionDefinitionList: TypeAlias = tuple["MultiReportActionDefinitionItem", ...]  # size 1..maxnoofJobs
MultiReportApproach: TypeAlias = Literal["single", "multiple"]
MultiReportIndicationMessageList: TypeAlias = tuple["MultiReportIndicationMessageItem", ...]  # size 1..maxnoofJobs
TestCond_Expression: TypeAlias = Literal["equal", "greaterthan", "lessthan", "contains", "present"]
TestCond_Type: TypeAlias = (
    tuple[Literal["gBR"], Literal["true"]]
    | tuple[Literal["aMBR"], Literal["true"]]
    | tuple[Literal["isStat"], Literal["true"]]
    | tuple[Literal["isCatM"], Literal["true"]]
    | tuple[Literal["rSRP"], Literal["true"]]
    | tuple[Literal["rSRQ"], Literal["true"]]
    | tuple[Literal["ul-rSRP"], Literal["true"]]
    | tuple[Literal["cQI"], Literal["true"]]
    | tuple[Literal["fiveQI"], Literal["true"]]
    | tuple[Literal["qCI"], Literal["true"]]
    | tuple[Literal["sNSSAI"], Literal["true"]]
)
TestCond_Value: TypeAlias = (
    tuple[Literal["valueInt"], int]
    | tuple[Literal["valueEnum"], int]
    | tuple[Literal["valueBool"], bool]
    | tuple[Literal["valueBitS"], BitString]
    | tuple[Literal["valueOctS"], bytes]
    | tuple[Literal["valuePrtS"], str]
    | tuple[Literal["valueReal"], float]
)
TimeStamp: TypeAlias = bytes
UEMeasurementReportList: TypeAlias = tuple["UEMeasurementReportItem", ...]  # size 1..maxnoofUEMeasReport
