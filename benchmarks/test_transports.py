"""Round trips over each transport: a message there, one back, both ends in this process. Divide by ``ROUND_TRIPS``."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from oran_harness.transports import Delivery, Link, connect, kernel_sctp_available, listen, userland_sctp_missing

ROUND_TRIPS = 200
MESSAGES = 2_000
ASSOCIATIONS = 200
MESSAGES_OF_EACH = 50
# An indication of a usual size, and a large setup.
SIZES = (270, 20_000)
NO_SCTP = "this kernel has no SCTP; run: tools/kernel_sctp/run .venv/bin/python -m pytest benchmarks/test_transports.py"
LACK = userland_sctp_missing()
PLACES = (
    "memory://benchmark",
    "tcp://127.0.0.1:0",
    "grpc://127.0.0.1:0",
    pytest.param("sctp+udp://127.0.0.1:0?encap=0", marks=pytest.mark.skipif(LACK is not None, reason=str(LACK))),
    pytest.param("sctp://127.0.0.1:0", marks=pytest.mark.skipif(not kernel_sctp_available(), reason=NO_SCTP)),
)


@contextmanager
def association(runner: asyncio.Runner, uri: str) -> Iterator[tuple[Link, Link]]:
    """Both ends of an association."""

    async def up() -> tuple[Link, Link]:
        near = await connect(listener.uri)
        return near, await listener.accept()

    async def down() -> None:
        await near.abort()
        await far.abort()
        await listener.close()

    listener = runner.run(listen(uri))
    near, far = runner.run(up())
    try:
        yield near, far
    finally:
        runner.run(down())


async def echo(link: Link, count: int) -> None:
    """Send back what comes."""
    for _ in range(count):
        delivery = await link.receive()
        assert isinstance(delivery, Delivery), delivery
        await link.send(delivery.octets)


async def round_trips(near: Link, far: Link, octets: bytes) -> None:
    """So many messages there and back, one after the other."""
    echoing = asyncio.create_task(echo(far, ROUND_TRIPS))
    for _ in range(ROUND_TRIPS):
        await near.send(octets)
        await near.receive()
    await echoing


async def one_way(near: Link, far: Link, octets: bytes) -> None:
    """So many messages there, as fast as the far end takes them."""
    sending = asyncio.create_task(send_many(near, octets, MESSAGES))
    for _ in range(MESSAGES):
        await far.receive()
    await sending


async def send_many(link: Link, octets: bytes, count: int) -> None:
    """Send one behind the other."""
    for _ in range(count):
        await link.send(octets)


@pytest.mark.benchmark(min_rounds=5, max_time=1)
@pytest.mark.parametrize("uri", PLACES)
def test_messages_one_way(benchmark: BenchmarkFixture, uri: str) -> None:
    """Messages of 270 octets in one direction; divide ``MESSAGES`` by it for messages a second."""
    benchmark.group = f"{MESSAGES} messages of {SIZES[0]} octets one way"
    with asyncio.Runner() as runner, association(runner, uri) as (near, far):
        benchmark(lambda: runner.run(one_way(near, far, bytes([1]) * SIZES[0])))


@pytest.mark.benchmark(min_rounds=3, max_time=1)
@pytest.mark.parametrize("uri", PLACES[1:])
def test_many_associations(benchmark: BenchmarkFixture, uri: str) -> None:
    """Messages of 270 octets one way over many associations of one process, all at once."""
    benchmark.group = f"{ASSOCIATIONS} associations, {MESSAGES_OF_EACH} messages of {SIZES[0]} octets of each"
    octets = bytes([1]) * SIZES[0]

    async def up() -> list[tuple[Link, Link]]:
        return [(await connect(listener.uri), await listener.accept()) for _ in range(ASSOCIATIONS)]

    async def all_at_once() -> None:
        sending = [asyncio.create_task(send_many(near, octets, MESSAGES_OF_EACH)) for near, _ in pairs]
        for _, far in pairs:
            for _ in range(MESSAGES_OF_EACH):
                await far.receive()
        await asyncio.gather(*sending)

    async def down() -> None:
        for pair in pairs:
            for link in pair:
                await link.abort()
        await listener.close()

    with asyncio.Runner() as runner:
        listener = runner.run(listen(uri))
        pairs = runner.run(up())
        try:
            benchmark(lambda: runner.run(all_at_once()))
        finally:
            runner.run(down())


@pytest.mark.benchmark(min_rounds=5, max_time=1)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("uri", PLACES)
def test_round_trip(benchmark: BenchmarkFixture, uri: str, size: int) -> None:
    """One message of that size there and back, as often as told."""
    benchmark.group = f"{ROUND_TRIPS} round trips of {size} octets"
    with asyncio.Runner() as runner, association(runner, uri) as (near, far):
        benchmark(lambda: runner.run(round_trips(near, far, bytes([1]) * size)))
