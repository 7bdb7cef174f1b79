"""Which address of ours a datagram came to, where a UDP socket has several (RFC 3542 6): answers leave from there."""

import socket
import struct

from oran_harness.transports.userland_sctp.way import Control

_IP_PKTINFO = 8
_FOUR = struct.Struct("=i4s4s")
_SIX = struct.Struct("=16si")
_LINK_LOCAL = b"\xfe\x80"


def ask_for_destinations(sock: socket.socket) -> bool:
    """Have a socket that is bound to all addresses tell; False for one that is bound to a single one."""
    host = sock.getsockname()[0]
    if host not in ("0.0.0.0", "::"):
        return False
    if sock.family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVPKTINFO, 1)
    else:
        sock.setsockopt(socket.IPPROTO_IP, _IP_PKTINFO, 1)
    return True


def destination(control: Control) -> tuple[str, Control]:
    """The address of ours that was sent to, and what has an answer leave from there; nothing where it was not told."""
    for level, kind, data in control:
        if (level, kind) == (socket.IPPROTO_IP, _IP_PKTINFO) and len(data) >= _FOUR.size:
            _, own, _ = _FOUR.unpack_from(data)
            return from_address(socket.AF_INET, socket.inet_ntop(socket.AF_INET, own))
        if (level, kind) == (socket.IPPROTO_IPV6, socket.IPV6_PKTINFO) and len(data) >= _SIX.size:
            own, interface = _SIX.unpack_from(data)
            return from_address(socket.AF_INET6, socket.inet_ntop(socket.AF_INET6, own), interface)
    return "", []


def from_address(family: int, host: str, interface: int = 0) -> tuple[str, Control]:
    """What has a datagram leave from an address of ours."""
    own = socket.inet_pton(family, host)
    if family == socket.AF_INET:
        return host, [(socket.IPPROTO_IP, _IP_PKTINFO, _FOUR.pack(0, own, bytes(4)))]
    # Only an address that is good on one link needs the interface.
    packed = _SIX.pack(own, interface if own.startswith(_LINK_LOCAL) else 0)
    return host, [(socket.IPPROTO_IPV6, socket.IPV6_PKTINFO, packed)]
