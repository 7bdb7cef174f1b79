"""A recording of any kind, read as a stream of events."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType

from oran_harness.captures.capture import Capture
from oran_harness.captures.history_file import HistoryFile
from oran_harness.captures.source import Source
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.transcript import Transcript
from oran_harness.model import Event, HistoryHeader

_READERS: Mapping[str, type[Capture] | type[HistoryFile] | type[Transcript]] = {
    "history": HistoryFile,
    "transcript": Transcript,
}


@dataclass(slots=True)
class Recording:
    """A capture, a history or a transcript that is being read.

    ``kind`` is ``"pcap"``, ``"pcapng"``, ``"history"`` or ``"transcript"``; ``events`` can be read once and raises
    ``InputError`` where the rest cannot be read. It closes the file at its end; as a context manager, the recording
    does so earlier.
    """

    header: HistoryHeader
    events: Iterator[Event]
    kind: str
    statistics: Statistics
    _source: Source = field(repr=False)

    def close(self) -> None:
        """Close the file; doing so again is harmless."""
        self._source.close()

    def __enter__(self) -> "Recording":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_recording(path: str | os.PathLike[str]) -> Recording:
    """Open a capture (pcap, pcapng), a history (JSON lines) or a transcript, gzip or not, told apart by content.

    Events come as a stream in constant memory. In a capture, ``t`` counts seconds from its first packet, ``frame`` is
    the frame that completed a message, ends are named ``ADDRESS:PORT`` by what was seen first, associations "1", "2",
    ... in order of their first event, and every SCTP user message is an event, whatever its PPID. What the capture
    lacks is said in events of kind ``note``; their texts begin with one of the words that ``NoteKind`` lists.

    Raises ``InputError`` when the file cannot be opened, is empty, is no recording, or has a link type that cannot be
    read.
    """
    source = Source(path)
    try:
        statistics = Statistics()
        opened = _READERS.get(source.kind, Capture)(source, statistics)
    except BaseException:
        source.close()
        raise
    return Recording(opened.header, _closing(opened.events(), source), source.kind, statistics, source)


def _closing(events: Iterator[Event], source: Source) -> Iterator[Event]:
    try:
        yield from events
    finally:
        source.close()
