"""What is written down of a run while it goes, and what is left of it when it is over."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from oran_harness.cli.shown.printable import printable
from oran_harness.metrics import MetricsFile, RunMetrics
from oran_harness.model.run_event import Listener
from oran_harness.reports import RunFolder
from oran_harness.runner import Announcer, Outcome

LEFT_BEHIND = "sut"
"""The folder of what the SUT left behind, in the run's."""


class RunRecord:
    """The folder of a run and its metrics. While it is entered no other run can have the folder.

    ``unwritten`` are the errors for which something is not there. ``strict`` and ``against`` are as ``RunFolder`` has
    them. Raises ``UsageError`` when the folder cannot be used.
    """

    def __init__(self, folder: Path, *, strict: bool = False, against: bool = False) -> None:
        self.metrics = RunMetrics()
        self.folder = RunFolder(folder, strict=strict, against=against)
        self.unwritten: list[Exception] = []
        self._announcer: Announcer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._tidy()
        self.folder.close()

    def announcer(self, say: Callable[[str], None], *others: Listener) -> Announcer:
        """Who is told of the run: all that is written, and others. ``say`` gets a sentence about one that breaks."""
        essential: tuple[Listener, ...] = (
            self.folder,
            MetricsFile(self.folder.path / "metrics.prom", self.metrics),
        )

        def complain(listener: Listener, error: Exception) -> None:
            what = printable(f"{error}" if str(error) else type(error).__name__).rstrip(".")
            if listener in essential:
                say(f"The results cannot be written, so the run ends here: {what}.")
            else:
                say(f"{type(listener).__name__} is told no more: {what}.")

        self._announcer = Announcer((self.metrics, *essential, *others), complain, essential=essential)
        return self._announcer

    def keep(self, outcome: Outcome) -> None:
        """Write down what the SUT left behind: its output, its logs. A run does not fail for it."""
        if self._announcer is not None:
            self.unwritten += (error for _, error in self._announcer.broken)
        folder = self.folder.path / LEFT_BEHIND
        for name, content in outcome.left.items():
            plain = Path(name).name
            if plain and content:
                try:
                    folder.mkdir(exist_ok=True)
                    (folder / plain).write_bytes(content)
                except OSError as error:
                    self.unwritten.append(error)

    def _tidy(self) -> None:
        """Leave no empty folder behind where nothing was run."""
        with contextlib.suppress(OSError):
            (self.folder.path / "history").rmdir()
            self.folder.path.rmdir()
