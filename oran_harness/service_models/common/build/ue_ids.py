"""UE identities, by a number, in the variant of the node's kind (COM 6.2.2.6)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.build.node_type import NodeType
from oran_harness.service_models.common.elements import (
    GUAMI,
    GUMMEI,
    UEID,
    UEID_EN_GNB,
    UEID_ENB,
    UEID_GNB,
    UEID_GNB_CU_UP,
    UEID_GNB_DU,
    UEID_NG_ENB,
    UEID_NG_ENB_DU,
    GlobalENB_ID,
    UEID_GNB_CU_CP_E1AP_ID_Item,
    UEID_GNB_CU_CP_F1AP_ID_Item,
)

TEST_PLMN = bytes.fromhex("00f110")
"""PLMN 001/01, the one set aside for tests."""

_NUMBERS = {
    "gNB-UEID": "amf_ue_ngap_id",
    "gNB-DU-UEID": "gnb_cu_ue_f1ap_id",
    "gNB-CU-UP-UEID": "gnb_cu_cp_ue_e1ap_id",
    "ng-eNB-UEID": "amf_ue_ngap_id",
    "ng-eNB-DU-UEID": "ng_enb_cu_ue_w1ap_id",
    "en-gNB-UEID": "m_enb_ue_x2ap_id",
    "eNB-UEID": "mme_ue_s1ap_id",
}
_MASTER_ENB = BitString(b"\x00\x01\x00", 20)


def ue_id(kind: NodeType | str, number: int, *, plmn: bytes = TEST_PLMN) -> UEID:
    """The UE-ID of the UE of that number at a node of that kind; the same number is the same UE.

    ``number`` fits into every variant's id if it is 0..4095. A gNB-CU-CP adds its F1AP and E1AP ids, as it must where
    the gNB is split. Raises ``ValueError`` for an unknown kind.
    """
    node = NodeType(kind)
    if node is NodeType.DU:
        return ("gNB-DU-UEID", UEID_GNB_DU(number))
    if node is NodeType.CU_UP:
        return ("gNB-CU-UP-UEID", UEID_GNB_CU_UP(number))
    if node is NodeType.NG_ENB_DU:
        return ("ng-eNB-DU-UEID", UEID_NG_ENB_DU(number))
    if node is NodeType.NG_ENB:
        return ("ng-eNB-UEID", UEID_NG_ENB(number, _guami(plmn)))
    if node is NodeType.EN_GNB:
        return ("en-gNB-UEID", UEID_EN_GNB(number, GlobalENB_ID(plmn, ("macro-eNB-ID", _MASTER_ENB))))
    if node is NodeType.ENB:
        return ("eNB-UEID", UEID_ENB(number, GUMMEI(plmn, b"\x80\x01", b"\x01")))
    if node is NodeType.CU_CP:
        f1ap, e1ap = (UEID_GNB_CU_CP_F1AP_ID_Item(number),), (UEID_GNB_CU_CP_E1AP_ID_Item(number),)
        return ("gNB-UEID", UEID_GNB(number, _guami(plmn), f1ap, e1ap))
    return ("gNB-UEID", UEID_GNB(number, _guami(plmn)))


def ue_number(ue_id: UEID) -> int | None:
    """The number in a UE-ID, None where it could not be read or the variant is unknown."""
    variant, content = ue_id
    value = getattr(content, _NUMBERS.get(variant, ""), None)
    return value if isinstance(value, int) else None


def _guami(plmn: bytes) -> GUAMI:
    return GUAMI(plmn, BitString(b"\x80", 8), BitString(b"\x00\x40", 10), BitString(b"\x00", 6))
