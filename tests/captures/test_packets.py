from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures import packets as written
from oran_harness.captures.chunks import ChunkType
from tests.captures import packets

QUICK = settings(database=None, deadline=None, max_examples=50)


@QUICK
@given(st.integers(0, 2**32 - 1), st.binary(max_size=30), st.integers(0, 65_535), st.integers(0, 2**32 - 1))
def test_data(tsn: int, octets: bytes, stream: int, ppid: int) -> None:
    """A DATA chunk is the same octets as one built by hand."""
    expected = packets.data(tsn, octets, stream=stream, sequence=7, ppid=ppid, flags=2)
    assert written.data(2, tsn, stream, 7, ppid, octets) == expected


def test_control_chunks() -> None:
    """SACK, SHUTDOWN, COOKIE ACK and ABORT as built by hand; a reason is bounded."""
    assert written.sack(5)[:8] == packets.sack(5)[:8]
    assert written.shutdown(5) == packets.shutdown(5)
    assert written.bare(ChunkType.COOKIE_ACK) == packets.COOKIE_ACK
    assert written.abort("") == packets.abort()
    assert written.abort("bye") == packets.abort(12, b"bye")
    assert len(written.abort("x" * 5000)) == 1008


def test_init_and_its_answer() -> None:
    """INIT and INIT ACK carry tag and TSN; INIT ACK has the cookie that COOKIE ECHO returns."""
    assert written.init(b"\0\0\0\7", 9)[:8] == packets.init(7, 9)[:8]
    cookie = written.cookie_echo()[4:]
    assert cookie in written.init_ack(b"\0\0\0\7", 9)


def test_sctp_packet() -> None:
    """Ports, tag and a checksum that is right bit by bit."""
    chunks = written.sack(1) + written.data(3, 1, 0, 0, 70, b"octets")
    assert written.sctp_packet(1, 2, b"\0\0\0\3", chunks) == packets.sctp(1, 2, 3, chunks, checksum=None)


def test_ip_packets() -> None:
    """IPv4 with a right header checksum, IPv6 by the length of the addresses."""
    packet = written.ip_packet(bytes([10, 0, 0, 1]), bytes([10, 0, 0, 2]), b"payload")
    by_hand = packets.ipv4(b"payload")
    assert packet[:10] + packet[12:] == by_hand[:10] + by_hand[12:]
    total = sum(int.from_bytes(packet[place : place + 2], "big") for place in range(0, 20, 2))
    assert (total & 0xFFFF) + (total >> 16) == 0xFFFF
    one, two = (bytes.fromhex("20010db8" + "0" * 23 + digit) for digit in "12")
    assert written.ip_packet(one, two, b"payload") == packets.ipv6(b"payload")
