"""libusrsctp's socket options, flags and structures: RFC 6458's, with FreeBSD's numbers.

All integers are in the machine's order, but for ports and the PPID.
"""

import socket
import struct

from oran_harness.transports.address import Address
from oran_harness.transports.sctp.notification import AssociationState, Notification, NotificationType
from oran_harness.transports.sctp.options import STREAMS

AF_CONN = 123
IPPROTO_SCTP = 132
MSG_NOTIFICATION = 0x2000
RCVINFO = struct.Struct("=HHH2xIIIII")
SENDV_SNDINFO = 1

RECEIVE_BUFFER = 512 * 1024
SEND_BUFFER = 512 * 1024

_RTOINFO = 1
_ASSOCINFO = 2
_INITMSG = 3
_NODELAY = 4
_PEER_ADDR_PARAMS = 10
_EVENT = 0x1E
_RECVRCVINFO = 0x1F
STATUS = 0x100

_MOST_STREAMS = 65_535
_SACK_IMMEDIATELY = 0x4000
_HB_ENABLE = 1
_PMTUD_DISABLE = 0x10
_SOCKADDR = struct.Struct("@HH4xQ")
_SNDINFO = struct.Struct("=HHIII")
_STATUS_HEAD = struct.Struct("=IiIHHHH")
_ADDRESS_PARAMETERS = struct.Struct("=128sIIIIIHBx")
_HEAD = struct.Struct("=HHI")
_CHANGE = struct.Struct("=HHHHI")
_PARTIAL = struct.Struct("=III")

_ASSOC_CHANGE, _ADDRESS_CHANGE, _SHUTDOWN, _PARTIAL_DELIVERY = 1, 2, 5, 7
_ADDRESS_STATE = struct.Struct("=I")
_ADDRESS_STATE_AT = 136
_UNREACHABLE = 2
_STATES = {
    1: AssociationState.COMM_UP,
    2: AssociationState.COMM_LOST,
    3: AssociationState.RESTART,
    4: AssociationState.SHUTDOWN_COMP,
    5: AssociationState.CANT_STR_ASSOC,
}
_TYPES = {_SHUTDOWN: NotificationType.SHUTDOWN_EVENT, _PARTIAL_DELIVERY: NotificationType.PARTIAL_DELIVERY_EVENT}

Option = tuple[int, int, bytes]
"""Level, number and value."""


def endpoint_options() -> list[Option]:
    """What every endpoint is given, also those of associations that were accepted."""
    return [
        (IPPROTO_SCTP, _NODELAY, struct.pack("=i", 1)),
        (IPPROTO_SCTP, _RECVRCVINFO, struct.pack("=i", 1)),
        (socket.SOL_SOCKET, socket.SO_RCVBUF, struct.pack("=i", RECEIVE_BUFFER)),
        (socket.SOL_SOCKET, socket.SO_SNDBUF, struct.pack("=i", SEND_BUFFER)),
        *(
            (IPPROTO_SCTP, _EVENT, struct.pack("=IHBx", 0, event, 1))
            for event in (_ASSOC_CHANGE, _ADDRESS_CHANGE, _SHUTDOWN, _PARTIAL_DELIVERY)
        ),
    ]


def association_options(address: Address, largest_packet: int) -> list[Option]:
    """What associations begin with: streams, how soon a silent far end is given up, octets in one datagram.

    What the address does not ask for is as RFC 9260 16 has it.
    """
    retransmissions = address.count("retransmissions", 0)
    interval = round(address.seconds("heartbeat", 0) * 1000)
    flags = _PMTUD_DISABLE | (_HB_ENABLE if interval else 0)
    parameters = _ADDRESS_PARAMETERS.pack(b"", 0, interval, largest_packet, flags, 0, retransmissions, 0)
    streams = address.count("streams", STREAMS)
    wanted = [
        (IPPROTO_SCTP, _INITMSG, struct.pack("=HHHH", streams, _MOST_STREAMS, 0, 0)),
        (IPPROTO_SCTP, _PEER_ADDR_PARAMS, parameters),
    ]
    if "rto" in address.options:
        longest = round(address.seconds("rto", 0) * 1000)
        first = min(longest, 1000)
        wanted.append((IPPROTO_SCTP, _RTOINFO, struct.pack("=IIII", 0, first, longest, first)))
    if retransmissions:
        wanted.append((IPPROTO_SCTP, _ASSOCINFO, struct.pack("=IIIIHH", 0, 0, 0, 0, retransmissions, 0)))
    return wanted


def packed_name(handle: int, port: int) -> bytes:
    """A ``struct sockaddr_conn``: a number that stands for a far end (0 for any), and a port."""
    return _SOCKADDR.pack(AF_CONN, socket.htons(port), handle)


def parse_name(octets: bytes) -> tuple[int, int]:
    """What ``packed_name`` packs."""
    _, port, handle = _SOCKADDR.unpack_from(octets)
    return handle, socket.ntohs(port)


def send_information(stream: int, ppid: int) -> bytes:
    """What gives one message its stream and PPID, and has it acknowledged at once (RFC 7053)."""
    return _SNDINFO.pack(stream, _SACK_IMMEDIATELY, socket.htonl(ppid), 0, 0)


def parse_status(octets: bytes) -> tuple[int, int]:
    """Of ``STATUS``: DATA chunks that are not acknowledged yet, and streams on which we may send."""
    _, _, _, unacknowledged, _, _, outgoing = _STATUS_HEAD.unpack_from(octets)
    return unacknowledged, outgoing


def parse_event(octets: bytes) -> Notification:
    """What the library tells between messages, as the kernel would have told it; type 0 for what nobody asked for."""
    if len(octets) < _HEAD.size:
        return Notification(0)
    kind, _, _ = _HEAD.unpack_from(octets)
    if kind == _ASSOC_CHANGE and len(octets) >= _HEAD.size + _CHANGE.size:
        state, cause, _, _, _ = _CHANGE.unpack_from(octets, _HEAD.size)
        return Notification(NotificationType.ASSOC_CHANGE, _STATES.get(state), cause)
    if kind == _PARTIAL_DELIVERY and len(octets) >= _HEAD.size + _PARTIAL.size:
        return Notification(_TYPES[kind], stream=_PARTIAL.unpack_from(octets, _HEAD.size)[1])
    return Notification(_TYPES.get(kind, 0))


def tells_silence(octets: bytes) -> bool:
    """Whether a notification says that the far end's address does not answer any more."""
    if len(octets) < _ADDRESS_STATE_AT + _ADDRESS_STATE.size or _HEAD.unpack_from(octets)[0] != _ADDRESS_CHANGE:
        return False
    return bool(_ADDRESS_STATE.unpack_from(octets, _ADDRESS_STATE_AT)[0] == _UNREACHABLE)
