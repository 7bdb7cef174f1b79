"""A Connection Update that is not answered yet."""

from oran_harness.peers.e2_node.connecting import Connecting


def test_nothing_is_shared() -> None:
    """Each has lists of its own."""
    one, other = Connecting("1", 7, None), Connecting("1", 8, None)
    assert one.waiting is not other.waiting
    assert one.done is not other.done
    assert one.failed is not other.failed
