"""E2SM common: types. Written by tools/write_classes.py from specs/; do not edit."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from oran_harness.codec.asn1 import BitString

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements.cells_and_interfaces import (
        EUTRA_CGI,
        GUAMI,
        GUMMEI,
        NR_ARFCN,
        NR_CGI,
        GlobalGNB_ID,
        GlobalNgENB_ID,
        InterfaceID_E1,
        InterfaceID_F1,
        InterfaceID_NG,
        InterfaceID_S1,
        InterfaceID_W1,
        InterfaceID_X2,
        InterfaceID_Xn,
        NRFrequencyBandItem,
        SupportedSULFreqBandItem,
    )
    from oran_harness.service_models.common.elements.ue_identities import (
        UEID_EN_GNB,
        UEID_ENB,
        UEID_GNB,
        UEID_GNB_CU_UP,
        UEID_GNB_DU,
        UEID_NG_ENB,
        UEID_NG_ENB_DU,
        UEID_GNB_CU_CP_E1AP_ID_Item,
        UEID_GNB_CU_CP_F1AP_ID_Item,
    )

AMF_UE_NGAP_ID: TypeAlias = int  # 0..1099511627775
AMFPointer: TypeAlias = BitString  # size 6
AMFRegionID: TypeAlias = BitString  # size 8
AMFSetID: TypeAlias = BitString  # size 10
Beam_ID: TypeAlias = tuple[Literal["nR-Beam-ID"], "NR_SSB_Index"]
CGI: TypeAlias = tuple[Literal["nR-CGI"], "NR_CGI"] | tuple[Literal["eUTRA-CGI"], "EUTRA_CGI"]
CoreCPID: TypeAlias = tuple[Literal["fiveGC"], "GUAMI"] | tuple[Literal["ePC"], "GUMMEI"]
E_UTRA_ARFCN: TypeAlias = int  # 0..maxEARFCN
E_UTRA_PCI: TypeAlias = int  # 0..503, ...
E_UTRA_TAC: TypeAlias = bytes  # size 2
EN_GNB_ID: TypeAlias = tuple[Literal["en-gNB-ID"], BitString]
ENB_ID: TypeAlias = (
    tuple[Literal["macro-eNB-ID"], BitString]
    | tuple[Literal["home-eNB-ID"], BitString]
    | tuple[Literal["short-Macro-eNB-ID"], BitString]
    | tuple[Literal["long-Macro-eNB-ID"], BitString]
)
ENB_UE_X2AP_ID: TypeAlias = int  # 0..4095
ENB_UE_X2AP_ID_Extension: TypeAlias = int  # 0..4095, ...
EUTRACellIdentity: TypeAlias = BitString  # size 28
FiveGS_TAC: TypeAlias = bytes  # size 3
FiveQI: TypeAlias = int  # 0..255, ...
GlobalNGRANNodeID: TypeAlias = tuple[Literal["gNB"], "GlobalGNB_ID"] | tuple[Literal["ng-eNB"], "GlobalNgENB_ID"]
GNB_CU_CP_UE_E1AP_ID: TypeAlias = int  # 0..4294967295
GNB_CU_UE_F1AP_ID: TypeAlias = int  # 0..4294967295
GNB_CU_UP_ID: TypeAlias = int  # 0..68719476735
GNB_DU_ID: TypeAlias = int  # 0..68719476735
GNB_ID: TypeAlias = tuple[Literal["gNB-ID"], BitString]
GroupID: TypeAlias = tuple[Literal["fiveGC"], "FiveQI"] | tuple[Literal["ePC"], "QCI"]
IndexToRFSP: TypeAlias = int  # 1..256, ...
InterfaceIdentifier: TypeAlias = (
    tuple[Literal["nG"], "InterfaceID_NG"]
    | tuple[Literal["xN"], "InterfaceID_Xn"]
    | tuple[Literal["f1"], "InterfaceID_F1"]
    | tuple[Literal["e1"], "InterfaceID_E1"]
    | tuple[Literal["s1"], "InterfaceID_S1"]
    | tuple[Literal["x2"], "InterfaceID_X2"]
    | tuple[Literal["w1"], "InterfaceID_W1"]
)
InterfaceType: TypeAlias = Literal["nG", "xn", "f1", "e1", "s1", "x2", "w1"]
MME_Code: TypeAlias = bytes  # size 1
MME_Group_ID: TypeAlias = bytes  # size 2
MME_UE_S1AP_ID: TypeAlias = int  # 0..4294967295
NG_RANnodeUEXnAPID: TypeAlias = int  # 0..4294967295
NGENB_CU_UE_W1AP_ID: TypeAlias = int  # 0..4294967295
NGENB_DU_ID: TypeAlias = int  # 0..68719476735
NgENB_ID: TypeAlias = (
    tuple[Literal["macroNgENB-ID"], BitString]
    | tuple[Literal["shortMacroNgENB-ID"], BitString]
    | tuple[Literal["longMacroNgENB-ID"], BitString]
)
NR_PCI: TypeAlias = int  # 0..1007
NR_SSB_Index: TypeAlias = int  # 0..maxNrofSSBs-1
NRCellIdentity: TypeAlias = BitString  # size 36
NRFrequencyBand_List: TypeAlias = tuple["NRFrequencyBandItem", ...]  # size 1..maxnoofNrCellBands
NRFrequencyShift7p5khz: TypeAlias = Literal["false", "true"]
PLMNIdentity: TypeAlias = bytes  # size 3
QCI: TypeAlias = int  # 0..255
QosFlowIdentifier: TypeAlias = int  # 0..63, ...
QoSID: TypeAlias = tuple[Literal["fiveGC"], "FiveQI"] | tuple[Literal["ePC"], "QCI"]
RANUEID: TypeAlias = bytes  # size 8
RIC_Format_Type: TypeAlias = int
RIC_Style_Name: TypeAlias = str  # size 1..150, ...
RIC_Style_Type: TypeAlias = int
RNTI_Value: TypeAlias = int  # 0..65535
RRCclass_LTE: TypeAlias = Literal[
    "bCCH-BCH",
    "bCCH-BCH-MBMS",
    "bCCH-DL-SCH",
    "bCCH-DL-SCH-BR",
    "bCCH-DL-SCH-MBMS",
    "mCCH",
    "pCCH",
    "dL-CCCH",
    "dL-DCCH",
    "uL-CCCH",
    "uL-DCCH",
    "sC-MCCH",
]
RRCclass_NR: TypeAlias = Literal[
    "bCCH-BCH",
    "bCCH-DL-SCH",
    "dL-CCCH",
    "dL-DCCH",
    "pCCH",
    "uL-CCCH",
    "uL-CCCH1",
    "uL-DCCH",
]
SD: TypeAlias = bytes  # size 3
ServingCell_ARFCN: TypeAlias = tuple[Literal["nR"], "NR_ARFCN"] | tuple[Literal["eUTRA"], "E_UTRA_ARFCN"]
ServingCell_PCI: TypeAlias = tuple[Literal["nR"], "NR_PCI"] | tuple[Literal["eUTRA"], "E_UTRA_PCI"]
SST: TypeAlias = bytes  # size 1
SubscriberProfileIDforRFP: TypeAlias = int  # 1..256
SupportedSULBandList: TypeAlias = tuple["SupportedSULFreqBandItem", ...]  # size 0..maxnoofNrCellBands
UEID: TypeAlias = (
    tuple[Literal["gNB-UEID"], "UEID_GNB"]
    | tuple[Literal["gNB-DU-UEID"], "UEID_GNB_DU"]
    | tuple[Literal["gNB-CU-UP-UEID"], "UEID_GNB_CU_UP"]
    | tuple[Literal["ng-eNB-UEID"], "UEID_NG_ENB"]
    | tuple[Literal["ng-eNB-DU-UEID"], "UEID_NG_ENB_DU"]
    | tuple[Literal["en-gNB-UEID"], "UEID_EN_GNB"]
    | tuple[Literal["eNB-UEID"], "UEID_ENB"]
)
UEID_GNB_CU_CP_E1AP_ID_List: TypeAlias = tuple["UEID_GNB_CU_CP_E1AP_ID_Item", ...]  # size 1..maxE1APid
UEID_GNB_CU_F1AP_ID_List: TypeAlias = tuple["UEID_GNB_CU_CP_F1AP_ID_Item", ...]  # size 1..maxF1APid
