"""Roles."""

import pytest

from oran_harness.model.role import Role


def test_roles_are_named_as_in_the_contract() -> None:
    """Files and the command line name the roles of E2 near-rt-ric and e2-node."""
    assert {Role.NEAR_RT_RIC.value, Role.E2_NODE.value} == {"near-rt-ric", "e2-node"}


@pytest.mark.parametrize("role", [Role.NEAR_RT_RIC, Role.E2_NODE])
def test_the_other_role_is_the_far_end(role: Role) -> None:
    """E2 has two ends: the other of one's other is oneself."""
    assert role.other is not role
    assert role.other.other is role


def test_interfaces() -> None:
    """Each role is an end of one interface, and its other the other end of the same."""
    assert Role.ends_of("e2") == (Role.NEAR_RT_RIC, Role.E2_NODE)
    assert Role.ends_of("o1") == (Role.O1_PROVIDER, Role.O1_MANAGER)
    for role in Role:
        assert role.other in Role.ends_of(role.interface)
        assert role.other.other is role is not role.other
