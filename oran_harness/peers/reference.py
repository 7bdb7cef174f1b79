"""The reference peer of each role."""

from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig


def reference(role: Role, edition: str = "3.01") -> Actor:
    """A peer of that role without flaws, as it is by default, that speaks that edition of E2AP."""
    return E2Node(NodeConfig(edition=edition)) if role is Role.E2_NODE else NearRtRic(RicConfig(edition=edition))
