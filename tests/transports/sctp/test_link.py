"""Associations over SCTP, with a kernel that says what we let it; tests/kernel_sctp has a real one."""

import asyncio
import errno
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import LARGEST_MESSAGE, Delivery, Ending, LinkEnded, TransportError
from oran_harness.transports.sctp import SctpLink
from oran_harness.transports.sctp.options import send_information
from tests.transports.sctp.scripted import Received, ScriptedSocket, message, notification

UP, LOST, RESTART, COMPLETE = range(4)
CHANGE, SHUTDOWN, PARTIAL = 0x8001, 0x8005, 0x8006
END = (b"", [], 0, None)


@asynccontextmanager
async def scripted(sock: ScriptedSocket, *script: Received | OSError) -> AsyncIterator[SctpLink]:
    """A link over a scripted socket."""
    link = SctpLink(sock, "sctp://127.0.0.1:1", "sctp://127.0.0.1:2")
    sock.play(*script)
    try:
        yield link
    finally:
        await link.abort()


@pytest.mark.parametrize(
    ("error", "script", "how"),
    [
        (0, [END], "shutdown"),
        (0, [notification(SHUTDOWN), END], "shutdown"),
        (0, [notification(SHUTDOWN), notification(CHANGE, COMPLETE)], "shutdown"),
        (0, [OSError(errno.ENOTCONN, "not connected")], "shutdown"),
        (errno.ECONNRESET, [notification(CHANGE, LOST)], "abort"),
        (0, [notification(CHANGE, LOST, 12, causes=b"\x00\x0c\x00\x04")], "abort"),
        (0, [OSError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))], "abort"),
        (errno.ECONNABORTED, [notification(CHANGE, LOST)], "abort"),
        (errno.ETIMEDOUT, [notification(CHANGE, LOST)], "down"),
        (errno.EHOSTUNREACH, [notification(CHANGE, LOST)], "down"),
        (0, [notification(CHANGE, LOST)], "down"),
        (0, [OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))], "down"),
    ],
)
def test_three_ways_to_end(error: int, script: list[Received | OSError], how: str) -> None:
    """SHUTDOWN, ABORT and silence are three different ends, in whatever way the kernel tells them."""

    async def test() -> None:
        async with scripted(ScriptedSocket(error=error), notification(CHANGE, UP), message(b"before"), *script) as link:
            assert await link.receive() == Delivery(b"before", 0, 70)
            ending = await link.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == (how, True)

    asyncio.run(test())


def test_the_cause_of_an_abort_is_told() -> None:
    """The cause code of an ABORT stands in the reason."""

    async def test() -> None:
        async with scripted(ScriptedSocket(), notification(CHANGE, LOST, 12, causes=b"\x00\x0c\x00\x04")) as link:
            ending = await link.receive()
            assert isinstance(ending, Ending)
            assert ending.reason.endswith("(cause 12)")

    asyncio.run(test())


def test_parts_become_messages() -> None:
    """Parts are put together for each stream; those that the kernel gives up are forgotten."""

    async def test() -> None:
        script = [
            message(b"on", 1, last=False),
            message(b"tw", 2, last=False),
            message(b"e", 1),
            notification(PARTIAL),
            message(b"two", 2),
        ]
        sock = ScriptedSocket()
        async with scripted(sock, *script[:3]) as link:
            assert await link.receive() == Delivery(b"one", 1, 70)
            octets, *rest = notification(PARTIAL)
            sock.play((octets[:16] + bytes([2, 0, 0, 0]) + bytes(4), *rest), script[4])  # type: ignore[arg-type]
            assert await link.receive() == Delivery(b"two", 2, 70)

    asyncio.run(test())


def test_too_large_a_message() -> None:
    """More than 16 MiB in parts ends the association, and the reason says why."""

    async def test() -> None:
        part = message(bytes(LARGEST_MESSAGE), last=False)
        async with scripted(ScriptedSocket(), part, message(b"x")) as link:
            ending = await link.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("abort", True)
            assert "16777216" in ending.reason

    asyncio.run(test())


def test_a_message_goes_with_its_stream_and_ppid() -> None:
    """Each message is handed to the kernel whole, with the stream and the PPID that it was given."""

    async def test() -> None:
        sock = ScriptedSocket(streams=4)
        async with scripted(sock) as link:
            await link.send(b"one")
            await link.send(b"two", stream=3, ppid=0)
            assert sock.sent == [(b"one", send_information(0, 70)[2]), (b"two", send_information(3, 0)[2])]
            with pytest.raises(UsageError, match=r"agreed on 4 streams \(0 to 3\)"):
                await link.send(b"x", stream=4)

    asyncio.run(test())


def test_a_message_larger_than_the_send_buffer() -> None:
    """The buffer is enlarged as far as the machine lets us; where that is not enough, the way out is told."""

    async def test() -> None:
        sock = ScriptedSocket(buffer=1000)
        async with scripted(sock) as link:
            await link.send(bytes(1000))
            assert sock.options == []
            with pytest.raises(TransportError, match=r"limited to 1000; .* net.core.wmem_max=1001"):
                await link.send(bytes(1001))
            assert [option for _, option in sock.options] == [socket.SO_SNDBUF, 32]
            await link.send(b"on")

    asyncio.run(test())


def test_nothing_is_sent_after_the_far_end_closed() -> None:
    """After the far end's SHUTDOWN senders are told; what came before it is still received."""

    async def test() -> None:
        sock = ScriptedSocket()
        async with scripted(sock, message(b"before"), notification(SHUTDOWN)) as link:
            await asyncio.sleep(0.01)
            with pytest.raises(LinkEnded) as raised:
                await link.send(b"late")
            assert raised.value.ending.how == "shutdown"
            assert await link.receive() == Delivery(b"before", 0, 70)

    asyncio.run(test())


def test_a_restart_hands_the_socket_on() -> None:
    """An association that the far end starts anew ends this link; its socket lives on in another."""

    async def test() -> None:
        sock, handed = ScriptedSocket(), list[socket.socket]()
        link = SctpLink(sock, "sctp://127.0.0.1:1", "sctp://127.0.0.1:2", handed.append)
        sock.play(message(b"half", last=False), notification(CHANGE, RESTART))
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", True)
        assert handed == [sock]
        await link.abort()
        assert sock.fileno() >= 0
        again = SctpLink(sock, "sctp://127.0.0.1:1", "sctp://127.0.0.1:2")
        sock.play(message(b"whole"))
        assert await again.receive() == Delivery(b"whole", 0, 70)
        await again.abort()

    asyncio.run(test())
