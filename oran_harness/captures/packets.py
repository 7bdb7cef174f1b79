"""SCTP chunks and packets, and the IP around them, built from values (RFC 9260, RFC 791, RFC 8200)."""

from struct import pack

from oran_harness.captures.checksum import internet_checksum, packet_checksum
from oran_harness.captures.chunks import USER_INITIATED_ABORT, ChunkType
from oran_harness.captures.internet import SCTP

_WINDOW = 1 << 20
_STREAMS = 65_535
_COOKIE = b"oran-harness"
_STATE_COOKIE = 7


def chunk(kind: ChunkType, flags: int, value: bytes) -> bytes:
    """One chunk, padded to a multiple of four octets."""
    return pack(">BBH", kind, flags, 4 + len(value)) + value + bytes(-len(value) % 4)


def data(flags: int, tsn: int, stream: int, sequence: int, ppid: int, octets: bytes) -> bytes:
    """A DATA chunk."""
    return chunk(ChunkType.DATA, flags, pack(">IHHI", tsn, stream, sequence, ppid) + octets)


def init(tag: bytes, tsn: int) -> bytes:
    """An INIT chunk: the sender's tag and first TSN."""
    return chunk(ChunkType.INIT, 0, tag + pack(">IHHI", _WINDOW, _STREAMS, _STREAMS, tsn))


def init_ack(tag: bytes, tsn: int) -> bytes:
    """An INIT ACK chunk with a state cookie."""
    cookie = pack(">HH", _STATE_COOKIE, 4 + len(_COOKIE)) + _COOKIE
    return chunk(ChunkType.INIT_ACK, 0, tag + pack(">IHHI", _WINDOW, _STREAMS, _STREAMS, tsn) + cookie)


def cookie_echo() -> bytes:
    """A COOKIE ECHO chunk with the cookie of ``init_ack``."""
    return chunk(ChunkType.COOKIE_ECHO, 0, _COOKIE)


def sack(tsn: int) -> bytes:
    """A SACK chunk: everything up to ``tsn`` was received."""
    return chunk(ChunkType.SACK, 0, pack(">IIHH", tsn, _WINDOW, 0, 0))


def shutdown(tsn: int) -> bytes:
    """A SHUTDOWN chunk: everything up to ``tsn`` was received."""
    return chunk(ChunkType.SHUTDOWN, 0, pack(">I", tsn))


def abort(reason: str) -> bytes:
    """An ABORT chunk: user-initiated, with a reason in words; without a cause when there is none."""
    octets = reason.encode("utf-8", "replace")[:1000]
    if not octets:
        return chunk(ChunkType.ABORT, 0, b"")
    cause = pack(">HH", USER_INITIATED_ABORT, 4 + len(octets)) + octets
    return chunk(ChunkType.ABORT, 0, cause)


def bare(kind: ChunkType) -> bytes:
    """A chunk without a value: COOKIE ACK, SHUTDOWN ACK, SHUTDOWN COMPLETE."""
    return chunk(kind, 0, b"")


def sctp_packet(source_port: int, target_port: int, tag: bytes, chunks: bytes) -> bytes:
    """An SCTP packet with its CRC32c; ``tag`` is the verification tag in four octets."""
    packet = pack(">HH", source_port, target_port) + tag + bytes(4) + chunks
    return packet[:8] + packet_checksum(packet) + packet[12:]


def ip_packet(source: bytes, target: bytes, payload: bytes, protocol: int = SCTP) -> bytes:
    """An IPv4 or IPv6 packet, by the length of the addresses (4 or 16 octets each), with SCTP in it or another one."""
    if len(source) == 16:
        return pack(">IHBB", 6 << 28, len(payload), protocol, 64) + source + target + payload
    header = pack(">BBHHHBBH", 0x45, 0, 20 + len(payload), 0, 0x4000, 64, protocol, 0) + source + target
    return header[:10] + internet_checksum(header) + header[12:] + payload
