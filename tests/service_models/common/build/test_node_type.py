"""Kinds of E2 nodes, as one can be offered."""

import pytest

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.common.ue_id import NodeKind


@pytest.mark.parametrize(
    ("kind", "identity", "new_radio"),
    [
        (NodeType.GNB, NodeKind.GNB, True),
        (NodeType.CU_CP, NodeKind.GNB, True),
        (NodeType.CU_UP, NodeKind.GNB_CU_UP, True),
        (NodeType.DU, NodeKind.GNB_DU, True),
        (NodeType.EN_GNB, NodeKind.EN_GNB, True),
        (NodeType.ENB, NodeKind.ENB, False),
        (NodeType.NG_ENB, NodeKind.NG_ENB, False),
        (NodeType.NG_ENB_DU, NodeKind.NG_ENB_DU, False),
    ],
)
def test_what_a_node_names_ues_and_cells_by(kind: NodeType, identity: NodeKind, new_radio: bool) -> None:
    """Each kind has the UE-ID of COM 6.2.2.6, a CU-CP the gNB's; only LTE base stations have E-UTRA cells."""
    assert (kind.identity, kind.new_radio) == (identity, new_radio)
