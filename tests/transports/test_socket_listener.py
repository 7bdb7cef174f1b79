"""Open addresses over the kernel's sockets: how many wait where, and what happens when no file can be open any more."""

import asyncio
import resource
import socket

import pytest

from oran_harness.transports import Delivery, TransportError, parse_address
from oran_harness.transports.backlog import MOST_LINKS
from oran_harness.transports.tcp import listen_tcp


def test_associations_beyond_those_that_may_wait_wait_in_the_kernel() -> None:
    """Of a flood of connections so many are taken; the others follow as soon as there is room."""

    async def test() -> None:
        listener = await listen_tcp(parse_address("tcp://127.0.0.1:0"))
        address = ("127.0.0.1", int(listener.uri.rpartition(":")[2]))
        others = []
        for _ in range(2):
            others += [socket.create_connection(address) for _ in range(MOST_LINKS // 2 + 10)]
            await asyncio.sleep(0.05)
        for other in others:
            other.send(b"\x00\x00\x00\x01\x00\x00\x00\x00\x00\x46x")
        for _ in others:
            link = await listener.accept()
            assert await link.receive() == Delivery(b"x", 0, 70)
            await link.abort()
        for other in others:
            other.close()
        await listener.close()

    asyncio.run(test())


def test_no_more_files() -> None:
    """Where no file can be open any more, accept says so instead of hanging, and goes on when there are some again."""

    async def test() -> None:
        listener = await listen_tcp(parse_address("tcp://127.0.0.1:0"))
        with socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2]))):
            soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
            resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
            try:
                with pytest.raises(TransportError, match="ulimit -n"):
                    await listener.accept()
            finally:
                resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            link = await listener.accept()
            await link.abort()
        await listener.close()

    asyncio.run(test())


def test_a_connection_that_is_gone_is_accepted_and_has_ended() -> None:
    """A connection that was reset before anybody accepted it is none to wait for, or one that has ended."""

    async def test() -> None:
        listener = await listen_tcp(parse_address("tcp://127.0.0.1:0"))
        other = socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2])))
        other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        other.close()
        try:
            async with asyncio.timeout(0.2):
                ending = await (await listener.accept()).receive()
                assert (ending.how, ending.by_peer) == ("abort", True)  # type: ignore[union-attr]
        except TimeoutError:
            pass
        await listener.close()

    asyncio.run(test())


def test_a_socket_can_be_handed_in() -> None:
    """The association of a socket that came up elsewhere is accepted like any other; after the close it is reset."""

    async def test() -> None:
        listener = await listen_tcp(parse_address("tcp://127.0.0.1:0"))
        with socket.create_server(("127.0.0.1", 0)) as server:
            near = socket.create_connection(server.getsockname())
            listener.take(server.accept()[0])
            link = await listener.accept()
            await link.send(b"x")
            assert len(near.recv(100)) == 11
            await link.abort()
            near.close()
            await listener.close()
            near = socket.create_connection(server.getsockname())
            listener.take(server.accept()[0])
            with pytest.raises(ConnectionResetError):
                near.recv(1)
            near.close()

    asyncio.run(test())
