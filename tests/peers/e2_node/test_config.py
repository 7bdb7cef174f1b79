"""What a reference E2 node is."""

import pytest

from oran_harness.checkers.identity import node_number
from oran_harness.codec.asn1 import BitString
from oran_harness.model import UsageError
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic
from oran_harness.peers.near_rt_ric.node_functions import find_function
from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.service_models.kpm.definition import announced
from oran_harness.steps.offers import KINDS
from tests.peers.e2_node.stage import Stage
from tests.peers.near_rt_ric.pair import Pair


def test_the_default_is_a_node_that_can_be() -> None:
    """Nothing has to be said to get a gNB of E2AP 3.01 with KPM and RC."""
    config = NodeConfig()
    assert (config.edition, config.kind, config.service_models) == ("3.01", "gnb", ("kpm", "rc"))
    assert config.kind in KINDS
    assert E2Node().config == config


@pytest.mark.parametrize("bits", [22, 29, 32])
def test_the_length_of_a_gnb_id(bits: int) -> None:
    """Is what the node says in its E2 Setup, in its updates and in the cells that it reports."""
    request = Stage(real=True, gnb_id_length=bits).begin().up().one(E2setupRequest)
    assert node_number(request.global_e2_node_id) == BitString((1 << -bits % 8).to_bytes(-(-bits // 8)), bits)
    with pytest.raises(UsageError, match="22 to 32 bits, not 21"):
        E2Node(NodeConfig(gnb_id_length=21))


def test_the_report_styles_that_are_offered() -> None:
    """Are the only ones in the definition, revised or not, and the only ones that are served."""
    ric = NearRtRic()
    pair = Pair(ric, E2Node(NodeConfig(styles=(2, 4)))).run(1)
    (session,) = ric.sessions.values()
    offer = announced(find_function(session.functions, "kpm", "3.01", None).definition)
    assert offer is not None
    assert [each.style for each in offer.styles] == [2, 4]
    assert pair.ask(ric, "subscribe", style=1).status == "failed"
    assert pair.ask(ric, "subscribe", 3, style=4).status == "done"
    assert "RICindication" in pair.names()
    assert not pair.findings()


@pytest.mark.parametrize("styles", [(), (6,), (1, 7), (255,)])
def test_report_styles_that_there_are_not(styles: tuple[int, ...]) -> None:
    """Are refused with those that the edition has."""
    with pytest.raises(UsageError, match=r"E2SM-KPM 3\.00 has the report styles 1, 2, 3, 4, 5; offer one"):
        E2Node(NodeConfig(styles=styles))
