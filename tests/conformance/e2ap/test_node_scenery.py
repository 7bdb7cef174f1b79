"""The near-RT RIC that node cases play: how long it listens where no text says."""

import pytest

from oran_harness.conformance.e2ap.node_scenery import quiet
from oran_harness.model import Role
from oran_harness.steps import Peer


@pytest.mark.parametrize(("slowest", "seconds"), [(0.0, 0.15), (0.004, 0.15), (0.0301, 0.6), (0.05, 1.0), (30.0, 1.0)])
def test_quiet(slowest: float, seconds: float) -> None:
    """A slow node is listened to for longer, none for long."""
    ric = Peer(Role.NEAR_RT_RIC, "3.01")
    ric.slowest = slowest
    assert quiet(ric) == seconds
