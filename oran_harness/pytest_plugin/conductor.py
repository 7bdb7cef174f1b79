"""One run whose cases are performed when somebody asks for them, from outside of its event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from oran_harness.cli.run_record import RunRecord
from oran_harness.model import CaseResult, HarnessError
from oran_harness.model.run_event import CaseFinished, RunEvent
from oran_harness.runner import Options, Outcome, Planned, Stop, Target, run_suite


@dataclass(frozen=True, slots=True)
class Conducted:
    """What is run: as the command line has it, with the folder of its results."""

    target: Target
    planned: tuple[Planned, ...]
    options: Options
    folder: Path
    strict: bool = False


class Conductor:
    """A run in a thread of its own, which holds the event loop from the first case to the last.

    It begins with the first case that is asked for: until then nothing is started, and no folder made. ``remarks`` are
    sentences about what could not be written.
    """

    def __init__(self, conducted: Conducted) -> None:
        self.remarks: list[str] = []
        self._conducted = conducted
        self._news = threading.Condition()
        self._results: dict[str, CaseResult] = {}
        self._outcome: Outcome | None = None
        self._trouble: BaseException | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wanted: asyncio.Queue[Planned | None] | None = None
        self._stop: Stop | None = None

    def perform(self, planned: Planned) -> CaseResult:
        """The result of a case; each may be asked for once, and comes in its turn.

        Raises ``HarnessError`` where the run cannot even begin.
        """
        self._begin()
        self._tell(planned)
        id = planned.description.id
        with self._news:
            self._news.wait_for(lambda: id in self._results or self._over)
            if id in self._results:
                return self._results[id]
        raise self._why()

    def finish(self) -> Outcome:
        """End the run, and what it started; cases that nobody asked for are ``skip``. May be called again.

        Raises ``HarnessError`` where the run could not even begin.
        """
        if self._thread is not None:
            self._tell(None)
            self._thread.join()
        if self._outcome is None:
            raise self._why()
        return self._outcome

    @property
    def begun(self) -> bool:
        """Whether any case was asked for."""
        return self._thread is not None

    @property
    def _over(self) -> bool:
        return self._outcome is not None or self._trouble is not None

    def _why(self) -> BaseException:
        over = "This run is over." if self._outcome is not None else "No case of this run was performed."
        return self._trouble or HarnessError(over)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="oran-harness", daemon=True)
            self._thread.start()
            with self._news:
                self._news.wait_for(lambda: self._wanted is not None or self._over)

    def _tell(self, planned: Planned | None) -> None:
        """Hand something to the loop; it may have ended in the meantime."""
        with self._news:
            if self._loop is None or self._wanted is None or self._over:
                return
            if planned is None and self._stop is not None:
                # Before the rest is handed out, or the next case would begin.
                self._loop.call_soon_threadsafe(self._end, self._stop)
            self._loop.call_soon_threadsafe(self._wanted.put_nowait, planned)

    def _end(self, stop: Stop) -> None:
        # Where all cases have been performed nobody is interrupted.
        if len(self._results) < len(self._conducted.planned):
            stop.ask()

    def _run(self) -> None:
        outcome: Outcome | None = None
        trouble: BaseException | None = None
        try:
            with RunRecord(self._conducted.folder, strict=self._conducted.strict) as record:
                outcome = asyncio.run(self._perform(record))
                record.keep(outcome)
                self.remarks += (f"{error}" for error in record.unwritten)
        except BaseException as error:
            trouble = error
        with self._news:
            self._outcome, self._trouble = outcome, trouble
            self._news.notify_all()

    async def _perform(self, record: RunRecord) -> Outcome:
        stop = Stop()
        with self._news:
            self._loop, self._stop, self._wanted = asyncio.get_running_loop(), stop, asyncio.Queue()
            self._news.notify_all()
        options = replace(self._conducted.options, hand_out=self._hand_out)
        announcer = record.announcer(self.remarks.append, self._listen)
        return await run_suite(self._conducted.target, self._conducted.planned, options, announcer, stop)

    async def _hand_out(self, plan: Sequence[Planned]) -> AsyncIterator[Planned]:
        """Each case when it is asked for; the rest when no more will be."""
        left = list(plan)
        while left and self._wanted is not None:
            wanted = await self._wanted.get()
            if wanted is None:
                break
            left.remove(wanted)
            yield wanted
        for planned in left:
            yield planned

    def _listen(self, event: RunEvent) -> None:
        if isinstance(event, CaseFinished):
            with self._news:
                self._results[event.result.id] = event.result
                self._news.notify_all()
