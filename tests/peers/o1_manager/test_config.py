"""What a manager is made of."""

from oran_harness.peers.o1_manager import ManagerConfig


def test_a_lost_session_is_opened_again_soon() -> None:
    """And the element's watchdog is set to what O-RAN has as defaults (O-RAN M-plane 14.1)."""
    config = ManagerConfig()
    assert config.connects
    assert (config.interval, config.guard) == (60, 10)
