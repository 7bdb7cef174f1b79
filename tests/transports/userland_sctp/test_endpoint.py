"""Sockets of libusrsctp."""

import asyncio
import errno

import pytest

from oran_harness.transports.userland_sctp.endpoint import Endpoint
from oran_harness.transports.userland_sctp.stack import pump
from tests.transports.userland_sctp.places import NEEDED

pytestmark = NEEDED


def test_errors_are_those_of_the_operating_system() -> None:
    """What cannot be done raises as a socket of the kernel does, and gives everything back when it is closed."""

    async def test() -> None:
        here = pump()
        before = len(here.stack.endpoints)
        endpoint = Endpoint(here, here.stack.take_port(5))
        endpoint.bind()
        endpoint.listen()
        with pytest.raises(BlockingIOError):
            endpoint.accept()
        other = Endpoint(here, here.stack.take_port(5))
        other.port, port = endpoint.port, other.port
        with pytest.raises(OSError, match="in use") as raised:
            other.bind()
        assert raised.value.errno == errno.EADDRINUSE
        other.port = port
        with pytest.raises(OSError, match="not connected"):
            other.receive()
        other.send_buffer(20_000_000)
        assert other.trouble() == 0
        for each in (endpoint, other, other):
            each.close(reset=True)
            assert each.closed
        assert len(here.stack.endpoints) == before

    asyncio.run(test())


def test_an_option_that_is_none() -> None:
    """The endpoint that was half made is closed."""

    async def test() -> None:
        here = pump()
        before = len(here.stack.endpoints)
        with pytest.raises(OSError, match=r"not available|nvalid"):
            Endpoint(here, here.stack.take_port(5), [(132, 0xFFFF, b"")])
        assert len(here.stack.endpoints) == before

    asyncio.run(test())
