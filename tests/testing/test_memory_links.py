"""The link in memory."""

import asyncio

import pytest

from oran_harness.testing import linked, memory_uri
from oran_harness.transports import Delivery, Ending, TransportError, connect


def test_both_ends_and_nothing_afterwards() -> None:
    """What one end sends the other receives; at the end both are over, and nobody listens."""

    async def scene() -> None:
        async with linked() as pair:
            await pair.near.send(b"question", stream=3)
            assert await pair.far.receive() == Delivery(b"question", 3, 70)
        assert isinstance(await pair.near.receive(), Ending)
        assert isinstance(await pair.far.receive(), Ending)
        with pytest.raises(TransportError):
            await connect(pair.listener.uri)

    asyncio.run(scene())


def test_each_address_is_new() -> None:
    """So that two tests never meet."""
    assert len({memory_uri() for _ in range(100)}) == 100


def test_any_transport() -> None:
    """The same over another one."""

    async def scene() -> None:
        async with linked("tcp://127.0.0.1:0") as pair:
            await pair.far.send(b"answer")
            assert await pair.near.receive() == Delivery(b"answer", 0, 70)

    asyncio.run(scene())
