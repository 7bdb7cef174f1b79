"""One association of a hosted actor: order, backpressure, ends."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from oran_harness.drivers import hosted_link
from oran_harness.drivers.hosted_link import HARD_OCTETS, SOFT_MESSAGES, HostedLink
from oran_harness.peers.actor import Say
from oran_harness.transports import Delivery, Ending, Link, connect, listen


class Stand:
    """A hosted link, and the far end of it in the test's hands."""

    def __init__(self) -> None:
        self.heard: list[Delivery] = []
        self.troubles: list[str] = []
        self.tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> "Stand":
        listener = await listen("memory://stand")
        self.far: Link = await connect("memory://stand")
        near = await listener.accept()
        await listener.close()
        self.near = HostedLink(near, self._spawn, self.heard.append, self.troubles.append)
        self.receiving = asyncio.ensure_future(self.near.receive())
        return self

    def _spawn(self, work: Coroutine[Any, Any, None]) -> object:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        return task

    async def close(self) -> None:
        await self.far.abort()
        for task in (*self.tasks, self.receiving):
            task.cancel()
        await asyncio.gather(*self.tasks, self.receiving, return_exceptions=True)


def _with_stand(work: Callable[[Stand], Coroutine[Any, Any, None]]) -> None:
    async def main() -> None:
        stand = await Stand().open()
        try:
            async with asyncio.timeout(10):
                await work(stand)
        finally:
            await stand.close()

    asyncio.run(main())


def test_messages_in_order_then_the_end() -> None:
    """What was said before a shutdown arrives, in order; what is said after it does not."""

    async def work(stand: Stand) -> None:
        for number in range(300):
            stand.near.say(Say("x", bytes([number % 256, 1]), stream=number % 3, ppid=71))
        stand.near.end("shutdown")
        stand.near.say(Say("x", b"late"))
        got = [await stand.far.receive() for _ in range(300)]
        assert got == [Delivery(bytes([number % 256, 1]), number % 3, 71) for number in range(300)]
        assert (await stand.far.receive()).how == "shutdown"  # type: ignore[union-attr]
        ending = await stand.receiving
        assert (ending.how, ending.by_peer) == ("shutdown", False)

    _with_stand(work)


def test_an_abort_does_not_wait() -> None:
    """Not for messages that nobody takes; a shutdown before it does not hold it up."""

    async def work(stand: Stand) -> None:
        for _ in range(5000):
            stand.near.say(Say("x", bytes(1000)))
        stand.near.end("shutdown")
        await asyncio.sleep(0)
        stand.near.end("abort")
        ending = await stand.receiving
        assert ending.how == "abort"
        await asyncio.gather(*stand.tasks)

    _with_stand(work)


def test_the_far_end_ends() -> None:
    """In whatever way: receiving tells how, sending stops."""

    async def work(stand: Stand) -> None:
        stand.near.say(Say("x", b"1"))
        await stand.far.receive()
        await stand.far.abort()
        assert await stand.receiving == Ending("abort", True, "the far end aborted the association")
        stand.near.say(Say("x", b"2"))
        await asyncio.gather(*stand.tasks)

    _with_stand(work)


def test_who_does_not_listen_is_not_listened_to() -> None:
    """While too much waits to go out, hardly anything is taken in; then everything is."""

    async def work(stand: Stand) -> None:
        # The far end's inbox holds a thousand; the rest waits here.
        for _ in range(1100 + 2 * SOFT_MESSAGES):
            stand.near.say(Say("x", b"flood"))
        await asyncio.sleep(0.02)
        assert stand.near.congested
        for _ in range(500):
            await stand.far.send(b"question")
        await asyncio.sleep(0.12)
        assert len(stand.heard) < 20
        for _ in range(1100 + 2 * SOFT_MESSAGES):
            await stand.far.receive()
        while len(stand.heard) < 500:
            await asyncio.sleep(0.01)
        assert not stand.near.congested

    _with_stand(work)


def test_who_never_listens_is_aborted() -> None:
    """Before memory is full; people are told."""

    async def work(stand: Stand) -> None:
        for _ in range(HARD_OCTETS // 65_536 + 1000):
            stand.near.say(Say("x", bytes(65_536)))
        assert (await stand.receiving).how == "abort"
        assert len(stand.troubles) == 1
        assert "takes no messages" in stand.troubles[0]

    _with_stand(work)


def test_too_many_small_messages_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their number is bounded as well as their octets."""
    monkeypatch.setattr(hosted_link, "HARD_MESSAGES", 2000)

    async def work(stand: Stand) -> None:
        for _ in range(4000):
            stand.near.say(Say("x", b"1"))
        assert (await stand.receiving).how == "abort"

    _with_stand(work)


def test_messages_that_no_transport_carries() -> None:
    """They are left out, and people are told."""

    async def work(stand: Stand) -> None:
        stand.near.say(Say("x", b""))
        stand.near.say(Say("x", b"1"))
        assert await stand.far.receive() == Delivery(b"1", 0, 70)
        assert "at least one octet" in stand.troubles[0]

    _with_stand(work)
