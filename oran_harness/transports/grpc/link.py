"""One association over a bidirectional gRPC stream."""

import asyncio
from contextlib import suppress

from oran_harness.transports.buffered_link import BufferedLink
from oran_harness.transports.grpc.message import E2
from oran_harness.transports.grpc.service import Service, UnusableMessage
from oran_harness.transports.grpc.stream import Stream
from oran_harness.transports.link import Ending, LinkEnded

# The event loop holds tasks weakly, so those that release something are held here until they have.
_releasing: set[asyncio.Task[None]] = set()


class GrpcLink(BufferedLink[bytes]):
    """An association over a stream, which two tasks read and write; they end with it.

    gRPC cancels a whole call when one of its waiting reads or writes is cancelled, so only these tasks wait for it.
    """

    def __init__(self, stream: Stream, local: str, remote: str, service: Service = E2) -> None:
        super().__init__(local, remote)
        self._service = service
        self._stream = stream
        self._may_read = asyncio.Event()
        self._may_write = asyncio.Event()
        self._release_task: asyncio.Task[None] | None = None
        self._tasks = [asyncio.create_task(self._read_all()), asyncio.create_task(self._write_all())]

    async def shutdown(self) -> None:
        """End it in order, and wait until the stream is released."""
        await super().shutdown()
        await self._released()

    async def abort(self) -> None:
        """Cancel the stream, and wait until it is released."""
        await super().abort()
        await self._released()

    def _pack(self, octets: bytes, stream: int, ppid: int) -> bytes:
        return self._service.encode(octets, stream, ppid)

    def _flush(self) -> None:
        self._may_write.set()

    def _say_goodbye(self) -> None:
        self._may_write.set()

    def _read_on(self) -> None:
        self._may_read.set()

    async def _read_all(self) -> None:
        while True:
            while self._paused():
                self._may_read.clear()
                await self._may_read.wait()
            message = await self._stream.read()
            if isinstance(message, Ending):
                self._end(message)
                return
            try:
                self._deliver(self._service.decode(message))
            except UnusableMessage as error:
                self._abort(Ending("abort", True, f"{error}; we aborted the association"))
                return

    async def _write_all(self) -> None:
        try:
            while True:
                while self._outgoing:
                    await self._stream.write(self._outgoing[0])
                    if self._closed.is_set():
                        return
                    self._outgoing.popleft()
                    self._written()
                if self._goodbye is not None:
                    await self._stream.finish()
                    return
                self._may_write.clear()
                await self._may_write.wait()
        except LinkEnded as error:
            self._write_failed(error.ending)

    def _release(self, *, reset: bool) -> None:
        self._release_task = asyncio.create_task(self._let_go(reset=reset))
        _releasing.add(self._release_task)
        self._release_task.add_done_callback(_releasing.discard)

    async def _let_go(self, *, reset: bool) -> None:
        await self._stream.release(reset=reset)
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _released(self) -> None:
        if self._release_task is not None:
            await asyncio.shield(self._release_task)
