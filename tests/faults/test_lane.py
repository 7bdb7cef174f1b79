"""What enters a lane comes out later, in its order."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.faults.lane import MOST_UNDER_WAY, Lane
from oran_harness.testing import run_virtual

Came = list[tuple[str, float]]


async def through(lane: Lane[str], seconds: float) -> None:
    """Let a lane work for so long."""
    task = asyncio.get_running_loop().create_task(lane.run())
    await asyncio.sleep(seconds)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def watched() -> tuple[Lane[str], Came]:
    """A lane, and what came out of it when."""
    came: Came = []

    async def out(thing: str) -> None:
        came.append((thing, round(asyncio.get_running_loop().time(), 6)))

    return Lane(out), came


def test_what_is_late_lets_nothing_of_its_line_overtake() -> None:
    """What follows comes right behind it; another line goes on."""

    async def whole() -> Came:
        lane, came = watched()
        lane.enter("a", 0, 0.05)
        lane.enter("b", 0, 0.05, late=1.0)
        lane.enter("c", 0, 0.05)
        lane.enter("d", 1, 0.05)
        lane.enter_last("end", 0.05)
        await through(lane, 2)
        return came

    assert run_virtual(whole()) == [("a", 0.05), ("d", 0.05), ("b", 1.05), ("c", 1.05), ("end", 1.05)]


def test_what_is_lost_can_be_forgotten() -> None:
    """With all that waits behind it in its line, also what would have come later than it."""

    async def whole() -> Came:
        lane, came = watched()
        lane.enter("a", 0, 0.05)
        lane.enter("b", 0, 0.05, late=1.0)
        lane.enter("c", 0, 1.5)
        lane.enter("d", 1, 1.5)
        lane.forget_late()
        await through(lane, 2)
        return came

    assert run_virtual(whole()) == [("a", 0.05), ("d", 1.5)]


def test_a_full_lane_makes_wait() -> None:
    """Until something has come out."""

    async def whole() -> float:
        lane, _ = watched()
        for _ in range(MOST_UNDER_WAY):
            lane.enter("x", 0, 0.5)
        task = asyncio.get_running_loop().create_task(through(lane, 1))
        await lane.room()
        waited = asyncio.get_running_loop().time()
        await task
        return waited

    assert run_virtual(whole()) == 0.5


ENTRIES = st.lists(
    st.tuples(st.integers(0, 2), st.floats(0, 1), st.sampled_from([0.0, 0.0, 1.0, 3.0]), st.floats(0, 0.5)), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_nothing_is_lost_and_each_line_keeps_its_order(entries: list[tuple[int, float, float, float]]) -> None:
    """However late, and however much later the next one enters: no sooner than its way takes."""

    async def whole() -> tuple[Came, list[float]]:
        lane, came = watched()
        task = asyncio.get_running_loop().create_task(lane.run())
        earliest = []
        for number, (line, way, late, pause) in enumerate(entries):
            lane.enter(f"{line}.{number}", line, way, late)
            earliest.append(asyncio.get_running_loop().time() + way + late)
            await asyncio.sleep(pause)
        await asyncio.sleep(20)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return came, earliest

    came, earliest = run_virtual(whole())
    for line in range(3):
        mine = [int(thing.partition(".")[2]) for thing, _ in came if thing.startswith(f"{line}.")]
        assert mine == [number for number, entry in enumerate(entries) if entry[0] == line]
    assert all(when >= earliest[int(thing.partition(".")[2])] - 1e-5 for thing, when in came)
