"""The services that users of gRPC expect, beside NETCONF; tests/adapters has them beside adapters."""

import asyncio

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from oran_harness.transports import listen
from oran_harness.transports.netconf_grpc.message import NETCONF
from tests.transports.associations import run


def test_health_and_reflection() -> None:
    """They can ask how the service is, and what it is."""

    async def test() -> None:
        listener = await listen("netconf+grpc://nms@127.0.0.1:0")
        states, services = await asyncio.to_thread(asked, listener.uri.rpartition("@")[2])
        assert states == [health_pb2.HealthCheckResponse.SERVING] * 2
        assert services == ["grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection", NETCONF.name]
        await listener.close()

    def asked(target: str) -> tuple[list[int], list[str]]:
        with grpc.insecure_channel(target) as channel:
            health = health_pb2_grpc.HealthStub(channel)
            states = [
                health.Check(health_pb2.HealthCheckRequest(service=name), timeout=10).status
                for name in ("", NETCONF.name)
            ]
            return states, sorted(ProtoReflectionDescriptorDatabase(channel).get_services())

    run(test())
