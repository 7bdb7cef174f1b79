"""Sessions over SSH and TLS, both ends in this process: opening one, opening many at once, and octets one way."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from oran_harness.transports import Delivery, Link, Listener, connect, listen
from tests.transports.certificates import Issuer

SESSIONS = 200
OCTETS = 16 * 1024 * 1024

Place = tuple[str, str]


@pytest.fixture(params=["netconf+ssh", "netconf+tls"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where to listen, and what to add in order to connect."""
    if request.param == "netconf+ssh":
        password = tmp_path / "password"
        password.touch(0o600)
        password.write_text("correct horse\n", "utf-8")
        return f"netconf+ssh://nms@127.0.0.1:0?password=file:{password}", f"?password=file:{password}"
    issuer = Issuer(tmp_path, "issuer")
    server, client = (
        f"?ca={issuer.ca}&cert={files.cert}&key={files.key}" for files in map(issuer.issue, ("server", "client"))
    )
    return f"netconf+tls://127.0.0.1:0{server}", client


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """An event loop."""
    with asyncio.Runner() as running:
        yield running


async def up(listener: Listener, query: str, count: int) -> list[Link]:
    """Both ends of so many sessions, opened at once."""
    near = asyncio.gather(*(connect(listener.uri + query, timeout=60) for _ in range(count)))
    far = [await listener.accept() for _ in range(count)]
    return [*await near, *far]


async def down(links: list[Link]) -> None:
    """End them all."""
    await asyncio.gather(*(link.abort() for link in links))


@pytest.mark.benchmark(group="a session opened and ended", min_rounds=20, max_time=1)
def test_a_session_opens(benchmark: BenchmarkFixture, runner: asyncio.Runner, place: Place) -> None:
    """TCP, keys, algorithms and who it is; wanted: less than 30 ms."""
    listener = runner.run(listen(place[0]))

    async def one() -> None:
        await down(await up(listener, place[1], 1))

    benchmark(lambda: runner.run(one()))
    runner.run(listener.close())


@pytest.mark.benchmark(group=f"{SESSIONS} sessions opened at once", min_rounds=3, max_time=1)
def test_many_sessions_open_at_once(benchmark: BenchmarkFixture, runner: asyncio.Runner, place: Place) -> None:
    """All of one process, and all there at the same time."""
    listener = runner.run(listen(place[0]))

    async def all_at_once() -> None:
        await down(await up(listener, place[1], SESSIONS))

    benchmark(lambda: runner.run(all_at_once()))
    runner.run(listener.close())


@pytest.mark.benchmark(group=f"{OCTETS} octets one way", min_rounds=3, max_time=1)
def test_octets_one_way(benchmark: BenchmarkFixture, runner: asyncio.Runner, place: Place) -> None:
    """As fast as the far end takes them; divide ``OCTETS`` by it for octets a second."""
    listener = runner.run(listen(place[0]))
    near, far = runner.run(up(listener, place[1], 1))

    async def one_way() -> None:
        sending = asyncio.create_task(near.send(bytes(OCTETS)))
        left = OCTETS
        while left:
            delivery = await far.receive()
            assert isinstance(delivery, Delivery), delivery
            left -= len(delivery.octets)
        await sending

    benchmark(lambda: runner.run(one_way()))
    runner.run(down([near, far]))
    runner.run(listener.close())
