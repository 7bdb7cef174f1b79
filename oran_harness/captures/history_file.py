"""History files: one head, then one event a line, in JSON (schema ``oran-harness/history/1``)."""

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from oran_harness.captures.source import DamageError, Source
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.whole_file import whole_file
from oran_harness.model import Event, EventKind, HistoryHeader, InputError

LONGEST_LINE = 36 * 1024 * 1024
"""Octets; a message of 16 MiB takes 32 MiB of it."""
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MOST_PARTS = 200_000
"""Values in one line. The smallest take thirty times their text in memory, and a compressed line is smaller still."""


def write_history(path: str | os.PathLike[str], header: HistoryHeader, events: Iterable[Event]) -> None:
    """Write a history file, whole or not at all.

    Raises ``UsageError`` when the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(history_line(header.to_json()))
        for event in events:
            file.write(history_line(event.to_json()))


def history_line(value: dict[str, Any]) -> bytes:
    """One line of a history file: the head's, or an event's, as JSON has it."""
    return _written(value).encode("utf-8", "backslashreplace") + b"\n"


def read_header(text: str | None) -> HistoryHeader | None:
    """The head of a history from one line of text; None if it is not one."""
    if text is None or not text.lstrip().startswith("{"):
        return None
    try:
        return HistoryHeader.from_json(_object(text))
    except (ValueError, TypeError, RecursionError):
        return None


class HistoryFile:
    """One history file; ``header`` is known at once, ``events`` reads the rest.

    Raises ``InputError``, with the number of the line, where a line is not what it should be.
    """

    def __init__(self, source: Source, statistics: Statistics) -> None:
        self._source = source
        self._statistics = statistics
        self._number = 0
        first = self._next_line()
        try:
            self.header = HistoryHeader.from_json(_object(first or "{}"))
        except (ValueError, TypeError, RecursionError) as error:
            raise self._broken(error) from error

    def events(self) -> Iterator[Event]:
        """All events of the history in order."""
        while (line := self._next_line()) is not None:
            if not line.strip():
                continue
            try:
                event = Event.from_json(_object(line))
                if event.kind is EventKind.OCTETS and event.octets is None:
                    raise ValueError("an event of kind octets has no octets")
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise self._broken(error) from error
            yield event
        self._statistics.octets = self._source.position

    def _next_line(self) -> str | None:
        self._number += 1
        self._statistics.octets = self._source.position
        try:
            line = self._source.read_line(LONGEST_LINE + 1)
        except DamageError as error:
            raise self._broken(error) from error
        if len(line) > LONGEST_LINE:
            raise self._broken(ValueError(f"it is longer than {LONGEST_LINE} octets"))
        if len(line) > _MOST_PARTS and line.count(b",") + line.count(b"[") + line.count(b"{") > _MOST_PARTS:
            raise self._broken(ValueError("it has more parts than an event can have"))
        try:
            return line.decode("utf-8-sig" if self._number == 1 else "utf-8") if line else None
        except UnicodeDecodeError as error:
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> InputError:
        if isinstance(error, UnicodeDecodeError):
            reason = "it is not UTF-8"
        elif isinstance(error, json.JSONDecodeError):
            reason = f"it is not JSON at column {error.colno}"
        elif isinstance(error, KeyError):
            reason = f"{error.args[0]} is missing"
        elif isinstance(error, RecursionError):
            reason = "it is nested too deeply"
        elif "integer string conversion" in str(error):
            reason = "a number has thousands of digits"
        else:
            reason = str(error)
        return InputError(
            f"{self._source.path}, line {self._number}, is not a line of a history: {reason}; repair or remove it"
        )


def _object(text: str) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError("it is not a JSON object")
    return value
