"""Global identities of E2AP for people and for comparison (E2AP 9.2.4, 9.2.6)."""

from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.elements import (
    GlobalE2node_en_gNB_ID,
    GlobalE2node_gNB_ID,
    GlobalE2node_ng_eNB_ID,
    GlobalRIC_ID,
)
from oran_harness.service_models.common import NodeKind
from oran_harness.service_models.common.plmn import plmn

_GLOBAL_IDS = ("global_gnb_id", "global_en_gnb_id", "global_ng_enb_id", "global_enb_id")
_PARTS = (
    ("gnb_du_id", "DU"),
    ("gnb_cu_up_id", "CU-UP"),
    ("en_gnb_du_id", "DU"),
    ("en_gnb_cu_up_id", "CU-UP"),
    ("ng_enb_du_id", "DU"),
)


def global_id(identity: Any) -> Any:
    """The identity with a PLMN inside a Global E2 Node ID, or a Global RIC ID itself; None if there is none."""
    if isinstance(identity, GlobalRIC_ID):
        return identity
    content = identity[1] if isinstance(identity, tuple) and len(identity) > 1 else None
    inner = (getattr(content, name, None) for name in _GLOBAL_IDS)
    return next((each for each in inner if each is not None), None)


def plmn_of(identity: Any) -> bytes | None:
    """The PLMN octets of a Global E2 Node ID or Global RIC ID, None where they could not be read."""
    found = global_id(identity)
    octets = getattr(found, "plmn_identity", None) or getattr(found, "plmn_id", None)
    return octets if isinstance(octets, bytes) else None


def node_number(identity: Any) -> BitString | None:
    """The bits that name the node (or the RIC) within its PLMN, None where they could not be read."""
    found = global_id(identity)
    for name in ("ric_id", "gnb_id", "enb_id"):
        value = getattr(found, name, None)
        if isinstance(value, BitString):
            return value
        if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], BitString):
            return value[1]
    return None


def node_kind(identity: Any) -> NodeKind | None:
    """What kind of node a Global E2 Node ID names; None where it is not readable or names several at once."""
    content = identity[1] if isinstance(identity, tuple) and len(identity) > 1 else None
    parts = {part for name, part in _PARTS if getattr(content, name, None) is not None}
    kinds = sum(getattr(content, name, None) is not None for name in _GLOBAL_IDS)
    if len(parts) > 1 or (kinds > 1 and not parts):
        return None
    part = next(iter(parts), "")
    if isinstance(content, GlobalE2node_gNB_ID):
        return {"DU": NodeKind.GNB_DU, "CU-UP": NodeKind.GNB_CU_UP}.get(part, NodeKind.GNB)
    if isinstance(content, GlobalE2node_en_gNB_ID):
        return {"DU": NodeKind.GNB_DU, "CU-UP": NodeKind.GNB_CU_UP}.get(part, NodeKind.EN_GNB)
    if isinstance(content, GlobalE2node_ng_eNB_ID):
        return NodeKind.NG_ENB_DU if part else NodeKind.NG_ENB
    return NodeKind.ENB if content is not None else None


def describe(identity: Any) -> str | None:
    """An identity as people write it: ``gNB 001/01 0x00019B DU 5``, ``RIC 001/01 0x00019``; None if there is none."""
    octets, number = plmn_of(identity), node_number(identity)
    if octets is None or number is None:
        return None
    kind = "RIC" if isinstance(identity, GlobalRIC_ID) else str(identity[0])
    value = int.from_bytes(number.octets, "big") >> (-number.length % 8)
    digits = (number.length + 3) // 4
    parts = [
        f"{part} {getattr(identity[1], name)}"
        for name, part in _PARTS
        if isinstance(identity, tuple) and getattr(identity[1], name, None) is not None
    ]
    return " ".join([kind, str(plmn(octets) or octets.hex()), f"0x{value:0{digits}X}", *parts])
