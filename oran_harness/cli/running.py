"""What ``run`` does: a run with everything that listens to it."""

import asyncio
import contextlib
import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.interruption import ending_signals
from oran_harness.cli.operating import Operating
from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.run_record import RunRecord
from oran_harness.cli.shown.run_report import run_report
from oran_harness.cli.shown.terminal import terminal
from oran_harness.metrics import MetricsServer
from oran_harness.model import CaseResult, DiagnosisKind, Level, Reckoning, Verdict
from oran_harness.runner import Announcer, Gate, Options, Outcome, Planned, Stop, Target, run_suite

Say = Callable[[str], None]
Suite = Callable[[Target, Sequence[Planned], Options, Announcer, Stop, Say], Awaitable[Outcome]]
"""Performs a plan, and says what there is to say meanwhile."""


async def performed_here(
    target: Target, planned: Sequence[Planned], options: Options, announcer: Announcer, stop: Stop, say: Say
) -> Outcome:
    """Perform a plan in this process; raises ``HarnessError`` if it cannot even begin."""
    return await run_suite(target, planned, options, announcer, stop)


class Running:
    """One run. Afterwards ``outcome`` tells what it came to, and ``exit_code`` what the command ends with.

    ``command`` is the command line without its cases, for those who want to run one again. ``step``: ask before each
    case. ``against``: the exit code says whether each verdict is one that was listed. ``watched``: somebody is there
    who brings the product about; it is waited for as long as that takes. ``operating`` asks
    somebody to look after the product. ``suite`` performs the plan.
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
        operating: Operating | None = None,
        against: bool = False,
        suite: Suite = performed_here,
    ) -> None:
        self.outcome = Outcome(())
        self._target = target
        self._planned = planned
        self._options = options
        self._strict = strict
        self._against = against
        self._metrics_at = metrics_at
        self._command = command
        self._step = step
        self._watched = watched and not target.startable
        self._operating = operating
        self._suite = suite
        self._record = RunRecord(folder, strict=strict, against=against)

    def run(self) -> None:
        """Perform it; Ctrl-C ends it soon, a second Ctrl-C at once.

        Raises ``HarnessError`` if it cannot even begin.
        """
        with self._record as record, self._progress() as progress, self._served(progress):
            announcer = record.announcer(progress.say, progress)
            self.outcome = asyncio.run(self._perform(announcer, progress))
            record.keep(self.outcome)

    @property
    def exit_code(self) -> ExitCode:
        """What the contract says of such a run."""
        if self.outcome.interrupted:
            return ExitCode.INTERRUPTED
        if self._record.unwritten:
            return ExitCode.NOTHING_JUDGED
        if self._never_started():
            return ExitCode.USAGE
        known = self.outcome.known if self._against else None
        results = self.outcome.results
        code = exit_code_of(results, self._strict) if known is None else exit_code_against(known, results)
        # Cases that were left out may have failed: what is wrong with E2 Setup, or a SUT that is gone, is no success.
        return ExitCode.NOTHING_JUDGED if code is ExitCode.FINE and self.outcome.diagnosis is not None else code

    def _never_started(self) -> bool:
        """Whether the product could not even be started: that is for its profile to put right."""
        diagnosis, results = self.outcome.diagnosis, self.outcome.results
        absent = diagnosis is not None and diagnosis.kind is DiagnosisKind.NOT_STARTED
        return absent and all(result.verdict is Verdict.SKIP for result in results)

    def document(self) -> str:
        """The run as JSON, as ``results.json`` has it; where that could not be written, all verdicts are here."""
        document = self._record.folder.results.document()
        if self._record.unwritten and document:
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
                self._record.folder.path,
                unwritten=bool(self._record.unwritten),
                diagnosis=self.outcome.diagnosis,
                command=self._command,
                known=self.outcome.known,
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
            if self._operating is not None:
                self._operating.progress = progress
            gate = _stepping(progress) if self._step else None
            options = replace(self._options, patient=self._watched, gate=gate)
            outcome = await self._suite(self._target, self._planned, options, announcer, stop, progress.say)
        for remark in outcome.remarks:
            progress.say(remark)
        return outcome

    @contextlib.contextmanager
    def _served(self, progress: RunProgress) -> Iterator[None]:
        if self._metrics_at is None:
            yield
            return
        with MetricsServer(self._record.metrics.registry, self._metrics_at) as server:
            progress.say(f"Metrics are served at {server.url}")
            yield


def exit_code_of(results: Sequence[CaseResult], strict: bool) -> ExitCode:
    """0: a pass, no must-level fail, nothing inconclusive, no error; 1: such a fail; 3: else."""
    verdicts = {result.verdict for result in results}
    if any(result.verdict is Verdict.FAIL and (strict or result.level is Level.MUST) for result in results):
        return ExitCode.FAILED
    if Verdict.PASS not in verdicts or verdicts & {Verdict.INCONC, Verdict.ERROR}:
        return ExitCode.NOTHING_JUDGED
    return ExitCode.FINE


def exit_code_against(known: Reckoning, results: Sequence[CaseResult]) -> ExitCode:
    """0: every verdict is the file's, and there is one; 1: another fail, or what is listed is better; 3: else."""
    verdicts = {result.id: result.verdict for result in results}
    other = {verdicts[id] for id in (*known.new, *known.changed)}
    if known.xpass or other & {Verdict.FAIL, Verdict.UNSUPPORTED}:
        return ExitCode.FAILED
    judged = known.as_listed or Verdict.PASS in verdicts.values()
    return ExitCode.FINE if judged and not other else ExitCode.NOTHING_JUDGED


def _stepping(progress: RunProgress) -> Gate:
    # What describes cases to people knows all flaws: a fifth of the time that the program takes to begin.
    from oran_harness.cli.stepping import Stepping

    return Stepping(progress, sys.stdin)
