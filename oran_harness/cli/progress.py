"""How far a long check is, on standard error, for a person who waits."""

import sys
from types import TracebackType
from typing import Any

from oran_harness.cli.shown.terminal import is_interactive

WORTH_SHOWING = 8 << 20
"""Octets; smaller files are done before anybody looks."""
_EACH = 512
"""Events between two looks at the clock."""


class Progress:
    """A bar for a file of ``size`` octets; silent for small files and where nobody sees standard error."""

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._size = size
        self._bar: Any = None
        self._task: Any = None
        self._events = 0

    def __enter__(self) -> "Progress":
        if self._size >= WORTH_SHOWING and is_interactive(sys.stderr):
            # Imported here: small files need no bar, and rich takes its time.
            from rich.console import Console
            from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            parts = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
            self._bar = Bar(*parts, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(self._name, total=self._size)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def at(self, octets: int) -> None:
        """Note that one more event was read, and how many octets of the file that took so far."""
        self._events += 1
        if self._bar is not None and self._events % _EACH == 0:
            self._bar.update(self._task, completed=octets)
