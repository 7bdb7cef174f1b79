"""Kinds of E2 nodes, as one can be offered."""

from enum import StrEnum

from oran_harness.service_models.common.ue_id import NodeKind


class NodeType(StrEnum):
    """What an E2 node is: a whole base station, or the part of one."""

    GNB = "gnb"
    CU_CP = "cu-cp"
    CU_UP = "cu-up"
    DU = "du"
    ENB = "enb"
    NG_ENB = "ng-enb"
    NG_ENB_DU = "ng-enb-du"
    EN_GNB = "en-gnb"

    @property
    def identity(self) -> NodeKind:
        """Whose variant of the UE-ID it uses (COM 6.2.2.6); a gNB-CU-CP uses the gNB's."""
        return _IDENTITIES[self]

    @property
    def new_radio(self) -> bool:
        """Whether its cells are NR cells; those of an eNB or ng-eNB are E-UTRA cells."""
        return self not in (NodeType.ENB, NodeType.NG_ENB, NodeType.NG_ENB_DU)


_IDENTITIES = {
    NodeType.GNB: NodeKind.GNB,
    NodeType.CU_CP: NodeKind.GNB,
    NodeType.CU_UP: NodeKind.GNB_CU_UP,
    NodeType.DU: NodeKind.GNB_DU,
    NodeType.ENB: NodeKind.ENB,
    NodeType.NG_ENB: NodeKind.NG_ENB,
    NodeType.NG_ENB_DU: NodeKind.NG_ENB_DU,
    NodeType.EN_GNB: NodeKind.EN_GNB,
}
