"""Addresses whose connections are secured before they are associations; TCP links stand for secured ones."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest

from oran_harness.transports import TransportError, parse_address
from oran_harness.transports.secured_listener import SecuredListener
from oran_harness.transports.socket_ends import Ends
from oran_harness.transports.tcp import TcpLink
from tests.transports.associations import run

Put = Callable[[TcpLink], None]


async def opened(secure: Callable[[socket.socket, Put], Awaitable[None]], told: list[str]) -> SecuredListener[TcpLink]:
    """A listener at a free port of loopback."""
    sock, uri = await Ends().listen(parse_address("tcp://127.0.0.1:0"))
    return SecuredListener(sock, uri, secure, told.append)


def dial(listener: SecuredListener[TcpLink]) -> socket.socket:
    return socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2])))


def test_a_silent_far_end_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one is being secured another is let in; the silent one is given up, told of and reset."""
    monkeypatch.setattr("oran_harness.transports.secured_listener.SECURED_WITHIN", 0.2)
    told: list[str] = []

    async def secure(sock: socket.socket, put: Put) -> None:
        sock.setblocking(False)
        if await asyncio.get_running_loop().sock_recv(sock, 1):
            put(TcpLink(sock, "tcp://h:1", "tcp://h:2"))

    async def test() -> None:
        listener = await opened(secure, told)
        with dial(listener) as silent, dial(listener) as good:
            good.sendall(b"x")
            link = await listener.accept()
            await asyncio.sleep(0.3)
            assert "was not let in within 0.2 s" in told[0]
            with pytest.raises(ConnectionResetError):
                silent.recv(1)
            await link.abort()
        await listener.close()

    run(test())


def test_who_comes_at_the_very_end_is_not_left_open() -> None:
    """A connection that came as the address is closed is gone with it."""

    async def secure(sock: socket.socket, put: Put) -> None:
        raise TransportError("It never began.")

    async def test() -> None:
        told: list[str] = []
        listener = await opened(secure, told)
        ours, far = socket.socketpair()
        listener.take(ours)
        await listener.close()
        await asyncio.sleep(0)
        assert (ours.fileno(), told) == (-1, [])
        far.close()

    run(test())


def test_why_somebody_was_not_let_in() -> None:
    """What the securing raises is told in its words, or as what the operating system says; the rest is let in."""
    told: list[str] = []
    troubles: list[Exception] = [TransportError("It is not trusted."), ConnectionResetError(104, "reset")]

    async def secure(sock: socket.socket, put: Put) -> None:
        raise troubles.pop(0)

    async def test() -> None:
        listener = await opened(secure, told)
        for _ in range(2):
            with dial(listener):
                await asyncio.sleep(0.05)
        await listener.close()
        assert told[0] == "It is not trusted."
        assert "reset the association" in told[1]

    run(test())


def test_closing_gives_up_who_is_being_secured() -> None:
    """After the close nobody is secured any more, and the far end is reset."""

    async def secure(sock: socket.socket, put: Put) -> None:
        await asyncio.sleep(60)

    async def test() -> None:
        listener = await opened(secure, [])
        with dial(listener) as waiting:
            await asyncio.sleep(0.05)
            await listener.close()
            with pytest.raises(ConnectionResetError):
                waiting.recv(1)

    run(test())
