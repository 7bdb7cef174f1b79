"""An adapter served over gRPC for as long as somebody tries it."""

import asyncio
from pathlib import Path

import pytest

from oran_harness.adapters import BrokenAdapter
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.testing import PeerAdapter, served_adapter


def test_it_is_there_while_it_is_served() -> None:
    """At the port that its URI names, and not afterwards."""

    async def scene() -> None:
        async with served_adapter(PeerAdapter.of("near-rt-ric")) as uri:
            client = GrpcAdapter(endpoint_of(uri, Path()))
            assert (await client.describe()).product == "sample near-rt-ric"
            await client.release()
        gone = GrpcAdapter(endpoint_of(uri, Path()))
        with pytest.raises(BrokenAdapter, match="nobody serves an adapter"):
            await gone.describe()
        await gone.release()

    asyncio.run(scene())
