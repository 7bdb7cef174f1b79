"""One NETCONF session over gRPC."""

from collections.abc import Mapping

from oran_harness.transports.grpc.link import GrpcLink
from oran_harness.transports.grpc.stream import Stream
from oran_harness.transports.netconf_grpc.message import NETCONF


class NetconfGrpcLink(GrpcLink):
    """A session whose user is known; ``user`` is empty where we are the client over TLS."""

    def __init__(self, stream: Stream, local: str, remote: str, *, user: str, security: Mapping[str, str]) -> None:
        self.user = user
        self.security = security
        super().__init__(stream, local, remote, NETCONF)
