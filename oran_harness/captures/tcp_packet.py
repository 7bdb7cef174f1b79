"""From an IP header to the TCP segment behind it (RFC 9293 3.1)."""

from struct import unpack_from
from typing import NamedTuple

from oran_harness.captures.internet import TCP
from oran_harness.captures.segments import TcpFlag

_IPV6_HEADER = 40
_SMALLEST = 20


class Segment(NamedTuple):
    """A segment: ``path`` is source address, target address, source port, target port as on the wire.

    ``missing`` counts octets at the end of its text that were not captured.
    """

    path: bytes
    flags: TcpFlag
    sequence: int
    acknowledged: int
    text: bytes
    missing: int

    @property
    def way_back(self) -> bytes:
        """The path of the other direction."""
        half = (len(self.path) - 4) // 2
        return self.path[half : 2 * half] + self.path[:half] + self.path[-2:] + self.path[-4:-2]


def tcp_in(frame: bytes, start: int, wire_length: int) -> Segment | None:
    """The segment in a frame with an IP header at ``start``; None if there is none, or only a fragment of one."""
    if len(frame) < start + _SMALLEST:
        return None
    version = frame[start] >> 4
    if version == 4 and frame[start + 9] == TCP:
        if (frame[start + 6] << 8 | frame[start + 7]) & 0x3FFF:
            return None
        begin = start + (frame[start] & 15) * 4
        length = frame[start + 2] << 8 | frame[start + 3]
        addresses = frame[start + 12 : start + 20]
    elif version == 6 and frame[start + 6] == TCP:
        begin = start + _IPV6_HEADER
        length = frame[start + 4] << 8 | frame[start + 5]
        length += _IPV6_HEADER if length else 0
        addresses = frame[start + 8 : start + 40]
    else:
        return None
    # A length of 0 is left by segmentation offload: the segment fills the frame.
    end = start + length if length else wire_length
    if begin < start + _SMALLEST or len(frame) < begin + _SMALLEST:
        return None
    sequence, acknowledged, offset, flags = unpack_from(">IIBB", frame, begin + 4)
    text = begin + (offset >> 4) * 4
    if text < begin + _SMALLEST or text > end:
        return None
    captured = frame[text:end]
    path = addresses + frame[begin : begin + 4]
    return Segment(path, TcpFlag(flags & 0x1F), sequence, acknowledged, captured, end - text - len(captured))
