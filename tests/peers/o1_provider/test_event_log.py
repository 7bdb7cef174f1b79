"""What is kept for replays (RFC 5277 2.1.1)."""

from datetime import UTC, datetime, timedelta

from oran_harness.peers.o1_provider.event_log import EventLog
from oran_harness.peers.o1_provider.put import top
from tests.peers.o1_provider.chart import ELEMENT, MODELS

BEGAN = datetime(2026, 11, 1, tzinfo=UTC)


def log(most: int, count: int) -> EventLog:
    made, content = EventLog(most), top(ELEMENT, "reset-done")
    for n in range(count):
        made.add(BEGAN + timedelta(seconds=n), content, MODELS.schema[content.tag])
    return made


def test_since() -> None:
    """A replay begins with what was at its start, and is in order."""
    assert [event.n for event in log(9, 4).since(BEGAN + timedelta(seconds=1))] == [2, 3, 4]


def test_aged() -> None:
    """The last are kept; the log aged when the newest that is gone was (RFC 5277 3.4, replayLogAgedTime)."""
    assert log(3, 3).aged is None
    aged = log(3, 5)
    assert aged.aged == BEGAN + timedelta(seconds=1)
    assert [event.n for event in aged.since(BEGAN)] == [3, 4, 5]
