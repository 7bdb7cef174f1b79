"""An adapter on the bench: made, started and met by the checks, one after the other, until one of them is broken."""

import asyncio
from contextlib import suppress

from oran_harness.adapters import AdapterError, Addresses, BoundedAdapter
from oran_harness.model import HarnessError
from oran_harness.runner import Options, Target, edition_for
from oran_harness.testing.contract.processes import Processes, is_keeper, kill
from oran_harness.testing.contract.result import BreachError, UnfitError
from oran_harness.transports import Link, Listener, TransportError, connect, listen

MEETING_S = 10.0
"""Seconds in which a product that was started can be met."""
_QUIET_S, _LOOKING_S = 0.5, 0.05


class Bench:
    """One adapter and its product. ``started`` tells whether the product is up, by what was done here."""

    def __init__(self, target: Target, processes: Processes, meeting: float = MEETING_S) -> None:
        self.target = target
        self.processes = processes
        self.started = False
        self._meeting = meeting
        self._listener: Listener | None = None
        self._link: Link | None = None
        self._helpers: set[int] = set()

    @property
    def adapter(self) -> BoundedAdapter:
        """The seven calls, each within its time."""
        return self.target.adapter

    @property
    def addresses(self) -> Addresses:
        """Where both ends are."""
        edition = edition_for(self.target.claims, None, (), Options().edition)
        if self._listener is not None:
            return Addresses(peer=self._listener.uri, e2ap=edition)
        return Addresses(own=self.target.wire.uri, e2ap=edition)

    async def start(self) -> None:
        """Start the product, if the harness is to."""
        if not self.target.startable:
            raise UnfitError("its product is started by somebody else")
        if self.target.wire.sut_connects and self._listener is None:
            self._listener = await listen(self.target.wire.uri)
        await self.adapter.describe()
        if not self.started:
            self._helpers = self.processes.running()  # an adapter may live in a process of its own
        await self.adapter.start(self.addresses)
        self.started = True

    async def up(self) -> None:
        """Have the product up, started now if it is not."""
        if not self.started:
            await self.start()

    async def meet(self, after: str) -> None:
        """An association with the product, or a breach: ``after`` says what should have brought it up."""
        health = await self.adapter.health()
        if not health.alive:
            raise BreachError(f"after {after} its health is not alive ({health.detail})")
        await self._part()
        until = asyncio.get_running_loop().time() + self._meeting
        while True:
            try:
                left = max(until - asyncio.get_running_loop().time(), 0.01)
                if self._listener is not None:
                    self._link = await asyncio.wait_for(self._listener.accept(), left)
                else:
                    self._link = await connect(self.target.wire.uri, timeout=left)
                return
            except (TransportError, TimeoutError) as error:
                if asyncio.get_running_loop().time() >= until:
                    did = "connected" if self._listener is not None else f"can be reached ({error})"
                    raise BreachError(f"after {after} its product never {did} within {self._meeting:g} s") from None
                await asyncio.sleep(_LOOKING_S)

    async def stop(self) -> None:
        """Stop the product; its end of the link is ours to clear away."""
        self.started = False
        await self.adapter.stop()

    async def absent(self) -> bool:
        """Whether the product can be met no more; what it opened before does not count."""
        await self._part()
        if self._listener is None:
            with suppress(TransportError):
                self._link = await connect(self.target.wire.uri, timeout=_QUIET_S)
            return self._link is None
        loop = asyncio.get_running_loop()
        until, came = loop.time() + 2 * _QUIET_S, 0.0
        while loop.time() < until:
            with suppress(TimeoutError):
                link = await asyncio.wait_for(self._listener.accept(), until - loop.time())
                came = loop.time()
                await link.abort()
        return came < until - _QUIET_S

    def kill(self) -> set[int]:
        """Kill the processes of the product; an ``UnfitError`` if none is on this machine."""
        found = self.product()
        if not found:
            raise UnfitError("no process of its product is on this machine to be killed")
        kill(found)
        return found

    def product(self) -> set[int]:
        """The processes that came with the start of the product."""
        return {each for each in self.processes.running() - self._helpers if not is_keeper(each)}

    async def end(self) -> str | None:
        """Stop and release all; None, or what went wrong."""
        problem = None
        try:
            if self.started:
                await self.stop()
        except (AdapterError, HarnessError) as error:
            problem = f"its stop does not work: {error}"
        await self.adapter.release()
        await self._part()
        if self._listener is not None:
            await self._listener.close()
        return problem

    async def _part(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            await link.abort()
