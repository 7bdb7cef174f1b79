"""What may be an SCTP packet."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.transports.userland_sctp.packet import well_formed

HEAD = struct.pack("!HHII", 7, 36421, 5, 0)
DATA = struct.pack("!BBHIHHI", 0, 3, 17, 1, 0, 0, 70) + b"x" + bytes(3)
INIT = struct.pack("!BBHIIHHI", 1, 0, 20, 9, 65_536, 16, 16, 1)
UNTAGGED = HEAD[:4] + bytes(8)


@pytest.mark.parametrize(
    ("packet", "fine"),
    [
        (HEAD + DATA, True),
        (HEAD + DATA + DATA, True),
        (HEAD + DATA[:-3], True),
        (HEAD + b"\x06\x00\x00\x04", True),
        (UNTAGGED + INIT, True),
        (HEAD + INIT, False),
        (UNTAGGED + INIT + DATA, False),
        (UNTAGGED + DATA, False),
        (HEAD, False),
        (b"", False),
        (HEAD + DATA[:-4], False),
        (HEAD + b"\x00\x03\x00\x10" + bytes(12), False),
        (HEAD + b"\x06\x00\x00\x03", False),
        (HEAD + b"\x06\x00\x00\x08", False),
        (HEAD + DATA + b"\x06\x00", False),
        (bytes(2) + HEAD[2:] + DATA, False),
        (HEAD[:2] + bytes(2) + HEAD[4:] + DATA, False),
    ],
)
def test_packets(packet: bytes, fine: bool) -> None:
    """Ports, tag and all lengths must be possible; an INIT stands alone and has no tag, and nothing else has none."""
    assert well_formed(memoryview(packet)) is fine


@settings(max_examples=300, database=None, deadline=None)
@given(st.binary(max_size=200))
def test_any_octets(octets: bytes) -> None:
    """No octets raise; what is well formed has chunks that end where the packet does."""
    if well_formed(memoryview(octets)):
        position = 12
        while position < len(octets):
            (length,) = struct.unpack_from("!H", octets, position + 2)
            assert 4 <= length <= len(octets) - position
            position += (length + 3) // 4 * 4
