"""An adapter whose product is a peer in the same process."""

import asyncio

import pytest

from oran_harness.adapters import AdapterError, Addresses
from oran_harness.model import UsageError
from oran_harness.testing import PeerAdapter, contract_suite, memory_uri

TestAsNode = contract_suite(lambda: PeerAdapter.of("e2-node"), "e2-node", scheme="memory")
TestAsRicOverGrpc = contract_suite(lambda: PeerAdapter.of("near-rt-ric"), "near-rt-ric", over_grpc=True)


def test_it_dies_as_it_is_told() -> None:
    """Its health says how, it cannot be asked for anything, and a start brings another one."""

    async def scene() -> None:
        adapter = PeerAdapter.of("near-rt-ric")
        await adapter.start(Addresses(own=memory_uri()))
        await adapter.die("killed by signal 11")
        health = await adapter.health()
        assert (health.alive, health.detail) == (False, "killed by signal 11")
        with pytest.raises(AdapterError, match="not there \\(killed by signal 11\\)"):
            await adapter.stimulate("reset")
        await adapter.reset()
        assert (await adapter.health()).alive
        await adapter.stop()

    asyncio.run(scene())


def test_which_peer_is_known_at_once() -> None:
    """A flaw that there is not is refused when the adapter is made, not when it is started."""
    with pytest.raises(UsageError, match="no flaw 'odd'"):
        PeerAdapter.of("e2-node", "odd")
