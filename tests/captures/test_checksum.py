from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.checksum import crc32c, has_right_checksum, packet_checksum
from tests.captures import packets


def test_check_value() -> None:
    """CRC32c of the digits 1 to 9 is the published check value of the polynomial."""
    assert crc32c(b"123456789") == 0xE3069283


@settings(database=None, deadline=None, max_examples=50)
@given(st.binary(max_size=80), st.integers(0, 80))
def test_equals_the_definition(octets: bytes, cut: int) -> None:
    """Words and parts give what the definition gives bit by bit."""
    assert crc32c(octets) == crc32c(octets[cut:], crc32c(octets[:cut])) == packets.crc32c(octets)


def test_checksum_of_a_packet() -> None:
    """The field itself counts as zero, and a packet with another value is told from a right one."""
    packet = packets.sctp(1, 2, 3, packets.COOKIE_ACK, checksum=None)
    assert has_right_checksum(packet)
    assert packet_checksum(packet[:8] + b"\xff\xff\xff\xff" + packet[12:]) == packet[8:12]
    assert not has_right_checksum(packet[:8] + b"\xff\xff\xff\xff" + packet[12:])
