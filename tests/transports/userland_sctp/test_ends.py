"""Connecting and listening in user space."""

import asyncio
import socket

import pytest

from oran_harness.transports import Delivery, TransportError, connect, listen
from tests.transports.associations import run
from tests.transports.userland_sctp.places import NEEDED, free_udp_port, own_host

pytestmark = NEEDED


def test_the_udp_port_is_taken() -> None:
    """The sentence names it, and how another is chosen at both ends."""

    async def test() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.bind((own_host(), 0))
            port = other.getsockname()[1]
            with pytest.raises(
                TransportError, match=rf"its UDP port {port} is in use.*\?encap=PORT.*\?remote_encap=PORT"
            ):
                await listen(f"sctp+udp://{own_host()}:0?encap={port}")

    run(test())


def test_any_free_udp_port() -> None:
    """The address of a listener says which it is, so that it can be connected to as it stands."""

    async def test() -> None:
        listener = await listen("sctp+udp://127.0.0.1:0?encap=0")
        assert "?remote_encap=" in listener.uri
        near = await connect(listener.uri)
        far = await listener.accept()
        assert far.local == listener.uri.partition("?")[0] == near.remote
        assert (near.local, far.remote) == (far.remote, near.local)
        await near.abort()
        await far.abort()
        await listener.close()

    run(test())


def test_one_udp_port_for_many() -> None:
    """Two addresses and an association that is opened share a UDP port; each SCTP port is one's own."""

    async def test() -> None:
        port = free_udp_port()
        first = await listen(f"sctp+udp://127.0.0.1:5001?encap={port}")
        second = await listen(f"sctp+udp://127.0.0.1:5002?encap={port}")
        near = await connect(f"{second.uri}&encap={port}&bind=127.0.0.1:5003")
        far = await second.accept()
        assert (far.local, far.remote) == ("sctp+udp://127.0.0.1:5002", "sctp+udp://127.0.0.1:5003")
        await near.send(b"here")
        assert await far.receive() == Delivery(b"here", 0, 70)
        with pytest.raises(TransportError, match="in use"):
            await connect(f"{second.uri}&encap={port}&bind=127.0.0.1:5003")
        await first.close()
        # The UDP port is open, and at the SCTP port nobody is: the INIT is answered by an ABORT.
        with pytest.raises(TransportError, match="Nobody listens at"):
            await connect(first.uri)
        await second.close()
        await far.send(b"still")
        assert await near.receive() == Delivery(b"still", 0, 70)
        await near.abort()
        await far.abort()

    run(test())


@pytest.mark.parametrize(("everywhere", "host"), [("0.0.0.0", "127.7.7.7"), ("[::]", "[::1]"), ("[::]", "127.7.7.7")])
def test_all_addresses(everywhere: str, host: str) -> None:
    """Who listens at all addresses answers from the one that was sent to, and says which that is."""

    async def test() -> None:
        port = free_udp_port()
        listener = await listen(f"sctp+udp://{everywhere}:5001?encap={port}")
        near = await connect(f"sctp+udp://{host}:5001?remote_encap={port}")
        far = await listener.accept()
        assert near.remote == f"sctp+udp://{host}:5001"
        assert far.local.replace("[::ffff:", "").replace("]", "") == near.remote.replace("]", "")
        await far.send(b"from there")
        assert await near.receive() == Delivery(b"from there", 0, 70)
        await near.abort()
        await far.abort()
        await listener.close()

    run(test())


def test_an_address_that_is_not_ours() -> None:
    """It cannot be listened at, nor connected from."""

    async def test() -> None:
        for attempt in (listen("sctp+udp://192.0.2.1:5"), connect("sctp+udp://127.0.0.1:5?bind=192.0.2.1")):
            with pytest.raises(TransportError, match="This machine has no address for"):
                await attempt

    run(test())


def test_nobody_is_there() -> None:
    """A UDP port at which nobody is refuses at once; one that is silent is given up in time."""

    async def test() -> None:
        with pytest.raises(TransportError, match="Nobody listens at"):
            await connect(f"sctp+udp://127.0.0.1:5?remote_encap={free_udp_port()}")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
            silent.bind(("127.0.0.1", 0))
            with pytest.raises(TransportError, match=r"Nobody answered at .* within 0.3 s"):
                await connect(f"sctp+udp://127.0.0.1:5?remote_encap={silent.getsockname()[1]}", timeout=0.3)

    run(test())


def test_a_caller_that_gives_up() -> None:
    """Connecting may be cancelled: nothing is left of it."""

    async def test() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
            silent.bind(("127.0.0.1", 0))
            task = asyncio.create_task(connect(f"sctp+udp://127.0.0.1:5?remote_encap={silent.getsockname()[1]}"))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run(test())
