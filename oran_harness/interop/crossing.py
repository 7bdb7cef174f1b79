"""One direction of an association under rules: what one side sends is late, comes in another order, or not at all."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.faults import Fate
from oran_harness.faults.lane import MOST_UNDER_WAY, Lane
from oran_harness.transports import Delivery, Ending, Link

MOST_OCTETS = 8 * 1024 * 1024
"""Octets that may be late or held back; then the side that sends waits. The last message may go beyond."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way, and whether it is not what came, or not as it came."""

    delivery: Delivery
    injected: bool


@dataclass(slots=True)
class _Held:
    """Messages that wait for so many others to pass before them; not for ever."""

    messages: tuple[Outgoing, ...]
    delay: float
    left: int
    timer: asyncio.TimerHandle | None = None


class Crossing:
    """Takes what comes from a link, asks what becomes of it, and lets it out in time.

    ``decide`` is asked once for each message; None means that nothing passes any more. ``out`` gets messages as their
    times come, in their order but for those that are held back. Nothing is read while too much is inside.
    """

    def __init__(
        self,
        link: Link,
        decide: Callable[[Delivery], Fate | None],
        out: Callable[[Outgoing], Awaitable[None]],
    ) -> None:
        self._link = link
        self._decide = decide
        self._out = out
        self._lane: Lane[Outgoing | Ending] = Lane(self._let_out)
        self._held: list[_Held] = []
        self._inside = self._octets = 0
        self._over: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()

    async def run(self) -> Ending | None:
        """Pass messages until the link's end has come out behind them; None if nothing passes any more."""
        reading = asyncio.create_task(self._read())
        running = asyncio.create_task(self._lane.run())
        try:
            await asyncio.wait({reading, running}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done() and not reading.result():
                return None
            ends: set[asyncio.Future[Any]] = {running, self._over}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()  # what passing on raised
            return self._over.result()
        finally:
            for held in self._held:
                if held.timer is not None:
                    held.timer.cancel()
            for task in (reading, running):
                task.cancel()
            await asyncio.gather(reading, running, return_exceptions=True)

    async def _read(self) -> bool:
        """Let what comes enter; whether its end has."""
        while True:
            while self._inside >= MOST_UNDER_WAY or self._octets >= MOST_OCTETS:
                await self._lane.movement()
            come = await self._link.receive()
            if isinstance(come, Ending):
                for held in tuple(self._held):
                    self._release(held)
                self._lane.enter_last(come, 0.0)
                return True
            fate = self._decide(come)
            if fate is None:
                return False
            self._enter(fate)

    def _enter(self, fate: Fate) -> None:
        messages = tuple(Outgoing(each, ours or fate.touched) for each, ours in fate.passed)
        self._inside += len(messages)
        self._octets += sum(len(each.delivery.octets) for each in messages)
        if fate.behind and messages:
            held = _Held(messages, fate.delay, fate.behind)
            held.timer = asyncio.get_running_loop().call_later(fate.within, self._release, held)
            self._held.append(held)
            return
        for each in messages:
            self._lane.enter(each, 0, fate.delay)
        if messages:
            for held in tuple(self._held):
                held.left -= 1
                if not held.left:
                    self._release(held)

    def _release(self, held: _Held) -> None:
        if held in self._held:
            self._held.remove(held)
            if held.timer is not None:
                held.timer.cancel()
            for each in held.messages:
                self._lane.enter(each, 0, held.delay)

    async def _let_out(self, thing: Outgoing | Ending) -> None:
        if isinstance(thing, Ending):
            self._over.set_result(thing)
        else:
            self._inside -= 1
            self._octets -= len(thing.delivery.octets)
            await self._out(thing)
