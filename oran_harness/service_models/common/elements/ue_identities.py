"""E2SM common: ue identities. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.service_models.common.elements.cells_and_interfaces import (
        GUAMI,
        GUMMEI,
        Cell_RNTI,
        GlobalENB_ID,
        GlobalGNB_ID,
        GlobalNgENB_ID,
    )
    from oran_harness.service_models.common.elements.types import (
        AMF_UE_NGAP_ID,
        ENB_UE_X2AP_ID,
        GNB_CU_CP_UE_E1AP_ID,
        GNB_CU_UE_F1AP_ID,
        MME_UE_S1AP_ID,
        NGENB_CU_UE_W1AP_ID,
        RANUEID,
        ENB_UE_X2AP_ID_Extension,
        GlobalNGRANNodeID,
        NG_RANnodeUEXnAPID,
        UEID_GNB_CU_CP_E1AP_ID_List,
        UEID_GNB_CU_F1AP_ID_List,
    )


@dataclass(frozen=True, slots=True)
class PartialUEID:
    """PartialUEID. Edition 5.00 only."""

    amf_ue_ngap_id: AMF_UE_NGAP_ID | None = None
    guami: GUAMI | None = None
    gnb_cu_ue_f1ap_id: GNB_CU_UE_F1AP_ID | None = None
    gnb_cu_cp_ue_e1ap_id: GNB_CU_CP_UE_E1AP_ID | None = None
    ran_ue_id: RANUEID | None = None
    m_ng_ran_ue_xnap_id: NG_RANnodeUEXnAPID | None = None
    global_ng_ran_node_id: GlobalNGRANNodeID | None = None
    cell_rnti: Cell_RNTI | None = None
    ng_enb_cu_ue_w1ap_id: NGENB_CU_UE_W1AP_ID | None = None
    m_enb_ue_x2ap_id: ENB_UE_X2AP_ID | None = None
    m_enb_ue_x2ap_id_extension: ENB_UE_X2AP_ID_Extension | None = None
    global_enb_id: GlobalENB_ID | None = None
    mme_ue_s1ap_id: MME_UE_S1AP_ID | None = None
    gummei: GUMMEI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("amf-UE-NGAP-ID", "amf_ue_ngap_id"),
        ("guami", "guami"),
        ("gNB-CU-UE-F1AP-ID", "gnb_cu_ue_f1ap_id"),
        ("gNB-CU-CP-UE-E1AP-ID", "gnb_cu_cp_ue_e1ap_id"),
        ("ran-UEID", "ran_ue_id"),
        ("m-NG-RAN-UE-XnAP-ID", "m_ng_ran_ue_xnap_id"),
        ("globalNG-RANNode-ID", "global_ng_ran_node_id"),
        ("cell-RNTI", "cell_rnti"),
        ("ng-eNB-CU-UE-W1AP-ID", "ng_enb_cu_ue_w1ap_id"),
        ("m-eNB-UE-X2AP-ID", "m_enb_ue_x2ap_id"),
        ("m-eNB-UE-X2AP-ID-Extension", "m_enb_ue_x2ap_id_extension"),
        ("globalENB-ID", "global_enb_id"),
        ("mME-UE-S1AP-ID", "mme_ue_s1ap_id"),
        ("gUMMEI", "gummei"),
    )


@dataclass(frozen=True, slots=True)
class UEID_EN_GNB:
    """UEID-EN-GNB. All editions."""

    m_enb_ue_x2ap_id: ENB_UE_X2AP_ID
    global_enb_id: GlobalENB_ID
    m_enb_ue_x2ap_id_extension: ENB_UE_X2AP_ID_Extension | None = None
    gnb_cu_ue_f1ap_id: GNB_CU_UE_F1AP_ID | None = None
    gnb_cu_cp_ue_e1ap_id_list: UEID_GNB_CU_CP_E1AP_ID_List | None = None
    ran_ue_id: RANUEID | None = None
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("m-eNB-UE-X2AP-ID", "m_enb_ue_x2ap_id"),
        ("m-eNB-UE-X2AP-ID-Extension", "m_enb_ue_x2ap_id_extension"),
        ("globalENB-ID", "global_enb_id"),
        ("gNB-CU-UE-F1AP-ID", "gnb_cu_ue_f1ap_id"),
        ("gNB-CU-CP-UE-E1AP-ID-List", "gnb_cu_cp_ue_e1ap_id_list"),
        ("ran-UEID", "ran_ue_id"),
        ("cell-RNTI", "cell_rnti"),
    )


@dataclass(frozen=True, slots=True)
class UEID_ENB:
    """UEID-ENB. All editions."""

    mme_ue_s1ap_id: MME_UE_S1AP_ID
    gummei: GUMMEI
    m_enb_ue_x2ap_id: ENB_UE_X2AP_ID | None = None
    m_enb_ue_x2ap_id_extension: ENB_UE_X2AP_ID_Extension | None = None
    global_enb_id: GlobalENB_ID | None = None
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("mME-UE-S1AP-ID", "mme_ue_s1ap_id"),
        ("gUMMEI", "gummei"),
        ("m-eNB-UE-X2AP-ID", "m_enb_ue_x2ap_id"),
        ("m-eNB-UE-X2AP-ID-Extension", "m_enb_ue_x2ap_id_extension"),
        ("globalENB-ID", "global_enb_id"),
        ("cell-RNTI", "cell_rnti"),
    )


@dataclass(frozen=True, slots=True)
class UEID_GNB:
    """UEID-GNB. All editions."""

    amf_ue_ngap_id: AMF_UE_NGAP_ID
    guami: GUAMI
    gnb_cu_ue_f1ap_id_list: UEID_GNB_CU_F1AP_ID_List | None = None
    gnb_cu_cp_ue_e1ap_id_list: UEID_GNB_CU_CP_E1AP_ID_List | None = None
    ran_ue_id: RANUEID | None = None
    m_ng_ran_ue_xnap_id: NG_RANnodeUEXnAPID | None = None
    global_gnb_id: GlobalGNB_ID | None = None
    global_ng_ran_node_id: GlobalNGRANNodeID | None = None
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("amf-UE-NGAP-ID", "amf_ue_ngap_id"),
        ("guami", "guami"),
        ("gNB-CU-UE-F1AP-ID-List", "gnb_cu_ue_f1ap_id_list"),
        ("gNB-CU-CP-UE-E1AP-ID-List", "gnb_cu_cp_ue_e1ap_id_list"),
        ("ran-UEID", "ran_ue_id"),
        ("m-NG-RAN-UE-XnAP-ID", "m_ng_ran_ue_xnap_id"),
        ("globalGNB-ID", "global_gnb_id"),
        ("globalNG-RANNode-ID", "global_ng_ran_node_id"),
        ("cell-RNTI", "cell_rnti"),
    )


@dataclass(frozen=True, slots=True)
class UEID_GNB_CU_CP_E1AP_ID_Item:
    """UEID-GNB-CU-CP-E1AP-ID-Item. All editions."""

    gnb_cu_cp_ue_e1ap_id: GNB_CU_CP_UE_E1AP_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gNB-CU-CP-UE-E1AP-ID", "gnb_cu_cp_ue_e1ap_id"),)


@dataclass(frozen=True, slots=True)
class UEID_GNB_CU_CP_F1AP_ID_Item:
    """UEID-GNB-CU-CP-F1AP-ID-Item. All editions."""

    gnb_cu_ue_f1ap_id: GNB_CU_UE_F1AP_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gNB-CU-UE-F1AP-ID", "gnb_cu_ue_f1ap_id"),)


@dataclass(frozen=True, slots=True)
class UEID_GNB_CU_UP:
    """UEID-GNB-CU-UP. All editions."""

    gnb_cu_cp_ue_e1ap_id: GNB_CU_CP_UE_E1AP_ID
    ran_ue_id: RANUEID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("gNB-CU-CP-UE-E1AP-ID", "gnb_cu_cp_ue_e1ap_id"),
        ("ran-UEID", "ran_ue_id"),
    )


@dataclass(frozen=True, slots=True)
class UEID_GNB_DU:
    """UEID-GNB-DU. All editions."""

    gnb_cu_ue_f1ap_id: GNB_CU_UE_F1AP_ID
    ran_ue_id: RANUEID | None = None
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("gNB-CU-UE-F1AP-ID", "gnb_cu_ue_f1ap_id"),
        ("ran-UEID", "ran_ue_id"),
        ("cell-RNTI", "cell_rnti"),
    )


@dataclass(frozen=True, slots=True)
class UEID_NG_ENB:
    """UEID-NG-ENB. All editions."""

    amf_ue_ngap_id: AMF_UE_NGAP_ID
    guami: GUAMI
    ng_enb_cu_ue_w1ap_id: NGENB_CU_UE_W1AP_ID | None = None
    m_ng_ran_ue_xnap_id: NG_RANnodeUEXnAPID | None = None
    global_ng_enb_id: GlobalNgENB_ID | None = None
    global_ng_ran_node_id: GlobalNGRANNodeID | None = None
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("amf-UE-NGAP-ID", "amf_ue_ngap_id"),
        ("guami", "guami"),
        ("ng-eNB-CU-UE-W1AP-ID", "ng_enb_cu_ue_w1ap_id"),
        ("m-NG-RAN-UE-XnAP-ID", "m_ng_ran_ue_xnap_id"),
        ("globalNgENB-ID", "global_ng_enb_id"),
        ("globalNG-RANNode-ID", "global_ng_ran_node_id"),
        ("cell-RNTI", "cell_rnti"),
    )


@dataclass(frozen=True, slots=True)
class UEID_NG_ENB_DU:
    """UEID-NG-ENB-DU. All editions."""

    ng_enb_cu_ue_w1ap_id: NGENB_CU_UE_W1AP_ID
    cell_rnti: Cell_RNTI | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ng-eNB-CU-UE-W1AP-ID", "ng_enb_cu_ue_w1ap_id"),
        ("cell-RNTI", "cell_rnti"),
    )
