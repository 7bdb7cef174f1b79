"""Associations over bidirectional gRPC streams, in the clear and over TLS (``specs/transport/e2.proto``).

* ``library`` - gRPC itself
* ``service`` - what is said over a stream, and what it is called
* ``message`` - the messages of E2
* ``usual`` - the services for health and reflection
* ``settings``, ``credentials`` - how channels and servers are set up, and TLS
* ``ending``, ``refusal`` - how a call ended, and why it could not be made
* ``stream`` - both sides' views of a stream, made alike
* ``link`` - one association
* ``ends`` - connecting and listening
"""

from oran_harness.transports.grpc.ends import connect_grpc, listen_grpc
from oran_harness.transports.grpc.link import GrpcLink

__all__ = ["GrpcLink", "connect_grpc", "listen_grpc"]
