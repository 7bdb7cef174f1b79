"""An adapter that is somewhere else, as the harness sees it."""

import asyncio
import socket
from pathlib import Path

import pytest

from oran_harness.adapters import AdapterError, Addresses, BrokenAdapter, Health, StimulusStatus
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.testing import served_adapter
from oran_harness.transports import parse_address
from oran_harness.transports.grpc import listen_grpc
from tests.adapters.grpc.sample import Sample


def adapter_at(uri: str) -> GrpcAdapter:
    """The client of an adapter."""
    return GrpcAdapter(endpoint_of(uri, Path()))


def test_the_seven_calls() -> None:
    """Each arrives, and its answer comes back; what the adapter says of the product is not its own fault."""
    sample = Sample()
    here = Addresses(peer="tcp://127.0.0.1:1", e2ap="3.01")

    async def scene() -> None:
        async with served_adapter(sample) as uri:
            adapter = adapter_at(uri)
            description = await adapter.describe()
            assert (description.product, description.version, description.stimuli) == ("alfa DU", "1.4", ("subscribe",))
            await adapter.start(here)
            answer = await adapter.stimulate("subscribe", style=1, request_id=[1, 2])
            assert answer.details == {"given": {"style": 1, "request_id": [1, 2]}}
            assert (await adapter.stimulate("no-such-stimulus")).status is StimulusStatus.UNSUPPORTED
            assert await adapter.health() == Health(False, "killed", -9)
            assert await adapter.collect() == {"du.log": b"\x00\xff"}
            await adapter.stop()
            await adapter.release()
            with pytest.raises(AdapterError, match=r"^no address to start it with$") as refused:
                await adapter.start(Addresses())
            assert not isinstance(refused.value, BrokenAdapter)
            with pytest.raises(BrokenAdapter, match="its reset raised ZeroDivisionError: of the reset"):
                await adapter.reset()
            with pytest.raises(BrokenAdapter, match="its stimulate gave what cannot be sent"):
                await adapter.stimulate("odd")
            await adapter.release()

    asyncio.run(scene())
    assert sample.asked[:2] == [here, "stop"]


def test_where_no_adapter_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens, another service, something that speaks no gRPC, something that says nothing: a sentence each."""
    monkeypatch.setattr("oran_harness.adapters.grpc.client._FIRST_ANSWER_S", 0.5)

    async def refused(uri: str) -> str:
        adapter = adapter_at(uri)
        with pytest.raises(BrokenAdapter) as found:
            await adapter.describe()
        await adapter.release()
        return str(found.value)

    async def scene() -> list[str]:
        other = await listen_grpc(parse_address("grpc://127.0.0.1:0"))
        silent = socket.create_server(("127.0.0.1", 0))
        web = await asyncio.start_server(_web, "127.0.0.1", 0)
        port = web.sockets[0].getsockname()[1]
        try:
            return [
                await refused("grpc://127.0.0.1:1"),
                await refused(other.uri),
                await refused(f"grpc://127.0.0.1:{port}"),
                await refused(f"grpc://127.0.0.1:{silent.getsockname()[1]}"),
            ]
        finally:
            await other.close()
            silent.close()
            web.close()
            await web.wait_closed()

    nobody, other, web, silent = asyncio.run(scene())
    assert nobody.startswith("nobody serves an adapter at grpc://127.0.0.1:1 (")
    assert nobody.endswith("); see that it runs there; if it speaks TLS, write grpcs://")
    assert "speaks gRPC, but offers no adapter" in other
    assert "nobody serves an adapter at" in web or "nothing that speaks gRPC" in web
    assert "nothing that speaks gRPC answers at" in silent or "nobody serves" in silent


async def _web(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(100)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    writer.close()
    await writer.wait_closed()
