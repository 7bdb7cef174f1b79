"""Global identities for people and for comparison."""

from typing import Any

import pytest

from oran_harness.checkers.identity import describe, node_kind, node_number, plmn_of
from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.service_models.common import NodeKind
from tests.checkers.scene import PLMN, node_id

RIC = e.GlobalRIC_ID(PLMN, BitString(b"\x00\x01\x90", 20))
BOTH = e.GlobalenGNB_ID(PLMN, ("gNB-ID", BitString(b"\0\0\4", 22)))
EN_GNB: Any = (
    "en-gNB",
    e.GlobalE2node_en_gNB_ID(
        global_gnb_id=e.GlobalenGNB_ID(PLMN, ("gNB-ID", BitString(b"\0\0\4", 22))), en_gnb_du_id=3
    ),
)
NG_ENB: Any = (
    "ng-eNB",
    e.GlobalE2node_ng_eNB_ID(e.GlobalngeNB_ID(PLMN, ("enb-ID-macro", BitString(b"\0\0\x10", 20)))),
)
ENB: Any = ("eNB", e.GlobalE2node_eNB_ID(e.GlobalENB_ID(PLMN, ("home-eNB-ID", BitString(b"\0\0\0\x10", 28)))))


@pytest.mark.parametrize(
    ("identity", "text"),
    [
        (node_id(5), "gNB 001/01 0x00000005"),
        (node_id(5, gnb_du_id=22), "gNB 001/01 0x00000005 DU 22"),
        (node_id(5, b"747"), "gNB 734/373 0x00000005"),
        (node_id(5, b"\xff\xff\xff"), "gNB ffffff 0x00000005"),
        (RIC, "RIC 001/01 0x00019"),
        (EN_GNB, "en-gNB 001/01 0x000001 DU 3"),
        (NG_ENB, "ng-eNB 001/01 0x00001"),
        (ENB, "eNB 001/01 0x0000001"),
        (None, None),
        (("gNB", None), None),
        (("unknown-1", b""), None),
    ],
)
def test_describe(identity: Any, text: str | None) -> None:
    """An identity is told with its kind, PLMN and number; what could not be read has no text."""
    assert describe(identity) == text


@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        (node_id(), NodeKind.GNB),
        (node_id(gnb_du_id=0), NodeKind.GNB_DU),
        (node_id(gnb_cu_up_id=1), NodeKind.GNB_CU_UP),
        (node_id(gnb_du_id=1, gnb_cu_up_id=1), None),
        (node_id(global_en_gnb_id=BOTH), None),
        (node_id(global_en_gnb_id=BOTH, gnb_du_id=0), NodeKind.GNB_DU),
        (EN_GNB, NodeKind.GNB_DU),
        (NG_ENB, NodeKind.NG_ENB),
        (ENB, NodeKind.ENB),
        (None, None),
        (("gNB", None), None),
    ],
)
def test_node_kind(identity: Any, kind: NodeKind | None) -> None:
    """The parts in a Global E2 Node ID tell what kind of node it is; several at once tell nothing."""
    assert node_kind(identity) is kind


def test_parts() -> None:
    """PLMN and number are found in every kind of identity, and missing where nothing could be read."""
    assert plmn_of(RIC) == plmn_of(EN_GNB) == plmn_of(ENB) == PLMN
    assert node_number(RIC) == BitString(b"\x00\x01\x90", 20)
    assert plmn_of(None) is None
    assert node_number(("gNB", None)) is None
