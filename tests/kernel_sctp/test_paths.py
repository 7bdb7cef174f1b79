"""Silence, restart and multi-homing over paths that are really cut."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from oran_harness.transports import Delivery, Ending, Link, Listener, TransportError, connect, listen
from tests.kernel_sctp.paths import Paths
from tests.transports.associations import fill, run

# The far end is given up after some 2 s of silence.
IMPATIENT = "heartbeat=0.2&rto=0.3&retransmissions=3"


@pytest.fixture
def paths() -> Iterator[Paths]:
    """Two paths to a namespace of its own; skips without the rights to make one."""
    if os.geteuid() != 0:
        pytest.skip(
            "network namespaces need root: run tools/kernel_sctp/run .venv/bin/python -m pytest tests/kernel_sctp"
        )
    with Paths(2) as paths:
        yield paths


@asynccontextmanager
async def listening(paths: Paths, uri: str) -> AsyncIterator[Listener]:
    """An address that is open at the far end."""
    with paths.there():
        listener = await listen(uri)
    try:
        yield listener
    finally:
        await listener.close()


async def ending_of(link: Link) -> tuple[str, bool]:
    """How a link ends, and whether by its far end."""
    ending = await link.receive()
    assert isinstance(ending, Ending), ending
    return ending.how, ending.by_peer


def test_silence_is_neither_shutdown_nor_abort(paths: Paths) -> None:
    """Where heartbeats are not answered any more, either end sees the link go down."""

    async def test() -> None:
        async with listening(paths, f"sctp://{paths.far()}:0?{IMPATIENT}") as listener:
            near = await connect(f"{listener.uri}?{IMPATIENT}")
            far = await listener.accept()
            paths.cut()
            assert await ending_of(near) == ("down", True)
            assert await ending_of(far) == ("down", True)

    run(test())


def test_silence_after_something_was_sent(paths: Paths) -> None:
    """Where what was sent is not acknowledged any more, the link goes down, too."""

    async def test() -> None:
        async with listening(paths, f"sctp://{paths.far()}:0") as listener:
            near = await connect(f"{listener.uri}?rto=0.3&retransmissions=3")
            far = await listener.accept()
            paths.cut()
            await near.send(b"lost")
            assert await ending_of(near) == ("down", True)
            await far.abort()

    run(test())


def test_silence_over_tcp(paths: Paths) -> None:
    """TCP's keepalive tells silence as well; that of an end whose data wait is told by missing acknowledgements."""

    async def test() -> None:
        async with listening(paths, f"tcp://{paths.far()}:0?keepalive=1") as listener:
            idle = await connect(f"{listener.uri}?keepalive=1")
            idle_far = await listener.accept()
            busy = await connect(f"{listener.uri}?keepalive=1")
            busy_far = await listener.accept()
            await fill(busy)
            paths.cut()
            assert await ending_of(idle) == ("down", True)
            assert await ending_of(idle_far) == ("down", True)
            assert await ending_of(busy) == ("down", True)
            await busy_far.abort()

    run(test())


SERVER = """
import asyncio, sys
from oran_harness.transports import listen
async def main():
    listener = await listen(sys.argv[1])
    print(listener.uri, flush=True)
    ending = await (await listener.accept()).receive()
    print(ending.how, flush=True)
    await listener.close()
asyncio.run(main())
"""


def test_silence_over_grpc(paths: Paths) -> None:
    """A client learns by gRPC's keepalive that its server is silent; a server is told only that the stream is gone."""
    # In a process of its own: gRPC's threads stay in the namespace in which the first of them began.
    with paths.there():
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER, f"grpc://{paths.far()}:0?keepalive=1"], stdout=subprocess.PIPE, text=True
        )

    async def test(uri: str) -> None:
        near = await connect(f"{uri}?keepalive=1")
        paths.cut()
        assert await ending_of(near) == ("down", True)

    with server:
        assert server.stdout is not None
        run(test(server.stdout.readline().strip()))
        assert server.stdout.readline() == "abort\n"


def test_a_restart_ends_the_association_and_begins_another(paths: Paths) -> None:
    """A far end that starts anew without an end (it crashed) ends the old link; the new one is accepted as usual."""

    async def test() -> None:
        async with listening(paths, f"sctp://{paths.far()}:0") as listener:
            uri = f"{listener.uri}?bind={paths.near()}:36499"
            first = await connect(uri)
            old = await listener.accept()
            paths.cut()
            await first.abort()
            await asyncio.sleep(0.1)
            paths.mend()
            second = await connect(uri)
            ending = await old.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("abort", True)
            assert "anew" in ending.reason
            new = await listener.accept()
            await second.send(b"again")
            assert await new.receive() == Delivery(b"again", 0, 70)
            await second.abort()
            assert await ending_of(new) == ("abort", True)

    run(test())


def test_an_association_survives_the_loss_of_a_path(paths: Paths) -> None:
    """With several addresses at both ends, one path may be cut without anybody noticing."""

    async def test() -> None:
        place = f"sctp://{paths.far(1)}:0?also={paths.far(2)}&rto=0.3"
        async with listening(paths, place) as listener:
            near = await connect(f"{listener.uri}?bind={paths.near(1)}&also={paths.near(2)}&rto=0.3")
            far = await listener.accept()
            assert near.local.startswith(f"sctp://{paths.near(1)}:")
            await near.send(b"one")
            assert await far.receive() == Delivery(b"one", 0, 70)
            paths.cut(1)
            await near.send(b"two")
            assert await far.receive() == Delivery(b"two", 0, 70)
            await far.send(b"three")
            assert await near.receive() == Delivery(b"three", 0, 70)
            await near.abort()
            await far.abort()

    run(test())


def test_a_second_address_is_tried(paths: Paths) -> None:
    """Where HOST does not answer, another of the far end's addresses does."""

    async def test() -> None:
        async with listening(paths, f"sctp://{paths.far(2)}:0") as listener:
            port = listener.uri.rpartition(":")[2]
            near = await connect(f"sctp://{paths.nobody(1)}:{port}?also={paths.far(2)}&rto=0.3", timeout=20)
            far = await listener.accept()
            await near.send(b"found")
            assert await far.receive() == Delivery(b"found", 0, 70)
            await near.abort()
            await far.abort()

    run(test())


def test_nobody_answers(paths: Paths) -> None:
    """An address that nobody answers at is given up after the time that was given."""

    async def test() -> None:
        for scheme in ("sctp", "tcp"):
            with pytest.raises(TransportError, match=r"Nobody answered at \S+ within 0.5 s: check"):
                await connect(f"{scheme}://{paths.nobody()}:36421", timeout=0.5)

    run(test())
