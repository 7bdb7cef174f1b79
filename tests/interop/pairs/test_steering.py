"""How a pair is brought together."""

from oran_harness.interop.pairs.pair import COMING_BACK_S
from oran_harness.interop.pairs.steering import Steering


def test_what_is_usual() -> None:
    """A node is waited for as long as a pair waits for it by itself."""
    assert Steering("3.01").patience == COMING_BACK_S
