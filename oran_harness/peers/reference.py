"""The reference peer of each role."""

from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig


def reference(role: Role, edition: str = "3.01") -> Actor:
    """A peer of that role without flaws, as it is by default, that speaks that edition of E2AP.

    Raises ``UsageError`` for a role that is no end of E2.
    """
    if role.interface != "e2":
        raise UsageError(f"{role.value} speaks no E2AP; ask for one of {', '.join(Role.ends_of('e2'))}.")
    return E2Node(NodeConfig(edition=edition)) if role is Role.E2_NODE else NearRtRic(RicConfig(edition=edition))
