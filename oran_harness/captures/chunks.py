"""SCTP packets and chunks: layouts and names (RFC 9260; RFC 3758, 5061, 6525 and 8260 for their own)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from struct import unpack_from

COMMON_HEADER = 12
"""Octets of ports, verification tag and checksum."""
DATA_HEADER = 16
"""Octets of a DATA chunk before its user data."""
I_DATA_HEADER = 20
"""Octets of an I-DATA chunk before its user data."""
TAG_REFLECTED = 1
"""The T bit of ABORT and SHUTDOWN COMPLETE: the tag is the one that the sender of this chunk was addressed with."""
LAST, FIRST, UNORDERED = 1, 2, 4
"""The E, B and U bits of DATA and I-DATA."""
_MOST_ADDRESSES = 32


class ChunkType(IntEnum):
    """The chunk types that mean something here."""

    DATA = 0
    INIT = 1
    INIT_ACK = 2
    SACK = 3
    HEARTBEAT = 4
    HEARTBEAT_ACK = 5
    ABORT = 6
    SHUTDOWN = 7
    SHUTDOWN_ACK = 8
    ERROR = 9
    COOKIE_ECHO = 10
    COOKIE_ACK = 11
    ECNE = 12
    CWR = 13
    SHUTDOWN_COMPLETE = 14
    AUTH = 15
    NR_SACK = 16
    I_DATA = 64
    ASCONF_ACK = 128
    RE_CONFIG = 130
    PAD = 132
    FORWARD_TSN = 192
    ASCONF = 193
    I_FORWARD_TSN = 194


_CHUNK_TYPES = frozenset(ChunkType)

_CAUSES = {
    1: "Invalid Stream Identifier",
    2: "Missing Mandatory Parameter",
    3: "Stale Cookie",
    4: "Out of Resource",
    5: "Unresolvable Address",
    6: "Unrecognized Chunk Type",
    7: "Invalid Mandatory Parameter",
    8: "Unrecognized Parameters",
    9: "No User Data",
    10: "Cookie Received While Shutting Down",
    11: "Restart of an Association with New Addresses",
    12: "User-Initiated Abort",
    13: "Protocol Violation",
    0xA0: "Request to Delete Last Remaining IP Address",
    0xA1: "Operation Refused Due to Resource Shortage",
    0xA2: "Request to Delete Source IP Address",
    0xA3: "Association Aborted Due to Illegal ASCONF-ACK",
    0xA4: "Request Refused - No Authorization",
}
USER_INITIATED_ABORT = 12
_WITH_TEXT = {USER_INITIATED_ABORT, 13}


@dataclass(frozen=True, slots=True)
class Opening:
    """What an INIT or INIT ACK chunk tells: the sender's tag and first TSN, and its further addresses."""

    tag: bytes
    tsn: int
    addresses: tuple[bytes, ...]


def looks_like_sctp(packet: bytes, any_chunk: bool = False) -> bool:
    """Whether chunks, of known types unless ``any_chunk``, fill a packet exactly."""
    end = len(packet)
    position = COMMON_HEADER
    if end < position + 4 or end % 4:
        return False
    while position < end:
        kind, length = packet[position], packet[position + 2] << 8 | packet[position + 3]
        if length < 4 or not (any_chunk or kind in _CHUNK_TYPES):
            return False
        position += length + 3 & ~3
    return position == end


def walk(packet: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The whole chunks of a packet: type, flags, where it begins, where it ends."""
    end = len(packet)
    position = COMMON_HEADER
    while position + 4 <= end:
        kind, flags, length = unpack_from(">BBH", packet, position)
        if length < 4 or position + length > end:
            return
        yield kind, flags, position, position + length
        position += length + 3 & ~3


def _parameters(packet: bytes, position: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Parameters, or error causes: type and value."""
    while position + 4 <= end:
        kind, length = unpack_from(">HH", packet, position)
        if length < 4 or position + length > end:
            return
        yield kind, packet[position + 4 : position + length]
        position += length + 3 & ~3


def read_opening(packet: bytes, start: int, end: int) -> Opening | None:
    """Read an INIT or INIT ACK chunk (RFC 9260 3.3.2, 3.3.3); None if it is too short to be one."""
    if end - start < 20:
        return None
    sizes = {5: 4, 6: 16}
    addresses: list[bytes] = []
    for kind, value in _parameters(packet, start + 20, end):
        if sizes.get(kind) == len(value) and len(addresses) < _MOST_ADDRESSES:
            addresses.append(value)
    tsn = int.from_bytes(packet[start + 16 : start + 20], "big")
    return Opening(packet[start + 4 : start + 8], tsn, tuple(addresses))


def added_addresses(packet: bytes, start: int, end: int) -> Iterator[bytes]:
    """The addresses that an ASCONF chunk adds to the sender's end (RFC 5061 4.2.1)."""
    for kind, value in _parameters(packet, start + 8, end):
        if kind == 0xC001:
            for inner, address in _parameters(value, 4, len(value)):
                if (inner, len(address)) in {(5, 4), (6, 16)}:
                    yield address


def causes_text(packet: bytes, start: int, end: int) -> str:
    """The error causes of an ABORT or ERROR chunk in words (RFC 9260 3.3.10), with a peer's text made printable."""
    texts = []
    for code, value in _parameters(packet, start + 4, end):
        name = _CAUSES.get(code, "cause")
        text = printable(value) if code in _WITH_TEXT else ""
        texts.append(f"{name} ({code})" + (f": {text}" if text else ""))
        if len(texts) == 8:
            break
    return "; ".join(texts) or "no cause given"


def printable(octets: bytes) -> str:
    """Octets of a peer as text of one line without control characters, at most 200 characters."""
    text = octets[:800].rstrip(b"\0").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)[:200]
