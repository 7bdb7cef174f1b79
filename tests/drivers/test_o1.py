"""O1, as performances need it."""

from oran_harness.drivers import Setting
from oran_harness.drivers.o1 import O1
from oran_harness.model import Role


def test_we_are_the_manager_of_a_managed_element() -> None:
    """Where the two meet is known to it."""
    manager = O1().participant(Setting(Role.O1_PROVIDER, "1.1", address="netconf+ssh://127.0.0.1:830"))
    assert (manager.role, manager.address) == (Role.O1_MANAGER, "netconf+ssh://127.0.0.1:830")
