"""One direction of a link under faults: what enters comes out later, each line of it in its order."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_UNDER_WAY = 1024
"""Things that may be under way; then whoever enters more waits."""


@dataclass(frozen=True, slots=True, order=True)
class _Entry(Generic[T]):
    """Something under way: when it comes out, and the how manieth it was."""

    due: float
    number: int
    line: int | None = field(compare=False)
    late: bool = field(compare=False)
    thing: T = field(compare=False)


class Lane(Generic[T]):
    """``out`` gets each thing when its time has come. ``run`` has to run; time is the event loop's.

    What goes in one line (an SCTP stream) keeps its order: nothing overtakes what is late. Lines do overtake each
    other.
    """

    def __init__(self, out: Callable[[T], Awaitable[None]]) -> None:
        self._out = out
        self._under_way: list[_Entry[T]] = []
        self._until: dict[int, float] = {}
        self._entered = 0
        self._changed = asyncio.Event()
        self._leaving = False
        self._left = asyncio.Event()

    def enter(self, thing: T, line: int, way: float, late: float = 0.0) -> None:
        """Let something enter that takes ``way`` seconds, and ``late`` seconds more because it is lost at first."""
        due = max(asyncio.get_running_loop().time() + way + late, self._until.get(line, 0.0))
        self._until[line] = due
        self._add(due, line, late > 0, thing)

    def enter_last(self, thing: T, way: float) -> None:
        """Let something enter that comes behind everything else, in whatever line."""
        self._add(max(asyncio.get_running_loop().time() + way, *self._until.values(), 0.0), None, False, thing)

    def forget_late(self) -> None:
        """Nothing is sent again any more: what is lost, and what waits behind it in its line, does not come."""
        first_lost: dict[int | None, int] = {}
        for entry in sorted(self._under_way, key=lambda entry: entry.number):
            if entry.late:
                first_lost.setdefault(entry.line, entry.number)
        self._under_way = [
            entry for entry in self._under_way if entry.number < first_lost.get(entry.line, entry.number + 1)
        ]
        heapq.heapify(self._under_way)
        self.stir()

    @property
    def empty(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way and not self._leaving

    async def room(self) -> None:
        """Return when there is room for more."""
        while len(self._under_way) >= MOST_UNDER_WAY:
            await self.movement()

    async def movement(self) -> None:
        """Return when something has come out, or at the next ``stir``."""
        self._left.clear()
        await self._left.wait()

    def stir(self) -> None:
        """Let those who wait for a movement look again."""
        self._left.set()

    def _add(self, due: float, line: int | None, late: bool, thing: T) -> None:
        self._entered += 1
        heapq.heappush(self._under_way, _Entry(due, self._entered, line, late, thing))
        self._changed.set()

    async def run(self) -> None:
        """Let things out as their times come, for ever."""
        loop = asyncio.get_running_loop()
        while True:
            wait = self._under_way[0].due - loop.time() if self._under_way else None
            if wait is None or wait > 0:
                self._changed.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._changed.wait()
                continue
            entry = heapq.heappop(self._under_way)
            self._leaving = True
            await self._out(entry.thing)
            self._leaving = False
            self.stir()
