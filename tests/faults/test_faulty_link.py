"""A link under faults: what both ends may rely on still holds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.faults import NO_FAULTS, LinkFaults, faulty
from oran_harness.model import UsageError
from oran_harness.testing import linked, run_virtual
from oran_harness.transports import Delivery, Ending, Link, LinkEnded

SLOW = LinkFaults(delay=0.05)
LOSSY = LinkFaults(delay=0.05, jitter=0.02, loss=0.3)


@asynccontextmanager
async def impaired(
    faults: LinkFaults, seed: str = "1", note: Any = lambda text: None
) -> AsyncIterator[tuple[Link, Link]]:
    """Our end, under faults, and the far end."""
    async with linked() as plain:
        near = faulty(plain.near, faults, seed, note)
        try:
            yield near, plain.far
        finally:
            await near.abort()


def now() -> float:
    """The time of the loop."""
    return round(asyncio.get_running_loop().time(), 6)


def test_without_faults_a_link_stays_what_it_is() -> None:
    """Nothing stands before it."""

    async def whole() -> None:
        async with impaired(NO_FAULTS) as (near, _):
            assert type(near).__name__ == "MemoryLink"

    run_virtual(whole())


def test_what_is_delivered_has_arrived() -> None:
    """Messages of all streams, those that come late, too; once the link is over nobody waits for them any more."""

    async def whole() -> None:
        async with impaired(LOSSY) as (near, far):
            for stream in range(20):
                await near.send(b"m", stream=stream)
            await near.delivered()
            assert {(await far.receive()).stream for _ in range(20)} == set(range(20))  # type: ignore[union-attr]
            assert now() > 0.07  # some were lost at first
            arrived = now()
            await near.delivered()
            assert now() == arrived
            await near.send(b"never read")
            waiting = asyncio.create_task(near.delivered())
            await near.abort()
            await waiting

    run_virtual(whole())


def test_both_directions_are_late() -> None:
    """A question and its answer take twice the delay; stream and PPID are kept."""

    async def whole() -> None:
        async with impaired(SLOW) as (near, far):
            await near.send(b"question", stream=3, ppid=71)
            assert now() == 0
            assert await far.receive() == Delivery(b"question", 3, 71)
            assert now() == 0.05
            await far.send(b"answer")
            assert await near.receive() == Delivery(b"answer", 0, 70)
            assert now() == 0.1

    run_virtual(whole())


def test_an_end_in_order_comes_behind_all_messages() -> None:
    """Also behind those that were lost at first; our own end is told as ours."""

    async def whole() -> None:
        async with impaired(LOSSY) as (near, far):
            for number in range(20):
                await near.send(bytes([number]), stream=number % 4)
            await near.shutdown()
            ended = now()
            heard = [await far.receive() for _ in range(20)]
            assert sorted(each.octets[0] for each in heard if isinstance(each, Delivery)) == list(range(20))
            assert (await far.receive()) == Ending("shutdown", True, "the far end closed the association")
            ours = await near.receive()
            assert isinstance(ours, Ending)
            assert (ours.how, ours.by_peer) == ("shutdown", False)
            assert ended >= 1
            with pytest.raises(LinkEnded):
                await near.send(b"late")

    run_virtual(whole())


def test_the_far_end_s_end_is_late_too() -> None:
    """It comes behind its messages."""

    async def whole() -> None:
        async with impaired(SLOW) as (near, far):
            await far.send(b"last")
            await far.shutdown()
            assert isinstance(await near.receive(), Delivery)
            assert isinstance(await near.receive(), Ending)
            assert now() == 0.05

    run_virtual(whole())


def test_an_abort_follows_what_is_under_way() -> None:
    """It is over for us at once; what was sent still arrives, and what was lost never does."""

    async def whole() -> None:
        async with impaired(SLOW) as (near, far):
            await near.send(b"under way")
            parting = asyncio.gather(near.abort(), near.abort())
            ours = await near.receive()
            assert isinstance(ours, Ending)
            assert (ours.how, ours.by_peer, now()) == ("abort", False, 0)
            assert await far.receive() == Delivery(b"under way", 0, 70)
            ending = await far.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, now()) == ("abort", 0.05)
            await parting

    run_virtual(whole())


def test_which_messages_are_lost_is_decided_by_the_seed_and_told() -> None:
    """The same seed, the same losses; each is noted with its size and how late it comes."""

    async def whole(seed: str) -> list[str]:
        notes: list[str] = []
        async with impaired(LinkFaults(loss=0.2), seed, notes.append) as (near, far):
            for number in range(30):
                await near.send(bytes(number + 1))
                await far.send(bytes(number + 1))
            for _ in range(30):
                await far.receive()
                await near.receive()
        return notes

    first = run_virtual(whole("1"))
    assert first == run_virtual(whole("1"))
    assert first != run_virtual(whole("2"))
    assert any(note.startswith("fault: loss: our message of ") for note in first)
    assert any(" octets from the far end is lost, and comes 1 s late" in note for note in first)


def test_what_no_transport_carries_is_refused_at_once() -> None:
    """As any link does."""

    async def whole() -> None:
        async with impaired(SLOW) as (near, _):
            with pytest.raises(UsageError, match="at least one octet"):
                await near.send(b"")

    run_virtual(whole())


class Refusing:
    """A link that refuses every message, or breaks."""

    local, remote = "sctp://a", "sctp://b"

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
        raise self.error

    async def receive(self) -> Delivery | Ending:
        await asyncio.sleep(1000)
        raise AssertionError

    async def shutdown(self) -> None:
        """Nothing."""

    async def abort(self) -> None:
        """Nothing."""


def test_what_the_transport_refuses_is_told_later() -> None:
    """By the next call; the link lives on."""

    async def whole() -> None:
        link = faulty(Refusing(UsageError("no such stream")), SLOW, "1")
        await link.send(b"a", stream=99)
        await asyncio.sleep(0.1)
        with pytest.raises(UsageError, match="no such stream"):
            await link.send(b"b")
        await link.send(b"c")
        await link.abort()

    run_virtual(whole())


def test_a_broken_transport_is_no_end_of_the_link() -> None:
    """Whoever receives gets what it raised: the harness is at fault, not the far end."""

    async def whole() -> None:
        link = faulty(Refusing(RuntimeError("broken")), SLOW, "1")
        await link.send(b"a")
        with pytest.raises(RuntimeError, match="broken"):
            await link.receive()
        await link.abort()

    run_virtual(whole())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.floats(0, 0.3)), max_size=25),
    st.integers(0, 1000),
    st.floats(0, 0.5),
)
def test_nothing_is_lost_for_good_and_streams_keep_their_order(
    sent: list[tuple[bool, int, float]], seed: int, loss: float
) -> None:
    """Of whatever is sent in both directions, whenever."""

    async def whole() -> tuple[list[Delivery], list[Delivery]]:
        async with impaired(LinkFaults(0.05, 0.05, loss), str(seed)) as (near, far):
            for number, (ours, stream, pause) in enumerate(sent):
                await (near if ours else far).send(bytes([number]), stream=stream)
                await asyncio.sleep(pause)
            await asyncio.sleep(100)
            heard: list[list[Delivery]] = []
            for end, ours in ((far, True), (near, False)):
                heard.append([])
                for _ in range(sum(each[0] is ours for each in sent)):
                    come = await end.receive()
                    assert isinstance(come, Delivery)
                    heard[-1].append(come)
            return heard[0], heard[1]

    for heard, ours in zip(run_virtual(whole()), (True, False), strict=True):
        for stream in range(3):
            wanted = [number for number, each in enumerate(sent) if each[0] is ours and each[1] == stream]
            assert [each.octets[0] for each in heard if each.stream == stream] == wanted
