"""A property against a live SUT: Hypothesis draws deviations, and shrinks those that fail."""

import asyncio
import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace

from hypothesis import HealthCheck, Phase, Verbosity, example, given, seed, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.errors import HypothesisException

from oran_harness.conformance.properties import Property
from oran_harness.model import CaseDescription, Verdict
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.runner.finds import Find, Finds
from oran_harness.runner.stage import Stage
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case

EXAMPLES = 20
"""Examples that are drawn for each property."""
_MOST_DEVIATIONS = 3
_PLACE_BITS = 4
_LEAST_S = 600.0
_PATIENCE = 200
Deviations = tuple[Deviation, ...]

_KINDS = tuple(DeviationKind)


def _below(bits: int) -> st.SearchStrategy[int]:
    """Numbers of so many bits, the least first.

    Not ``st.integers``: for these Hypothesis reads the source of every module of a checkout, for constants to try,
    which takes a second and makes what is drawn depend on more than the seed.
    """
    drawn = st.tuples(*(st.booleans() for _ in range(bits)))
    return drawn.map(lambda digits: sum(digit << place for place, digit in enumerate(digits)))


DEVIATIONS: st.SearchStrategy[Deviations] = st.lists(
    st.builds(
        Deviation,
        _below(len(_KINDS).bit_length()).map(lambda number: _KINDS[number % len(_KINDS)]),
        _below(_PLACE_BITS),
        _below(_PLACE_BITS),
    ),
    min_size=1,
    max_size=_MOST_DEVIATIONS,
).map(tuple)


class _Failed(Exception):
    """An example that the SUT did not stand."""


class _Stopped(BaseException):
    """The run is over, or the SUT is gone for good: nothing more is drawn."""


class PropertySource:
    """A property as one line of the results.

    ``finds`` is where failing examples are kept, and where those of earlier runs come from; they are tried first.
    """

    def __init__(self, property: Property, finds: Finds, *, examples: int = EXAMPLES) -> None:
        self._property = property
        self._finds = finds
        self._examples = examples

    @property
    def description(self) -> CaseDescription:
        """What is declared of the property."""
        return self._property.description

    @property
    def sample(self) -> Case:
        """The example in which nothing is wrong."""
        return self._property.case(())

    def limit(self, timeout: float) -> float:
        """Enough for all examples and for shrinking one that fails, each with a restart of the SUT."""
        return max(_LEAST_S, _PATIENCE * timeout)

    async def perform(self, stage: Stage) -> CaseOutcome | None:
        """Try all examples; a failing one is shrunk, tried once more, and kept."""
        search = _Search(self._property, stage, asyncio.get_running_loop())
        try:
            await asyncio.to_thread(search.run, self._finds.known(self._property.id), self._examples)
        finally:
            search.over = True
        if search.worst is None:
            return search.trouble
        deviations, outcome = search.worst
        again = await search.example(deviations)
        if again is None:
            return failed_once(outcome)
        find = Find.of(self._property, stage.setting, deviations, again)
        place = self._finds.keep(find)
        return replace_reason(again, f"{find.said} ({place})" if place is not None else find.said)


class _Search:
    """One search: runs in a thread of its own, and performs its examples on the run's event loop."""

    def __init__(self, property: Property, stage: Stage, loop: asyncio.AbstractEventLoop) -> None:
        self.worst: tuple[Deviations, CaseOutcome] | None = None
        self.trouble: CaseOutcome | None = None
        self.over = False
        self._property = property
        self._stage = stage
        self._loop = loop

    def run(self, known: Sequence[Deviations], examples: int) -> None:
        """Let Hypothesis draw; what failed last, and so is shrunk most, is ``worst``."""

        def holds(deviations: Deviations) -> None:
            self._try(deviations)

        test = given(deviations=DEVIATIONS)(holds)
        for each in known:
            test = example(deviations=each)(test)
        test = seed(self._stage.setting.seed)(test)
        test = settings(
            phases=(Phase.explicit, Phase.generate, Phase.shrink),
            database=None,
            deadline=None,
            max_examples=examples,
            derandomize=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet,
            print_blob=False,
        )(test)
        try:
            with _no_traces():
                test()
        except (_Failed, _Stopped, HypothesisException, ExceptionGroup):
            # A SUT that does not fail the same way each time confuses Hypothesis; what it did is in ``worst``.
            return

    def _try(self, deviations: Deviations) -> None:
        if self.over:
            raise _Stopped
        try:
            outcome = asyncio.run_coroutine_threadsafe(self.example(deviations), self._loop).result()
        except (CancelledError, RuntimeError) as error:
            raise _Stopped from error
        if outcome is None:
            return
        if outcome.verdict is not Verdict.FAIL:
            self.trouble = outcome
            raise _Stopped
        self.worst = deviations, outcome
        raise _Failed(str(outcome))

    async def example(self, deviations: Deviations) -> CaseOutcome | None:
        """Perform one example, on a SUT that lives; None if the SUT stood it."""
        outcome = await self._performed(deviations)
        if outcome is not None and outcome.verdict is Verdict.INCONC and self._stage.stays_away:
            # It was not known before that it does not come back; now it is started again.
            outcome = await self._performed(deviations)
        return outcome

    async def _performed(self, deviations: Deviations) -> CaseOutcome | None:
        absent = await self._stage.ready()
        if absent is not None:
            return CaseOutcome(Verdict.INCONC, absent)
        known = self._stage.stays_away
        outcome = await self._stage.perform(self._property.case(deviations))
        if known or (outcome is not None and outcome.verdict in (Verdict.FAIL, Verdict.INCONC)):
            # A SUT that is gone, or does not come back, is taken down here, and started again for the next example.
            await self._stage.look()
        return outcome


@contextlib.contextmanager
def _no_traces() -> Iterator[None]:
    """Hypothesis keeps notes in the working folder; here they go where nobody finds them."""
    with tempfile.TemporaryDirectory(prefix="oran-harness-") as folder:
        set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            set_hypothesis_home_dir(None)


def failed_once(outcome: CaseOutcome) -> CaseOutcome:
    """What a failure comes to that did not happen when the same was tried again."""
    reason = f"failed once, and not when it was tried again: {outcome.actual or outcome.reason}"
    return CaseOutcome(Verdict.INCONC, reason, outcome.requirement, outcome.expected, outcome.actual)


def replace_reason(outcome: CaseOutcome, reason: str) -> CaseOutcome:
    """The outcome with a reason in front of its own."""
    return replace(outcome, reason=f"{reason}: {outcome.reason}" if outcome.reason else reason)
