"""How the SUT is reached: fresh associations, and none left over from before."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from oran_harness.drivers import Dialling, Listening, reach
from oran_harness.drivers.reach import address_for
from oran_harness.model import UsageError
from oran_harness.transports import ClientSide, Ending, TransportError, connect, listen


def run(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 20))


def test_dialling_connects() -> None:
    """To where the SUT listens; where nobody does, the error says so."""

    async def scene() -> None:
        there = Dialling("memory://reach")
        with pytest.raises(TransportError, match="Nobody listens"):
            await there.open(1.0)
        listener = await listen("memory://reach")
        await there.begin()
        link = await there.open()
        assert there.sut_connects is False
        await link.abort()
        await listener.close()

    run(scene)


def test_who_cannot_show_who_he_is_is_told_before(tmp_path: Path) -> None:
    """Keys and certificates that cannot be used are the caller's mistake: no case is begun with them."""
    key = tmp_path / "key"
    key.write_text("no key")
    key.chmod(0o644)
    for uri, said in (
        (f"netconf+ssh://admin@127.0.0.1:9?key={key}", "can be read by others"),
        ("netconf+ssh://admin@127.0.0.1:9?password=env:ORAN_HARNESS_UNSET", "is not set"),
        (f"netconf+ssh://admin@127.0.0.1:9?known={tmp_path / 'none'}", "cannot be read"),
        (f"netconf+tls://127.0.0.1:9?ca={tmp_path / 'none'}", "cannot be read"),
    ):
        with pytest.raises(UsageError, match=said):
            asyncio.run(Dialling(uri, ClientSide()).begin())
    asyncio.run(Dialling("netconf+tls://127.0.0.1:9", ClientSide()).begin())


@pytest.mark.parametrize("uri", ["memory://reach", "tcp://127.0.0.1:0"])
def test_listening_gives_associations_in_their_order(uri: str) -> None:
    """Also those that came before anybody asked."""

    async def scene() -> None:
        async with Listening(uri) as here:
            first = await connect(here.uri)
            link = await here.open(5.0)
            later = asyncio.create_task(here.open())
            second = await connect(here.uri)
            other = await later
            await first.send(b"one")
            await second.send(b"two")
            heard = [await link.receive(), await other.receive()]
            assert [getattr(each, "octets", None) for each in heard] == [b"one", b"two"]
            for each in (first, second, link, other):
                await each.abort()

    run(scene)


def test_waiting_for_an_association_is_bounded() -> None:
    """By the caller; a cancelled wait loses no association."""

    async def scene() -> None:
        async with Listening("memory://reach") as here:
            with pytest.raises(TimeoutError):
                await here.open(0.01)
            link = await connect(here.uri)
            await (await here.open(1.0)).abort()
            await link.abort()

    run(scene)


def test_a_fresh_start_keeps_the_newest_alone() -> None:
    """The others are ended in order: the SUT comes again."""

    async def scene() -> None:
        async with Listening("memory://reach") as here:
            old, new = await connect(here.uri), await connect(here.uri)
            await asyncio.sleep(0.01)
            await here.begin()
            ending = await old.receive()
            assert isinstance(ending, Ending)
            assert ending.how == "shutdown"
            link = await here.open(1.0)
            await new.send(b"here")
            assert getattr(await link.receive(), "octets", None) == b"here"
            await new.abort()

    run(scene)


def test_an_association_that_waited_too_long_is_no_longer_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SUT may have given it up."""
    monkeypatch.setattr(reach, "FRESH_FOR", 0.0)

    async def scene() -> None:
        async with Listening("memory://reach") as here:
            link = await connect(here.uri)
            await asyncio.sleep(0.01)
            await here.begin()
            assert isinstance(await link.receive(), Ending)

    run(scene)


def test_what_came_while_the_sut_was_started_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long that took: a node may take its time between its association and the sign that it is ready."""
    monkeypatch.setattr(reach, "FRESH_FOR", 0.05)

    async def scene() -> None:
        async with Listening("memory://reach") as here:
            link = await connect(here.uri)
            await asyncio.sleep(0.1)
            here.renew()
            await here.begin()
            await (await here.open(1.0)).send(b"here")
            assert getattr(await link.receive(), "octets", None) == b"here"
            await link.abort()
        Dialling("memory://reach").renew()

    run(scene)


def test_not_too_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SUT that connects again and again uses nothing up."""
    monkeypatch.setattr(reach, "MOST_QUEUED", 2)

    async def scene() -> None:
        async with Listening("memory://reach") as here:
            links = []
            for _ in range(4):
                links.append(await connect(here.uri))
                await asyncio.sleep(0.01)
            assert [isinstance(await link.receive(), Ending) for link in links[:2]] == [True, True]
        assert isinstance(await links[3].receive(), Ending)

    run(scene)


def test_an_address_must_be_open() -> None:
    """Asking one that is not is the caller's mistake."""

    async def scene() -> None:
        with pytest.raises(UsageError, match="start it first"):
            await Listening("memory://reach").begin()

    run(scene)


def test_an_address_that_is_taken_cannot_be_opened() -> None:
    """The error says what to do."""

    async def scene() -> None:
        async with Listening("memory://reach"):
            with pytest.raises(TransportError):
                await Listening("memory://reach").start()

    run(scene)


@pytest.mark.parametrize("uri", ["memory://reach", "tcp://127.0.0.1:0", "tcp://[::1]:0?keepalive=7"])
def test_one_more_address_beside(uri: str) -> None:
    """Another one each time, of the same host and transport, and each is open by itself."""

    async def scene() -> None:
        async with Listening(uri) as here:
            others = [await here.beside(), await here.beside()]
            assert len({here.uri, *(other.uri for other in others)}) == 3
            assert all(other.uri.startswith(here.uri.rpartition(":")[0]) for other in others)
            link = await connect(others[0].uri)
            came = await others[0].open(1.0)
            for each in (link, came):
                await each.abort()
            for other in others:
                await other.close()

    run(scene)


def test_whoever_dials_has_no_address() -> None:
    """The SUT connects to nobody."""

    async def scene() -> None:
        with pytest.raises(UsageError, match="connects to nobody"):
            await Dialling("memory://reach").beside()

    run(scene)


class _End:
    """A link of which only the ends are known."""

    def __init__(self, local: str, remote: str) -> None:
        self.local = local
        self.remote = remote


def test_the_address_that_is_told() -> None:
    """One that is open at all addresses is reached where the SUT has found us: it cannot be told 0.0.0.0."""
    known: Any = [_End("tcp://192.0.2.7:36421", "tcp://192.0.2.9:40000")]
    assert address_for("tcp://192.0.2.1:40001?keepalive=3", known) == "tcp://192.0.2.1:40001"
    assert address_for("tcp://name:40001", []) == "tcp://name:40001"
    assert address_for("tcp://0.0.0.0:40001", known) == "tcp://192.0.2.7:40001"
    hidden: Any = [_End("grpc://0.0.0.0:0", "grpc://127.0.0.1:40000")]
    assert address_for("grpc://0.0.0.0:40001", hidden) == "grpc://127.0.0.1:40001"
    with pytest.raises(UsageError, match="not known by which address"):
        address_for("tcp://[::]:40001", [])
