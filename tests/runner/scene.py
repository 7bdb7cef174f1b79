"""Runs in one process: a SUT that is hosted here, a plan, and all that listeners are told."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from oran_harness.adapters import AdapterError, Addresses, BoundedAdapter, Health
from oran_harness.model import CaseDescription, CaseResult, Level, Role
from oran_harness.model.run_event import Listener, RunEvent
from oran_harness.peers.actor import Actor
from oran_harness.runner import Announcer, Options, Outcome, SingleCase, Source, Stop, Target, plan, run_suite
from oran_harness.runner.journal import Journal
from oran_harness.runner.wire import Wire
from oran_harness.steps import Claims
from oran_harness.steps.case import Body, Case
from oran_harness.testing import PeerAdapter, memory_uri, sample_peer


def ric() -> Actor:
    """The reference near-RT RIC."""
    return sample_peer(Role.NEAR_RT_RIC)


def node() -> Actor:
    """The reference E2 node."""
    return sample_peer(Role.E2_NODE)


class HostedAdapter(PeerAdapter):
    """Starts an actor in this process. ``starts`` counts, ``journal`` is told; it is alive until it died."""

    def __init__(self, make: Callable[[], Actor], *, failing_starts: int = 0) -> None:
        super().__init__(make, "hosted", "1")
        self.starts = 0
        self.dead: str | None = None
        self.journal: Journal | None = None
        self._failing = failing_starts

    async def start(self, addresses: Addresses) -> None:
        """Host a fresh actor."""
        self.starts += 1
        if self.starts <= self._failing:
            raise AdapterError(f"no bench ({self.starts})")
        self.dead = None
        await super().start(addresses)
        if self.journal is not None:
            self.journal(f"hosted for the {self.starts}. time")

    async def die(self, how: str) -> None:
        """End as a process does that crashes."""
        await super().die(how)
        self.dead = how

    async def health(self) -> Health:
        """Whether it is started is for the runner to know."""
        return Health(self.dead is None, self.dead or "hosted")


def case(
    body: Body,
    id: str = "TEST-CASE-001",
    *,
    role: Role = Role.NEAR_RT_RIC,
    level: Level = Level.MUST,
    needs: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    suite: str = "tests",
) -> SingleCase:
    """A case with this body, which opens its association itself."""
    description = CaseDescription(id, f"Title of {id}", "no clause 1.2.3", level, role, "e2", suite, tags, needs)
    return SingleCase(Case(description, body, __name__))


def target(
    adapter: Any, role: Role = Role.NEAR_RT_RIC, *, startable: bool = True, settling: float | None = None
) -> Target:
    """A target in this process, at a place of its own."""
    wire = Wire(memory_uri(), sut_connects=role is Role.E2_NODE)
    journal = Journal()
    if isinstance(adapter, HostedAdapter):
        adapter.journal = journal
    return Target(role, "hosted", None, wire, Claims(), BoundedAdapter(adapter), journal, startable, settling)


class Told:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[RunEvent] = []

    def __call__(self, event: RunEvent) -> None:
        self.events.append(event)

    def of(self, kind: type[Any]) -> list[Any]:
        """Of one kind."""
        return [event for event in self.events if isinstance(event, kind)]


def perform(
    sources: Iterable[Source],
    aim: Target,
    *,
    repeat: int = 1,
    options: Options | None = None,
    listeners: Sequence[Listener] = (),
    essential: Sequence[Listener] = (),
    stop: Callable[[Stop], None] | None = None,
) -> tuple[Outcome, Told]:
    """A whole run; what it came to, and what listeners were told. ``stop`` may ask it to stop."""
    told = Told()

    async def whole() -> Outcome:
        asked = Stop()
        if stop is not None:
            stop(asked)
        announcer = Announcer((told, *listeners), lambda listener, error: None, essential=essential)
        return await run_suite(aim, plan(sources, 7, repeat), options or Options(timeout=0.5), announcer, asked)

    return asyncio.run(whole()), told


def verdicts(outcome: Outcome) -> dict[str, str]:
    """The verdict of each line."""
    return {result.id: result.verdict.value for result in outcome.results}


def line(outcome: Outcome, id: str = "TEST-CASE-001") -> CaseResult:
    """The line of that id."""
    return next(result for result in outcome.results if result.id == id)
