"""A property is tried with many examples; one that fails is shrunk, kept, and tried first the next time."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import cast

from oran_harness.conformance import load
from oran_harness.conformance.properties import PROPERTIES
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap.deviation import DeviationKind
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ResetRequest
from oran_harness.runner.finds import Finds
from oran_harness.runner.property_source import PropertySource
from oran_harness.runner.stage import Stage
from oran_harness.runner.sut import Fate
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, dies

RESET = "E2AP-PROP-104"


class VirtualStage:
    """Performs on virtual time; ``absent`` is why the SUT cannot be used."""

    stays_away = False

    def __init__(self, make: Callable[[], Actor], absent: str | None = None) -> None:
        self.setting = Setting(role=Role.NEAR_RT_RIC, seed=3)
        self.performed = 0
        self._make = make
        self._absent = absent

    async def ready(self) -> str | None:
        return self._absent

    async def look(self) -> Fate:
        return Fate(True)

    async def perform(self, case: Case) -> CaseOutcome | None:
        self.performed += 1
        return perform_virtual(case, self.setting, self._make).outcome


def clean() -> Actor:
    return NearRtRic(RicConfig())


def wrong(message: Message | None, octets: bytes) -> bool:
    """A Reset without its TransactionID: the process does not stand it."""
    return isinstance(message, ResetRequest) and message.transaction_id is None


def fragile() -> Actor:
    return MisbehavingRic("3.01", dies(wrong))


def perform(stage: VirtualStage, folder: Path, examples: int = 30) -> CaseOutcome | None:
    load()
    source = PropertySource(PROPERTIES[RESET], Finds(folder), examples=examples)
    return asyncio.run(source.perform(cast("Stage", stage)))


class Leaving(VirtualStage):
    """Its SUT is there for one association, and then has to be started again; that shows when it is looked after."""

    def __init__(self) -> None:
        super().__init__(clean)
        self.looks = 0
        self._there = True

    async def ready(self) -> str | None:
        self._there = self._there or self._down
        return None

    _down = False

    async def look(self) -> Fate:
        self.looks += 1
        self.stays_away = self._down = True
        return Fate(False, "it does not come back")

    async def perform(self, case: Case) -> CaseOutcome | None:
        if not self._there:
            return CaseOutcome(Verdict.INCONC, "the SUT did not connect")
        self._there = self._down = False
        return await super().perform(case)


def test_a_sut_that_does_not_come_back_is_started_for_each_example(tmp_path: Path) -> None:
    """Once it is known that it does not: the example that shows it is tried again."""
    stage = Leaving()
    assert perform(stage, tmp_path, 6) is None
    assert stage.performed == 6
    assert stage.looks == 6


def test_a_robust_sut_passes(tmp_path: Path) -> None:
    """All examples are tried; nothing is kept."""
    stage = VirtualStage(clean)
    assert perform(stage, tmp_path, 10) is None
    assert stage.performed == 10
    assert list(tmp_path.iterdir()) == []


def test_a_failing_example_is_shrunk_and_kept(tmp_path: Path) -> None:
    """The least that still fails is one deviation; its folder holds octets, deviations and why."""
    outcome = perform(VirtualStage(fragile), tmp_path)
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL
    (folder,) = (tmp_path / "e2ap").iterdir()
    assert {path.name for path in folder.iterdir()} == {"input.hex", "why.md", "deviations.json"}
    ((deviation,),) = Finds(tmp_path).known(RESET)
    assert deviation.kind is DeviationKind.DROP
    assert "TransactionID is left out" in outcome.reason
    assert folder.name in outcome.reason
    assert "TransactionID is left out" in (folder / "why.md").read_text()


def test_a_find_is_tried_first(tmp_path: Path) -> None:
    """Also with a number of examples that would never draw it."""
    perform(VirtualStage(fragile), tmp_path)
    outcome = perform(VirtualStage(fragile), tmp_path, 1)
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL
    assert len(list((tmp_path / "e2ap").iterdir())) == 1


def test_the_same_seed_finds_the_same(tmp_path: Path) -> None:
    """A run can be repeated."""
    first, second = tmp_path / "first", tmp_path / "second"
    assert perform(VirtualStage(fragile), first) == perform(VirtualStage(fragile), first)
    perform(VirtualStage(fragile), second)
    assert Finds(first).known(RESET) == Finds(second).known(RESET)


def test_what_fails_once_only_is_inconclusive(tmp_path: Path) -> None:
    """A SUT that fails by chance is not accused, and does not confuse the search."""
    seen: list[int] = []

    def dies_once(message: Message | None, octets: bytes) -> bool:
        seen.append(1) if isinstance(message, ResetRequest) else None
        return isinstance(message, ResetRequest) and len(seen) == 3

    outcome = perform(VirtualStage(lambda: MisbehavingRic("3.01", dies(dies_once))), tmp_path)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONC
    assert "not when it was tried again" in outcome.reason


def test_a_sut_that_is_not_there_is_inconclusive(tmp_path: Path) -> None:
    """The reason is what the SUT's adapter says; nothing more is tried."""
    stage = VirtualStage(clean, "it does not start")
    outcome = perform(stage, tmp_path)
    assert outcome is not None
    assert (outcome.verdict, outcome.reason, stage.performed) == (Verdict.INCONC, "it does not start", 0)


def test_a_run_that_is_stopped_draws_nothing_more(tmp_path: Path) -> None:
    """The search is in a thread of its own; it ends with the run."""
    load()

    class Slow(VirtualStage):
        async def perform(self, case: Case) -> CaseOutcome | None:
            await asyncio.sleep(0)
            return await super().perform(case)

    stage = Slow(clean)

    async def stopped() -> int:
        source = PropertySource(PROPERTIES[RESET], Finds(tmp_path), examples=10_000)
        task = asyncio.ensure_future(source.perform(cast("Stage", stage)))
        while stage.performed < 3:
            await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return stage.performed

    performed = asyncio.run(stopped())
    assert performed < 10_000
    assert stage.performed <= performed + 1
