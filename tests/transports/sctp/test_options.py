"""Structures of Linux' SCTP options, held against the sizes and places that <linux/sctp.h> gives them."""

import socket
import struct

import pytest

from oran_harness.transports import parse_address
from oran_harness.transports.sctp import options
from oran_harness.transports.sctp.options import (
    IPPROTO_SCTP,
    SCTP_ASSOCINFO,
    SCTP_EVENT,
    SCTP_INITMSG,
    SCTP_NODELAY,
    SCTP_PEER_ADDR_PARAMS,
    SCTP_RECVRCVINFO,
    SCTP_RTOINFO,
    SCTP_SACK_IMMEDIATELY,
    enlarge,
    outgoing_streams,
    packed_names,
    receive_information,
    send_information,
    set_options,
)


class Noting(socket.socket):
    """A socket that notes what SCTP options it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: dict[int, list[int | bytes]] = {}

    def setsockopt(self, level: int, option: int, value: int | bytes) -> None:  # type: ignore[override]
        if level == IPPROTO_SCTP:
            self.given.setdefault(option, []).append(value)


def given(uri: str) -> dict[int, list[int | bytes]]:
    """The SCTP options that a socket for a URI gets."""
    with Noting() as sock:
        set_options(sock, parse_address(uri))
        return sock.given


def test_what_every_socket_gets() -> None:
    """No delay, stream and PPID with each message, 16 streams, and to be told of changes and shutdowns."""
    settings = given("sctp://127.0.0.1")
    assert settings[SCTP_NODELAY] == [1]
    assert settings[SCTP_RECVRCVINFO] == [1]
    assert settings[SCTP_INITMSG] == [struct.pack("=HHHH", 16, 65_535, 0, 0)]
    events = [struct.unpack("=iHBx", value) for value in settings[SCTP_EVENT] if isinstance(value, bytes)]
    assert events == [(0, 0x8001, 1), (0, 0x8005, 1), (0, 0x8006, 1)]
    assert not settings.keys() & {SCTP_RTOINFO, SCTP_ASSOCINFO, SCTP_PEER_ADDR_PARAMS}


def test_what_an_address_may_ask_for() -> None:
    """Streams, and how soon a silent far end is given up, in the structures' sizes."""
    settings = given("sctp://127.0.0.1?streams=40&rto=0.3&retransmissions=2&heartbeat=0.5")
    assert settings[SCTP_INITMSG] == [struct.pack("=HHHH", 40, 65_535, 0, 0)]
    assert settings[SCTP_RTOINFO] == [struct.pack("=iIII", 0, 300, 300, 300)]
    assert settings[SCTP_ASSOCINFO] == [struct.pack("=iHHIII", 0, 2, 0, 0, 0, 0)]
    (parameters,) = settings[SCTP_PEER_ADDR_PARAMS]
    assert isinstance(parameters, bytes)
    assert len(parameters) == 156
    assert struct.unpack_from("=IH", parameters, 132) == (500, 2)
    assert struct.unpack_from("=I", parameters, 146) == (1,)


def test_a_long_retransmission_time_begins_as_usual() -> None:
    """A longest time above the usual second does not make the first and the shortest longer."""
    assert given("sctp://h?rto=10")[SCTP_RTOINFO] == [struct.pack("=iIII", 0, 1000, 10_000, 1000)]


def test_retransmissions_alone_leave_heartbeats_alone() -> None:
    """Nothing but what was asked for is changed."""
    (parameters,) = given("sctp://h?retransmissions=2")[SCTP_PEER_ADDR_PARAMS]
    assert isinstance(parameters, bytes)
    assert struct.unpack_from("=IH", parameters, 132) == (0, 2)
    assert struct.unpack_from("=I", parameters, 146) == (0,)


def test_stream_and_ppid_of_what_is_sent() -> None:
    """16 octets; the PPID in network order. It asks for an acknowledgement at once (RFC 7053)."""
    level, kind, data = send_information(258, 70)
    assert (level, kind, len(data)) == (132, 2, 16)
    assert struct.unpack_from("=HH", data) == (258, SCTP_SACK_IMMEDIATELY)
    assert data[4:8] == bytes([0, 0, 0, 70])


def test_stream_and_ppid_of_what_is_received() -> None:
    """28 octets, the PPID in network order; 0 and None where the kernel says nothing, or too little."""
    data = struct.pack("=HHH2x4sIIIi", 258, 1, 0, bytes([0, 0, 0, 70]), 9, 9, 0, 1)
    assert receive_information([(1, 2, b"other"), (132, 3, data)]) == (258, 70)
    assert receive_information([]) == (0, None)
    assert receive_information([(132, 3, data[:-1])]) == (0, None)


def test_addresses_of_several_homes() -> None:
    """16 octets an IPv4 address, 28 an IPv6 one, as the kernel's socket addresses are."""
    packed = packed_names([("192.0.2.1", 36421), ("::1", 36421, 0, 3)])
    assert packed[:16] == struct.pack("=H", socket.AF_INET) + bytes([0x8E, 0x45, 192, 0, 2, 1]) + bytes(8)
    assert packed[16:] == (
        struct.pack("=H", socket.AF_INET6) + bytes([0x8E, 0x45]) + bytes(4) + bytes(15) + b"\x01" + struct.pack("=I", 3)
    )


def test_streams_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of outgoing streams stands at octet 18 of the status."""
    status = struct.pack("=iiIHHHHI", 5, 4, 106_496, 0, 0, 99, 7, 1)

    class Connected(socket.socket):
        def getsockopt(self, level: int, option: int, size: int = 0) -> bytes:  # type: ignore[override]
            assert (level, option) == (IPPROTO_SCTP, options.SCTP_STATUS)
            return status

    with Connected() as sock:
        assert outgoing_streams(sock) == 7


def test_a_buffer_is_enlarged_as_far_as_it_goes() -> None:
    """A buffer that is large enough is left alone; one that is not grows, and what it came to is told."""
    with socket.socket() as sock:
        before = sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
        assert enlarge(sock, socket.SO_RCVBUF, options.SO_RCVBUFFORCE, before) == before
        assert enlarge(sock, socket.SO_RCVBUF, options.SO_RCVBUFFORCE, before + 2048) > before
