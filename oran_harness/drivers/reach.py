"""How the SUT is reached: we connect to it, or it connects to us."""

import asyncio
import socket
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from ipaddress import ip_address
from itertools import count
from typing import Protocol

from oran_harness.model import UsageError
from oran_harness.transports import (
    Link,
    Listener,
    Side,
    TransportError,
    check_credentials,
    connect,
    listen,
    parse_address,
)
from oran_harness.transports.address import uri_of
from oran_harness.transports.secured_listener import SecuredListener
from oran_harness.transports.socket_ends import Ends
from oran_harness.transports.socket_link import reset_socket

FRESH_FOR = 3.0
"""Seconds for which an association that nobody took is still good: then the SUT may have given it up."""
MOST_QUEUED = 8
"""Associations that wait between two cases; older ones are cut off."""
_PARTING = 1.0
_PAUSE = 0.1
_DIALLED_WITHIN = 5.0
_numbers = count(2)


class Reach(Protocol):
    """Where associations with the SUT come from. ``sut_connects`` tells who opens them."""

    sut_connects: bool

    @property
    def uri(self) -> str:
        """Where that is."""
        ...

    async def begin(self) -> None:
        """Forget associations that came up for somebody else: the next is to be fresh."""
        ...

    def renew(self) -> None:
        """The SUT has just been started: what came up meanwhile is as good as new."""
        ...

    async def open(self, timeout: float | None = None) -> Link:
        """A fresh association; raises ``TransportError`` where none can be had in so many seconds."""
        ...

    def door(self) -> AbstractAsyncContextManager["Door"]:
        """The SUT's connections before they are secured, as long as the block lasts."""
        ...

    async def beside(self) -> "Listening":
        """One more address for the SUT, open; whoever asks closes it. Raises ``UsageError`` and ``TransportError``."""
        ...


@dataclass(frozen=True, slots=True)
class Door:
    """Where the SUT is met below SSH and TLS.

    ``uri`` has the options of our side, ``take`` gives the next connection.
    """

    uri: str
    take: Callable[[], Awaitable[socket.socket]]


class Dialling:
    """We connect to an address at which the SUT listens, as that ``side`` of NETCONF's transports."""

    sut_connects = False

    def __init__(self, uri: str, side: Side | None = None) -> None:
        self.uri = uri
        self._side = side
        self._checked = False

    async def begin(self) -> None:
        """Nothing waits here; raises ``UsageError`` if we cannot show who we are, which is no verdict on the SUT."""
        if not self._checked:
            check_credentials(self.uri, self._side)
            self._checked = True

    def renew(self) -> None:
        """Nothing waits here."""

    async def open(self, timeout: float | None = None) -> Link:
        """Connect."""
        return await connect(self.uri, timeout=5.0 if timeout is None else timeout, side=self._side)

    @asynccontextmanager
    async def door(self) -> AsyncIterator[Door]:
        """Connections that nothing is set up on; each is opened when it is taken."""
        address = parse_address(self.uri)
        yield Door(self.uri, lambda: Ends().connect(address, _DIALLED_WITHIN))

    async def beside(self) -> "Listening":
        """There is none: the SUT opens no associations."""
        raise UsageError(f"The SUT listens at {self.uri} and connects to nobody; reach one that connects by --listen.")


class Listening:
    """An address to which the SUT connects; it stays open from case to case.

    Associations that come up while nobody asks are kept for the next who does, if that is soon enough. ``side`` is
    which side of NETCONF's transports we are, None elsewhere.
    """

    sut_connects = True

    def __init__(self, uri: str, side: Side | None = None) -> None:
        self._asked = uri
        self._side = None if side is None else replace(side, on_refusal=self._turned_away)
        self.turned_away: Callable[[str], None] | None = None
        """Is told why somebody who came was not let in."""
        self._listener: Listener | None = None
        self._queue: deque[tuple[Link, float]] = deque()
        self._came = asyncio.Event()
        self._visited = False
        self._trouble: TransportError | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def uri(self) -> str:
        """The address, with the port that was really taken once it is open."""
        return self._asked if self._listener is None else self._listener.uri

    async def start(self) -> str:
        """Open the address; its URI. Raises ``UsageError`` and ``TransportError`` as ``transports.listen`` does."""
        if self._listener is None:
            self._listener = await listen(self._asked, side=self._side)
            self._task = asyncio.create_task(self._accept(self._listener))
        return self.uri

    async def begin(self) -> None:
        """Cut off what has waited too long, and all but the newest: the SUT comes again."""
        if self._listener is None:
            raise UsageError(f"{self._asked} is not open yet; start it first.")
        now = asyncio.get_running_loop().time()
        stale = [link for link, since in list(self._queue)[:-1]]
        if self._queue and now - self._queue[-1][1] > FRESH_FOR:
            stale.append(self._queue[-1][0])
        for _ in stale:
            self._queue.popleft()
        await asyncio.gather(*(part(link) for link in stale))

    def renew(self) -> None:
        """Count from now how long associations wait: a SUT that is being started connects before it is ready."""
        now = asyncio.get_running_loop().time()
        self._queue = deque((link, now) for link, _ in self._queue)

    async def open(self, timeout: float | None = None) -> Link:
        """The next association; without a ``timeout`` it is waited for as long as it takes."""
        async with asyncio.timeout(timeout):
            while not self._queue:
                if self._trouble is not None:
                    raise self._trouble
                self._came.clear()
                await self._came.wait()
        return self._queue.popleft()[0]

    @asynccontextmanager
    async def door(self) -> AsyncIterator[Door]:
        """Connections to this address before anything is set up on them; no association comes up meanwhile."""
        if not isinstance(self._listener, SecuredListener):
            raise UsageError(f"{self._asked} is not secured by SSH or TLS; nothing can be tried below it.")
        came: asyncio.Queue[socket.socket] = asyncio.Queue()
        listener, self._visited = self._listener, True
        listener.instead = came.put_nowait
        try:
            while self._queue:
                await self._queue.popleft()[0].abort()
            yield Door(self._asked, came.get)
        finally:
            listener.instead, self._visited = None, False
            while not came.empty():
                reset_socket(came.get_nowait())

    async def beside(self) -> "Listening":
        """The same address at another port, any free one; with the options that were given for the first."""
        address = parse_address(self._asked)
        host = f"{address.host}-{next(_numbers)}" if address.scheme == "memory" else address.host
        other = uri_of(address.scheme, host, 0)
        query = self._asked.partition("?")[2]
        further = Listening(f"{other}?{query}" if query else other, self._side)
        await further.start()
        return further

    async def close(self) -> None:
        """Close the address and cut off what waits."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        if self._listener is not None:
            await self._listener.close()
        while self._queue:
            await self._queue.popleft()[0].abort()

    async def __aenter__(self) -> "Listening":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def _turned_away(self, sentence: str) -> None:
        if self.turned_away is not None:
            self.turned_away(sentence)

    async def _accept(self, listener: Listener) -> None:
        while True:
            try:
                link = await listener.accept()
            except TransportError as error:
                self._trouble = error
                self._came.set()
                await asyncio.sleep(_PAUSE)
                continue
            self._trouble = None
            if self._visited:
                # It was being secured when somebody else was to have it.
                await link.abort()
                continue
            self._queue.append((link, asyncio.get_running_loop().time()))
            self._came.set()
            if len(self._queue) > MOST_QUEUED:
                await self._queue.popleft()[0].abort()


def address_for(uri: str, links: Sequence[Link]) -> str:
    """The URI that is told to a SUT, for an address of ours that is open at ``uri``.

    Where that is open at all addresses of this machine, it names the one at which the SUT has found us on ``links``.
    Raises ``UsageError`` if that is not known.
    """
    address = parse_address(uri)
    if not _is_any(address.host):
        return str(address)
    found = (parse_address(link.local).host for link in reversed(links))
    host = next((each for each in found if not _is_any(each)), None) or _towards(links)
    if host is None:
        raise UsageError(f"It is not known by which address the SUT reaches {address}; listen at that address alone.")
    return uri_of(address.scheme, host, address.port)


def _is_any(host: str) -> bool:
    """Whether a host stands for all addresses of a machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def _towards(links: Sequence[Link]) -> str | None:
    """The address of this machine from which packets to the SUT go out; None where nobody can tell."""
    for link in reversed(links):
        far = parse_address(link.remote)
        with suppress(OSError), socket.socket(_family(far.host), socket.SOCK_DGRAM) as probe:
            probe.connect((far.host, far.port or 9))
            host: str = probe.getsockname()[0]
            return host
    return None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


async def part(link: Link) -> None:
    """End an association that nobody wants: in order, if that goes quickly."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_PARTING):
            await link.shutdown()
    await link.abort()
