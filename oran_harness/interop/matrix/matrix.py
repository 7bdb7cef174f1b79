"""Every pair in a process of its own, several at once, and the matrix of what they came to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from oran_harness.captures import whole_file
from oran_harness.interop.matrix.cell import FILE as CELL
from oran_harness.interop.matrix.cell import Cell, document, known_cell
from oran_harness.interop.matrix.matchmaking import Match
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import HARNESS

FILE = "interop.json"
_PARTING_S = 20.0
"""Seconds that a pair's process has to stop its products when the matrix is broken off."""
_MOST_SHOWN = 400
_PIECE = 65536
_USAGE = 2
"""The exit status of a pair's process that could not bring the two together; it has said why."""

Told = Callable[[Match, str, str], None]
"""Is told of each scene of a pair: its id and its verdict."""
Done = Callable[[Match, Cell], None]
"""Is told of each cell as it is ready."""


class Matrix:
    """The pairs of a matrix. ``cells`` are those that are ready, in no particular order.

    ``command`` is the program that brings one pair together: it reads an ``Order`` as a line of its standard input,
    and ends when that does. With ``resume`` a pair that was through before, with the same profiles and options, is
    taken as it was.
    """

    def __init__(
        self,
        matches: Sequence[Match],
        folder: Path,
        steering: Steering,
        command: Sequence[str],
        *,
        jobs: int = 2,
        resume: bool = False,
    ) -> None:
        self.cells: list[Cell] = []
        self._matches = matches
        self._folder = folder
        self._steering = steering
        self._command = command
        self._gate = asyncio.Semaphore(jobs)
        self._products: dict[str, asyncio.Lock] = {}
        self._resume = resume

    def document(self) -> dict[str, object]:
        """The matrix so far, as ``interop.json`` has it."""
        return document(self.cells)

    async def play(self, told: Told, done: Done) -> None:
        """Bring all pairs together. Cancelled, it stops them all, and leaves what is ready.

        Raises ``UsageError`` if ``interop.json`` cannot be written.
        """
        self._write()
        tasks = [asyncio.create_task(self._ready(match, told, done)) for match in self._matches]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _ready(self, match: Match, told: Told, done: Done) -> None:
        async with AsyncExitStack() as stack:
            # All take them in the same order, so that no two wait for each other.
            for product in match.alone:
                await stack.enter_async_context(self._products.setdefault(product, asyncio.Lock()))
            await stack.enter_async_context(self._gate)
            cell = await self._cell(match, told)
        self.cells.append(cell)
        self._write()
        done(match, cell)

    async def _cell(self, match: Match, told: Told) -> Cell:
        blank = Cell(match.node.vendor, match.ric.vendor)
        mismatch = match.mismatch
        if mismatch:
            return replace(blank, reason=mismatch)
        folder = self._folder / match.name
        order = Order.of(match, folder, self._steering)
        known = known_cell(folder, order.print) if self._resume else None
        if known is not None:
            return known
        with suppress(OSError):
            (folder / CELL).unlink(missing_ok=True)
        problem = await self._perform(order, lambda scene, verdict: told(match, scene, verdict))
        return known_cell(folder, order.print) or _broken(blank, problem)

    async def _perform(self, order: Order, told: Callable[[str, str], None]) -> str:
        """Run a pair's process to its end; what to say where it left no cell."""
        async with _process(self._command, order) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            said = asyncio.create_task(_end_of(process.stderr))
            async for line in process.stdout:
                with suppress(ValueError, KeyError, TypeError):
                    news = json.loads(line)
                    told(str(news["scene"]), str(news["verdict"]))
            status = await process.wait()
            words = await said
        how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        return words if status == _USAGE and words else f"the process of this pair {how}{': ' if words else ''}{words}"

    def _write(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with whole_file(self._folder / FILE) as file:
            file.write((json.dumps(self.document(), indent=1) + "\n").encode())


def _broken(blank: Cell, problem: str) -> Cell:
    """The cell of a pair whose process did not come to its end: its own trouble, and nobody else's."""
    return replace(blank, summary={**blank.summary, "error": 1}, blame=HARNESS, reason=problem)


async def _end_of(stream: asyncio.StreamReader) -> str:
    """The last that is said on a stream, when it is over."""
    last = b""
    while read := await stream.read(_PIECE):
        last = (last + read)[-_MOST_SHOWN:]
    return last.decode("utf-8", "replace").strip()


@asynccontextmanager
async def _process(command: Sequence[str], order: Order) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process of a pair, which is given the time to stop its products whatever happens."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    try:
        process.stdin.write(order.to_json().encode() + b"\n")
        yield process
    finally:
        process.stdin.close()
        if process.returncode is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(process.wait()), _PARTING_S)
        if process.returncode is None:
            process.kill()
            await process.wait()
