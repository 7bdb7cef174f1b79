"""Measurements of 3GPP TS 28.552 (and of KPM 7.10) as an E2 node offers them."""

from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.service_models.common.build import NodeType

CELL_DU = "NRCellDU"
CELL_CU = "NRCellCU"
USER_PLANE = "GNBCUUPFunction"
ELEMENT = "ManagedElement"

_PLAIN = frozenset(("no_label",))
_SPLIT = _PLAIN | {"five_qi", "slice_id", "plmn_id"}
_SLICED = _PLAIN | {"slice_id"}
_BINNED = _PLAIN | {"dist_bin_x", "dist_bin_y", "dist_bin_z"}


@dataclass(frozen=True, slots=True)
class Bins:
    """How many bins a distribution has in each dimension; 0 for a dimension that it does not have."""

    x: int
    y: int = 0
    z: int = 0


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measurement: its name, unit, object class and the labels (fields of MeasurementLabel) that split it.

    ``real`` tells that TS 28.552 gives its value as a real, not an integer. ``per_ue`` tells that KPM converts it to
    one UE (KPM 7.9.1). ``id`` is the Measurement ID that our function definitions give it.
    """

    name: str
    unit: str
    object: str
    id: int
    real: bool = False
    per_ue: bool = False
    labels: frozenset[str] = _PLAIN
    bins: Bins | None = None

    @property
    def of_cell(self) -> bool:
        """Whether its object is one cell, so that an action should name the cell (KPM 7.4.2.2)."""
        return self.object in (CELL_DU, CELL_CU)


def _rows() -> tuple[Measurement, ...]:
    cqi = Bins(16, 4, 2)
    return (
        Measurement("DRB.UEThpDl", "kbit/s", CELL_DU, 1, True, True, _SPLIT),
        Measurement("DRB.UEThpUl", "kbit/s", CELL_DU, 2, True, True, _SPLIT),
        Measurement("RRU.PrbTotDl", "%", CELL_DU, 3, False, True),
        Measurement("RRU.PrbTotUl", "%", CELL_DU, 4, False, True),
        Measurement("RRU.PrbUsedDl", "PRB", CELL_DU, 5, False, True, _SPLIT),
        Measurement("RRU.PrbUsedUl", "PRB", CELL_DU, 6, False, True, _SPLIT),
        Measurement("RRU.PrbAvailDl", "PRB", CELL_DU, 7),
        Measurement("RRU.PrbAvailUl", "PRB", CELL_DU, 8),
        Measurement("RRU.PrbTotDlDist", "samples", CELL_DU, 9, False, False, _PLAIN | {"dist_bin_x"}, Bins(5)),
        Measurement("DRB.AirIfDelayDl", "0.1 ms", CELL_DU, 10, True, True, _SPLIT),
        Measurement("DRB.RlcSduDelayDl", "0.1 ms", CELL_DU, 11, True, True, _SPLIT),
        Measurement("DRB.RlcPacketDropRateDl", "1e-6", CELL_DU, 12, False, False, _SPLIT - {"plmn_id"}),
        Measurement("DRB.MeanActiveUeDl", "UE", CELL_DU, 13, False, False, _SPLIT),
        Measurement("CARR.WBCQIDist", "count", CELL_DU, 14, False, True, _BINNED, cqi),
        Measurement("TB.TotNbrDl", "count", CELL_DU, 15),
        Measurement("TB.ErrTotNbrDl", "count", CELL_DU, 16),
        Measurement("RACH.PreambleDedCell", "count", CELL_DU, 17),
        Measurement("L1M.DL-SS-RSRP", "index", CELL_DU, 18, True, True, _PLAIN | {"ssb_index"}),
        Measurement("RRC.ConnMean", "UE", CELL_CU, 19, False, False, _PLAIN | {"plmn_id"}),
        Measurement("RRC.ConnMax", "UE", CELL_CU, 20, False, False, _PLAIN | {"plmn_id"}),
        Measurement("RRC.ConnEstabAtt", "count", CELL_CU, 21, False, True),
        Measurement("RRC.ConnEstabSucc", "count", CELL_CU, 22, False, True),
        Measurement("DRB.EstabSucc", "count", CELL_CU, 23, False, True, _SPLIT - {"plmn_id"}),
        Measurement("DRB.SessionTime", "ms", CELL_CU, 24, False, True, _SPLIT - {"plmn_id"}),
        Measurement("SM.PDUSessionSetupReq", "count", CELL_CU, 25, False, True, _SLICED),
        Measurement("MM.HoExeIntraReq", "count", CELL_CU, 26, False, True),
        Measurement("MM.HoExeIntraSucc", "count", CELL_CU, 27, False, True),
        Measurement("DRB.PdcpSduVolumeDL", "kbit", USER_PLANE, 28, False, True, _SPLIT),
        Measurement("DRB.PdcpSduVolumeUL", "kbit", USER_PLANE, 29, False, True, _SPLIT),
        Measurement("DRB.PdcpSduDelayDl", "0.1 ms", USER_PLANE, 30, True, True, _SPLIT),
        Measurement("DRB.PdcpPacketDropRateDl", "1e-6", USER_PLANE, 31, False, True, _SPLIT - {"plmn_id"}),
        Measurement("PEE.AvgPower", "W", ELEMENT, 32, True),
        Measurement("PEE.AvgTemperature", "C", ELEMENT, 33, True),
    )


CATALOGUE: Mapping[str, Measurement] = {row.name: row for row in _rows()}
"""The measurements that are known here, by name."""

_EVERYTHING = frozenset((CELL_DU, CELL_CU, USER_PLANE, ELEMENT))
_HOSTED: Mapping[NodeType, frozenset[str]] = {
    NodeType.CU_CP: frozenset((CELL_CU,)),
    NodeType.CU_UP: frozenset((USER_PLANE,)),
    NodeType.DU: frozenset((CELL_DU, ELEMENT)),
    NodeType.NG_ENB_DU: frozenset((CELL_DU, ELEMENT)),
}

NODE_STYLE = 1
"""The report style about the node or a cell; the others are about UEs (KPM 7.4)."""

# Definitions above 1,023 octets stop some RICs, so that a definition lists these, not everything.
_USUAL = {
    True: frozenset(
        (
            "DRB.UEThpDl",
            "DRB.UEThpUl",
            "RRU.PrbTotDl",
            "RRU.PrbUsedDl",
            "RRU.PrbTotDlDist",
            "DRB.AirIfDelayDl",
            "L1M.DL-SS-RSRP",
            "RRC.ConnMean",
            "RRC.ConnEstabSucc",
            "MM.HoExeIntraSucc",
            "DRB.PdcpSduVolumeDL",
            "DRB.PdcpSduDelayDl",
            "PEE.AvgPower",
        )
    ),
    False: frozenset(
        (
            "DRB.UEThpDl",
            "DRB.UEThpUl",
            "RRU.PrbTotDl",
            "MM.HoExeIntraSucc",
            "DRB.PdcpSduVolumeDL",
        )
    ),
}


def names(kind: NodeType | str, style: int = NODE_STYLE, *, everything: bool = False) -> tuple[str, ...]:
    """The measurements that a node of that kind offers in a report style: those of its objects (KPM 6.1, 7.9.1).

    The usual ones, or ``everything`` that the catalogue has for them.
    """
    hosted = _HOSTED.get(NodeType(kind), _EVERYTHING)
    about_node = style == NODE_STYLE
    return tuple(
        row.name
        for row in CATALOGUE.values()
        if row.object in hosted and (about_node or row.per_ue) and (everything or row.name in _USUAL[about_node])
    )
