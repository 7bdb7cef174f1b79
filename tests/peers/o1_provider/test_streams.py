"""Streams of notifications (RFC 5277 3.2)."""

from oran_harness.codec.yang import Kind
from oran_harness.peers.o1_provider.streams import DEFAULT_STREAM, STREAMS
from tests.peers.o1_provider.chart import MODELS

NOTIFICATIONS = [node for node in MODELS.schema.values() if node.kind is Kind.NOTIFICATION]


def test_default() -> None:
    """The stream NETCONF is there, and carries all notifications (RFC 5277 3.2.3)."""
    assert DEFAULT_STREAM == "NETCONF"
    assert all(STREAMS[DEFAULT_STREAM].carries(each) for each in NOTIFICATIONS)


def test_others() -> None:
    """Each other carries those of its modules and no others, and some there are."""
    for stream in STREAMS.values():
        if stream.modules is not None:
            carried = {each.module for each in NOTIFICATIONS if stream.carries(each)}
            assert carried == set(stream.modules)
