"""Linux' socket options for SCTP, which Python's socket module does not name: numbers and structures.

Names are those of RFC 6458 and of <linux/sctp.h>; all integers are in the machine's order, but for the PPID.
"""

import socket
import struct
from collections.abc import Sequence
from contextlib import suppress

from oran_harness.transports.address import Address
from oran_harness.transports.socket_ends import Name

IPPROTO_SCTP = 132

SCTP_RTOINFO = 0
SCTP_ASSOCINFO = 1
SCTP_INITMSG = 2
SCTP_NODELAY = 3
SCTP_PEER_ADDR_PARAMS = 9
SCTP_STATUS = 14
SCTP_RECVRCVINFO = 32
SCTP_SOCKOPT_BINDX_ADD = 100
SCTP_SOCKOPT_CONNECTX = 110
SCTP_EVENT = 127

SCTP_SNDINFO_MESSAGE = 2
SCTP_RCVINFO_MESSAGE = 3
SCTP_SACK_IMMEDIATELY = 8
MSG_NOTIFICATION = 0x8000
SO_SNDBUFFORCE = 32
SO_RCVBUFFORCE = 33

STREAMS = 16
"""Streams that we offer in each direction; of the far end's we take as many as it offers."""
RECEIVE_BUFFER = 1024 * 1024
"""Octets that the kernel may hold for us. With its default of 208 KiB, large messages crawl over loopback."""
_MOST_STREAMS = 65_535
_SPP_HB_ENABLE = 1
_EVENTS = (0x8001, 0x8005, 0x8006)  # association change, shutdown, partial delivery
_SNDINFO = struct.Struct("=HHIIi")
_RCVINFO = struct.Struct("=HHH2xIIIIi")
_STATUS = struct.Struct("=iiIHHHH")
_ADDRESS_PARAMETERS = struct.Struct("=i128sIHIIIIBx")


def set_options(sock: socket.socket, address: Address) -> None:
    """Set what every socket of ours has, and what the address asks for."""
    streams = address.count("streams", STREAMS)
    sock.setsockopt(IPPROTO_SCTP, SCTP_INITMSG, struct.pack("=HHHH", streams, _MOST_STREAMS, 0, 0))
    sock.setsockopt(IPPROTO_SCTP, SCTP_NODELAY, 1)
    sock.setsockopt(IPPROTO_SCTP, SCTP_RECVRCVINFO, 1)
    enlarge(sock, socket.SO_RCVBUF, SO_RCVBUFFORCE, RECEIVE_BUFFER)
    for event in _EVENTS:
        sock.setsockopt(IPPROTO_SCTP, SCTP_EVENT, struct.pack("=iHBx", 0, event, 1))
    _set_times(sock, address)


def enlarge(sock: socket.socket, option: int, force: int, size: int) -> int:
    """Have a buffer hold so many octets; how many it holds then. Beyond the machine's limit only root may go."""
    for each in (option, force):
        if (granted := sock.getsockopt(socket.SOL_SOCKET, option)) >= size:
            return granted
        with suppress(OSError):
            sock.setsockopt(socket.SOL_SOCKET, each, size)
    return sock.getsockopt(socket.SOL_SOCKET, option)


def _set_times(sock: socket.socket, address: Address) -> None:
    """How soon a silent far end is given up. RFC 9260 16 has the values of those that are not asked for."""
    retransmissions = address.count("retransmissions", 0)
    if "rto" in address.options:
        longest = round(address.seconds("rto", 0) * 1000)
        first, shortest = min(longest, 1000), min(longest, 1000)
        sock.setsockopt(IPPROTO_SCTP, SCTP_RTOINFO, struct.pack("=iIII", 0, first, longest, shortest))
    if retransmissions:
        sock.setsockopt(IPPROTO_SCTP, SCTP_ASSOCINFO, struct.pack("=iHHIII", 0, retransmissions, 0, 0, 0, 0))
    if retransmissions or "heartbeat" in address.options:
        interval = round(address.seconds("heartbeat", 0) * 1000)
        flags = _SPP_HB_ENABLE if interval else 0
        parameters = _ADDRESS_PARAMETERS.pack(0, b"", interval, retransmissions, 0, 0, flags, 0, 0)
        sock.setsockopt(IPPROTO_SCTP, SCTP_PEER_ADDR_PARAMS, parameters)


def packed_names(names: Sequence[Name]) -> bytes:
    """Socket addresses one behind the other, as the multi-homing options take them."""
    packed = b""
    for name in names:
        if len(name) == 2:
            packed += struct.pack("=H", socket.AF_INET) + struct.pack("!H", name[1])
            packed += socket.inet_pton(socket.AF_INET, name[0]) + bytes(8)
        else:
            host = name[0].partition("%")[0]
            packed += struct.pack("=H", socket.AF_INET6) + struct.pack("!HI", name[1], name[2])
            packed += socket.inet_pton(socket.AF_INET6, host) + struct.pack("=I", name[3])
    return packed


def send_information(stream: int, ppid: int) -> tuple[int, int, bytes]:
    """The control message that gives one message its stream and PPID, and has it acknowledged at once (RFC 7053)."""
    return IPPROTO_SCTP, SCTP_SNDINFO_MESSAGE, _SNDINFO.pack(stream, SCTP_SACK_IMMEDIATELY, socket.htonl(ppid), 0, 0)


def receive_information(control: Sequence[tuple[int, int, bytes]]) -> tuple[int, int | None]:
    """Stream and PPID of what was received; 0 and None where the kernel did not tell."""
    for level, kind, data in control:
        if level == IPPROTO_SCTP and kind == SCTP_RCVINFO_MESSAGE and len(data) >= _RCVINFO.size:
            stream, _, _, ppid, *_ = _RCVINFO.unpack_from(data)
            return stream, socket.ntohl(ppid)
    return 0, None


def unacknowledged_chunks(sock: socket.socket) -> int:
    """DATA chunks that were sent and not acknowledged yet; 0 of a socket without association."""
    try:
        _, _, _, unacknowledged, *_ = _STATUS.unpack_from(sock.getsockopt(IPPROTO_SCTP, SCTP_STATUS, 256))
    except OSError:
        return 0
    return int(unacknowledged)


def outgoing_streams(sock: socket.socket) -> int:
    """On how many streams a connected socket may send: what both ends agreed on."""
    *_, outgoing = _STATUS.unpack_from(sock.getsockopt(IPPROTO_SCTP, SCTP_STATUS, 256))
    return int(outgoing)
