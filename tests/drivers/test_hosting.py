"""Actors on the wire: the reference peers talk to each other, over memory and over TCP."""

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from oran_harness.drivers.hosting import Hosting, host, hosted
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Command, Happening, Over, Up
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.transports import TransportError, connect

ANYWHERE = ("memory://hosting", "tcp://127.0.0.1:0")


def _node(number: int = 1, **parts: Any) -> E2Node:
    return E2Node(NodeConfig(number=number, epoch=time.time() - time.monotonic(), scheme="tcp", **parts))


async def _until(condition: Callable[[], Any], seconds: float = 10.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.002)


async def _indications(ric: Hosting, wanted: int = 1) -> Any:
    """Wait until so many indications have come at each node; gives the RIC's state."""
    async with asyncio.timeout(20):
        while True:
            state = (await ric.stimulate("state", {})).details["nodes"]
            if state and all(node["indications"] >= wanted for node in state):
                return state
            await asyncio.sleep(0.01)


def _alone(work: Callable[[], Awaitable[None]]) -> None:
    """Run it in a loop of its own; no task may be left."""

    async def main() -> None:
        await work()
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    gc.freeze()  # what was there before is not looked through: with all tests loaded that takes a second
    try:
        asyncio.run(main())
        gc.collect()
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("uri", ANYWHERE)
def test_a_slow_link(uri: str) -> None:
    """Faults of a hosting are those of all its associations, whoever opens them; nothing is left behind."""

    async def work() -> None:
        slow = LinkFaults(delay=0.05)
        for near, far in ((slow, NO_FAULTS), (NO_FAULTS, slow)):
            clock = asyncio.get_running_loop().time
            began = clock()
            async with (
                hosted([NearRtRic()], listen=uri, faults=near) as ric,
                hosted([_node()], connect=ric.uri, faults=far),
            ):
                await _until(lambda ric=ric: ric.actors[0].links)
                answer = await ric.stimulate("reset", {"wait": True})
                while answer.status == "failed":
                    # E2 Setup is under way.
                    await asyncio.sleep(0.01)
                    answer = await ric.stimulate("reset", {"wait": True})
                assert answer.status == "done", answer
                # E2 Setup, its answer, Reset and its answer.
                assert clock() - began >= 0.15

    _alone(work)


@pytest.mark.parametrize("uri", ANYWHERE)
def test_a_node_and_a_ric(uri: str) -> None:
    """Setup, subscription and indications; a stimulus with its outcome; everything ends in order."""

    async def work() -> None:
        async with hosted([NearRtRic()], listen=uri) as ric, hosted([_node()], connect=ric.uri) as node:
            await _until(lambda: node.actors[0].links)
            await _until(lambda: ric.actors[0].links)
            async with asyncio.timeout(5):
                while (answer := await ric.stimulate("subscribe", {"period_ms": 10, "wait": True})).status != "done":
                    await asyncio.sleep(0.01)
            assert answer.details["outcome"] == "RICsubscriptionResponse"
            await _indications(ric, 5)
            assert (await ric.stimulate("delete", {"wait": True})).details["outcome"] == "RICsubscriptionDeleteResponse"
            assert (await node.stimulate("reset", {})).status == "done"
            assert (await node.stimulate("no-such-stimulus", {})).status == "unsupported"

    _alone(work)


@pytest.mark.parametrize("uri", ANYWHERE)
def test_a_node_that_waits_for_its_ric(uri: str) -> None:
    """Both directions are possible for both roles."""

    async def work() -> None:
        ric = NearRtRic(RicConfig(connect=True, subscribe=({"period_ms": 10},)))
        async with hosted([_node(connects=False)], listen=uri) as node, hosted([ric], connect=node.uri) as hosting:
            await _indications(hosting)

    _alone(work)


def test_many_nodes_in_one_process() -> None:
    """Each has an association of its own, and reports."""

    async def work() -> None:
        ric = NearRtRic(RicConfig(subscribe=({"period_ms": 50},)))
        nodes = [_node(number) for number in range(1, 41)]
        async with hosted([ric], listen="tcp://127.0.0.1:0") as here, hosted(nodes, connect=here.uri) as there:
            await _until(lambda: len(ric.sessions) == 40)
            state = await _indications(here)
            assert len({node["node"] for node in state}) == 40
            assert (await there.stimulate("close", {"node": 7})).status == "done"
            wrong = await there.stimulate("close", {"node": 41})
            assert wrong.status == "failed"
            assert "there are 1 to 40" in wrong.details["reason"]

    _alone(work)


def test_nodes_that_wait_get_one_association_each() -> None:
    """An association goes to the node that has the fewest."""

    async def work() -> None:
        nodes = [_node(number, connects=False) for number in (1, 2, 3)]
        async with hosted(nodes, listen="memory://three") as hosting:
            links = [await connect("memory://three") for _ in range(3)]
            await _until(lambda: [len(actor.links) for actor in hosting.actors] == [1, 1, 1])
            for link in links:
                await link.abort()
            await _until(lambda: not any(actor.links for actor in hosting.actors))

    _alone(work)


def test_an_actor_connects_again() -> None:
    """Refused at first, and dropped later: it comes back; what is wrong is told once."""

    async def work() -> None:
        told: list[str] = []
        node = _node(reconnect_after=0.01, reconnect_at_most=0.02)
        async with hosted([node], connect="memory://later", on_trouble=told.append):
            await asyncio.sleep(0.1)
            for _ in range(2):
                ric = NearRtRic()
                async with hosted([ric], listen="memory://later"):
                    await _until(lambda ric=ric: any(session.is_up for session in ric.sessions.values()))
        assert len(told) == 1
        assert "Nobody listens" in told[0]

    _alone(work)


class _Breaking:
    """An actor with a mistake in it."""

    role = Role.E2_NODE
    wakes_at: float | None = None

    def __init__(self, when: str) -> None:
        self.when = when
        if when == "wake":
            self.wakes_at = 0.0

    def begin(self, now: float) -> Sequence[Command]:
        return ()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        if (self.when == "up" and isinstance(happening, Up)) or (self.when == "over" and isinstance(happening, Over)):
            raise ArithmeticError(self.when)
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        raise ArithmeticError("wake")


@pytest.mark.parametrize("when", ["up", "over", "wake"])
def test_an_actor_that_breaks(when: str) -> None:
    """That is a mistake of the harness: the hosting ends with it, and leaves nothing behind."""

    async def work() -> None:
        serving = asyncio.ensure_future(host([_Breaking(when)], listen="memory://breaks"))
        await asyncio.sleep(0)
        if when != "wake":
            link = await connect("memory://breaks")
            await link.abort()
        with pytest.raises(ArithmeticError, match=when):
            await serving

    _alone(work)


def test_hosting_ends_when_it_is_cancelled() -> None:
    """Associations end in order, so the far end sees a shutdown."""

    async def work() -> None:
        ready: list[str] = []
        serving = asyncio.ensure_future(host([NearRtRic()], listen="tcp://127.0.0.1:0", on_ready=ready.append))
        await _until(lambda: ready)
        link = await connect(ready[0])
        await asyncio.sleep(0.05)
        serving.cancel()
        ending = await link.receive()
        assert getattr(ending, "how", None) == "shutdown"
        with pytest.raises(asyncio.CancelledError):
            await serving
        await link.shutdown()

    _alone(work)


def test_what_runs_beside_may_end_it() -> None:
    """When it gives True; with False hosting goes on, and what it raises ends it."""

    async def says(value: bool) -> bool:
        await asyncio.sleep(0.01)
        return value

    async def raises(hosting: Hosting) -> bool:
        raise ArithmeticError("beside")

    async def work() -> None:
        await host([NearRtRic()], listen="memory://beside", beside=lambda _: says(True))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await host([NearRtRic()], listen="memory://beside", beside=lambda _: says(False))
        with pytest.raises(ArithmeticError, match="beside"):
            await host([NearRtRic()], listen="memory://beside", beside=raises)

    _alone(work)


def test_addresses_that_cannot_be_used() -> None:
    """A port in use, what is no address, and SCTP that is not there: one sentence, at once."""

    async def work() -> None:
        async with hosted([NearRtRic()], listen="tcp://127.0.0.1:0") as first:
            with pytest.raises(TransportError, match="in use"):
                await host([NearRtRic()], listen=first.uri)
        with pytest.raises(UsageError, match="is no address"):
            await host([_node()], connect="nonsense")

    _alone(work)


def test_a_kernel_without_sctp(monkeypatch: pytest.MonkeyPatch) -> None:
    """A node that could never connect does not try for ever."""
    monkeypatch.setattr("oran_harness.drivers.hosting.kernel_sctp_available", lambda: False)

    async def work() -> None:
        with pytest.raises(TransportError, match="no SCTP"):
            await host([_node()], connect="sctp://127.0.0.1:36421")

    _alone(work)
