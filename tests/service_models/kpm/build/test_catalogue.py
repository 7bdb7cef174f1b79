"""Measurements of 3GPP TS 28.552 as an E2 node offers them."""

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.kpm.build import CATALOGUE, names
from oran_harness.service_models.kpm.build.catalogue import CELL_CU, CELL_DU, ELEMENT, USER_PLANE
from oran_harness.service_models.kpm.elements import MeasurementLabel


def test_ids_and_labels_are_sound() -> None:
    """IDs are unique and in range; labels are fields of the label type; bins belong to bin labels."""
    ids = [row.id for row in CATALOGUE.values()]
    assert len(set(ids)) == len(ids)
    assert min(ids) == 1
    fields = {field for _, field in MeasurementLabel.MEMBERS}
    for row in CATALOGUE.values():
        assert row.labels <= fields
        assert ("dist_bin_x" in row.labels) == (row.bins is not None)
        assert row.of_cell == (row.object in (CELL_DU, CELL_CU))


def test_nodes_offer_what_they_host() -> None:
    """A DU has cells, a CU-CP connections, a CU-UP packets; a whole base station has all (KPM 6.1)."""
    hosts = {
        NodeType.DU: {CELL_DU, ELEMENT},
        NodeType.CU_CP: {CELL_CU},
        NodeType.CU_UP: {USER_PLANE},
        NodeType.GNB: {CELL_DU, CELL_CU, USER_PLANE, ELEMENT},
    }
    for kind, objects in hosts.items():
        for everything in (False, True):
            assert {CATALOGUE[name].object for name in names(kind, everything=everything)} == objects
    assert set(names("gnb", everything=True)) == set(CATALOGUE)


def test_ue_styles_offer_what_converts() -> None:
    """Styles about UEs offer only measurements that KPM converts to one UE, and every kind of node some (KPM 7.9.1)."""
    for kind in NodeType:
        for style in (2, 3, 4, 5):
            offered = names(kind, style)
            assert offered
            assert all(CATALOGUE[name].per_ue for name in names(kind, style, everything=True))
            assert set(offered) <= set(names(kind, style, everything=True))
