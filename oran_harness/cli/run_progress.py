"""How far a run is, on standard error: a line that moves at a terminal, else a line for each case."""

import contextlib
from collections import Counter
from types import TracebackType
from typing import Any, TextIO

from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal, is_interactive, terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import CaseResult, Verdict
from oran_harness.model.run_event import CaseFinished, CaseStarted, RunEvent, RunStarted, SutChanged
from oran_harness.runner.sut import OVER


class RunProgress:
    """Listens to a run of ``total`` cases and shows how far it is."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._screen = terminal(stream)
        self._total = total
        self._done = 0
        self._counts: Counter[Verdict] = Counter()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> "RunProgress":
        if is_interactive(self._screen.stream):
            # Imported here: rich takes its time, and a pipe does not need it.
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            parts = (MofNCompleteColumn(), BarColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
            console = Console(file=self._screen.stream, highlight=False, markup=False, soft_wrap=True)
            self._bar = Progress(*parts, console=console, transient=True)
            self._task = self._bar.add_task("", total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            sut = event.sut
            version = f" {sut.version}" if sut.version else ""
            self.say(f"{len(event.planned)} cases, SUT {sut.vendor}{version} ({sut.role}) at {sut.address}")
        elif isinstance(event, CaseStarted):
            self._describe(event.case.id)
        elif isinstance(event, CaseFinished):
            self._finish(event.result)
        elif isinstance(event, SutChanged) and event.why != OVER and not (event.up and not event.restarts):
            up = "is up again" if event.up else "is down"
            self.say(f"The SUT {up}: {event.why}")

    def say(self, sentence: str) -> None:
        """Show a sentence, above the line that moves."""
        self._write(shortened(sentence, 400))

    def _finish(self, result: CaseResult) -> None:
        self._done += 1
        self._total = max(self._total, self._done)  # a rule that fired in the run has a line of its own
        self._counts[result.verdict] += 1
        if self._bar is None:
            width = len(str(self._total))
            self._write(f"[{self._done:>{width}}/{self._total}] {line_of(self._screen, result)}")
            return
        if result.verdict not in (Verdict.PASS, Verdict.SKIP):
            self._write(line_of(self._screen, result))
        self._bar.update(self._task, completed=self._done, total=self._total)
        self._describe("")

    def _describe(self, running: str) -> None:
        if self._bar is not None:
            counts = "  ".join(f"{verdict} {self._counts[verdict]}" for verdict in Verdict if self._counts[verdict])
            self._bar.update(self._task, description=f"{counts}  {printable(running)}".strip())

    def _write(self, line: str) -> None:
        if self._bar is not None:
            self._bar.console.out(line, highlight=False)
            return
        with contextlib.suppress(OSError, ValueError):  # nobody listens: that ends no run
            self._screen.line(line)
            self._screen.stream.flush()


def line_of(screen: Terminal, result: CaseResult) -> str:
    """A case in a line: verdict, id, seconds, title."""
    verdict = screen.paint(f"{result.verdict.value:<11}", *STYLES[result.verdict])
    return f"{verdict} {result.id:<22} {result.duration_s:>7.2f} s  {printable(result.title)}"
