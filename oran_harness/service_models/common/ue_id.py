"""UE identities: which variant a node sends, and what may not be in it (COM 6.2.2.6)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from oran_harness.service_models.common.elements import UEID


class NodeKind(StrEnum):
    """Kinds of E2 nodes, as far as UE identities differ between them."""

    GNB = "gNB"
    GNB_DU = "gNB-DU"
    GNB_CU_UP = "gNB-CU-UP"
    NG_ENB = "ng-eNB"
    NG_ENB_DU = "ng-eNB-DU"
    EN_GNB = "en-gNB"
    ENB = "eNB"


VARIANTS: Mapping[NodeKind, str] = {
    NodeKind.GNB: "gNB-UEID",
    NodeKind.GNB_DU: "gNB-DU-UEID",
    NodeKind.GNB_CU_UP: "gNB-CU-UP-UEID",
    NodeKind.NG_ENB: "ng-eNB-UEID",
    NodeKind.NG_ENB_DU: "ng-eNB-DU-UEID",
    NodeKind.EN_GNB: "en-gNB-UEID",
    NodeKind.ENB: "eNB-UEID",
}
"""The alternative of UEID for each kind of node; a gNB-CU-CP uses the gNB's, parts of an en-gNB those of a gNB."""

_FORBIDDEN = {"gNB-UEID": ("globalGNB-ID", "global_gnb_id"), "ng-eNB-UEID": ("globalNgENB-ID", "global_ng_enb_id")}

_MANDATORY: Mapping[str, tuple[str, ...]] = {
    "gNB-UEID": ("amf_ue_ngap_id", "guami"),
    "gNB-DU-UEID": ("gnb_cu_ue_f1ap_id",),
    "gNB-CU-UP-UEID": ("gnb_cu_cp_ue_e1ap_id",),
    "ng-eNB-UEID": ("amf_ue_ngap_id", "guami"),
    "ng-eNB-DU-UEID": ("ng_enb_cu_ue_w1ap_id",),
    "en-gNB-UEID": ("m_enb_ue_x2ap_id", "m_enb_ue_x2ap_id_extension", "global_enb_id"),
    "eNB-UEID": ("mme_ue_s1ap_id", "gummei"),
}


def variant_of(ue_id: UEID | None) -> str | None:
    """The alternative of a UE-ID, None where it could not be read or is of a newer edition."""
    variant = ue_id[0] if isinstance(ue_id, tuple) and ue_id else None
    return variant if variant in _MANDATORY else None


def fits(ue_id: UEID | None, node: NodeKind) -> bool | None:
    """Whether a UE-ID is of the variant that a kind of node uses; None where the variant is not readable."""
    variant = variant_of(ue_id)
    return None if variant is None else variant == VARIANTS[node]


def forbidden_members(ue_id: UEID | None) -> tuple[str, ...]:
    """The members of a UE-ID that must not be used any more: another one replaces them (COM 6.2.2.6)."""
    member = _FORBIDDEN.get(variant_of(ue_id) or "")
    return (member[0],) if member and ue_id and getattr(ue_id[1], member[1], None) is not None else ()


def identity(ue_id: UEID | None) -> tuple[Any, ...] | None:
    """What tells one UE from another, whichever optional ids stand beside: the variant and its mandatory ids.

    A RIC may leave out conditional ids that the node sends, so UE-IDs are compared by this. None where a mandatory id
    could not be read.
    """
    variant = variant_of(ue_id)
    if ue_id is None or variant is None:
        return None
    optional = "m_enb_ue_x2ap_id_extension"
    ids = tuple(getattr(ue_id[1], name, None) for name in _MANDATORY[variant])
    missing = any(one is None and name != optional for one, name in zip(ids, _MANDATORY[variant], strict=True))
    return None if missing else (variant, *ids)
