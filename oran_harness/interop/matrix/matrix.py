"""Every pair in a process of its own, several at once, and the matrix of what they came to."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from pathlib import Path

from oran_harness.captures import alone_in, whole_file
from oran_harness.interop.matrix.cell import FILE as CELL
from oran_harness.interop.matrix.cell import Cell, document, known_cell
from oran_harness.interop.matrix.matchmaking import Match
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.pairs.scenes import SCENES
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import HARNESS

FILE = "interop.json"

Told = Callable[[Match, str, str], None]
"""Is told of each scene of a pair: its id and its verdict."""
Done = Callable[[Match, Cell], None]
"""Is told of each cell as it is ready."""
Perform = Callable[[Order, Callable[[str, str], None]], Awaitable[str]]
"""Brings one pair together, and tells of its scenes; what to say where the pair's folder has no cell afterwards."""


class Matrix:
    """The pairs of a matrix. ``cells`` are those that are ready, in no particular order.

    So many ``jobs`` are under way at the same time; of those with a product that is at one address only, one. With
    ``resume`` a pair that was through before, with the same profiles and options, is taken as it was. ``nobody`` says
    why no person can be asked, and is empty where one can.
    """

    def __init__(
        self,
        matches: Sequence[Match],
        folder: Path,
        steering: Steering,
        *,
        jobs: int = 2,
        resume: bool = False,
        nobody: str = "",
    ) -> None:
        self.cells: list[Cell] = []
        self._matches = matches
        self._folder = folder
        self._steering = steering
        self._gate = asyncio.Semaphore(jobs)
        self._free: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._resume = resume
        self._nobody = nobody

    def document(self) -> dict[str, object]:
        """The matrix so far, as ``interop.json`` has it."""
        return document(self.cells)

    async def play(self, perform: Perform, told: Told, done: Done) -> None:
        """Bring all pairs together. Cancelled, it stops them all: what is ready stays, the rest is ``skip``.

        Raises ``UsageError`` if ``interop.json`` cannot be written, or another matrix is being written there.
        """
        with alone_in(self._folder):
            await self._play(perform, told, done)

    async def _play(self, perform: Perform, told: Told, done: Done) -> None:
        self._write()
        if not self._resume:
            for match in self._matches:
                self._forget(match)
        tasks = [asyncio.create_task(self._ready(match, perform, told, done)) for match in self._matches]
        try:
            # Not gather, which when it is cancelled comes back only after all of them: a second Ctrl-C may come first.
            ended = (await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))[0] if tasks else ()
            for task in ended:
                task.result()
        except asyncio.CancelledError:
            self._break_off()
            raise
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _ready(self, match: Match, perform: Perform, told: Told, done: Done) -> None:
        async with AsyncExitStack() as stack:
            # All take them in the same order, so that no two wait for each other.
            for one in match.alone:
                await stack.enter_async_context(self._free[one])
            await stack.enter_async_context(self._gate)
            cell = await self._cell(match, perform, told)
        self.cells.append(cell)
        self._write()
        done(match, cell)

    async def _cell(self, match: Match, perform: Perform, told: Told) -> Cell:
        blank = Cell(match.node.vendor, match.ric.vendor)
        mismatch = match.mismatch
        if mismatch:
            return replace(blank, reason=mismatch)
        try:
            return await self._met(match, blank, told, perform)
        except OSError as error:
            where = f"{error.filename}: " if error.filename is not None else ""
            return _broken(blank, f"the two cannot be brought together: {where}{error.strerror or error}")

    async def _met(self, match: Match, blank: Cell, told: Told, perform: Perform) -> Cell:
        folder = self._folder / match.name
        order = Order.of(match, folder, self._steering)
        name = order.print
        known = known_cell(folder, name) if self._resume else None
        if known is not None:
            return known
        with suppress(FileNotFoundError):
            (folder / CELL).unlink()  # of another order
        if self._nobody and match.by_hand:
            # As of any product that cannot be started: nothing is known of the two.
            return replace(blank, summary={**blank.summary, "inconc": 1}, reason=f"{match.by_hand}, and {self._nobody}")
        problem = await perform(order, lambda scene, verdict: told(match, scene, verdict))
        return known_cell(folder, name) or _broken(blank, problem)

    def _forget(self, match: Match) -> None:
        """Take away what a matrix before this one has left of a pair: this one may be broken off and taken up again."""
        with suppress(OSError):  # where it stays, so does the pair's trouble with its folder, and is told in its cell
            (self._folder / match.name / CELL).unlink()

    def _break_off(self) -> None:
        """Have a cell for each pair that is not through."""
        through = {(cell.a, cell.b) for cell in self.cells}
        for match in self._matches:
            if (match.node.vendor, match.ric.vendor) not in through:
                self.cells.append(self._left_out(match))
        self._write()

    def _left_out(self, match: Match) -> Cell:
        """The cell of a pair whose turn does not come any more."""
        names = match.node.vendor, match.ric.vendor
        mismatch = match.mismatch
        if mismatch:
            return Cell(*names, reason=mismatch)
        interrupted = Cell.interrupted(*names, sum(map(self._steering.takes, SCENES)))
        if not self._resume:
            return interrupted
        with suppress(OSError):
            folder = self._folder / match.name
            return known_cell(folder, Order.of(match, folder, self._steering).print) or interrupted
        return interrupted

    def _write(self) -> None:
        with whole_file(self._folder / FILE) as file:
            file.write((json.dumps(self.document(), indent=1) + "\n").encode())


def _broken(blank: Cell, problem: str) -> Cell:
    """The cell of a pair whose process did not come to its end: its own trouble, and nobody else's."""
    return replace(blank, summary={**blank.summary, "error": 1}, blame=HARNESS, reason=problem)
