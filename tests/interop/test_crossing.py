"""One direction under rules, on virtual time."""

import asyncio
from collections.abc import Callable

import pytest

from oran_harness.faults import Fate
from oran_harness.faults.lane import MOST_UNDER_WAY
from oran_harness.interop.crossing import MOST_OCTETS, Crossing, Outgoing
from oran_harness.testing.virtual_loop import run_virtual
from oran_harness.transports import Delivery, Ending, LinkEnded, connect, listen

Told = list[tuple[str, float, bool]]


def message(name: str) -> Delivery:
    """One message."""
    return Delivery(name.encode(), 0, 70)


def cross(names: str, decide: Callable[[Delivery], Fate | None], pause: float = 0.0) -> tuple[Told, Ending | None]:
    """Send messages of one letter each, so long apart; what came out, when and as whose, and how it ended."""

    async def work() -> tuple[Told, Ending | None]:
        loop, told = asyncio.get_running_loop(), []
        listener = await listen("memory://crossing")
        near = await connect(listener.uri)
        far = await listener.accept()

        async def out(outgoing: Outgoing) -> None:
            told.append((outgoing.delivery.octets.decode(), round(loop.time(), 3), outgoing.injected))

        crossing = asyncio.create_task(Crossing(far, decide, out).run())
        for name in names:
            await near.send(name.encode())
            await asyncio.sleep(pause)
        await near.shutdown()
        ending = await crossing
        await listener.close()
        return told, ending

    return run_virtual(work())


def as_it_is(come: Delivery) -> Fate:
    """Nothing is done."""
    return Fate(((come, False),))


def test_order_is_kept() -> None:
    """Everything comes out as it came, then how it ended."""
    told, ending = cross("abc", as_it_is)
    assert told == [("a", 0, False), ("b", 0, False), ("c", 0, False)]
    assert ending is not None
    assert ending.how == "shutdown"


def test_what_is_late_lets_the_rest_wait() -> None:
    """A delayed message is not overtaken, and the end comes behind it; it is told that it did not come as it was."""
    told, ending = cross("abc", lambda come: Fate(((come, False),), delay=2.0 * (come.octets == b"b"), notes=["n"]))
    assert told == [("a", 0, True), ("b", 2, True), ("c", 2, True)]
    assert ending is not None


@pytest.mark.parametrize(
    ("behind", "order"),
    [(1, "bacd"), (2, "bcad"), (9, "bcda")],
)
def test_reordering(behind: int, order: str) -> None:
    """It comes behind so many others, at the latest before the end."""

    def decide(come: Delivery) -> Fate:
        return Fate(((come, False),), behind=behind if come.octets == b"a" else 0, within=60.0)

    told, _ = cross("abcd", decide)
    assert "".join(name for name, _, _ in told) == order


def test_nobody_waits_for_ever() -> None:
    """Where nothing follows, what was held back goes on after its time."""
    told, _ = cross("ab", lambda come: Fate(((come, False),), behind=5, within=0.5), pause=2.0)
    assert told == [("a", 0.5, False), ("b", 2.5, False)]


def test_dropped_and_more_than_once() -> None:
    """Nothing comes out for one, several for the other."""

    def decide(come: Delivery) -> Fate:
        if come.octets == b"a":
            return Fate((), notes=["dropped"])
        return Fate(((come, False), (come, True)), notes=["twice"])

    assert [name for name, _, _ in cross("ab", decide)[0]] == ["b", "b"]


def test_a_cut() -> None:
    """Where nothing passes any more it ends at once, without an end of the link's."""
    told, ending = cross("abc", lambda come: None if come.octets == b"b" else as_it_is(come))
    assert [name for name, _, _ in told] == ["a"]
    assert ending is None


def test_what_passing_on_raises() -> None:
    """It comes out of the crossing, whoever is still being read."""

    async def work() -> None:
        listener = await listen("memory://crossing")
        near = await connect(listener.uri)
        far = await listener.accept()

        async def out(outgoing: Outgoing) -> None:
            raise LinkEnded(Ending("abort", True, "gone"))

        await near.send(b"a")
        with pytest.raises(LinkEnded, match="gone"):
            await Crossing(far, as_it_is, out).run()
        await listener.close()

    run_virtual(work())


@pytest.mark.parametrize("size", [1, 100_000])
@pytest.mark.parametrize("how", ["held", "late"])
def test_what_is_inside_is_bounded(size: int, how: str) -> None:
    """However long a rule keeps messages, only so many of them are read, then their sender waits; none is lost."""
    taken: list[float] = []
    count = 1500 if size == 1 else 200

    async def work() -> int:
        loop, out = asyncio.get_running_loop(), []
        listener = await listen("memory://bounded")
        near = await connect(listener.uri)
        far = await listener.accept()

        def decide(come: Delivery) -> Fate:
            taken.append(loop.time())
            held = {"behind": 1000, "within": 60.0} if how == "held" else {"delay": 60.0}
            return Fate(((come, False),), notes=["n"], **held)  # type: ignore[arg-type]

        async def let_out(outgoing: Outgoing) -> None:
            out.append(outgoing)

        crossing = asyncio.create_task(Crossing(far, decide, let_out).run())
        for _ in range(count):
            await near.send(bytes(size))
        await near.shutdown()
        await crossing
        await listener.close()
        return len(out)

    assert run_virtual(work()) == count
    at_once = sum(at < 60 for at in taken)
    assert at_once <= MOST_UNDER_WAY
    assert at_once * size <= MOST_OCTETS + size
