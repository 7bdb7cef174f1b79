"""Our own client of NETCONF, over any link: many requests under way at once, and any octets on request."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

from oran_harness.codec.xml import LARGEST
from oran_harness.drivers.netconf_client.client import WITHIN, NoReply, Operation, SessionLost, Unreadable
from oran_harness.protocols.netconf import (
    BASE_1_0,
    BASE_1_1,
    Breach,
    BreachKind,
    Capabilities,
    Conversation,
    Framing,
    HelloHeard,
    NetconfEvent,
    Notification,
    NotificationHeard,
    ReplyHeard,
    RpcReply,
    Side,
    UnreadableHeard,
    frame,
)
from oran_harness.protocols.netconf.carriers import has_frames
from oran_harness.protocols.netconf.speaking import hello, operation, rpc
from oran_harness.transports import ClientSide, Ending, Link, LinkEnded, connect, parse_address

AHEAD = 64
"""Requests that ``many`` has under way."""
MOST_NOTIFICATIONS = 10_000
"""Notifications that wait to be taken; older ones are dropped."""
_PIECE = 1024 * 1024
_PARTING_S = 2.0
Reply = asyncio.Future[RpcReply]


class OwnClient:
    """One session over a link that is up. ``largest`` is the octets of the largest message that is read."""

    driver = "own"

    def __init__(self, link: Link, *, within: float = WITHIN, largest: int = LARGEST) -> None:
        self.link = link
        self._within = within
        self._conversation = Conversation(largest=largest, framed=has_frames(link.remote))
        self._asked: dict[str, Reply] = {}
        self._number = 0
        self._notifications: deque[Notification] = deque(maxlen=MOST_NOTIFICATIONS)
        self._news = asyncio.Event()
        self._greeted = asyncio.Event()
        self._sending = asyncio.Lock()
        self._why: str | None = None
        self._no_hello = "check that NETCONF is there."
        self._reader: asyncio.Task[None] | None = None

    @classmethod
    async def connect(
        cls, uri: str, *, timeout: float = 10.0, within: float = WITHIN, largest: int = LARGEST
    ) -> "OwnClient":
        """Connect to a URI and exchange hellos, within ``timeout`` seconds.

        Raises ``UsageError`` for what is no address of NETCONF, ``TransportError``, and ``SessionLost``.
        """
        # What has neither SSH nor TLS of NETCONF has no sides.
        side = ClientSide() if parse_address(uri).scheme.startswith("netconf+") else None
        link = await connect(uri, timeout=timeout, side=side)
        return await cls.greeted(link, timeout=timeout, within=within, largest=largest)

    @classmethod
    async def greeted(
        cls, link: Link, *, timeout: float = 10.0, within: float = WITHIN, largest: int = LARGEST
    ) -> "OwnClient":
        """A session over a link, with hellos exchanged; the link is ended where that fails. Raises ``SessionLost``."""
        client = cls(link, within=within, largest=largest)
        try:
            await client._greet(timeout)
        except BaseException:
            await client._part()
            raise
        return client

    @property
    def capabilities(self) -> Capabilities:
        """What the server's hello names."""
        heard = self._conversation.hello(Side.SERVER)
        return Capabilities(()) if heard is None else heard.capabilities

    @property
    def session_id(self) -> int | None:
        """The number that the server gave the session."""
        return self._conversation.session_id

    @property
    def framing(self) -> Framing:
        """The framing of what is said next."""
        return self._conversation.framing

    async def rpc(self, operation: Operation, *, within: float | None = None) -> RpcReply:
        """Ask, and wait for the reply. Raises ``NoReply``, ``Unreadable`` and ``SessionLost``."""
        return await self._answer(*await self._ask(operation), within)

    async def many(self, operations: Iterable[Operation], *, within: float | None = None) -> AsyncIterator[RpcReply]:
        """Ask for one operation after the other, ``AHEAD`` of them under way; the replies in order."""
        waiting: deque[tuple[str, Reply]] = deque()
        try:
            for each in operations:
                if len(waiting) >= AHEAD:
                    yield await self._answer(*waiting.popleft(), within)
                waiting.append(await self._ask(each))
            while waiting:
                yield await self._answer(*waiting.popleft(), within)
        finally:
            for message_id, _ in waiting:
                self._forget(message_id)

    async def notification(self, *, within: float) -> Notification | None:
        """The next notification; None where none comes within so many seconds. Raises ``SessionLost``."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while not self._notifications:
                    self._check()
                    self._news.clear()
                    await self._news.wait()
        return self._notifications.popleft() if self._notifications else None

    async def send_octets(self, octets: bytes) -> None:
        """Send octets as they are, whatever NETCONF says of them. Raises ``SessionLost``."""
        # A link carries messages up to a size, and NETCONF's are larger: nothing may come between their pieces.
        async with self._sending:
            self._check()
            self._conversation.heard(Side.CLIENT, octets, self._now)
            try:
                size = len(octets) if self.framing is Framing.NONE else _PIECE
                for at in range(0, len(octets), size):
                    await self.link.send(octets[at : at + size])
            except LinkEnded as error:
                self._lose(f"The session with {self.link.remote} is over ({error}); open another one.")
                self._check()

    async def close(self) -> None:
        """End the session in order, if it is not over."""
        if self._why is None:
            with suppress(NoReply, Unreadable, SessionLost):
                await self.rpc(operation("close-session"), within=_PARTING_S)
        await self._part()

    async def _ask(self, asked: Operation) -> tuple[str, Reply]:
        """Send a request; its message-id, and where its reply will be."""
        self._check()
        self._number += 1
        message_id = str(self._number)
        reply: Reply = asyncio.get_running_loop().create_future()
        self._asked[message_id] = reply
        try:
            await self.send_octets(frame(rpc(asked, message_id), self._conversation.framing))
        except BaseException:
            self._forget(message_id)
            raise
        return message_id, reply

    async def _answer(self, message_id: str, reply: Reply, within: float | None) -> RpcReply:
        if reply.done():
            return reply.result()
        seconds = self._within if within is None else within
        try:
            async with asyncio.timeout(seconds):
                return await reply
        except TimeoutError:
            raise NoReply(f"{self.link.remote} gave no reply within {seconds:g} s; see whether it hangs.") from None
        finally:
            self._forget(message_id)

    def _forget(self, message_id: str) -> None:
        reply = self._asked.pop(message_id, None)
        if reply is not None and not reply.cancelled() and reply.done():
            reply.exception()  # looked at, so that nobody complains of it: whoever asked has gone
        elif reply is not None:
            reply.cancel()

    async def _greet(self, timeout: float) -> None:
        self._reader = asyncio.create_task(self._read())
        await self.send_octets(frame(hello((BASE_1_0, BASE_1_1)), self._conversation.framing))
        try:
            async with asyncio.timeout(timeout):
                await self._greeted.wait()
        except TimeoutError:
            raise SessionLost(f"{self.link.remote} says no hello within {timeout:g} s; {self._no_hello}") from None
        self._check()
        if self._conversation.version is None:
            raise SessionLost(f"{self.link.remote} and we have no version of NETCONF in common; look at its hello.")

    async def _read(self) -> None:
        """Take in all that comes, until the session is over."""
        while self._why is None:
            got = await self.link.receive()
            if isinstance(got, Ending):
                self._lose(f"The session with {self.link.remote} is over ({got.reason}); open another one.")
                return
            for event in self._conversation.heard(Side.SERVER, got.octets, self._now):
                self._take(event)
            if self._conversation.lost(Side.SERVER):
                self._lose(f"What {self.link.remote} says can be read no further; look at what it sends.")
                await self.link.abort()

    def _take(self, event: NetconfEvent) -> None:
        match event:
            case HelloHeard():
                self._greeted.set()
            case ReplyHeard(reply=reply, request=request):
                message_id = reply.message_id if request is None else request.message_id
                # What cannot be read has no message-id that could be told back (RFC 6241 4.3).
                waiting = self._oldest if message_id is None else self._asked.get(message_id)
                if waiting is not None and not waiting.done():
                    waiting.set_result(reply)
            case NotificationHeard(notification=notification):
                self._notifications.append(notification)
                self._news.set()
            case UnreadableHeard(error=error) if not self._greeted.is_set():
                # A hello may follow all the same.
                self._no_hello = f"what it says is none: {error}" if error else "what it says is none."
            case UnreadableHeard(error=error):
                if (oldest := self._oldest) is not None:
                    what = f": {error}" if error else "; look at what it sends."
                    oldest.set_exception(Unreadable(f"{self.link.remote} answers with what is no reply{what}"))
            case Breach(by=Side.SERVER, kind=kind) if kind.fatal or kind is BreachKind.OVERSIZE:
                self._lose(f"{self.link.remote} cannot be understood any more. {event.sentence}")

    @property
    def _oldest(self) -> Reply | None:
        """Of requests that are under way the first is answered first (RFC 6241 4.5)."""
        return next((each for each in self._asked.values() if not each.done()), None)

    def _lose(self, why: str) -> None:
        if self._why is None:
            self._why = why
        for reply in self._asked.values():
            if not reply.done():
                reply.set_exception(SessionLost(self._why))
        self._greeted.set()
        self._news.set()

    def _check(self) -> None:
        if self._why is not None:
            raise SessionLost(self._why)

    async def _part(self) -> None:
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.gather(self._reader, return_exceptions=True)
        self._lose("The session was closed; open another one.")
        with suppress(TimeoutError):
            async with asyncio.timeout(_PARTING_S):
                await self.link.shutdown()
        await self.link.abort()

    @property
    def _now(self) -> float:
        return asyncio.get_running_loop().time()
