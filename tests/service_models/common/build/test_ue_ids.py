"""UE identities, by a number, in the variant of the node's kind."""

import pytest

from oran_harness.service_models.common.build import NodeType, ue_id, ue_number
from oran_harness.service_models.common.ue_id import fits, forbidden_members, identity


@pytest.mark.parametrize("kind", NodeType)
def test_variant_of_the_node(kind: NodeType) -> None:
    """A UE-ID is of its node's variant, tells UEs apart, and has no member that was given up (COM 6.2.2.6)."""
    one, other = ue_id(kind, 1), ue_id(kind, 4095)
    assert fits(one, kind.identity)
    assert identity(one) not in (None, identity(other))
    assert forbidden_members(one) == ()
    assert (ue_number(one), ue_number(other)) == (1, 4095)


def test_split_gnb() -> None:
    """A CU-CP says its F1AP and E1AP ids, as it must in a split gNB."""
    content = ue_id("cu-cp", 7)[1]
    assert content.gnb_cu_ue_f1ap_id_list[0].gnb_cu_ue_f1ap_id == 7
    assert content.gnb_cu_cp_ue_e1ap_id_list[0].gnb_cu_cp_ue_e1ap_id == 7
    assert ue_id("gnb", 7)[1].gnb_cu_ue_f1ap_id_list is None


def test_foreign_ue_ids() -> None:
    """A UE-ID that could not be read, or is of a newer edition, has no number."""
    assert ue_number(("gNB-DU-UEID", None)) is None  # type: ignore[arg-type]
    assert ue_number(("newer", 5)) is None  # type: ignore[arg-type]
