"""Ending early, by request."""

import asyncio

import pytest

from oran_harness.runner.interruption import Interrupted, Stop


async def answer() -> int:
    """Work that ends."""
    return 42


async def stubborn(seen: list[str]) -> None:
    """Work that notices that it is given up, and fails."""
    try:
        await asyncio.sleep(600)
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise ValueError("no matter") from None


def test_work_is_done_unless_somebody_asks() -> None:
    """The result comes through, and so does what it raises."""

    async def scene() -> None:
        stop = Stop()
        assert await stop.unless(answer()) == 42
        with pytest.raises(ValueError, match="x"):
            await stop.unless(_raises())
        assert not stop.asked

    asyncio.run(scene())


def test_asking_gives_work_up() -> None:
    """It is cancelled and waited for, whatever it makes of that; later work does not begin."""

    async def scene() -> list[str]:
        stop, seen = Stop(), list[str]()
        asyncio.get_running_loop().call_later(0.01, stop.ask)
        with pytest.raises(Interrupted):
            await stop.unless(stubborn(seen))
        with pytest.raises(Interrupted):
            await stop.unless(answer())
        assert stop.asked
        return seen

    assert asyncio.run(scene()) == ["cancelled"]


def test_work_has_its_time() -> None:
    """Beyond it, it is given up too."""

    async def scene() -> list[str]:
        seen: list[str] = []
        with pytest.raises(TimeoutError):
            await Stop().unless(stubborn(seen), within=0.01)
        return seen

    assert asyncio.run(scene()) == ["cancelled"]


def test_being_cancelled_gives_the_work_up_too() -> None:
    """Nothing goes on behind the back of who waited."""

    async def scene() -> list[str]:
        seen: list[str] = []
        waiting = asyncio.create_task(Stop().unless(stubborn(seen)))
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return seen

    assert asyncio.run(scene()) == ["cancelled"]


async def _raises() -> None:
    raise ValueError("x")
