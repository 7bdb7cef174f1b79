"""NETCONF sessions over bidirectional gRPC streams, in the clear and over TLS (``specs/o1/netconf.proto``).

* ``message`` - messages of the stream: each is a whole one of NETCONF, without a frame
* ``guest`` - who comes, and whether he may
* ``link`` - one session
* ``ends`` - connecting and listening
"""

from oran_harness.transports.netconf_grpc.ends import connect_netconf_grpc, listen_netconf_grpc
from oran_harness.transports.netconf_grpc.link import NetconfGrpcLink

__all__ = ["NetconfGrpcLink", "connect_netconf_grpc", "listen_netconf_grpc"]
