"""A session by way of somebody between the two, who sees, alters or repeats octets."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlencode

from oran_harness.steps.attempts import Tampered, Tampering
from oran_harness.transports import Address, Ending, Link, LinkEnded, TransportError, connect

MOST_KEPT = 32 * 1024
"""Octets of the wire that are kept."""
_PIECE = 64 * 1024
_SETTLED = 0.15
"""Seconds of silence after which what belongs to one message has come."""
_HELLO_ENDS = b"]]>]]>"


class Stranger:
    """Passes on what two ends say to each other; what the client says once ``armed``, he deals with first."""

    def __init__(self, how: str, host: str, port: int) -> None:
        self.how = how
        self.armed = False
        self.seen = bytearray()
        self.dealt = False
        self._far = host, port
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> int:
        """Begin; the port at loopback where he is."""
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def __aexit__(self, *_: object) -> None:
        """He is gone."""
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        ends = [writer]
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._far)
            ends.append(far_writer)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass(reader, far_writer, ours=True))
                both.create_task(self._pass(far_reader, writer, ours=False))
        except (OSError, asyncio.CancelledError):
            # Whoever is connected to him sees that nobody is there.
            pass
        finally:
            for end in ends:
                end.transport.abort()
            self._tasks.discard(task)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, ours: bool) -> None:
        with suppress(OSError):
            while octets := await reader.read(_PIECE):
                pieces: tuple[bytes, ...] = (octets,)
                if ours and self.armed and not self.dealt:
                    octets += await _rest(reader)
                    self.dealt = True
                    pieces = self._deal(octets)
                for piece in pieces:
                    self.seen += piece[: max(0, MOST_KEPT - len(self.seen))]
                    writer.write(piece)
                    await writer.drain()
            writer.write_eof()

    def _deal(self, octets: bytes) -> tuple[bytes, ...]:
        if self.how == "altered":
            # The last octets are those by which the rest is known to be whole, whatever algorithm it is.
            return (octets[:-1] + bytes((octets[-1] ^ 0x10,)),)
        return (octets, octets) if self.how == "repeated" else (octets,)


async def _rest(reader: asyncio.StreamReader) -> bytes:
    """What belongs to the same message, and has not come yet."""
    rest = b""
    with suppress(TimeoutError):
        while True:
            async with asyncio.timeout(_SETTLED):
                more = await reader.read(_PIECE)
            if not more:
                break
            rest += more
    return rest


async def tamper(attempt: Tampering, address: Address, timeout: float) -> Tampered:
    """Make the attempt. Raises ``TransportError`` where no session comes up."""
    stranger = Stranger(attempt.how, address.host, address.port)
    async with stranger as port:
        # Whose host key it is was looked at in the session before; by this way it has another address.
        options = {name: value for name, value in address.options.items() if name not in ("known", "fingerprint")}
        if address.scheme == "netconf+tls":
            options.setdefault("name", address.host)
        near = replace(address, host="127.0.0.1", port=port, bind=None)
        link = await connect(f"{near}?{urlencode(options)}", timeout=timeout)
        try:
            return await _converse(attempt, link, stranger, timeout)
        finally:
            await link.abort()


async def _converse(attempt: Tampering, link: Link, stranger: Stranger, timeout: float) -> Tampered:
    hello, ending = await _hear(link, timeout, until=_HELLO_ENDS)
    if ending is None:
        # Where the session ends meanwhile, what is heard next says so.
        with suppress(LinkEnded):
            await link.send(attempt.hello)
            # So that the request goes by itself.
            await asyncio.sleep(_SETTLED)
            stranger.armed = True
            await link.send(attempt.request)
    heard, ending = (b"", ending) if ending is not None else await _hear(link, attempt.lasting)
    why = "" if ending is None else ending.reason
    if not stranger.dealt:
        raise TransportError("the session was over before the request could be sent")
    return Tampered(hello, heard, bytes(stranger.seen), ending is not None and ending.by_peer, why)


async def _hear(link: Link, lasting: float, until: bytes | None = None) -> tuple[bytes, Ending | None]:
    """What comes for so long, or until it ends, or holds certain octets."""
    heard = bytearray()
    with suppress(TimeoutError):
        async with asyncio.timeout(lasting):
            while until is None or until not in heard:
                come = await link.receive()
                if isinstance(come, Ending):
                    return bytes(heard), come
                heard += come.octets
    return bytes(heard[:MOST_KEPT]), None
