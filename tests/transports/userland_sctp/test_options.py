"""Structures of libusrsctp."""

import struct

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.transports import parse_address
from oran_harness.transports.sctp.notification import AssociationState, Notification, NotificationType
from oran_harness.transports.userland_sctp.options import (
    association_options,
    packed_name,
    parse_event,
    parse_name,
    parse_status,
    tells_silence,
)


def test_names() -> None:
    """A far end is a number and a port, which is in network order."""
    assert parse_name(packed_name(2**63 + 5, 36421)) == (2**63 + 5, 36421)
    assert packed_name(0, 0x1234)[2:4] == b"\x12\x34"


def test_events() -> None:
    """Its notifications become those that the kernel has."""
    change = struct.pack("=HHIHHHHI", 1, 0, 20, 2, 12, 16, 16, 0)
    lost = Notification(NotificationType.ASSOC_CHANGE, AssociationState.COMM_LOST, 12)
    assert parse_event(change) == lost
    assert parse_event(struct.pack("=HHII", 5, 0, 12, 0)) == Notification(NotificationType.SHUTDOWN_EVENT)
    partial = struct.pack("=HHIIIII", 7, 0, 28, 1, 3, 0, 0)
    assert parse_event(partial) == Notification(NotificationType.PARTIAL_DELIVERY_EVENT, stream=3)
    assert parse_event(struct.pack("=HHI", 9, 0, 8)) == Notification(0)


def test_silence() -> None:
    """An address that does not answer any more is silence; one that does again is not."""
    head = struct.pack("=HHI", 2, 0, 152) + bytes(128)
    assert tells_silence(head + struct.pack("=II", 2, 0))
    assert not tells_silence(head + struct.pack("=II", 1, 0))
    assert not tells_silence(struct.pack("=HHI", 1, 0, 152) + bytes(128) + struct.pack("=II", 2, 0))


@settings(max_examples=100, database=None, deadline=None)
@given(st.binary(max_size=160))
def test_any_notification(octets: bytes) -> None:
    """Whatever is read as one is one of the kinds, or of type 0."""
    assert parse_event(octets).type in (0, *NotificationType)
    assert tells_silence(octets) in (True, False)


def test_status() -> None:
    """Chunks without acknowledgement, and streams of ours."""
    assert parse_status(struct.pack("=IiIHHHH", 1, 8, 9, 3, 4, 5, 6) + bytes(150)) == (3, 6)


def test_what_an_address_asks_for() -> None:
    """Times in milliseconds, streams, and the size of packets; nothing that nobody asked for."""
    plain = {number: value for _, number, value in association_options(parse_address("sctp+udp://h"), 1400)}
    assert set(plain) == {3, 10}
    assert plain[3] == struct.pack("=HHHH", 16, 65_535, 0, 0)
    address = parse_address("sctp+udp://h?streams=40&rto=0.5&heartbeat=2&retransmissions=3")
    asked = {number: value for _, number, value in association_options(address, 1400)}
    assert asked[1] == struct.pack("=IIII", 0, 500, 500, 500)
    assert asked[2] == struct.pack("=IIIIHH", 0, 0, 0, 0, 3, 0)
    assert asked[10][128:] == struct.pack("=IIIIIHBx", 0, 2_000, 1_400, 0x11, 0, 3, 0)
