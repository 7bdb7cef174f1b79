"""The RAN functions of a node by service model."""

from types import MappingProxyType

import pytest

from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.node_functions import far_node, find_function, usable
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.steps.offers import node_offer

KPM_OID = "1.3.6.1.4.1.53148.1.2.2.2"


def _function(number: int, status: FunctionStatus = FunctionStatus.ACCEPTED, edition: str = "3.00") -> OfferedFunction:
    return OfferedFunction(number, function_definition(edition), 1, KPM_OID, 1, status)


def test_only_what_was_accepted_counts() -> None:
    """Rejected and deleted functions cannot be used."""
    functions = {number: _function(number, status) for number, status in enumerate(FunctionStatus, 1)}
    assert list(usable(functions)) == [2]
    assert find_function(functions, "kpm", "3.01", None).offered.id == 2
    with pytest.raises(Unfit, match="no RAN function of E2SM-RC"):
        find_function(functions, "rc", "3.01", None)
    with pytest.raises(Unfit, match="with id 4"):
        find_function(functions, "kpm", "3.01", None, 4)


def test_the_edition_to_speak() -> None:
    """The one that goes with E2AP, the one that is asked for, or one that reads the node's definition."""
    functions = MappingProxyType({2: _function(2)})
    assert find_function(functions, "kpm", "3.01", None).edition == "3.00"
    assert find_function(functions, "kpm", "2.03", None).edition == "2.03"
    assert find_function(functions, "kpm", "2.03", "4.00").edition == "4.00"


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("gnb", NodeType.GNB),
        ("cu-cp", NodeType.GNB),
        ("cu-up", NodeType.CU_UP),
        ("du", NodeType.DU),
        ("enb", NodeType.ENB),
    ],
)
def test_what_the_node_is(kind: str, wanted: NodeType) -> None:
    """Its kind decides how UEs are named; a gNB-CU-CP cannot be told from a gNB, and uses the same variant."""
    node = far_node(node_offer(kind=kind, plmn="310410").node_id)
    assert node.kind is wanted
    assert node.plmn == bytes.fromhex("134001")
    assert node.ue(1) != node.ue(2)
    assert node.cell(1) != node.cell(2)


def test_a_node_that_has_not_said_who_it_is() -> None:
    """Something must be assumed."""
    assert far_node(None).kind is NodeType.GNB
