"""E2, as performances need it."""

from oran_harness.drivers import Setting
from oran_harness.drivers.e2 import E2
from oran_harness.model import Role


def test_we_are_what_the_sut_is_not() -> None:
    """In the edition and with the number of the setting."""
    peer = E2().participant(Setting(Role.E2_NODE, "2.03", number=4))
    assert (peer.role, peer.edition, peer.number) == (Role.NEAR_RT_RIC, "2.03", 4)
