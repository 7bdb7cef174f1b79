"""What the kernel tells between messages."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports.sctp.notification import (
    AssociationState,
    Notification,
    NotificationType,
    parse_notification,
)


def change(state: int, error: bytes = b"\x00\x00", causes: bytes = b"") -> bytes:
    """An association change as the kernel writes it."""
    return struct.pack("=HHIH2sHHi", 0x8001, 0, 20 + len(causes), state, error, 10, 10, 3) + causes


def test_association_changes() -> None:
    """State, cause code (in network order) and whether an ABORT came are read; recorded from a kernel."""
    up = bytes.fromhex("0180000014000000000000000a000a0004000000")
    assert parse_notification(up) == Notification(NotificationType.ASSOC_CHANGE, AssociationState.COMM_UP)
    complete = bytes.fromhex("0180000014000000030000000000000004000000")
    assert parse_notification(complete).state == AssociationState.SHUTDOWN_COMP
    lost = parse_notification(change(AssociationState.COMM_LOST, b"\x00\x0c", b"\x00\x0c\x00\x04"))
    assert (lost.state, lost.error, lost.aborted) == (AssociationState.COMM_LOST, 12, True)
    silent = parse_notification(change(AssociationState.COMM_LOST))
    assert (silent.error, silent.aborted) == (0, False)


def test_a_shutdown() -> None:
    """The far end's shutdown is told by its type alone; recorded from a kernel."""
    assert parse_notification(bytes.fromhex("058000000c00000004000000")) == Notification(
        NotificationType.SHUTDOWN_EVENT
    )


def test_a_partial_delivery_that_was_given_up() -> None:
    """It tells the stream whose message will not be completed."""
    told = struct.pack("=HHIIiII", 0x8006, 0, 24, 0, 3, 7, 0)
    assert parse_notification(told) == Notification(NotificationType.PARTIAL_DELIVERY_EVENT, stream=7)


@given(st.binary(max_size=40))
def test_any_octets_are_a_notification(octets: bytes) -> None:
    """Whatever is there, nothing is raised; what is too short for its type tells its type at most."""
    notification = parse_notification(octets)
    assert notification.type == (int.from_bytes(octets[:2], "little") if len(octets) >= 8 else 0)
