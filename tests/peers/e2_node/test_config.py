"""What a reference E2 node is."""

from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.steps.offers import KINDS


def test_the_default_is_a_node_that_can_be() -> None:
    """Nothing has to be said to get a gNB of E2AP 3.01 with KPM and RC."""
    config = NodeConfig()
    assert (config.edition, config.kind, config.service_models) == ("3.01", "gnb", ("kpm", "rc"))
    assert config.kind in KINDS
    assert E2Node().config == config
