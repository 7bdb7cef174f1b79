"""What has happened, kept for replays."""

from datetime import UTC, datetime, timedelta

from oran_harness.peers.o1_provider.event_log import EventLog
from oran_harness.peers.o1_provider.put import top
from tests.peers.o1_provider.chart import MODELS

START = datetime(2026, 1, 1, tzinfo=UTC)
SCHEMA = next(iter(MODELS.schema.values()))


def test_since() -> None:
    """The last ones of a time and later, in order; of those that are gone the newest time is known."""
    log = EventLog(3)
    for second in range(5):
        log.add(START + timedelta(seconds=second), top("urn:x", "event"), SCHEMA)
    assert [each.n for each in log.since(START)] == [3, 4, 5]
    assert [each.n for each in log.since(START + timedelta(seconds=4))] == [5]
    assert log.aged == START + timedelta(seconds=1)
