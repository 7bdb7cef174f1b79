"""A run as a person at a terminal watches it: how far it is, the running case, and its last messages."""

import time
from collections import Counter
from collections.abc import Callable
from types import TracebackType
from typing import Any

from oran_harness.cli.shown.happening import happening
from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import Verdict
from oran_harness.model.run_event import CaseStarted, EventRecorded

LAST_MESSAGES = 6
_REFRESHES = 8


class LiveView:
    """The part at the foot of the terminal that changes; lines are written above it."""

    def __init__(self, screen: Terminal, total: int) -> None:
        # Imported here: rich takes its time, and a pipe does not need it.
        from rich.console import Console

        self.total = total
        self.done = 0
        self.counts: Counter[Verdict] = Counter()
        self.waiting: Callable[[], str] | None = None
        """What is waited for, in a line, while no case runs."""
        self._began = time.monotonic()
        self._heading = ""
        # Replaced whole, never changed: another thread draws.
        self._last: tuple[str, ...] = ()
        self._console = Console(file=screen.stream, highlight=False, markup=False, soft_wrap=True)
        self._live: Any = None

    def start(self) -> None:
        """Begin to show, or go on after a pause."""
        from rich.live import Live

        if self._live is None:
            self._live = Live(
                get_renderable=self._drawn, console=self._console, refresh_per_second=_REFRESHES, transient=True
            )
            self._live.start()

    def pause(self) -> None:
        """Take it away, until it is started again."""
        live, self._live = self._live, None
        if live is not None:
            live.stop()

    def __enter__(self) -> "LiveView":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pause()

    def write(self, line: str) -> None:
        """Write a line above it."""
        self._console.out(line, highlight=False)

    def begins(self, started: CaseStarted) -> None:
        """A case begins."""
        self._heading = f"{started.case.id}  {printable(started.case.title)}"
        self._last = ()

    def ends(self) -> None:
        """Nothing runs."""
        self._heading, self._last = "", ()

    def happens(self, recorded: EventRecorded) -> None:
        """Something happened in the running case."""
        line = happening(recorded)
        if line is not None:
            self._last = (*self._last[1 - LAST_MESSAGES :], line)

    def _drawn(self) -> Any:
        from rich.text import Text

        width = max(self._console.width - 1, 20)
        drawn = Text(no_wrap=True, overflow="ellipsis")
        elapsed = int(time.monotonic() - self._began)
        drawn.append(f"{self.done}/{self.total}  {elapsed // 60}:{elapsed % 60:02}", "bold")
        for verdict in Verdict:
            if self.counts[verdict]:
                drawn.append(f"  {verdict} {self.counts[verdict]}", " ".join(STYLES[verdict]))
        waiting = self.waiting
        if waiting is not None:
            drawn.append(f"\n{shortened(waiting(), width)}", "yellow")
        if self._heading:
            drawn.append(f"\n{shortened(self._heading, width)}", "cyan")
        for line in self._last:
            drawn.append(f"\n{shortened(line, width)}", "dim")
        return drawn
