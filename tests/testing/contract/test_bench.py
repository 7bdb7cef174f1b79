"""An adapter on the bench."""

import asyncio

import pytest

from oran_harness.adapters import Addresses
from oran_harness.testing import PeerAdapter, adapter_subject, sample_peer
from oran_harness.testing.contract.bench import Bench
from oran_harness.testing.contract.processes import Processes
from oran_harness.testing.contract.result import BreachError


class Absent(PeerAdapter):
    """A node that connects to nobody."""

    async def start(self, addresses: Addresses) -> None:
        await super().start(Addresses(peer="memory://nobody"))


class Lasting(PeerAdapter):
    """A node that another one replaces when it is stopped."""

    async def stop(self) -> None:
        await super().stop()
        if self._addresses.peer is not None:
            self.other = PeerAdapter(lambda: sample_peer("e2-node"))
            await self.other.start(self._addresses)


def on_bench(kind: type[PeerAdapter]) -> tuple[bool, str]:
    """Whether its node is absent after stop, and what is said where it is not met."""
    subject = adapter_subject(lambda: kind(lambda: sample_peer("e2-node")), "e2-node", scheme="memory")

    async def scene() -> tuple[bool, str]:
        async with subject.target() as target:
            bench = Bench(target, Processes(), meeting=0.3)
            said = ""
            await bench.start()
            try:
                await bench.meet("start")
            except BreachError as error:
                said = str(error)
            await bench.stop()
            absent = await bench.absent()
            other = getattr(target.adapter._adapter, "other", None)
            if other is not None:
                await other.stop()
            await bench.end()
            return absent, said

    return asyncio.run(scene())


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (PeerAdapter, (True, "")),
        (Absent, (True, "after start its product never connected within 0.3 s")),
        (Lasting, (False, "")),
    ],
)
def test_nodes_are_met_where_we_listen(kind: type[PeerAdapter], found: tuple[bool, str]) -> None:
    """One that connects is there, until it does so no more."""
    assert on_bench(kind) == found
