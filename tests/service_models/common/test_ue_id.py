"""UE identities."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.elements import (
    GUMMEI,
    UEID_EN_GNB,
    UEID_ENB,
    UEID_NG_ENB,
    UEID_NG_ENB_DU,
    GlobalENB_ID,
    GlobalGNB_ID,
    GlobalNgENB_ID,
)
from oran_harness.service_models.common.ue_id import (
    VARIANTS,
    NodeKind,
    fits,
    forbidden_members,
    identity,
    variant_of,
)
from tests.service_models.samples import UE_CU_UP, UE_DU, UE_GNB

PLMN = bytes.fromhex("00f110")
ENB = GlobalENB_ID(PLMN, ("macro-eNB-ID", BitString(bytes(3), 20)))
NG_ENB = UEID_NG_ENB(1, UE_GNB[1].guami)
SAMPLES: dict[NodeKind, Any] = {
    NodeKind.GNB: UE_GNB,
    NodeKind.GNB_DU: UE_DU,
    NodeKind.GNB_CU_UP: UE_CU_UP,
    NodeKind.NG_ENB: ("ng-eNB-UEID", NG_ENB),
    NodeKind.NG_ENB_DU: ("ng-eNB-DU-UEID", UEID_NG_ENB_DU(1)),
    NodeKind.EN_GNB: ("en-gNB-UEID", UEID_EN_GNB(1, ENB)),
    NodeKind.ENB: ("eNB-UEID", UEID_ENB(1, GUMMEI(PLMN, b"\0\1", b"\2"))),
}


@pytest.mark.parametrize("node", NodeKind)
def test_each_kind_of_node_has_its_variant(node: NodeKind) -> None:
    """A UE-ID fits the node that uses its variant, and no other."""
    assert variant_of(SAMPLES[node]) == VARIANTS[node]
    assert [other for other in NodeKind if fits(SAMPLES[node], other)] == [node]
    assert identity(SAMPLES[node]) is not None
    assert forbidden_members(SAMPLES[node]) == ()


def test_what_cannot_be_read_fits_nothing_and_breaks_nothing() -> None:
    """A variant of a newer edition, or none at all, is not judged."""
    for ue_id in (None, ("unknown-0", b"\0"), ("gNB-DU-UEID", None)):
        assert forbidden_members(ue_id) == ()  # type: ignore[arg-type]
        assert identity(ue_id) is None  # type: ignore[arg-type]
    assert fits(None, NodeKind.GNB) is None
    assert fits(("unknown-0", b"\0"), NodeKind.GNB) is None  # type: ignore[arg-type]


def test_members_that_another_replaced() -> None:
    """The node's identity must not stand in globalGNB-ID or globalNgENB-ID any more."""
    gnb = GlobalGNB_ID(PLMN, ("gNB-ID", BitString(bytes(3), 22)))
    ng_enb = GlobalNgENB_ID(PLMN, ("macroNgENB-ID", BitString(bytes(3), 20)))
    assert forbidden_members(("gNB-UEID", replace(UE_GNB[1], global_gnb_id=gnb))) == ("globalGNB-ID",)
    assert forbidden_members(("ng-eNB-UEID", replace(NG_ENB, global_ng_enb_id=ng_enb))) == ("globalNgENB-ID",)
    assert forbidden_members(("gNB-UEID", replace(UE_GNB[1], global_ng_ran_node_id=("gNB", gnb)))) == ()


def test_optional_ids_do_not_make_another_ue() -> None:
    """A RIC may leave out what the node sends: the mandatory ids tell UEs apart, and the variant does."""
    assert identity(("gNB-DU-UEID", replace(UE_DU[1], ran_ue_id=bytes(8)))) == identity(UE_DU)
    assert identity(("gNB-DU-UEID", replace(UE_DU[1], gnb_cu_ue_f1ap_id=6))) != identity(UE_DU)
    assert identity(UE_CU_UP) != identity(UE_DU)


def test_the_extension_of_an_x2ap_id_is_part_of_it() -> None:
    """An MeNB UE X2AP ID may have an extension; without one it is another UE."""
    extended = UEID_EN_GNB(1, ENB, m_enb_ue_x2ap_id_extension=1)
    assert identity(("en-gNB-UEID", extended)) != identity(SAMPLES[NodeKind.EN_GNB])
