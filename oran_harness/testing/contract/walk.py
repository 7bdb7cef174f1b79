"""Holds an adapter against the contract, check by check; after a broken one goes on with a fresh adapter."""

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from oran_harness.adapters import AdapterError
from oran_harness.model import HarnessError, InputError, UsageError
from oran_harness.testing.contract.bench import MEETING_S, Bench
from oran_harness.testing.contract.checks import CHECKS, ContractCheck
from oran_harness.testing.contract.processes import Processes
from oran_harness.testing.contract.result import BreachError, ContractResult, UnfitError
from oran_harness.testing.contract.subject import Subject

LEAVING_S = 5.0
"""Seconds in which processes of an adapter end that was stopped."""


class ContractWalk:
    """Goes with one subject from check to check, between ``with`` and its end."""

    def __init__(self, subject: Subject, meeting: float = MEETING_S) -> None:
        self._subject = subject
        self._meeting = meeting
        self._runner = asyncio.Runner()
        self._processes = Processes()
        self._stack: AsyncExitStack | None = None
        self._bench: Bench | None = None

    def __enter__(self) -> Self:
        self._processes.begin()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._runner.run(self._end())
        finally:
            self._runner.close()
            self._processes.end()

    def perform(self, check: ContractCheck) -> ContractResult:
        """Make one check.

        Raises ``UsageError`` for what is wrong with the way in which the subject is reached, not with its adapter.
        """
        return self._runner.run(self._perform(check))

    async def _perform(self, check: ContractCheck) -> ContractResult:
        problem = skipped = None
        try:
            await check.body(await self._ready())
        except UnfitError as error:
            skipped = str(error)
        except (BreachError, AdapterError, InputError) as error:
            problem = str(error)
        except HarnessError as error:
            if isinstance(error, UsageError) and self._bench is None:
                raise
            problem = str(error)
        if problem is not None or check is CHECKS[-1]:
            problem = "; ".join(filter(None, (problem, await self._end()))) or None
        return ContractResult(check.id, check.title, problem, skipped)

    async def _ready(self) -> Bench:
        if self._bench is None:
            self._stack = AsyncExitStack()
            target = await self._stack.enter_async_context(self._subject.target())
            self._bench = Bench(target, self._processes, self._meeting)
        return self._bench

    async def _end(self) -> str | None:
        """Let go of the adapter; None, or what it does not do then."""
        bench, self._bench = self._bench, None
        stack, self._stack = self._stack, None
        if bench is None or stack is None:
            return None
        try:
            problem = await bench.end()
        finally:
            await stack.aclose()
        left = await asyncio.to_thread(self._processes.left, LEAVING_S)
        return problem or (f"these processes were left running: {', '.join(left)}" if left else None)


def contract_results(subject: Subject, *, meeting: float = MEETING_S) -> tuple[ContractResult, ...]:
    """All checks of the contract, one result each; to be called where no event loop runs.

    ``meeting`` is in how many seconds a product that was started has to be met. Raises ``UsageError`` for what is wrong
    with the way in which the subject is reached, as a transport that this machine does not have.
    """
    with ContractWalk(subject, meeting) as walk:
        return tuple(walk.perform(check) for check in CHECKS)
