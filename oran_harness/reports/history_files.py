"""``history/<case id>.jsonl`` and ``.pcapng``: all that happened in a case, for programs and for Wireshark.

Of the meeting before the first case there is one as well.
"""

from pathlib import Path

from oran_harness.captures import write_history, write_pcapng
from oran_harness.model import Event
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    EventRecorded,
    MeetingEnded,
    MeetingStarted,
    RunEvent,
)


class HistoryFiles:
    """Keeps the events of the running case, and writes both files, each whole, when it has its verdict.

    ``folder`` is the run's. Raises ``UsageError`` when a file cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: CaseStarted | MeetingStarted | None = None
        self._events: list[Event] = []

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, CaseStarted | MeetingStarted):
            self._write()  # of a case that is performed several times, each has a history of its own
            self._running, self._events = event, []
        elif isinstance(event, EventRecorded):
            self._events.append(event.event)
        elif isinstance(event, MeetingEnded) or (isinstance(event, CaseFinished) and event.result.history is not None):
            self._write()

    def _write(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            place = self._folder / running.history
            write_history(place.with_name(f"{place.name}.jsonl"), running.header, self._events)
            write_pcapng(place.with_name(f"{place.name}.pcapng"), running.header, self._events)
        self._events = []
