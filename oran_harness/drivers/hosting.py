"""Hosts actors on the wire: peers that we play, each with its associations and timers, in one event loop."""

import asyncio
import errno
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from oran_harness.drivers.arrivals import arrivals
from oran_harness.drivers.hosted_actor import HostedActor, Surroundings
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Answer
from oran_harness.transports import Listener, Side, TransportError, parse_address, userland_sctp_missing
from oran_harness.transports import listen as open_address
from oran_harness.transports.failure import failure
from oran_harness.transports.sctp import kernel_sctp_available

_OPENING_AT_ONCE = 32
_FAREWELL = 1.0
"""Seconds that associations have to end in order when the hosting ends."""

Beside = Callable[["Hosting"], Awaitable[bool]]
"""Runs beside the actors, as ``control_lines`` does; hosting ends when it gives True."""
Store = Callable[[str, bytes], None]
"""Keeps octets under a name, durably."""


class Hosting:
    """Actors that are being hosted. ``uri`` is the address that is open, with the port really taken, if one is.

    Made by ``hosted``. What a far end does never ends it; an actor that raises does.
    """

    def __init__(
        self,
        actors: Sequence[Actor],
        far_end: str | None,
        on_trouble: Callable[[str], None] | None,
        faults: LinkFaults = NO_FAULTS,
        side: Side | None = None,
        store: Store | None = None,
    ) -> None:
        self.uri: str | None = None
        self._far_end = far_end
        self._side = side
        self._tasks: set[asyncio.Task[None]] = set()
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._listener: Listener | None = None
        self._on_trouble = on_trouble
        self._told: set[str] = set()
        self._closing = False
        self._on_empty = asyncio.Event()
        gate = asyncio.Semaphore(_OPENING_AT_ONCE)
        around = Surroundings(self._spawn, self._trouble, self._broke, far_end, gate, faults, side, store)
        self.actors = tuple(HostedActor(each, around) for each in actors)

    async def stimulate(self, name: str, arguments: Mapping[str, Any]) -> Answer:
        """Have an actor do something; gives its answer.

        Of several E2 nodes the argument ``node`` picks one by its place, from 1 on; the first without it.
        """
        given = dict(arguments)
        place = 1
        if self.actors[0].actor.role is Role.E2_NODE or len(self.actors) > 1:
            place = given.pop("node", 1)
        if isinstance(place, bool) or not isinstance(place, int) or not 1 <= place <= len(self.actors):
            reason = f"there is no node {str(place)[:40]!r} here; there are 1 to {len(self.actors)}"
            return Answer(0, "failed", {"reason": reason})
        return await self.actors[place - 1].stimulate(name, given)

    async def until_broken(self) -> None:
        """Wait for ever, or raise what an actor raised: a mistake of the harness."""
        await asyncio.shield(self._broken)

    async def open(self, uri: str | None) -> None:
        """Open the address, if there is one; raises ``TransportError`` or ``UsageError`` if that cannot be.

        So it does if the far end's address can never be used: is no address, or asks for an SCTP that is not there.
        """
        if self._far_end is not None:
            far = parse_address(self._far_end)
            if far.scheme == "sctp" and not kernel_sctp_available():
                raise failure(self._far_end, OSError(errno.EPROTONOSUPPORT, "no SCTP"))
            if far.scheme == "sctp+udp" and (lack := userland_sctp_missing()) is not None:
                raise TransportError(lack)
        if uri is not None:
            self._listener = await open_address(uri, side=self._side)
            self.uri = self._listener.uri

    def begin(self) -> None:
        """Let the actors begin, and take associations."""
        for actor in self.actors:
            actor.begin()
        if self._listener is not None:
            self._spawn(self._accept(self._listener))

    async def close(self) -> None:
        """End everything: associations in order if the far ends let that happen, and no task is left."""
        for actor in self.actors:
            actor.stop()
        self._closing = True
        if self._listener is not None:
            await self._listener.close()
        links = [link for actor in self.actors for link in actor.links.values()]
        for link in links:
            link.end("shutdown")
        if links:
            self._on_empty.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._on_empty.wait(), _FAREWELL)
        # What is being cancelled may begin something on its way out.
        while self._tasks:
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await asyncio.sleep(0)
        for actor in self.actors:
            for left in tuple(actor.links.values()):
                await left.link.abort()
        if not self._broken.cancel() and not self._broken.cancelled():
            # Looked at here, so that asyncio does not report it beside whatever else ends the hosting.
            self._broken.exception()

    def check(self) -> None:
        """Raise what an actor has raised, if one has."""
        if self._broken.done() and not self._broken.cancelled():
            self._broken.result()

    async def _accept(self, listener: Listener) -> None:
        """Give each association that comes in to the actor that has the fewest."""
        async for link in arrivals(listener, self._trouble, lambda: self._closing):
            actor = min(self.actors, key=lambda each: len(each.links))
            actor.accept(link)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> object:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._broke(error)
        if not any(actor.links for actor in self.actors):
            self._on_empty.set()

    def _broke(self, error: BaseException) -> None:
        if not self._broken.done():
            self._broken.set_exception(error)

    def _trouble(self, sentence: str) -> None:
        """Tell people about something once, however often it happens."""
        if self._on_trouble is not None and sentence not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(sentence)
            self._on_trouble(sentence)


_MOST_TOLD = 1000


@asynccontextmanager
async def hosted(
    actors: Sequence[Actor],
    *,
    listen: str | None = None,
    connect: str | None = None,
    on_trouble: Callable[[str], None] | None = None,
    faults: LinkFaults = NO_FAULTS,
    side: Side | None = None,
    store: Store | None = None,
) -> AsyncIterator[Hosting]:
    """Host actors while the body runs, then end all their associations. ``faults`` are those of every association.
    ``side`` is which side of SSH or TLS the actors are, ``store`` keeps what they want to outlive the process.

    Raises ``TransportError`` or ``UsageError`` if the address cannot be opened.
    """
    hosting = Hosting(actors, connect, on_trouble, faults, side, store)
    try:
        await hosting.open(listen)
        hosting.begin()
        yield hosting
    finally:
        await hosting.close()
    hosting.check()


async def host(
    actors: Sequence[Actor],
    *,
    listen: str | None = None,
    connect: str | None = None,
    on_ready: Callable[[str], None] | None = None,
    on_trouble: Callable[[str], None] | None = None,
    beside: Beside | None = None,
    faults: LinkFaults = NO_FAULTS,
    side: Side | None = None,
    store: Store | None = None,
) -> None:
    """Host actors until the task is cancelled, or ``beside`` gives True.

    ``listen`` is the address to open, ``connect`` what actors connect to that do not say where. ``on_ready`` is told
    the address once it is open, with the real port; where we connect, the far end's, as soon as we begin to: whether
    somebody is there yet does not matter. ``on_trouble`` gets sentences about what does not work, each once.
    ``faults`` is what is done to the messages of all associations, ``side`` which side of SSH or TLS the actors are,
    ``store`` keeps what they want to outlive the process.

    Raises ``TransportError`` or ``UsageError`` if an address cannot be used at all, and whatever an actor raises.
    """
    async with hosted(
        actors, listen=listen, connect=connect, on_trouble=on_trouble, faults=faults, side=side, store=store
    ) as hosting:
        if on_ready is not None:
            on_ready(hosting.uri or connect or "")
        broken = asyncio.ensure_future(hosting.until_broken())
        tasks: set[asyncio.Future[Any]] = {broken}
        if beside is not None:
            tasks.add(asyncio.ensure_future(beside(hosting)))
        try:
            await _first_reason_to_end(broken, tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _first_reason_to_end(broken: "asyncio.Future[None]", tasks: "set[asyncio.Future[Any]]") -> None:
    """Return when the task beside gives True; raise what an actor, or that task, raises."""
    waiting = set(tasks)
    while True:
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if any(task.result() for task in done if task is not broken):
            return
        if broken in done:
            broken.result()
