"""Every pair in a process of its own, several at once, and the matrix of what they came to."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from oran_harness.captures import whole_file
from oran_harness.interop.cell_process import CELL
from oran_harness.interop.matchmaking import Match
from oran_harness.interop.order import Options, Order
from oran_harness.interop.record import Cell, document
from oran_harness.model import HARNESS

FILE = "interop.json"
_MODULE = "oran_harness.interop.cell_process"
_PARTING_S = 20.0
"""Seconds that a pair's process has to stop its products when the matrix is broken off."""
_MOST_SHOWN = 400

Told = Callable[[Match, str, str], None]
"""Is told of each scene of a pair: its id and its verdict."""
Done = Callable[[Match, Cell], None]
"""Is told of each cell as it is ready."""


class Matrix:
    """The pairs of a matrix. ``cells`` are those that are ready, in no particular order.

    With ``resume`` a pair that was through before, with the same profiles and options, is taken as it was.
    """

    def __init__(
        self, matches: Sequence[Match], folder: Path, options: Options, *, jobs: int = 2, resume: bool = False
    ) -> None:
        self.cells: list[Cell] = []
        self._matches = matches
        self._folder = folder
        self._options = options
        self._gate = asyncio.Semaphore(jobs)
        self._resume = resume

    def document(self) -> dict[str, object]:
        """The matrix so far, as ``interop.json`` has it."""
        return document(self.cells)

    async def play(self, told: Told, done: Done) -> None:
        """Bring all pairs together. Cancelled, it stops them all, and leaves what is ready.

        Raises ``UsageError`` if ``interop.json`` cannot be written.
        """
        self._write()
        async with asyncio.TaskGroup() as group:
            for match in self._matches:
                group.create_task(self._ready(match, told, done))

    async def _ready(self, match: Match, told: Told, done: Done) -> None:
        async with self._gate:
            cell = await self._cell(match, told)
        self.cells.append(cell)
        self._write()
        done(match, cell)

    async def _cell(self, match: Match, told: Told) -> Cell:
        blank = Cell(match.node.vendor, match.ric.vendor)
        if match.edition is None:
            return replace(blank, reason=match.mismatch)
        folder = self._folder / match.name
        order = Order.of(match, folder, self._options)
        known = self._known(folder, order) if self._resume else None
        if known is not None:
            return known
        with suppress(OSError):
            (folder / CELL).unlink(missing_ok=True)
        problem = await _perform(order, lambda scene, verdict: told(match, scene, verdict))
        return self._known(folder, order) or _broken(blank, problem)

    def _known(self, folder: Path, order: Order) -> Cell | None:
        """What the pair came to by this order, None if it did not come to that."""
        try:
            value = json.loads((folder / CELL).read_bytes())
            if value["order"] != order.print:
                return None
            return Cell.from_json(value["cell"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with whole_file(self._folder / FILE) as file:
            file.write((json.dumps(self.document(), indent=1) + "\n").encode())


def _broken(blank: Cell, problem: str) -> Cell:
    """The cell of a pair whose process did not come to its end: its own trouble, and nobody else's."""
    return replace(blank, summary={**blank.summary, "error": 1}, blame=HARNESS, reason=problem)


async def _perform(order: Order, told: Callable[[str, str], None]) -> str:
    """Run a pair's process to its end; what to say where it left no cell."""
    async with _process(order) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = asyncio.create_task(process.stderr.read())
        async for line in process.stdout:
            with suppress(ValueError, KeyError, TypeError):
                news = json.loads(line)
                told(str(news["scene"]), str(news["verdict"]))
        status = await process.wait()
        words = (await said).decode("utf-8", "replace").strip()[-_MOST_SHOWN:]
    how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
    return words if status == 2 and words else f"the process of this pair {how}{': ' if words else ''}{words}"


@asynccontextmanager
async def _process(order: Order) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process of a pair, which is given the time to stop its products whatever happens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        _MODULE,
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
