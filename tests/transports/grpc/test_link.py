"""Associations over a stream that we play; real ones are held to the contract in tests/transports/test_link.py."""

import asyncio

import pytest

from oran_harness.transports import Delivery, Ending, LinkEnded
from oran_harness.transports.grpc.ending import CLOSED
from oran_harness.transports.grpc.link import GrpcLink
from oran_harness.transports.grpc.message import encode
from oran_harness.transports.grpc.stream import Stream

ABORT = Ending("abort", True, "the far end aborted the association")


class PlayedStream(Stream):
    """A stream that is read from ``coming``, and takes a message whenever ``taking`` is set."""

    def __init__(self) -> None:
        self.coming: asyncio.Queue[bytes | Ending] = asyncio.Queue()
        self.taking = asyncio.Event()
        self.taken: list[bytes] = []
        self.broken: Ending | None = None
        self.notes: list[str] = []

    async def read(self) -> bytes | Ending:
        return await self.coming.get()

    async def write(self, message: bytes) -> None:
        await self.taking.wait()
        if self.broken is not None:
            raise LinkEnded(self.broken)
        self.taken.append(message)

    async def finish(self) -> None:
        self.notes.append("finish")
        self.coming.put_nowait(CLOSED)

    async def release(self, *, reset: bool) -> None:
        self.notes.append("reset" if reset else "release")


def test_messages_go_both_ways() -> None:
    """What is sent is written in order as messages of the proto; what is read is received."""

    async def test() -> None:
        stream = PlayedStream()
        stream.taking.set()
        link = GrpcLink(stream, "grpc://h:0", "grpc://h:1")
        await link.send(b"one")
        await link.send(b"two", stream=1, ppid=71)
        stream.coming.put_nowait(encode(b"three", 2, 0))
        assert await link.receive() == Delivery(b"three", 2, 0)
        await link.shutdown()
        assert stream.taken == [encode(b"one", 0, 70), encode(b"two", 1, 71)]
        assert stream.notes == ["finish", "release"]

    asyncio.run(test())


def test_a_cancelled_sender_cancels_no_write() -> None:
    """A sender that gives up leaves the write that goes on alone: gRPC would cancel the whole call with it."""

    async def test() -> None:
        stream = PlayedStream()
        link = GrpcLink(stream, "grpc://h:0", "grpc://h:1")
        await link.send(b"one")
        second = asyncio.create_task(link.send(b"two"))
        await asyncio.sleep(0.01)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        stream.taking.set()
        await link.send(b"three")
        await link.shutdown()
        assert stream.taken == [encode(b"one", 0, 70), encode(b"three", 0, 70)]

    asyncio.run(test())


def test_a_stream_that_breaks_under_a_write() -> None:
    """Senders are told at once, receivers when they have received what came before."""

    async def test() -> None:
        stream = PlayedStream()
        stream.broken = ABORT
        stream.coming.put_nowait(encode(b"before", 0, 70))
        link = GrpcLink(stream, "grpc://h:0", "grpc://h:1")
        await link.send(b"lost")
        waiting = asyncio.create_task(link.send(b"never"))
        await asyncio.sleep(0.01)
        stream.taking.set()
        with pytest.raises(LinkEnded) as raised:
            await waiting
        assert raised.value.ending is ABORT
        stream.coming.put_nowait(ABORT)
        assert await link.receive() == Delivery(b"before", 0, 70)
        assert await link.receive() is ABORT
        await link.abort()
        assert stream.notes == ["release"]

    asyncio.run(test())


def test_an_abort_waits_for_nothing() -> None:
    """An abort resets the stream, whatever waits to be written or read, and both tasks are gone afterwards."""

    async def test() -> None:
        stream = PlayedStream()
        link = GrpcLink(stream, "grpc://h:0", "grpc://h:1")
        await link.send(b"stuck")
        before = asyncio.all_tasks()
        await link.abort()
        assert stream.notes == ["reset"]
        assert {task for task in before if not task.done()} == {asyncio.current_task()}

    asyncio.run(test())


def test_what_is_no_message_ends_it() -> None:
    """Octets that are no message abort the association by the far end's fault, and the reason says so."""

    async def test() -> None:
        stream = PlayedStream()
        link = GrpcLink(stream, "grpc://h:0", "grpc://h:1")
        stream.coming.put_nowait(b"\xff")
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", True)
        assert "no message" in ending.reason
        await link.abort()
        assert stream.notes == ["reset"]

    asyncio.run(test())
