"""An assistance that a node asked its RIC for."""

from oran_harness.protocols.e2ap.engine import Assistance, AssistanceState
from tests.protocols.e2ap.engine.conversation import rid


def test_it_counts_from_nothing() -> None:
    """No update was sent before the first."""
    assert Assistance(rid(), True, 3, AssistanceState.REQUESTED, 0.0, 1).sent == 0
