"""Links in memory: what they have beyond the contract."""

import asyncio

import pytest

from oran_harness.transports import Ending, TransportError, parse_address
from oran_harness.transports.backlog import MOST_LINKS
from oran_harness.transports.memory import connect_memory, listen_memory

ADDRESS = parse_address("memory://here")


def test_a_path_in_memory_can_be_cut() -> None:
    """A cut link goes down at both ends: that is silence, and neither an abort nor a shutdown."""

    async def test() -> None:
        listener = await listen_memory(ADDRESS)
        near = await connect_memory(ADDRESS, 1)
        far = await listener.accept()
        await near.cut()
        for link in (near, far):
            ending = await link.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("down", True)
        await listener.close()

    asyncio.run(test())


def test_ends_are_told_apart() -> None:
    """Each end knows its own address and the other's, and two associations differ in them."""

    async def test() -> None:
        listener = await listen_memory(ADDRESS)
        nears = [await connect_memory(ADDRESS, 1) for _ in range(2)]
        for near in nears:
            far = await listener.accept()
            assert (far.local, far.remote) == (near.remote, near.local)
        assert nears[0].local != nears[1].local
        await listener.close()

    asyncio.run(test())


def test_nobody_accepts() -> None:
    """Where too many wait to be accepted, the next is refused at once."""

    async def test() -> None:
        listener = await listen_memory(ADDRESS)
        for _ in range(MOST_LINKS):
            await connect_memory(ADDRESS, 1)
        with pytest.raises(TransportError, match="too many associations wait"):
            await connect_memory(ADDRESS, 1)
        await listener.close()

    asyncio.run(test())
