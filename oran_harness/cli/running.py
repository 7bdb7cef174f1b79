"""What ``run`` does: a run with everything that listens to it."""

import asyncio
import contextlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.interruption import ending_signals
from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.run_report import run_report
from oran_harness.cli.shown.terminal import terminal
from oran_harness.metrics import MetricsFile, MetricsServer, RunMetrics
from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.model.run_event import Listener
from oran_harness.reports import RunFolder
from oran_harness.runner import Announcer, Gate, Options, Outcome, Planned, Stop, Target, run_suite

LEFT_BEHIND = "sut"
"""The folder of what the SUT left behind, in the run's."""


class Running:
    """One run. Afterwards ``outcome`` tells what it came to, and ``exit_code`` what the command ends with.

    ``command`` is the command line without its cases, for those who want to run one again. ``step``: ask before each
    case. ``watched``: somebody is there who brings the product about; it is waited for as long as that takes.
    """

    def __init__(
        self,
        target: Target,
        planned: Sequence[Planned],
        options: Options,
        folder: Path,
        *,
        strict: bool = False,
        metrics_at: str | None = None,
        command: str | None = None,
        step: bool = False,
        watched: bool = False,
    ) -> None:
        self.outcome = Outcome(())
        self._target = target
        self._planned = planned
        self._options = options
        self._strict = strict
        self._metrics_at = metrics_at
        self._command = command
        self._step = step
        self._watched = watched and not target.startable
        self._metrics = RunMetrics()
        self._folder = RunFolder(folder, strict=strict)
        self._unwritten: list[Exception] = []

    def run(self) -> None:
        """Perform it; Ctrl-C ends it soon, a second Ctrl-C at once.

        Raises ``HarnessError`` if it cannot even begin.
        """
        essential: tuple[Listener, ...] = (
            self._folder,
            MetricsFile(self._folder.path / "metrics.prom", self._metrics),
        )
        try:
            with self._progress() as progress, self._served(progress):
                announcer = Announcer(
                    (self._metrics, *essential, progress),
                    lambda listener, error: progress.say(_broke(listener, error, essential)),
                    essential=essential,
                )
                self.outcome = asyncio.run(self._perform(announcer, progress))
                self._unwritten = [error for _, error in announcer.broken]
                self._keep_what_was_left()
        except BaseException:
            self._tidy()
            raise
        finally:
            self._folder.close()

    @property
    def exit_code(self) -> ExitCode:
        """What the contract says of such a run."""
        if self.outcome.interrupted:
            return ExitCode.INTERRUPTED
        if self._unwritten:
            return ExitCode.NOTHING_JUDGED
        code = exit_code_of(self.outcome.results, self._strict)
        # Cases that were left out may have failed: what is wrong with E2 Setup, or a SUT that is gone, is no success.
        return ExitCode.NOTHING_JUDGED if code is ExitCode.FINE and self.outcome.diagnosis is not None else code

    def document(self) -> str:
        """The run as JSON, as ``results.json`` has it; where that could not be written, all verdicts are here."""
        document = self._folder.results.document()
        if self._unwritten and document:
            cases = [result.to_json() for result in self.outcome.results]
            counts = Counter(case["verdict"] for case in cases)
            document |= {"cases": cases, "summary": {verdict: counts[verdict] for verdict in document["summary"]}}
        return json.dumps(document, indent=2) + "\n"

    def show(self) -> None:
        """Print the verdicts, and what was wrong."""
        screen = terminal()
        screen.lines(
            run_report(
                screen,
                self.outcome.results,
                self._folder.path,
                unwritten=bool(self._unwritten),
                diagnosis=self.outcome.diagnosis,
                command=self._command,
            )
        )

    def _progress(self) -> RunProgress:
        target = self._target
        return RunProgress(
            sys.stderr,
            len(self._planned),
            guide=not target.startable,
            edition=self._options.edition,
            sut_connects=target.wire.sut_connects,
        )

    async def _perform(self, announcer: Announcer, progress: RunProgress) -> Outcome:
        stop = Stop()

        def ask() -> None:
            progress.say("Ending the run; Ctrl-C again leaves at once.")
            stop.ask()

        with ending_signals(ask):
            gate = _stepping(progress) if self._step else None
            options = replace(self._options, patient=self._watched, gate=gate)
            outcome = await run_suite(self._target, self._planned, options, announcer, stop)
        for remark in outcome.remarks:
            progress.say(remark)
        return outcome

    @contextlib.contextmanager
    def _served(self, progress: RunProgress) -> Iterator[None]:
        if self._metrics_at is None:
            yield
            return
        with MetricsServer(self._metrics.registry, self._metrics_at) as server:
            progress.say(f"Metrics are served at {server.url}")
            yield

    def _keep_what_was_left(self) -> None:
        """Write down what the SUT left behind: its output, its logs. A run does not fail for it."""
        folder = self._folder.path / LEFT_BEHIND
        for name, content in self.outcome.left.items():
            plain = Path(name).name
            if plain and content:
                try:
                    folder.mkdir(exist_ok=True)
                    (folder / plain).write_bytes(content)
                except OSError as error:
                    self._unwritten.append(error)

    def _tidy(self) -> None:
        """Leave no empty folder behind where nothing was run."""
        with contextlib.suppress(OSError):
            (self._folder.path / "history").rmdir()
            self._folder.path.rmdir()


def exit_code_of(results: Sequence[CaseResult], strict: bool) -> ExitCode:
    """0: a pass, no must-level fail, nothing inconclusive, no error; 1: such a fail; 3: else."""
    verdicts = {result.verdict for result in results}
    if any(result.verdict is Verdict.FAIL and (strict or result.level is Level.MUST) for result in results):
        return ExitCode.FAILED
    if Verdict.PASS not in verdicts or verdicts & {Verdict.INCONC, Verdict.ERROR}:
        return ExitCode.NOTHING_JUDGED
    return ExitCode.FINE


def _broke(listener: Listener, error: Exception, essential: Sequence[Listener]) -> str:
    what = printable(f"{error}" if str(error) else type(error).__name__).rstrip(".")
    if listener in essential:
        return f"The results cannot be written, so the run ends here: {what}."
    return f"{type(listener).__name__} is told no more: {what}."


def _stepping(progress: RunProgress) -> Gate:
    # What describes cases to people knows all flaws: a fifth of the time that the program takes to begin.
    from oran_harness.cli.stepping import Stepping

    return Stepping(progress, sys.stdin)
