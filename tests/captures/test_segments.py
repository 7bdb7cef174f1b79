"""TCP segments that are built."""

from oran_harness.captures.checksum import internet_checksum
from oran_harness.captures.segments import TcpFlag, tcp_segment

FOUR = (bytes([10, 0, 0, 1]), 40000), (bytes([10, 0, 0, 2]), 830)
SIX = (bytes(15) + b"\1", 40000), (bytes(15) + b"\2", 830)


def test_the_checksum_is_right() -> None:
    """Over the pseudo header and the segment it comes to nothing."""
    segment = tcp_segment(*FOUR, TcpFlag.ACK, 1, 1, b"odd")
    assert internet_checksum(FOUR[0][0] + FOUR[1][0] + b"\0\6" + len(segment).to_bytes(2, "big") + segment) == b"\0\0"
    segment = tcp_segment(*SIX, TcpFlag.ACK, 1, 1, b"even")
    length = len(segment).to_bytes(4, "big")
    assert internet_checksum(SIX[0][0] + SIX[1][0] + length + b"\0\0\0\6" + segment) == b"\0\0"


def test_only_an_acknowledgement_tells_a_number() -> None:
    """Without the flag the field is zero."""
    assert tcp_segment(*FOUR, TcpFlag.SYN, 5, 9, b"")[4:12] == b"\0\0\0\5\0\0\0\0"
    assert tcp_segment(*FOUR, TcpFlag.ACK, 5, 9, b"")[4:12] == b"\0\0\0\5\0\0\0\11"
