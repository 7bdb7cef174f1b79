"""The program that an adapter runs in."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from oran_harness.adapters.adapter_process import main, serve_until_ended
from oran_harness.adapters.endpoint import private_endpoint
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.adapters.hosted_adapter import PROBLEM
from tests.adapters.grpc.sample import Sample


def test_it_serves_until_it_is_asked_to_end(tmp_path: Path) -> None:
    """SIGTERM ends it in order, its product with it."""
    sample = Sample()
    endpoint = private_endpoint(tmp_path)

    async def scene() -> str:
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(serve_until_ended(sample, endpoint, ready.set_result))
        await ready
        adapter = GrpcAdapter(endpoint)
        product = (await adapter.describe()).product
        await adapter.release()
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(serving, 20)
        return product

    assert asyncio.run(scene()) == "alfa DU"
    assert sample.asked == ["stop"]


def test_what_cannot_be_loaded_is_written_down(tmp_path: Path) -> None:
    """For whoever runs it; what it prints belongs to the adapter."""
    with pytest.raises(SystemExit):
        main("json:Adapter", str(tmp_path), str(tmp_path))
    assert (tmp_path / PROBLEM).read_text() == "The adapter json:Adapter cannot be used: json has no class Adapter."
