"""Opening sockets: names, address families, time limits, and what stands in the way."""

import asyncio
import errno
import os
import socket
from collections.abc import Sequence

import pytest

from oran_harness.transports import TransportError, parse_address
from oran_harness.transports.socket_ends import Ends, Name, uri_at


def test_a_name_is_tried_at_each_of_its_addresses() -> None:
    """Where a host has several addresses and the first refuses, the next is tried."""

    async def test() -> None:
        sock, uri = await Ends().listen(parse_address("tcp://127.0.0.1:0"))
        with sock:
            # The name may resolve to ::1 first, where nobody listens.
            connected = await Ends().connect(parse_address(uri.replace("127.0.0.1", "localhost")), 5)
            assert connected.getpeername() == sock.getsockname()
            connected.close()

    asyncio.run(test())


def test_ipv6() -> None:
    """IPv6 addresses work likewise, and are written with brackets."""

    async def test() -> None:
        sock, uri = await Ends().listen(parse_address("tcp://[::1]:0"))
        with sock:
            assert uri == f"tcp://[::1]:{sock.getsockname()[1]}"
            connected = await Ends().connect(parse_address(uri), 5)
            assert uri_at("tcp", connected.getpeername()) == uri
            connected.close()

    asyncio.run(test())


def test_a_name_that_nobody_knows() -> None:
    """A host that does not resolve is told, for connecting and for listening."""

    async def test() -> None:
        address = parse_address("tcp://nowhere.invalid:1")
        with pytest.raises(TransportError, match="resolves to no address"):
            await Ends().connect(address, 20)
        with pytest.raises(TransportError, match="resolves to no address"):
            await Ends().listen(address)

    asyncio.run(test())


def test_nobody_answers_in_time() -> None:
    """A far end that does not answer is given up after the time that was given, and the socket is closed."""

    async def test() -> None:
        with (
            socket.create_server(("127.0.0.1", 0), backlog=0) as server,
            # The one place that there is to wait is taken.
            socket.create_connection(server.getsockname()),
        ):
            host, port = server.getsockname()
            with pytest.raises(TransportError, match=r"Nobody answered at \S+ within 0\.1 s: check"):
                await Ends().connect(parse_address(f"tcp://{host}:{port}"), 0.1)

    asyncio.run(test())


class Failing(Ends):
    """Fails to connect in one way."""

    def __init__(self, number: int) -> None:
        self._number = number

    async def dial(self, sock: socket.socket, names: Sequence[Name]) -> None:
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize(
    ("number", "advice"),
    [(errno.EACCES, "No permission"), (errno.ENETUNREACH, "cannot be reached"), (errno.ETIMEDOUT, "Nobody answered")],
)
def test_what_stands_in_the_way(number: int, advice: str) -> None:
    """Each obstacle is told in its sentence; the kernel's own time limit is no programming error."""

    async def test() -> None:
        with pytest.raises(TransportError, match=advice):
            await Failing(number).connect(parse_address("tcp://127.0.0.1:1"), 5)

    asyncio.run(test())


class Forbidden(Ends):
    """May take no port, as one below 1024 without root."""

    def bind(self, sock: socket.socket, names: Sequence[Name]) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_port_below_1024_needs_root() -> None:
    """A port that only root may take is refused with the way out, and the socket is closed."""

    async def test() -> None:
        with pytest.raises(TransportError, match="below 1024 need root"):
            await Forbidden().listen(parse_address("tcp://127.0.0.1:1"))

    asyncio.run(test())


def test_own_address_of_another_family() -> None:
    """An own address that does not go with the far end's family is refused."""

    async def test() -> None:
        with pytest.raises(TransportError, match=r"no address for tcp://\[::1\]:0"):
            await Ends().connect(parse_address("tcp://127.0.0.1:1?bind=[::1]:0"), 5)

    asyncio.run(test())


def test_a_port_that_answers_itself_is_nobody() -> None:
    """A socket that happens to be connected to itself has found nobody."""

    async def test() -> None:
        sock, uri = await Ends().listen(parse_address("tcp://127.0.0.1:0"))
        sock.close()
        port = uri.rpartition(":")[2]
        with pytest.raises(TransportError, match="Nobody listens"):
            await Ends().connect(parse_address(f"{uri}?bind=127.0.0.1:{port}"), 5)

    asyncio.run(test())
