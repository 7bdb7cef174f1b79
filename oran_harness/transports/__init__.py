"""Octets and lifecycle: associations over SCTP, TCP, gRPC, SSH, TLS and memory, all alike.

* ``address`` - what a URI says
* ``link`` - what every transport offers: ``Link``, ``Listener``, ``Delivery``, ``Ending``
* ``opening`` - connecting and listening, by the scheme of a URI
* ``memory`` - links within this process
* ``tcp``, ``tcp_frames`` - TCP connections, and messages in a stream of octets
* ``sctp/`` - the kernel's SCTP
* ``userland_sctp/`` - SCTP of our own over UDP; loaded when it is used first
* ``loopback`` - an address of loopback of its own for it
* ``leading_back`` - whether who connects to one address arrives at another that is open here
* ``grpc/`` - bidirectional gRPC streams, also over TLS; loaded when the first is used
* ``ssh/``, ``netconf_tls/``, ``netconf_grpc/`` - NETCONF sessions over SSH, TLS and gRPC; loaded when the first is used
* ``side``, ``secret`` - which side of SSH or TLS we are and what it knows; passwords and private keys
* ``socket_link``, ``socket_listener``, ``socket_ends`` - what TCP and SCTP share
* ``watched_link``, ``secured_listener`` - what TCP and TLS share, and what SSH and TLS do
* ``inbox``, ``backlog``, ``message`` - what all share: what came in, who came in, what may go out
* ``failure`` - errors of the operating system as sentences that say what to do
"""

from oran_harness.transports.address import DEFAULT_PORT, ENCAPSULATION_PORT, Address, parse_address
from oran_harness.transports.failure import Trouble, trouble_of
from oran_harness.transports.leading_back import leads_back
from oran_harness.transports.link import (
    LARGEST_MESSAGE,
    Delivery,
    Ending,
    Link,
    LinkEnded,
    Listener,
    NoSuchStream,
    SecuredLink,
    TransportError,
)
from oran_harness.transports.loopback import own_loopback
from oran_harness.transports.opening import (
    check_credentials,
    connect,
    listen,
    netconf_ssh_missing,
    userland_sctp_missing,
)
from oran_harness.transports.sctp import kernel_sctp_available
from oran_harness.transports.side import (
    ClientSide,
    Guessing,
    MapType,
    NameMap,
    ServerSide,
    Side,
    SshAlgorithms,
    TlsPolicy,
    User,
)

__all__ = [
    "DEFAULT_PORT",
    "ENCAPSULATION_PORT",
    "LARGEST_MESSAGE",
    "Address",
    "ClientSide",
    "Delivery",
    "Ending",
    "Guessing",
    "Link",
    "LinkEnded",
    "Listener",
    "MapType",
    "NameMap",
    "NoSuchStream",
    "SecuredLink",
    "ServerSide",
    "Side",
    "SshAlgorithms",
    "TlsPolicy",
    "TransportError",
    "Trouble",
    "User",
    "check_credentials",
    "connect",
    "kernel_sctp_available",
    "leads_back",
    "listen",
    "netconf_ssh_missing",
    "own_loopback",
    "parse_address",
    "trouble_of",
    "userland_sctp_missing",
]
