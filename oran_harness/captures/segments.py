"""TCP segments, built from values (RFC 9293)."""

from enum import IntFlag
from struct import pack

from oran_harness.captures.checksum import internet_checksum
from oran_harness.captures.internet import TCP

_HEADER = 20
_WINDOW = 65_535


class TcpFlag(IntFlag):
    """The flags of a segment that matter here."""

    FIN = 0x01
    SYN = 0x02
    RST = 0x04
    PSH = 0x08
    ACK = 0x10


def tcp_segment(
    source: tuple[bytes, int], target: tuple[bytes, int], flags: TcpFlag, sequence: int, acknowledged: int, text: bytes
) -> bytes:
    """A TCP segment with its checksum; ``source`` and ``target`` are IP address and port, numbers are modulo 2^32."""
    ports = pack(">HH", source[1], target[1])
    numbers = pack(">II", sequence, acknowledged if flags & TcpFlag.ACK else 0)
    segment = ports + numbers + pack(">BBHHH", _HEADER // 4 << 4, flags, _WINDOW, 0, 0) + text
    width = "I" if len(source[0]) == 16 else "H"
    pseudo = source[0] + target[0] + pack(f">{width}H", len(segment), TCP)
    return segment[:16] + internet_checksum(pseudo + segment) + segment[18:]
