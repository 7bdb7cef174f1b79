"""What SCTP has beyond the contract: streams, PPIDs on the wire, other programs' sockets, the three ways to end."""

import asyncio
import socket
import struct

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import LARGEST_MESSAGE, Delivery, Ending, connect, listen
from oran_harness.transports.sctp.options import IPPROTO_SCTP, SCTP_RECVRCVINFO, SO_SNDBUFFORCE, send_information
from tests.transports.associations import Place, associated, run

PLACE = Place("sctp://127.0.0.1:0")


def plain(host: str = "127.0.0.1") -> socket.socket:
    """Another program's socket, as the kernel makes it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM, IPPROTO_SCTP)
    sock.setsockopt(IPPROTO_SCTP, SCTP_RECVRCVINFO, 1)
    return sock


def test_ppid_is_in_network_order() -> None:
    """Another program reads PPID 70 as the octets 00 00 00 46, and its PPIDs are read likewise."""

    async def test() -> None:
        listener = await listen("sctp://127.0.0.1:0")
        with plain() as other:
            other.connect(("127.0.0.1", int(listener.uri.rpartition(":")[2])))
            link = await listener.accept()
            await link.send(b"to you", stream=2)
            octets, [(_, _, information)], _, _ = other.recvmsg(1000, 256)
            assert octets == b"to you"
            assert struct.unpack_from("=H", information) == (2,)
            assert information[8:12] == bytes([0, 0, 0, 70])
            other.sendmsg([b"to us"], [(IPPROTO_SCTP, 2, struct.pack("=HH4sIi", 1, 0, bytes([0, 0, 1, 2]), 0, 0))])
            assert await link.receive() == Delivery(b"to us", 1, 0x0102)
            await link.abort()
        await listener.close()

    run(test())


def test_a_ppid_that_nobody_set_is_zero() -> None:
    """What a program sends without a PPID is received with PPID 0, as some products do."""

    async def test() -> None:
        listener = await listen("sctp://127.0.0.1:0")
        with plain() as other:
            other.connect(("127.0.0.1", int(listener.uri.rpartition(":")[2])))
            link = await listener.accept()
            other.send(b"bare")
            assert await link.receive() == Delivery(b"bare", 0, 0)
            await link.abort()
        await listener.close()

    run(test())


def test_streams_are_those_that_both_agreed_on() -> None:
    """A stream beyond those that both ends agreed on is the caller's mistake; more are to be had by ?streams."""

    async def test() -> None:
        async with associated(PLACE) as pair:
            await pair.near.send(b"last", stream=15)
            assert await pair.far.receive() == Delivery(b"last", 15, 70)
            with pytest.raises(UsageError, match=r"16 streams \(0 to 15\)"):
                await pair.near.send(b"beyond", stream=16)
            await pair.near.send(b"on")
            assert await pair.far.receive() == Delivery(b"on", 0, 70)
        async with associated(Place("sctp://127.0.0.1:0", "?streams=40")) as pair:
            await pair.near.send(b"beyond", stream=39)
            assert await pair.far.receive() == Delivery(b"beyond", 39, 70)

    run(test())


def test_large_messages_on_several_streams_come_apart() -> None:
    """Messages that the kernel hands over in parts are put together, each on its stream."""

    async def test() -> None:
        async with associated(PLACE) as pair:

            async def send_all() -> None:
                for stream in range(4):
                    await pair.near.send(bytes([stream]) * 700_000, stream=stream)

            sender = asyncio.create_task(send_all())
            received = [await pair.far.receive() for _ in range(4)]
            await sender
            assert received == [Delivery(bytes([stream]) * 700_000, stream, 70) for stream in range(4)]

    run(test())


def test_a_larger_message_ends_the_association() -> None:
    """A message above 16 MiB is not kept: the association is aborted, and the reason says why."""

    async def test() -> None:
        listener = await listen("sctp://127.0.0.1:0")
        with plain() as other:
            other.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE, LARGEST_MESSAGE * 2)
            other.connect(("127.0.0.1", int(listener.uri.rpartition(":")[2])))
            link = await listener.accept()
            other.sendmsg([bytes(LARGEST_MESSAGE + 1)], [send_information(0, 70)])
            ending = await link.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("abort", True)
            assert f"more than {LARGEST_MESSAGE} octets" in ending.reason
        await listener.close()

    run(test())


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_close_and_reset_of_another_program(host: str) -> None:
    """A program that closes its socket shuts down, one that resets it aborts; the cause of an abort is told."""

    async def test() -> None:
        listener = await listen(f"sctp://{host}:0")
        address = (host.strip("[]"), int(listener.uri.rpartition(":")[2]))
        for how, linger in (("shutdown", None), ("abort", struct.pack("ii", 1, 0))):
            other = plain(address[0])
            other.connect(address)
            link = await listener.accept()
            other.send(b"before")
            if linger:
                other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            other.close()
            received = await link.receive()
            if how == "shutdown":
                assert received == Delivery(b"before", 0, 0)
                received = await link.receive()
            elif isinstance(received, Delivery):
                received = await link.receive()
            assert isinstance(received, Ending)
            assert (received.how, received.by_peer) == (how, True)
        await listener.close()

    run(test())


def test_another_program_sees_our_end_as_it_is() -> None:
    """Our shutdown is an end of file to another program, our abort a reset."""

    async def test() -> None:
        with plain() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            uri = f"sctp://127.0.0.1:{other.getsockname()[1]}"
            link = await connect(uri)
            accepted, _ = other.accept()
            with accepted:
                await link.send(b"before")
                await link.shutdown()
                assert accepted.recv(100) == b"before"
                assert accepted.recv(100) == b""
            link = await connect(uri)
            accepted, _ = other.accept()
            with accepted:
                await link.abort()
                with pytest.raises(ConnectionResetError):
                    accepted.recv(100)

    run(test())
