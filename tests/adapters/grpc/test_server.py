"""Any adapter, served to others."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from oran_harness.adapters import BrokenAdapter
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.adapters.grpc.description import CALLS, SERVICE
from oran_harness.model import UsageError
from oran_harness.testing import served_adapter
from oran_harness.transports.grpc.library import grpc
from tests.adapters.grpc.sample import Sample
from tests.transports.certificates import Issuer


def test_what_users_of_grpc_expect() -> None:
    """Health, of the whole and of the service, and reflection, which describes it."""

    def asked(uri: str) -> tuple[list[int], list[str], list[str]]:
        with grpc.insecure_channel(uri.removeprefix("grpc://")) as channel:
            health = health_pb2_grpc.HealthStub(channel)
            states = [
                health.Check(health_pb2.HealthCheckRequest(service=name), timeout=10).status for name in ("", SERVICE)
            ]
            database = ProtoReflectionDescriptorDatabase(channel)
            file = database.FindFileContainingSymbol(SERVICE)
            return states, list(database.get_services()), [method.name for method in file.service[0].method]

    async def scene() -> Any:
        async with served_adapter(Sample()) as uri:
            return await asyncio.to_thread(asked, uri)

    states, services, methods = asyncio.run(scene())
    assert states == [health_pb2.HealthCheckResponse.SERVING] * 2
    assert services == ["grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection", SERVICE]
    assert tuple(methods) == CALLS


def test_requests_that_are_none() -> None:
    """They are answered with INVALID_ARGUMENT, and the server goes on."""

    async def scene() -> list[str]:
        found = []
        async with served_adapter(Sample()) as uri, grpc.aio.insecure_channel(uri.removeprefix("grpc://")) as channel:
            for call, octets in (("Start", b"\xff"), ("Stimulate", b"\x12\x01["), ("Stimulate", b"\x12\x03[1]")):
                with pytest.raises(grpc.aio.AioRpcError) as refused:
                    await channel.unary_unary(f"/{SERVICE}/{call}")(octets)
                found.append(f"{refused.value.code().name}: {refused.value.details()}")
            await channel.unary_unary(f"/{SERVICE}/Stop")(b"")
        return found

    found = asyncio.run(scene())
    assert found[0] == "INVALID_ARGUMENT: that is no StartRequest of specs/adapter/adapter.proto"
    assert found[1] == found[2] == "INVALID_ARGUMENT: that is arguments that are no JSON object"


def test_an_address_that_is_taken() -> None:
    """One sentence."""

    async def scene() -> None:
        async with served_adapter(Sample()) as uri:
            with pytest.raises(UsageError, match="cannot be opened"):
                async with served_adapter(Sample(), uri):
                    pass

    asyncio.run(scene())


def test_what_was_started_is_stopped_at_the_end() -> None:
    """Whoever asked for it may be gone."""
    sample = Sample()

    async def scene() -> None:
        async with served_adapter(sample):
            pass

    asyncio.run(scene())
    assert sample.asked == ["stop"]


def test_mutual_tls(tmp_path: Path) -> None:
    """Both sides show certificates; who has none, or speaks no TLS, gets nothing."""
    issuer = Issuer(tmp_path, "ca")
    ours, theirs = issuer.issue("server"), issuer.issue("client")
    server = f"?ca={issuer.ca}&cert=file:{ours.cert}&key=file:{ours.key}"
    client = f"?ca=file:ca.pem&cert=file:{theirs.cert.name}&key=file:{theirs.key.name}"

    async def scene() -> None:
        async with served_adapter(Sample(), f"grpcs://127.0.0.1:0{server}") as uri:
            adapter = GrpcAdapter(endpoint_of(uri + client, tmp_path))
            assert (await adapter.describe()).product == "alfa DU"
            await adapter.release()
            for wrong in (f"{uri}?ca=file:ca.pem", uri.replace("grpcs", "grpc")):
                adapter = GrpcAdapter(endpoint_of(wrong, tmp_path))
                with pytest.raises(BrokenAdapter):
                    await adapter.describe()
                await adapter.release()

    asyncio.run(scene())
