"""``run --cluster``: each repetition by a worker of a cluster, against a product of its own."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from oran_harness.cli.repeating import OUTCOME
from oran_harness.cli.repetition import Repetition, came_home, lines
from oran_harness.cli.repetition_order import RepetitionOrder
from oran_harness.cli.testing_ground import SEEDS, seeds_of
from oran_harness.errands import Cluster, ClusterName, Errand, Shipped, joined
from oran_harness.model import CaseResult, Finding, HarnessError, Verdict
from oran_harness.model.run_event import CaseFinished, FindingMade, MeetingEnded, RunFinished
from oran_harness.resources import harness_version
from oran_harness.runner import Announcer, Options, Outcome, Planned, Stop, Target
from oran_harness.runner.execution import INTERRUPTED
from oran_harness.runner.interruption import Interrupted
from oran_harness.runner.session import started

REPEATING = "oran_harness.cli.repeating"
"""What performs one repetition."""
_AT_ONCE = 64
"""Repetitions that a cluster is asked for at the same time: what no worker takes yet waits at its scheduler."""


class SpreadRun:
    """Performs a plan on a cluster. ``order`` is that of the first repetition, ``folder`` the run's."""

    def __init__(self, name: ClusterName, order: RepetitionOrder, folder: Path) -> None:
        self._name = name
        self._order = order
        self._folder = folder
        self._seeds = seeds_of(folder)[0]
        self._gate = asyncio.Semaphore(_AT_ONCE)
        self._home: list[Repetition] = []

    async def __call__(
        self,
        target: Target,
        planned: Sequence[Planned],
        options: Options,
        announcer: Announcer,
        stop: Stop,
        say: Callable[[str], None],
    ) -> Outcome:
        """Perform it; raises ``HarnessError`` if it cannot even begin, or the cluster is not there."""
        clock = asyncio.get_running_loop().time
        began = clock()
        async with joined(self._name) as cluster:
            announcer.tell(started(target, planned, options, None, target.version))
            try:
                await stop.unless(self._all(cluster, planned, say))
            except Interrupted:
                say("What is home already counts.")
        diagnosis = next((each.diagnosis for each in self._in_order() if each.diagnosis is not None), None)
        if diagnosis is not None:
            announcer.tell(MeetingEnded(None, diagnosis))
        results = [self._told(announcer, options, *line) for line in self._lines(planned)]
        counts = Counter(result.verdict for result in results)
        whole = not stop.asked and diagnosis is None
        known = options.known.reckoned(results, whole=whole) if options.known is not None else None
        summary = {verdict: counts[verdict] for verdict in Verdict}
        announcer.tell(RunFinished(clock() - began, summary, interrupted=stop.asked, known=known))
        remarks = (f"Repetition {each.turn}: {text}" for each in self._in_order() for text in each.remarks)
        return Outcome(tuple(results), stop.asked, tuple(remarks), diagnosis=diagnosis, known=known)

    def _in_order(self) -> list[Repetition]:
        return sorted(self._home, key=lambda each: each.turn)

    async def _all(self, cluster: Cluster, planned: Sequence[Planned], say: Callable[[str], None]) -> None:
        turns = range(1, self._order.repeat + 1)
        async with asyncio.TaskGroup() as group:
            for turn in turns:
                group.create_task(self._one(cluster, planned, turn, say))

    async def _one(self, cluster: Cluster, planned: Sequence[Planned], turn: int, say: Callable[[str], None]) -> None:
        """One repetition, whatever comes of it."""
        async with self._gate:
            repetition = await self._repetition(cluster, planned, turn)
        self._home.append(repetition)
        how = repetition.problem or ", ".join(
            f"{number} {verdict}" for verdict, number in Counter(each.verdict for each in repetition.results).items()
        )
        say(f"Repetition {turn} of {self._order.repeat}: {how}")

    async def _repetition(self, cluster: Cluster, planned: Sequence[Planned], turn: int) -> Repetition:
        try:
            folders = {"sut": Shipped.of(Path(self._order.sut))}
            if Path(SEEDS).is_dir():
                folders["seeds"] = Shipped.of(Path(SEEDS))
            told = replace(self._order, turn=turn).to_json()
            errand = Errand(REPEATING, told, folders, "run", "the process of this repetition", harness_version())
            done = await cluster.do(errand)
            if done.results is None or OUTCOME not in done.results.names:
                return Repetition(turn, problem=done.problem)
            return came_home(done.results, turn, planned, self._folder, self._seeds)
        except (HarnessError, OSError) as error:
            return Repetition(turn, problem=str(error))

    def _lines(self, planned: Sequence[Planned]) -> list[tuple[CaseResult, tuple[Finding, ...]]]:
        if self._home:
            return list(lines(planned, self._home))
        skipped = Repetition(1)
        return [
            (replace(skipped.of(each, 1), verdict=Verdict.SKIP, reason=INTERRUPTED, blame=None), ()) for each in planned
        ]

    @staticmethod
    def _told(announcer: Announcer, options: Options, result: CaseResult, findings: tuple[Finding, ...]) -> CaseResult:
        """Tell of a line; it as it was told."""
        if options.known is not None:
            result = options.known.marked(result)
        for finding in findings:
            announcer.tell(FindingMade(finding))
        announcer.tell(CaseFinished(result, findings))
        return result
