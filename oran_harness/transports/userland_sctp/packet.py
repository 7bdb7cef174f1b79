"""SCTP packets in datagrams, looked at before the library is given them: only what can be a packet gets there."""

import struct

SMALLEST = 16
"""The common header (RFC 9260 3.1) and the header of one chunk."""
_HEADER = struct.Struct("!HHI")
_CHUNK = struct.Struct("!BBH")
_COMMON = 12
_INIT = 1
# Octets of the fixed part of chunks (RFC 9260 3.3), with their headers; others have a header at least.
_SHORTEST = {0: 17, 1: 20, 2: 20, 3: 16, 4: 8, 5: 8, 7: 8, 10: 8}


def well_formed(packet: memoryview) -> bool:
    """Whether its ports, its verification tag and the lengths of all its chunks can be; not whether its CRC is right.

    An INIT stands alone and has the tag 0, and nothing else has (RFC 9260 8.5.1); padding is there but for the last.
    """
    end = len(packet)
    if end < SMALLEST:
        return False
    source, destination, tag = _HEADER.unpack_from(packet)
    if source == 0 or destination == 0:
        return False
    position = _COMMON
    count = 0
    has_init = False
    while position < end:
        if end - position < 4:
            return False
        kind, _, length = _CHUNK.unpack_from(packet, position)
        if length < _SHORTEST.get(kind, 4) or length > end - position:
            return False
        has_init = has_init or kind == _INIT
        count += 1
        position += (length + 3) & ~3
    return (tag == 0) == has_init and not (has_init and count > 1)
