"""Associations over TCP: what other programs see of us, and what their connections do to us."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from oran_harness.transports import LARGEST_MESSAGE, Delivery, Ending, TransportError, parse_address
from oran_harness.transports.tcp import TcpLink, connect_tcp, listen_tcp
from tests.transports.associations import fill

RESET = struct.pack("ii", 1, 0)


@asynccontextmanager
async def plain(options: str = "") -> AsyncIterator[tuple[TcpLink, socket.socket]]:
    """A link, and the socket of another program at the far end of it."""
    listener = await listen_tcp(parse_address(f"tcp://127.0.0.1:0{options}"))
    with socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2]))) as other:
        link = await listener.accept()
        try:
            yield link, other
        finally:
            await link.abort()
            await listener.close()


async def ending_of(link: TcpLink) -> Ending:
    async with asyncio.timeout(10):
        ending = await link.receive()
    assert isinstance(ending, Ending), ending
    return ending


def test_on_the_wire() -> None:
    """A message goes out behind its header of ten octets, and comes in likewise, however slowly."""

    async def test() -> None:
        async with plain() as (link, other):
            await link.send(b"\x01\x02\x03", stream=258, ppid=70)
            assert other.recv(100).hex(" ") == "00 00 00 03 01 02 00 00 00 46 01 02 03"
            for octet in bytes.fromhex("00000002 0001 00000000 ffee"):
                other.send(bytes([octet]))
                await asyncio.sleep(0.001)
            assert await link.receive() == Delivery(b"\xff\xee", 1, 0)

    asyncio.run(test())


def test_a_reset_is_an_abort() -> None:
    """RST is an abort by the far end."""

    async def test() -> None:
        async with plain() as (link, other):
            other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            other.close()
            ending = await ending_of(link)
            assert (ending.how, ending.by_peer) == ("abort", True)

    asyncio.run(test())


def test_an_abort_is_a_reset() -> None:
    """Our abort is an RST, our shutdown an end of file."""

    async def test() -> None:
        async with plain() as (link, other):
            await link.abort()
            with pytest.raises(ConnectionResetError):
                other.recv(100)
        async with plain() as (link, other):
            closing = asyncio.create_task(link.shutdown())
            await asyncio.sleep(0.01)
            assert other.recv(100) == b""
            other.close()
            await closing

    asyncio.run(test())


def test_an_end_within_a_message_is_an_abort() -> None:
    """FIN between messages is a shutdown; within one, or within a header, it is an abort, and the reason says so."""

    async def test() -> None:
        for octets, how in (
            (b"", "shutdown"),
            (b"\x00", "abort"),
            (b"\x00\x00\x00\x05\x00\x00\x00\x00\x00\x46a", "abort"),
        ):
            async with plain() as (link, other):
                other.send(octets)
                other.close()
                ending = await ending_of(link)
                assert (ending.how, ending.by_peer) == (how, True)
                assert ("in the middle of a message" in ending.reason) == (how == "abort")

    asyncio.run(test())


@pytest.mark.parametrize(("length", "why"), [(0, "zero octets"), (LARGEST_MESSAGE + 1, "16777217 octets")])
def test_an_impossible_header_ends_the_association(length: int, why: str) -> None:
    """A message that is announced as empty or above 16 MiB is not awaited: we abort and say why."""

    async def test() -> None:
        async with plain() as (link, other):
            other.send(struct.pack("!IHI", length, 0, 70) + b"octets that follow")
            ending = await ending_of(link)
            assert (ending.how, ending.by_peer) == ("abort", True)
            assert why in ending.reason
            with pytest.raises(ConnectionResetError):
                other.recv(100)

    asyncio.run(test())


def test_garbage_ends_in_order() -> None:
    """A program that speaks something else is aborted as soon as its first octets cannot be a header."""

    async def test() -> None:
        async with plain() as (link, other):
            other.send(b"GET / HTTP/1.1\r\nHost: ric\r\n\r\n")
            assert (await ending_of(link)).how == "abort"

    asyncio.run(test())


def test_a_flood_is_held_back() -> None:
    """A far end that sends without end fills a bounded buffer and then has to wait."""

    async def test() -> None:
        async with plain() as (link, other):
            other.setblocking(False)
            flood = (struct.pack("!IHI", 1, 0, 70) + b"x") * 10_000
            waits = 0
            while waits < 20:
                try:
                    # A send that is cut short in the middle of a message would make the next one garbage.
                    flood = flood[other.send(flood) :] or (struct.pack("!IHI", 1, 0, 70) + b"x") * 10_000
                    waits = 0
                except BlockingIOError:
                    await asyncio.sleep(0.005)
                    waits += 1
            assert 1_024 <= len(link._inbox) < 8_000
            for _ in range(10_000):
                assert await link.receive() == Delivery(b"x", 0, 70)

    asyncio.run(test())


def test_an_end_that_is_not_read_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shutdown whose far end takes nothing ends by an abort of ours after a while, and says so."""
    monkeypatch.setattr("oran_harness.transports.buffered_link.LINGER", 0.1)

    async def test() -> None:
        async with plain() as (link, _):
            await fill(link)
            await link.shutdown()
            ending = await ending_of(link)
            assert (ending.how, ending.by_peer) == ("abort", False)
            assert "had not closed it within 0.1 s" in ending.reason

    asyncio.run(test())


def test_keepalive_is_asked_for() -> None:
    """Silence is noticed: the kernel asks after the seconds that the address gives, three times."""

    async def test() -> None:
        async with plain("?keepalive=9") as (link, _):
            options = [
                link._socket.getsockopt(socket.IPPROTO_TCP, option)
                for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT, socket.TCP_NODELAY)
            ]
            assert options == [9, 3, 3, 1]
            assert link._socket.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1

    asyncio.run(test())


def test_own_end_is_where_it_was_asked_for() -> None:
    """``bind`` gives our own end its address; both ends are told as URIs."""

    async def test() -> None:
        listener = await listen_tcp(parse_address("tcp://127.0.0.1:0"))
        near = await connect_tcp(parse_address(f"{listener.uri}?bind=127.0.0.9"), 5)
        far = await listener.accept()
        assert near.local.startswith("tcp://127.0.0.9:")
        assert (near.local, near.remote) == (far.remote, far.local)
        assert near.remote == listener.uri
        await near.abort()
        await far.abort()
        with pytest.raises(TransportError, match=r"no address for tcp://192\.0\.2\.9:0"):
            await connect_tcp(parse_address(f"{listener.uri}?bind=192.0.2.9"), 5)
        await listener.close()

    asyncio.run(test())
