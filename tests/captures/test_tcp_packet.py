"""TCP segments that are found in frames."""

import pytest

from oran_harness.captures.packets import ip_packet
from oran_harness.captures.segments import TcpFlag, tcp_segment
from oran_harness.captures.tcp_packet import Segment, tcp_in

FOUR = (bytes([10, 0, 0, 1]), 40000), (bytes([10, 0, 0, 2]), 830)
SIX = (bytes(15) + b"\1", 40000), (bytes(15) + b"\2", 830)


def packet(ends: tuple[tuple[bytes, int], tuple[bytes, int]] = FOUR, text: bytes = b"abc") -> bytes:
    """An IP packet with a segment in it."""
    segment = tcp_segment(*ends, TcpFlag.PSH | TcpFlag.ACK, 7, 9, text)
    return ip_packet(ends[0][0], ends[1][0], segment, 6)


@pytest.mark.parametrize("ends", [FOUR, SIX])
@pytest.mark.parametrize("text", [b"", b"abc", b"abcd" * 5000])
def test_what_is_built_is_found(ends: tuple[tuple[bytes, int], tuple[bytes, int]], text: bytes) -> None:
    """Addresses, ports, numbers and text come back, whatever stands before the IP header."""
    frame = b"link" + packet(ends, text)
    path = ends[0][0] + ends[1][0] + b"\x9c\x40\x03\x3e"
    found = tcp_in(frame, 4, len(frame))
    assert found == Segment(path, TcpFlag.PSH | TcpFlag.ACK, 7, 9, text, 0)
    assert found.way_back == ends[1][0] + ends[0][0] + b"\x03\x3e\x9c\x40"


def test_what_was_not_captured_is_counted() -> None:
    """The IP header tells how long the text was."""
    frame = packet(text=b"0123456789")
    found = tcp_in(frame[:-4], 0, len(frame))
    assert found is not None
    assert (found.text, found.missing) == (b"012345", 4)


def test_offloaded_segments_fill_their_frame() -> None:
    """Segmentation offload leaves a length of 0."""
    frame = packet()
    found = tcp_in(frame[:2] + b"\0\0" + frame[4:], 0, len(frame))
    assert found is not None
    assert found.text == b"abc"


def test_everything_else_is_none() -> None:
    """Cut headers, fragments, other protocols, lengths that cannot be."""
    frame = packet()
    broken = [frame[:n] for n in range(40)]
    broken += [frame[:6] + b"\x20\0" + frame[8:], frame[:9] + b"\x11" + frame[10:], b"\x15" + frame[1:]]
    broken += [frame[:32] + b"\xf0" + frame[33:], frame[:32] + b"\x10" + frame[33:]]
    assert [tcp_in(each, 0, len(each)) for each in broken] == [None] * len(broken)
