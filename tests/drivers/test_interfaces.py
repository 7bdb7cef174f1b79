"""The interfaces that cases can be performed at."""

from oran_harness.drivers.interfaces import interface
from oran_harness.model import Role


def test_each_role_has_one() -> None:
    """By the name that its results have."""
    assert [interface(role.interface).name for role in Role] == [role.interface for role in Role]
