"""Octets and lifecycle: associations over SCTP, TCP, gRPC and memory, all alike.

* ``address`` - what a URI says
* ``link`` - what every transport offers: ``Link``, ``Listener``, ``Delivery``, ``Ending``
* ``opening`` - connecting and listening, by the scheme of a URI
* ``memory`` - links within this process
* ``tcp``, ``tcp_frames`` - TCP connections, and messages in a stream of octets
* ``sctp/`` - the kernel's SCTP
* ``grpc/`` - bidirectional gRPC streams, also over TLS; loaded when the first is used
* ``socket_link``, ``socket_listener``, ``socket_ends`` - what TCP and SCTP share
* ``inbox``, ``backlog``, ``message`` - what all share: what came in, who came in, what may go out
* ``failure`` - errors of the operating system as sentences that say what to do
"""

from oran_harness.transports.address import DEFAULT_PORT, Address, parse_address
from oran_harness.transports.failure import Trouble, trouble_of
from oran_harness.transports.link import (
    LARGEST_MESSAGE,
    Delivery,
    Ending,
    Link,
    LinkEnded,
    Listener,
    NoSuchStream,
    TransportError,
)
from oran_harness.transports.opening import connect, listen
from oran_harness.transports.sctp import kernel_sctp_available

__all__ = [
    "DEFAULT_PORT",
    "LARGEST_MESSAGE",
    "Address",
    "Delivery",
    "Ending",
    "Link",
    "LinkEnded",
    "Listener",
    "NoSuchStream",
    "TransportError",
    "Trouble",
    "connect",
    "kernel_sctp_available",
    "listen",
    "parse_address",
    "trouble_of",
]
