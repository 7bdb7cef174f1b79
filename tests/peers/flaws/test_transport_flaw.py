"""The misbehaviour of transport that either role can have."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.actor import Say
from oran_harness.peers.flaws.transport_flaw import WithoutPpid
from oran_harness.peers.reference import reference
from tests.peers.flaws.e2_node.script import UP


@pytest.mark.parametrize("role", Role.ends_of("e2"))
def test_no_ppid(role: Role) -> None:
    """Nothing that is said has one."""
    actor = WithoutPpid(reference(role))
    begun = actor.begin(0.0)
    said = [each for each in (*begun, *actor.handle(UP, 0.0)) if isinstance(each, Say)]
    assert [each.ppid for each in said] == ([0] if role is Role.E2_NODE else [])
