"""The services that users of gRPC expect beside every other: health and reflection."""

from typing import Any


async def add_usual_services(server: Any, service: str, pool: Any) -> None:
    """Add both to a server of ``service``, which a pool of descriptions describes; ``pool`` gets theirs, too."""
    # Imported here: most servers serve the harness alone, which does not ask for these.
    from google.protobuf import descriptor_pb2
    from grpc_health.v1 import health, health_pb2, health_pb2_grpc
    from grpc_reflection.v1alpha import reflection, reflection_pb2

    servicer = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(servicer, server)
    for name in ("", service):
        await servicer.set(name, health_pb2.HealthCheckResponse.SERVING)
    for described in (health_pb2.DESCRIPTOR, reflection_pb2.DESCRIPTOR):
        pool.Add(descriptor_pb2.FileDescriptorProto.FromString(described.serialized_pb))
    names = (service, health.SERVICE_NAME, reflection.SERVICE_NAME)
    reflection.enable_server_reflection(names, server, pool)
