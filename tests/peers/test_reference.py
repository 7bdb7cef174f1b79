"""The reference peer of each role."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.e2_node import E2Node
from oran_harness.peers.near_rt_ric import NearRtRic
from oran_harness.peers.reference import reference


@pytest.mark.parametrize(("role", "type_"), [(Role.E2_NODE, E2Node), (Role.NEAR_RT_RIC, NearRtRic)])
def test_the_peer_of_a_role(role: Role, type_: type[E2Node | NearRtRic]) -> None:
    """It plays the role, and speaks the edition that it is asked to."""
    peer = reference(role, "2.03")
    assert isinstance(peer, type_)
    assert peer.config.edition == "2.03"
