"""Two products with the tap between them, and what is found of them."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from oran_harness.captures import read_recording
from oran_harness.checkers import Audit
from oran_harness.drivers.hosting import Hosting, hosted
from oran_harness.faults import MessageRule
from oran_harness.interop.record import Record
from oran_harness.interop.tapped_association import TappedAssociation
from oran_harness.model import Event, Finding
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.flaws import FLAWS
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.transports import Link, Listener, connect, listen

WITHIN = 120


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it; whatever hangs fails. No task may be left."""

    async def main() -> Any:
        async with asyncio.timeout(WITHIN):
            result = await work
        await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, left
        return result

    return asyncio.run(main())


async def until(condition: Callable[[], Any], seconds: float = 60.0) -> None:
    """Wait for something."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@asynccontextmanager
async def a_ric(uri: str, flaw: str | None = None) -> AsyncIterator[Hosting]:
    """A near-RT RIC that subscribes to reports, perhaps with a flaw."""
    ric = NearRtRic(RicConfig(subscribe=({"period_ms": 10},)))
    async with hosted([ric if flaw is None else FLAWS[flaw].wrap(ric)], listen=uri) as hosting:
        yield hosting


@asynccontextmanager
async def a_node(uri: str, flaw: str | None = None, number: int = 1) -> AsyncIterator[Hosting]:
    """An E2 node that connects, perhaps with a flaw."""
    config = NodeConfig(
        number=number,
        epoch=time.time() - time.monotonic(),
        scheme="tcp",
        reconnect_after=0.05,
        reconnect_at_most=0.1,
    )
    node = E2Node(config)
    async with hosted([node if flaw is None else FLAWS[flaw].wrap(node)], connect=uri) as hosting:
        yield hosting


class OneTap:
    """Associations through the tap one after the other, without the process that judges."""

    def __init__(self, folder: Path, rules: Sequence[MessageRule] = (), seed: int = 0) -> None:
        self.notes: list[str] = []
        self.associations: list[TappedAssociation] = []
        self.record = Record(folder, apart=bool(rules), seed=seed, on_trouble=self.notes.append)
        self._rules = rules
        self._seed = seed

    @property
    def passed(self) -> int:
        """Messages passed on so far."""
        return sum(each.passed for each in self.associations)

    async def serve(self, listener: Listener, far: str) -> None:
        """Tap all that comes, for ever."""
        while True:
            await self.one(await listener.accept(), await connect(far))

    async def one(self, node: Link, ric: Link) -> None:
        """Tap one association until it is over."""
        number = len(self.associations) + 1
        tapped = TappedAssociation(
            number, node, ric, self.record, rules=self._rules, seed=self._seed, trouble=self.notes.append
        )
        self.associations.append(tapped)
        try:
            await tapped.run()
        finally:
            await tapped.close("abort")

    def events(self) -> list[list[Event]]:
        """The histories."""
        self.record.close()
        return [list(read_recording(path).events) for path in self.record.paths]

    def findings(self) -> list[Finding]:
        """What is found in the histories."""
        self.record.close()
        found: list[Finding] = []
        for path in self.record.paths:
            with read_recording(path) as recording:
                audit = Audit(recording.header)
                for event in recording.events:
                    audit.feed(event)
                found += audit.finish().findings
        return found


@asynccontextmanager
async def tapped_products(
    folder: Path,
    rules: Sequence[MessageRule] = (),
    *,
    node_flaw: str | None = None,
    ric_flaw: str | None = None,
    uri: str = "memory://products",
) -> AsyncIterator[OneTap]:
    """A node and a RIC with a tap between them, at work."""
    async with a_ric(f"{uri}-ric" if uri.startswith("memory") else uri, ric_flaw) as ric:
        assert ric.uri is not None
        listener = await listen(uri)
        tap = OneTap(folder, rules)
        serving = asyncio.create_task(tap.serve(listener, ric.uri))
        try:
            async with a_node(listener.uri, node_flaw):
                yield tap
                # What happens when all of it is put away is not what is looked at.
                tap.record.close()
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            await listener.close()


@asynccontextmanager
async def two_links(tap: OneTap, uri: str = "memory://two") -> AsyncIterator[tuple[Link, Link, asyncio.Task[None]]]:
    """The far ends of an association's two links, node and RIC, and the task that taps it."""
    places = [uri, f"{uri}-ric" if uri.startswith("memory") else uri]
    one, two = [await listen(place) for place in places]
    node, ric_side = await connect(one.uri), await connect(two.uri)
    task = asyncio.create_task(tap.one(await one.accept(), ric_side))
    ric = await two.accept()
    try:
        yield node, ric, task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        tap.record.close()
        for link in (node, ric):
            await link.abort()
        await one.close()
        await two.close()
