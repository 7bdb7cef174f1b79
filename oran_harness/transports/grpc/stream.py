"""Both sides' views of a bidirectional stream, made alike."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any

from oran_harness.transports.grpc.ending import CLOSED, UNKNOWN_TO_SERVER, ending_of_status
from oran_harness.transports.grpc.library import grpc
from oran_harness.transports.link import Ending, LinkEnded

_GRACE = 0.1
"""Seconds that a server waits after the end of a stream to learn whether it was cancelled."""


class Stream(ABC):
    """A bidirectional stream. At most one reads and one writes at a time."""

    @abstractmethod
    async def read(self) -> bytes | Ending:
        """The next message, or how the stream ended."""

    @abstractmethod
    async def write(self, message: bytes) -> None:
        """Write a message; waits while the far end does not take it. Raises ``LinkEnded``."""

    @abstractmethod
    async def finish(self) -> None:
        """Say that nothing follows."""

    @abstractmethod
    async def release(self, *, reset: bool) -> None:
        """Let go of everything; with ``reset`` the far end sees that the stream was cancelled or failed."""


class ClientStream(Stream):
    """The stream of a call that we made over a channel of its own."""

    def __init__(self, channel: Any, call: Any) -> None:
        self._channel = channel
        self._call = call

    async def read(self) -> bytes | Ending:
        """The next message, or how the stream ended."""
        try:
            message = await self._call.read()
        except grpc.aio.AioRpcError as error:
            return ending_of_status(error.code(), error.details())
        if message is grpc.aio.EOF:
            return CLOSED
        return bytes(message)

    async def write(self, message: bytes) -> None:
        """Write a message. Raises ``LinkEnded``."""
        try:
            await self._call.write(message)
        except grpc.aio.AioRpcError as error:
            raise LinkEnded(ending_of_status(error.code(), error.details())) from error
        except asyncio.InvalidStateError as error:
            raise LinkEnded(ending_of_status(await self._call.code(), await self._call.details())) from error

    async def finish(self) -> None:
        """Half-close the stream."""
        await self._call.done_writing()

    async def release(self, *, reset: bool) -> None:
        """Cancel the call and close its channel."""
        if reset:
            self._call.cancel()
        await self._channel.close()


class ServerStream(Stream):
    """The stream of a call that was made to us. ``serve`` runs for as long as the call does."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._lost = asyncio.Event()
        self._over = asyncio.Event()
        self._decision: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        context.add_done_callback(lambda _: self._over.set())

    async def serve(self) -> None:
        """Return when we finish the call, and abort it when we do. Ends by ``CancelledError`` when the client does."""
        try:
            if await self._decision:
                await self._context.abort(grpc.StatusCode.ABORTED, "the association was aborted")
        except asyncio.CancelledError:
            self._lost.set()
            raise
        except grpc.aio.InternalError:
            # The client was gone before it could be told; nothing is left to do for this call.
            raise asyncio.CancelledError from None

    async def read(self) -> bytes | Ending:
        """The next message, or how the stream ended."""
        if self._ended():
            return self._ending()
        try:
            message = await self._context.read()
        except grpc.aio.BaseError:
            # The call ended while we waited.
            return self._ending()
        if message is not grpc.aio.EOF:
            return bytes(message)
        # A stream that was closed and one that was cancelled end alike here; of the latter we hear at about this time.
        with suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                await self._lost.wait()
        return self._ending()

    async def write(self, message: bytes) -> None:
        """Write a message. Raises ``LinkEnded``."""
        if self._ended():
            raise LinkEnded(self._ending())
        try:
            await self._context.write(message)
        except grpc.aio.BaseError as error:
            raise LinkEnded(UNKNOWN_TO_SERVER) from error

    async def finish(self) -> None:
        """Let the call end with status OK."""
        self._decide(abort=False)

    async def release(self, *, reset: bool) -> None:
        """Let the call end, and wait until it has."""
        self._decide(abort=reset)
        await self._over.wait()

    def _decide(self, *, abort: bool) -> None:
        if not self._decision.done():
            self._decision.set_result(abort)

    def _ended(self) -> bool:
        # A call that is over has no memory any more: gRPC must not be asked for it.
        return self._lost.is_set() or self._over.is_set() or self._decision.done()

    def _ending(self) -> Ending:
        return UNKNOWN_TO_SERVER if self._lost.is_set() else CLOSED
