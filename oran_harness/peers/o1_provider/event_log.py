"""What has happened, kept for replays (RFC 5277 2.1.1, 3.3)."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from oran_harness.codec.xml import Element
from oran_harness.codec.yang import SchemaNode


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event: when it was, in UTC, and what it tells. ``n`` counts events from 1."""

    n: int
    time: datetime
    content: Element
    schema: SchemaNode


class EventLog:
    """The last events, oldest first. ``aged`` is the time of the newest that is kept no more."""

    def __init__(self, most: int) -> None:
        self.aged: datetime | None = None
        self._events: deque[Event] = deque()
        self._most = most
        self._count = 0

    def add(self, time: datetime, content: Element, schema: SchemaNode) -> Event:
        """Keep one more."""
        self._count += 1
        event = Event(self._count, time, content, schema)
        self._events.append(event)
        if len(self._events) > self._most:
            self.aged = self._events.popleft().time
        return event

    def since(self, start: datetime) -> Iterator[Event]:
        """Those of that time and later, oldest first."""
        return (event for event in tuple(self._events) if event.time >= start)
