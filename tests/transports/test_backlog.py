"""The queue of associations that nobody accepted yet."""

import asyncio

import pytest

from oran_harness.transports import Link, TransportError, connect, listen
from oran_harness.transports.backlog import MOST_LINKS, Backlog


async def links(count: int) -> list[Link]:
    """So many links; both ends end with the first."""
    listener = await listen("memory://backlog")
    made = []
    for _ in range(count):
        made.append(await connect("memory://backlog"))
        await listener.accept()
    await listener.close()
    return made


def test_links_are_accepted_in_order() -> None:
    """Who came first is accepted first, also by an accept that waited."""

    async def test() -> None:
        backlog: Backlog[Link] = Backlog("memory://x")
        waiting = asyncio.create_task(backlog.accept())
        await asyncio.sleep(0)
        first, second = await links(2)
        backlog.put(first)
        backlog.put(second)
        assert await waiting is first
        assert await backlog.accept() is second

    asyncio.run(test())


def test_a_full_backlog_tells_when_there_is_room() -> None:
    """It is full at so many links, and whoever fills it is told when it is not any more."""

    async def test() -> None:
        told: list[bool] = []
        backlog: Backlog[Link] = Backlog("memory://x", lambda: told.append(backlog.full))
        for link in await links(MOST_LINKS):
            assert not backlog.full
            backlog.put(link)
        assert backlog.full
        await backlog.accept()
        await backlog.accept()
        assert told == [False]

    asyncio.run(test())


def test_trouble_is_told_once() -> None:
    """What keeps associations from being taken is raised by one accept; the next waits on."""

    async def test() -> None:
        backlog: Backlog[Link] = Backlog("memory://x")
        backlog.fail(TransportError("too many files are open"))
        with pytest.raises(TransportError, match="too many files"):
            await backlog.accept()
        (link,) = await links(1)
        backlog.put(link)
        assert await backlog.accept() is link

    asyncio.run(test())


def test_closing_aborts_what_waits() -> None:
    """What nobody accepted is aborted, and accepts that wait or come later are refused."""

    async def test() -> None:
        backlog: Backlog[Link] = Backlog("memory://x")
        (link,) = await links(1)
        backlog.put(link)
        await backlog.close()
        ending = await link.receive()
        assert (ending.how, ending.by_peer) == ("abort", False)  # type: ignore[union-attr]
        for _ in range(2):
            with pytest.raises(TransportError, match="memory://x was closed; listen again"):
                await backlog.accept()

    asyncio.run(test())
