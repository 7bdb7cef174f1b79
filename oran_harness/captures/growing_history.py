"""A history file that is written, and perhaps read, while it grows."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType

from oran_harness.captures.history_file import history_line
from oran_harness.model import Event, HistoryHeader, InputError, UsageError

_PIECE = 1024 * 1024


class HistoryWriter:
    """Writes a history line by line. Each line is with the operating system when ``add`` returns.

    So a process that is killed leaves all that it added. Raises ``UsageError`` when the file cannot be made; ``add``
    raises ``OSError`` when it takes no more, and leaves no part of a line.
    """

    def __init__(self, path: str | os.PathLike[str], header: HistoryHeader) -> None:
        try:
            self._file = open(path, "wb", buffering=0)  # noqa: SIM115 - close() closes it
            self._write(history_line(header.to_json()))
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            raise UsageError(f"{os.fspath(path)} cannot be written ({reason}); choose another place") from error

    def add(self, event: Event) -> None:
        """Add one event."""
        self._write(history_line(event.to_json()))

    def _write(self, line: bytes) -> None:
        written = 0
        try:
            while written < len(line):
                written += self._file.write(line[written:])
        except OSError:
            # A full disk takes the beginning of a line: what came before stays readable without it.
            with suppress(OSError):
                self._file.truncate(self._file.seek(-written, os.SEEK_CUR))
            raise

    def close(self) -> None:
        """Add nothing more."""
        self._file.close()


class GrowingHistory:
    """Reads a history file that somebody still writes; as a context manager it closes the file.

    Raises ``InputError`` when it cannot be read, or a line is not what it should be.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)
        self._rest = b""
        self.header: HistoryHeader | None = None
        try:
            self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - close() closes it
        except OSError as error:
            raise InputError(f"{self._path} cannot be read ({error.strerror}); check the path") from error

    def more(self) -> Iterator[Event]:
        """The events that have come since the last call, a piece of the file at most; none if nothing has."""
        read = self._file.read(_PIECE)
        if not read:
            return
        *lines, self._rest = (self._rest + read).split(b"\n")
        for line in lines:
            try:
                value = json.loads(line)
                if self.header is None:
                    self.header = HistoryHeader.from_json(value)
                else:
                    yield Event.from_json(value)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(f"{self._path} has a line that is none of a history: {error}") from error

    @property
    def at_end(self) -> bool:
        """Whether everything that is there at this moment has been read."""
        return self._file.tell() >= os.fstat(self._file.fileno()).st_size

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> "GrowingHistory":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
