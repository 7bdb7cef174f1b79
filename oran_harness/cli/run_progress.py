"""What is told of a run while it goes, on standard error: live at a terminal, else a line for each case."""

import contextlib
import threading
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO

from oran_harness.cli.live_view import LiveView
from oran_harness.cli.shown.guidance import HINTS_AFTER_S, hints, waiting, where_to_meet
from oran_harness.cli.shown.introduced import introduced
from oran_harness.cli.shown.known_report import standing_of
from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal, is_interactive, terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import CaseResult, Diagnosis, EventKind, Role, Verdict
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    EventRecorded,
    MeetingEnded,
    MeetingRemarked,
    MeetingStarted,
    RunEvent,
    RunStarted,
    SutChanged,
    SutLost,
)
from oran_harness.runner.sut import OVER


class RunProgress:
    """Listens to a run of ``total`` cases and tells how it goes.

    ``guide`` says where to point the product, for one that nobody here starts: ``edition`` is that of E2AP which is
    spoken, ``sut_connects`` tells that the product connects to us.
    """

    def __init__(
        self, stream: TextIO, total: int, *, guide: bool = False, edition: str = "", sut_connects: bool = False
    ) -> None:
        self.screen = terminal(stream)
        self._total = total
        self._done = 0
        self._guide = guide
        self._edition = edition
        self._sut_connects = sut_connects
        self._view = LiveView(self.screen, total) if is_interactive(stream) else None
        self._role = Role.E2_NODE
        self._uri = ""
        self._left_out: Diagnosis | None = None
        self._hinting: threading.Timer | None = None

    def __enter__(self) -> "RunProgress":
        if self._view is not None:
            self._view.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._met()
        self.pause()

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        match event:
            case RunStarted():
                self._start(event)
            case MeetingStarted():
                self._wait(event)
            case MeetingRemarked(sentence):
                self.say(sentence)
            case MeetingEnded(introduction, diagnosis):
                self._met()
                if self._view is not None:
                    self._view.ends()
                if introduction is not None:
                    self._write_all(introduced(self.screen, introduction, self._role))
                self._tell(diagnosis)
            case SutLost(diagnosis):
                self._tell(diagnosis)
            case CaseStarted():
                if self._view is not None:
                    self._view.begins(event)
            case EventRecorded():
                self._happen(event)
            case CaseFinished(result):
                self._finish(result)
            case SutChanged(up, restarts, why) if why != OVER and not (up and not restarts):
                self.say(f"The SUT {'is up again' if up else 'is down'}: {why}")

    def say(self, sentence: str) -> None:
        """Show a sentence, above what moves."""
        self._write(shortened(sentence, 400))

    def pause(self) -> None:
        """Show nothing that moves, for something is to be asked."""
        if self._view is not None:
            self._view.pause()

    def resume(self) -> None:
        """Go on showing."""
        if self._view is not None:
            self._view.start()

    def _start(self, event: RunStarted) -> None:
        sut = event.sut
        self._role, self._uri = Role(sut.role), sut.address or ""
        version = f" {sut.version}" if sut.version else ""
        where = f" at {sut.address}" if sut.address is not None else ""
        count = len(event.planned)
        self.say(f"{count} case{'' if count == 1 else 's'}, SUT {sut.vendor}{version} ({sut.role}){where}")
        if self._guide:
            lines = where_to_meet(self._role, self._uri, sut_connects=self._sut_connects, edition=self._edition)
            self._write_all(lines)

    def _wait(self, event: MeetingStarted) -> None:
        if not self._guide:
            return
        began = time.monotonic()
        if self._view is not None:
            self._view.waiting = lambda: waiting(
                self._role, self._uri, time.monotonic() - began, sut_connects=self._sut_connects
            )
        if event.patience is None or event.patience > HINTS_AFTER_S:
            self._hinting = threading.Timer(HINTS_AFTER_S, self._hint)
            self._hinting.daemon = True
            self._hinting.start()

    def _hint(self) -> None:
        """Nobody has come for a while."""
        self.say(f"Nobody is here yet. {hints(self._role, self._uri, sut_connects=self._sut_connects)}")

    def _happen(self, event: EventRecorded) -> None:
        if event.event.kind is EventKind.UP:
            self._met()
        if self._view is not None:
            self._view.happens(event)

    def _met(self) -> None:
        """Nobody is waited for any more."""
        if self._hinting is not None:
            self._hinting.cancel()
            self._hinting = None
        if self._view is not None:
            self._view.waiting = None

    def _tell(self, diagnosis: Diagnosis | None) -> None:
        self._left_out = diagnosis
        if diagnosis is not None:
            self.say(diagnosis.seen)
            self.say(f"What to try: {diagnosis.advice}")

    def _finish(self, result: CaseResult) -> None:
        self._done += 1
        self._total = max(self._total, self._done)  # a rule that fired in the run has a line of its own
        quiet = result.verdict is Verdict.SKIP and self._left_out is not None and result.reason == self._left_out.seen
        if self._view is None:
            if not quiet:
                width = len(str(self._total))
                self._write(f"[{self._done:>{width}}/{self._total}] {line_of(self.screen, result)}")
            return
        self._view.done, self._view.total = self._done, self._total
        self._view.counts[result.verdict] += 1
        self._view.ends()
        if result.verdict not in (Verdict.PASS, Verdict.SKIP):
            self._write(line_of(self.screen, result))

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)

    def _write(self, line: str) -> None:
        if self._view is not None:
            self._view.write(line)
            return
        with contextlib.suppress(OSError, ValueError):  # nobody listens: that ends no run
            self.screen.line(line)
            self.screen.stream.flush()


def line_of(screen: Terminal, result: CaseResult) -> str:
    """A case in a line: verdict, id, seconds, title."""
    verdict = screen.paint(f"{result.verdict.value:<11}", *STYLES[result.verdict])
    standing = standing_of(result)
    known = f"  [{standing}]" if standing else ""
    return f"{verdict} {result.id:<22} {result.duration_s:>7.2f} s  {printable(result.title)}{known}"
