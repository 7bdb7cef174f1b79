"""An actor's commands, timer and stimuli on the wire."""

import asyncio
import signal
from collections.abc import Sequence
from typing import Any

import pytest

from oran_harness.drivers.hosted_actor import HostedActor, Surroundings
from oran_harness.drivers.hosting import Hosting, hosted
from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import (
    Answer,
    Command,
    Connect,
    Die,
    End,
    Happening,
    Heard,
    Over,
    Refused,
    Say,
    Stimulus,
    Store,
    Up,
)
from oran_harness.transports import listen


class Scripted:
    """An actor that does what the test has put down for each kind of happening."""

    role = Role.NEAR_RT_RIC

    def __init__(self, **script: Any) -> None:
        self.script = script
        self.happened: list[Happening] = []
        self.woken: list[float] = []
        self.wakes_at: float | None = script.get("wakes_at")

    def begin(self, now: float) -> Sequence[Command]:
        return self.script.get("begin", ())

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        self.happened.append(happening)
        commands = self.script.get(type(happening).__name__.lower(), ())
        return commands(happening) if callable(commands) else commands

    def wake(self, now: float) -> Sequence[Command]:
        self.woken.append(now)
        self.wakes_at = None if len(self.woken) == 3 else now + 0.01
        return ()


def _run(actor: Scripted, work: Any, **how: Any) -> None:
    async def main() -> None:
        async with asyncio.timeout(10):
            async with hosted([actor], **how) as hosting:
                await work(hosting)

    asyncio.run(main())


def test_commands_and_happenings() -> None:
    """It connects, says something, hears something, and ends the association: all of it comes about."""

    async def work(hosting: Hosting) -> None:
        listener = await listen("memory://far")
        await hosting.stimulate("go", {})
        link = await listener.accept()
        assert (await link.receive()).octets == b"hello"  # type: ignore[union-attr]
        await link.send(b"bye", stream=4, ppid=5)
        assert (await link.receive()).how == "abort"  # type: ignore[union-attr]
        await listener.close()

    actor = Scripted(
        stimulus=lambda asked: (Connect("a"), Say("unknown", b"x"), End("unknown"), Answer(asked.ticket, "done")),
        up=(Say("a", b"hello"),),
        heard=(End("a", "abort"),),
    )
    _run(actor, work, connect="memory://far")
    up, *rest = actor.happened[1:]
    assert isinstance(up, Up)
    assert (up.association, up.outbound, up.remote) == ("a", True, "memory://far")
    assert up.local is not None
    assert rest == [Heard("a", b"bye", 4, 5), Over("a", "abort")]


def test_addresses_of_its_own() -> None:
    """A command may name where to; one that nobody answers, or that is none, is refused."""

    async def work(hosting: Hosting) -> None:
        await asyncio.sleep(0.05)

    actor = Scripted(begin=(Connect("a", "memory://nobody"), Connect("b", "nonsense"), Connect("c")))
    _run(actor, work)
    refused = {each.association: each.reason for each in actor.happened if isinstance(each, Refused)}
    assert "Nobody listens" in refused["a"]
    assert "is no address" in refused["b"]
    assert "no address to connect to" in refused["c"]


def test_our_own_address_is_none() -> None:
    """Then the caller is wrong."""

    async def work(hosting: Hosting) -> None:
        await hosting.until_broken()

    with pytest.raises(UsageError, match="is no address"):
        _run(Scripted(begin=(Connect("a"),)), work, connect="nonsense")


def test_its_timer() -> None:
    """It is woken when it wants to be, and not before."""

    async def work(hosting: Hosting) -> None:
        while len(actor.woken) < 3:
            await asyncio.sleep(0.005)

    actor = Scripted(wakes_at=0.0)
    _run(actor, work)
    assert actor.woken[1] - actor.woken[0] >= 0.01
    assert actor.woken[2] - actor.woken[1] >= 0.01


def test_stimuli_are_answered_by_their_ticket() -> None:
    """In any order; an answer to nothing is dropped."""

    def answer(asked: Stimulus) -> Sequence[Command]:
        if asked.name == "first":
            return (Answer(77, "done"),)
        return (
            Answer(asked.ticket, "failed"),
            Answer(asked.ticket - 1, "done", {"x": 1}),
            Answer(asked.ticket, "done"),
        )

    async def work(hosting: Hosting) -> None:
        first = asyncio.ensure_future(hosting.stimulate("first", {"node": "n"}))
        await asyncio.sleep(0)
        assert (await hosting.stimulate("second", {})).status == "failed"
        assert (await first).details == {"x": 1}

    actor = Scripted(stimulus=answer)
    _run(actor, work)
    assert actor.happened[0] == Stimulus(1, "first", {"node": "n"})


def test_dying(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process gets the signal at once."""
    killed: list[tuple[int, int]] = []
    monkeypatch.setattr("os.kill", lambda process, number: killed.append((process, number)))

    async def work(hosting: Hosting) -> None:
        await asyncio.sleep(0)

    _run(Scripted(begin=(Die(signal.SIGSEGV),)), work)
    assert [number for _, number in killed] == [signal.SIGSEGV]


def test_a_timer_waits_while_nobody_takes_anything() -> None:
    """An actor whose associations are all full is not asked for more."""

    async def work(hosting: Hosting) -> None:
        listener = await listen("memory://full")
        await hosting.stimulate("go", {})
        link = await listener.accept()
        while not actor.happened[1:]:
            await asyncio.sleep(0)
        actor.wakes_at = asyncio.get_running_loop().time()
        await hosting.stimulate("again", {})
        await asyncio.sleep(0.1)
        assert actor.woken == []
        for _ in range(3000):
            await link.receive()
        while not actor.woken:
            await asyncio.sleep(0.01)
        await listener.close()

    actor = Scripted(
        stimulus=lambda asked: (*([Connect("a")] if asked.name == "go" else []), Answer(asked.ticket, "done")),
        up=tuple(Say("a", b"flood") for _ in range(3000)),
    )
    _run(actor, work, connect="memory://full")


def test_an_actor_that_comes_back_at_once() -> None:
    """Once the hosting ends it does not: no association is left half open, and no task."""

    async def work(hosting: Hosting) -> None:
        async with asyncio.timeout(5):
            listener = await listen("memory://again")
            await hosting.stimulate("go", {})
            link = await listener.accept()
            await link.abort()
            await listener.accept()
            await listener.close()

    actor = Scripted(
        stimulus=lambda asked: (Connect("a"), Answer(asked.ticket, "done")),
        over=(Connect("a"),),
        refused=(Connect("a"),),
    )

    async def main() -> None:
        async with hosted([actor], connect="memory://again") as hosting:
            await work(hosting)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def test_what_is_kept_comes_first() -> None:
    """What an actor wants kept is kept before anything that follows is said; without a keeper it is passed over."""
    done: list[str] = []

    class Telling(Scripted):
        def handle(self, happening: Happening, now: float) -> Sequence[Command]:
            if isinstance(happening, Stimulus):
                done.append("asked")
                return (Store("a", b"octets"), Answer(happening.ticket, "done"))
            return ()

    async def work(hosting: Hosting) -> None:
        assert (await hosting.stimulate("go", {})).status == "done"
        done.append("answered")

    _run(Telling(), work, store=lambda name, octets: done.append(f"{name}={octets.decode()}"))
    assert done == ["asked", "a=octets", "answered"]
    _run(Telling(), work)


def test_who_logged_in() -> None:
    """Where nobody logs in, an actor is told an empty name."""
    actor = Scripted(begin=(Connect("far"),))

    async def main() -> None:
        listener = await listen("memory://nobody")
        async with asyncio.timeout(10), hosted([actor], connect="memory://nobody"):
            await listener.accept()
            await asyncio.sleep(0)
        await listener.close()

    asyncio.run(main())
    assert [each.user for each in actor.happened if isinstance(each, Up)] == [""]


class _Told(Scripted):
    """An actor that tells the time of day."""

    def __init__(self, **script: Any) -> None:
        super().__init__(**script)
        self.epochs: list[float] = []

    def set_clock(self, epoch: float) -> None:
        self.epochs.append(epoch)


def test_a_clock_that_is_set_is_told_of_with_what_happens_next() -> None:
    """The time of day follows the machine's clock; an actor that does not tell it is not told."""
    day = [1_790_000_000.0]

    async def main() -> None:
        clock = asyncio.get_running_loop().time
        began = clock()
        around = Surroundings(
            lambda work: work.close(),
            lambda text: None,
            lambda error: None,
            None,
            asyncio.Semaphore(1),
            clock=lambda: day[0] + clock() - began,
        )
        told, other = _Told(), Scripted()
        actors = [HostedActor(each, around) for each in (told, other)]

        async def happen() -> None:
            for each in actors:
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(each.stimulate("anything", {}), 0.01)

        await happen()
        assert told.epochs == []
        day[0] += 3600
        await happen()
        await happen()
        assert told.epochs == [pytest.approx(day[0] - began)]
        day[0] -= 7200
        told.wakes_at = clock()
        await happen()
        assert told.epochs[1:] == [pytest.approx(day[0] - began)]

    asyncio.run(main())
