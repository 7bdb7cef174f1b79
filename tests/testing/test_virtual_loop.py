"""The virtual clock for coroutines."""

import asyncio

import pytest

from oran_harness.testing import hosted_peer, run_virtual


def test_waits_cost_nothing_and_are_exact() -> None:
    """Time begins at 0, and jumps to the next deadline, in the order of the deadlines."""

    async def scene() -> list[tuple[str, float]]:
        seen: list[tuple[str, float]] = []

        async def wait(name: str, seconds: float) -> None:
            await asyncio.sleep(seconds)
            seen.append((name, asyncio.get_running_loop().time()))

        await asyncio.gather(wait("late", 3600), wait("soon", 0.5))
        return seen

    assert run_virtual(scene()) == [("soon", 0.5), ("late", 3600)]


def test_what_can_never_happen() -> None:
    """It is told instead of waited for; so are tasks that are left behind."""

    async def hangs() -> None:
        await asyncio.Event().wait()

    async def leaves() -> object:
        return asyncio.create_task(asyncio.sleep(5), name="left")

    with pytest.raises(RuntimeError, match="nothing will ever happen"):
        run_virtual(hangs())
    with pytest.raises(RuntimeError, match="left behind: left"):
        run_virtual(leaves())


def test_peers_live_on_it() -> None:
    """Those that meet in memory: an hour of reports passes at once."""

    async def scene() -> float:
        async with hosted_peer("near-rt-ric") as ric, hosted_peer("e2-node", connect=ric.uri):
            await asyncio.sleep(3600)
            return asyncio.get_running_loop().time()

    assert 3600 <= run_virtual(scene()) < 3700
