"""A profile, and the choice of one of its roles."""

from pathlib import Path

import pytest

from oran_harness.adapters import Profile, RoleProfile
from oran_harness.model import Role, UsageError

RIC, NODE = (RoleProfile(role, listen="tcp://127.0.0.1:1") for role in Role.ends_of("e2"))
BOTH = Profile("alfa", "alfa", None, Path(), {Role.NEAR_RT_RIC: RIC, Role.E2_NODE: NODE})
ONE = Profile("beta", "beta", None, Path(), {Role.E2_NODE: NODE})


def test_roles_are_chosen_by_name_or_because_there_is_one() -> None:
    """With several roles one must be named; one that is not there is refused with those that are."""
    assert ONE.role(None) is ONE.role(Role.E2_NODE) is NODE
    assert BOTH.role(Role.NEAR_RT_RIC) is RIC
    with pytest.raises(UsageError, match="alfa:near-rt-ric or alfa:e2-node"):
        BOTH.role(None)
    with pytest.raises(UsageError, match="no role near-rt-ric; there is beta:e2-node"):
        ONE.role(Role.NEAR_RT_RIC)
