"""Both sides' views of a stream, with calls that play what gRPC would say."""

import asyncio
from collections.abc import Callable
from typing import Any

import grpc
import pytest

from oran_harness.transports import Ending, LinkEnded
from oran_harness.transports.grpc.ending import CLOSED, UNKNOWN_TO_SERVER
from oran_harness.transports.grpc.stream import ClientStream, ServerStream


class PlayedCall:
    """A client's call whose reads and writes come to ``outcome``."""

    def __init__(self, outcome: object) -> None:
        self.outcome = outcome
        self.asked: list[str] = []

    async def read(self) -> object:
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome

    async def write(self, message: bytes) -> None:
        self.asked.append(f"write {message.hex()}")
        await self.read()

    async def code(self) -> grpc.StatusCode:
        return grpc.StatusCode.ABORTED

    async def details(self) -> str:
        return "over"

    async def done_writing(self) -> None:
        self.asked.append("done writing")

    def cancel(self) -> None:
        self.asked.append("cancel")

    async def close(self) -> None:
        self.asked.append("close")


def error(code: grpc.StatusCode, details: str) -> grpc.aio.AioRpcError:
    return grpc.aio.AioRpcError(code, grpc.aio.Metadata(), grpc.aio.Metadata(), details)


def test_what_a_client_reads() -> None:
    """A message, the end of the stream as a shutdown, and a status as what it stands for."""

    async def test() -> None:
        for outcome, expected in (
            (b"message", b"message"),
            (grpc.aio.EOF, CLOSED),
            (error(grpc.StatusCode.UNAVAILABLE, "keepalive watchdog timeout"), "down"),
            (error(grpc.StatusCode.ABORTED, "so"), "abort"),
        ):
            call = PlayedCall(outcome)
            read = await ClientStream(call, call).read()
            assert (read.how if isinstance(read, Ending) and isinstance(expected, str) else read) == expected

    asyncio.run(test())


def test_what_a_client_cannot_write() -> None:
    """A write to a call that is over tells how it ended, however gRPC tells that."""

    async def test() -> None:
        for outcome in (error(grpc.StatusCode.ABORTED, "over"), asyncio.InvalidStateError("RPC finished")):
            call = PlayedCall(outcome)
            with pytest.raises(LinkEnded, match=r"aborted the association \(ABORTED: over\)"):
                await ClientStream(call, call).write(b"\x01")

    asyncio.run(test())


def test_how_a_client_ends() -> None:
    """In order it half-closes; at once it cancels; its channel is closed in either case."""

    async def test() -> None:
        call = PlayedCall(b"")
        stream = ClientStream(call, call)
        await stream.finish()
        await stream.release(reset=False)
        await stream.release(reset=True)
        assert call.asked == ["done writing", "close", "cancel", "close"]

    asyncio.run(test())


class PlayedContext:
    """A server's context; ``read`` waits until something was played."""

    def __init__(self) -> None:
        self.played: asyncio.Queue[object] = asyncio.Queue()
        self.aborted: list[grpc.StatusCode] = []
        self.on_done: Callable[[Any], None] = lambda _: None

    def add_done_callback(self, callback: Callable[[Any], None]) -> None:
        self.on_done = callback

    async def read(self) -> object:
        outcome = await self.played.get()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    async def write(self, message: bytes) -> None:
        await self.read()

    async def abort(self, code: grpc.StatusCode, details: str) -> None:
        self.aborted.append(code)
        await self.read()


async def serve(context: PlayedContext, stream: ServerStream) -> None:
    """Serve as gRPC does: when the handler is over, the call is."""
    try:
        await stream.serve()
    finally:
        context.on_done(context)


def test_what_a_server_reads() -> None:
    """A message; the end of the stream as a shutdown, unless the call was cancelled at about that time."""

    async def test() -> None:
        context = PlayedContext()
        stream = ServerStream(context)
        serving = asyncio.create_task(serve(context, stream))
        context.played.put_nowait(b"message")
        assert await stream.read() == b"message"
        context.played.put_nowait(grpc.aio.EOF)
        assert await stream.read() == CLOSED
        context.played.put_nowait(grpc.aio.EOF)
        reading = asyncio.create_task(stream.read())
        await asyncio.sleep(0.01)
        serving.cancel()
        assert await reading == UNKNOWN_TO_SERVER
        # A call that is over must not be asked for anything.
        assert await stream.read() == UNKNOWN_TO_SERVER
        with pytest.raises(LinkEnded):
            await stream.write(b"late")
        await asyncio.gather(serving, return_exceptions=True)

    asyncio.run(test())


def test_how_a_server_ends() -> None:
    """In order the call ends well; at once it ends by a status that says aborted; either is waited for."""

    async def test() -> None:
        context = PlayedContext()
        stream = ServerStream(context)
        serving = asyncio.create_task(serve(context, stream))
        await asyncio.sleep(0)
        await stream.finish()
        await stream.release(reset=True)
        await serving
        assert context.aborted == []
        assert await stream.read() == CLOSED

        context = PlayedContext()
        stream = ServerStream(context)
        context.played.put_nowait(grpc.aio.AbortError("Locally aborted."))
        serving = asyncio.create_task(serve(context, stream))
        await asyncio.sleep(0)
        await stream.release(reset=True)
        assert context.aborted == [grpc.StatusCode.ABORTED]
        with pytest.raises(grpc.aio.AbortError):
            await serving

    asyncio.run(test())


def test_a_client_that_is_gone_cannot_be_told() -> None:
    """An abort that nobody can be told of any more is no error."""

    async def test() -> None:
        context = PlayedContext()
        stream = ServerStream(context)
        context.played.put_nowait(grpc.aio.InternalError("failed"))
        serving = asyncio.create_task(serve(context, stream))
        await asyncio.sleep(0)
        await stream.release(reset=True)
        with pytest.raises(asyncio.CancelledError):
            await serving

    asyncio.run(test())


def test_a_server_whose_call_ends_while_it_waits() -> None:
    """Reads and writes that gRPC breaks off tell the end."""

    async def test() -> None:
        context = PlayedContext()
        stream = ServerStream(context)
        context.played.put_nowait(grpc.aio.UsageError("RPC already finished."))
        assert await stream.read() == CLOSED
        context.played.put_nowait(grpc.aio.InternalError("failed"))
        with pytest.raises(LinkEnded):
            await stream.write(b"x")

    asyncio.run(test())
