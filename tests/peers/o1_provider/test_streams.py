"""The streams of notifications."""

from oran_harness.codec.yang import Kind
from oran_harness.peers.o1_provider.streams import DEFAULT_STREAM, STREAMS
from tests.peers.o1_provider.chart import MODELS

NOTIFICATIONS = [each for each in MODELS.schema.values() if each.kind is Kind.NOTIFICATION]


def test_default_stream() -> None:
    """It carries everything."""
    assert all(STREAMS[DEFAULT_STREAM].carries(each) for each in NOTIFICATIONS)


def test_other_streams() -> None:
    """Each carries something, and nothing of another."""
    others = [each for each in STREAMS.values() if each.modules is not None]
    for stream in others:
        carried = [each for each in NOTIFICATIONS if stream.carries(each)]
        assert carried
        assert not any(other.carries(each) for each in carried for other in others if other is not stream)
