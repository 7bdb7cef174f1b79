"""E2SM common: cells and interfaces. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements.types import (
        CGI,
        EN_GNB_ID,
        ENB_ID,
        GNB_CU_UP_ID,
        GNB_DU_ID,
        GNB_ID,
        NGENB_DU_ID,
        SD,
        SST,
        AMFPointer,
        AMFRegionID,
        AMFSetID,
        EUTRACellIdentity,
        GlobalNGRANNodeID,
        MME_Code,
        MME_Group_ID,
        NgENB_ID,
        NRCellIdentity,
        NRFrequencyBand_List,
        NRFrequencyShift7p5khz,
        PLMNIdentity,
        RNTI_Value,
        RRCclass_LTE,
        RRCclass_NR,
        SupportedSULBandList,
    )


@dataclass(frozen=True, slots=True)
class Cell_RNTI:
    """Cell-RNTI. Edition 5.00 only."""

    c_rnti: RNTI_Value
    cell_global_id: CGI

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("c-RNTI", "c_rnti"),
        ("cell-Global-ID", "cell_global_id"),
    )


@dataclass(frozen=True, slots=True)
class EUTRA_CGI:
    """EUTRA-CGI. All editions."""

    plmn_identity: PLMNIdentity
    eutra_cell_identity: EUTRACellIdentity

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("eUTRACellIdentity", "eutra_cell_identity"),
    )


@dataclass(frozen=True, slots=True)
class FreqBandNrItem:
    """FreqBandNrItem. All editions."""

    freq_band_indicator_nr: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("freqBandIndicatorNr", "freq_band_indicator_nr"),)


@dataclass(frozen=True, slots=True)
class GlobalENB_ID:
    """GlobalENB-ID. All editions."""

    plmn_identity: PLMNIdentity
    enb_id: ENB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("eNB-ID", "enb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalenGNB_ID:
    """GlobalenGNB-ID. All editions."""

    plmn_identity: PLMNIdentity
    en_gnb_id: EN_GNB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMN-Identity", "plmn_identity"),
        ("en-gNB-ID", "en_gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalGNB_ID:
    """GlobalGNB-ID. All editions."""

    plmn_identity: PLMNIdentity
    gnb_id: GNB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("gNB-ID", "gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalNgENB_ID:
    """GlobalNgENB-ID. All editions."""

    plmn_identity: PLMNIdentity
    ng_enb_id: NgENB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("ngENB-ID", "ng_enb_id"),
    )


@dataclass(frozen=True, slots=True)
class GUAMI:
    """GUAMI. All editions."""

    plmn_identity: PLMNIdentity
    amf_region_id: AMFRegionID
    amf_set_id: AMFSetID
    amf_pointer: AMFPointer

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("aMFRegionID", "amf_region_id"),
        ("aMFSetID", "amf_set_id"),
        ("aMFPointer", "amf_pointer"),
    )


@dataclass(frozen=True, slots=True)
class GUMMEI:
    """GUMMEI. All editions."""

    plmn_identity: PLMNIdentity
    mme_group_id: MME_Group_ID
    mme_code: MME_Code

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMN-Identity", "plmn_identity"),
        ("mME-Group-ID", "mme_group_id"),
        ("mME-Code", "mme_code"),
    )


@dataclass(frozen=True, slots=True)
class Interface_MessageID:
    """Interface-MessageID. All editions."""

    interface_procedure_id: int
    message_type: Literal["initiatingMessage", "successfulOutcome", "unsuccessfulOutcome"]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interfaceProcedureID", "interface_procedure_id"),
        ("messageType", "message_type"),
    )


@dataclass(frozen=True, slots=True)
class InterfaceID_E1:
    """InterfaceID-E1. All editions."""

    global_gnb_id: GlobalGNB_ID
    gnb_cu_up_id: GNB_CU_UP_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("globalGNB-ID", "global_gnb_id"),
        ("gNB-CU-UP-ID", "gnb_cu_up_id"),
    )


@dataclass(frozen=True, slots=True)
class InterfaceID_F1:
    """InterfaceID-F1. All editions."""

    global_gnb_id: GlobalGNB_ID
    gnb_du_id: GNB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("globalGNB-ID", "global_gnb_id"),
        ("gNB-DU-ID", "gnb_du_id"),
    )


@dataclass(frozen=True, slots=True)
class InterfaceID_NG:
    """InterfaceID-NG. All editions."""

    guami: GUAMI

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("guami", "guami"),)


@dataclass(frozen=True, slots=True)
class InterfaceID_S1:
    """InterfaceID-S1. All editions."""

    gummei: GUMMEI

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gUMMEI", "gummei"),)


@dataclass(frozen=True, slots=True)
class InterfaceID_W1:
    """InterfaceID-W1. All editions."""

    global_ng_enb_id: GlobalNgENB_ID
    ng_enb_du_id: NGENB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-ng-eNB-ID", "global_ng_enb_id"),
        ("ng-eNB-DU-ID", "ng_enb_du_id"),
    )


@dataclass(frozen=True, slots=True)
class InterfaceID_X2:
    """InterfaceID-X2. All editions."""

    node_type: tuple[Literal["global-eNB-ID"], GlobalENB_ID] | tuple[Literal["global-en-gNB-ID"], GlobalenGNB_ID]

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("nodeType", "node_type"),)


@dataclass(frozen=True, slots=True)
class InterfaceID_Xn:
    """InterfaceID-Xn. All editions."""

    global_ng_ran_id: GlobalNGRANNodeID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("global-NG-RAN-ID", "global_ng_ran_id"),)


@dataclass(frozen=True, slots=True)
class NR_ARFCN:
    """NR-ARFCN. All editions."""

    nr_arfcn: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("nRARFCN", "nr_arfcn"),)


@dataclass(frozen=True, slots=True)
class NR_CGI:
    """NR-CGI. All editions."""

    plmn_identity: PLMNIdentity
    nr_cell_identity: NRCellIdentity

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMNIdentity", "plmn_identity"),
        ("nRCellIdentity", "nr_cell_identity"),
    )


@dataclass(frozen=True, slots=True)
class NRFrequencyBandItem:
    """NRFrequencyBandItem. All editions."""

    freq_band_indicator_nr: int
    supported_sul_band_list: SupportedSULBandList

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("freqBandIndicatorNr", "freq_band_indicator_nr"),
        ("supportedSULBandList", "supported_sul_band_list"),
    )


@dataclass(frozen=True, slots=True)
class NRFrequencyInfo:
    """NRFrequencyInfo. All editions."""

    nr_arfcn: NR_ARFCN
    frequency_band_list: NRFrequencyBand_List
    frequency_shift_7p5khz: NRFrequencyShift7p5khz | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("nrARFCN", "nr_arfcn"),
        ("frequencyBand-List", "frequency_band_list"),
        ("frequencyShift7p5khz", "frequency_shift_7p5khz"),
    )


@dataclass(frozen=True, slots=True)
class RANfunction_Name:
    """RANfunction-Name. All editions."""

    ran_function_short_name: str
    ran_function_e2sm_oid: str
    ran_function_description: str
    ran_function_instance: int | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ranFunction-ShortName", "ran_function_short_name"),
        ("ranFunction-E2SM-OID", "ran_function_e2sm_oid"),
        ("ranFunction-Description", "ran_function_description"),
        ("ranFunction-Instance", "ran_function_instance"),
    )


@dataclass(frozen=True, slots=True)
class RRC_MessageID:
    """RRC-MessageID. All editions."""

    rrc_type: tuple[Literal["lTE"], RRCclass_LTE] | tuple[Literal["nR"], RRCclass_NR]
    message_id: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("rrcType", "rrc_type"),
        ("messageID", "message_id"),
    )


@dataclass(frozen=True, slots=True)
class S_NSSAI:
    """S-NSSAI. All editions."""

    sst: SST
    sd: SD | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("sST", "sst"),
        ("sD", "sd"),
    )


@dataclass(frozen=True, slots=True)
class SupportedSULFreqBandItem:
    """SupportedSULFreqBandItem. All editions."""

    freq_band_indicator_nr: int

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("freqBandIndicatorNr", "freq_band_indicator_nr"),)
