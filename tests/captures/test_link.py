import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.link import LINKS, link_name
from tests.captures import packets

PACKET_4 = packets.ipv4(b"payload")
PACKET_6 = packets.ipv6(b"payload")


def cooked(packet: bytes, tag: bytes = b"") -> bytes:
    kind = b"\x08\x00" if packet[0] >> 4 == 4 else b"\x86\xdd"
    return bytes(14) + (tag + kind if tag else kind) + packet


def cooked_2(packet: bytes, tag: bytes = b"") -> bytes:
    kind = b"\x08\x00" if packet[0] >> 4 == 4 else b"\x86\xdd"
    if not tag:
        return kind + bytes(18) + packet
    return tag[:2] + bytes(18) + tag[2:] + kind + packet


FRAMES = [
    (1, packets.ethernet(PACKET_4), PACKET_4),
    (1, packets.ethernet(PACKET_6), PACKET_6),
    (1, packets.ethernet(PACKET_4, tags=[0x8100]), PACKET_4),
    (1, packets.ethernet(PACKET_6, tags=[0x88A8, 0x8100]), PACKET_6),
    (113, cooked(PACKET_4), PACKET_4),
    (113, cooked(PACKET_6), PACKET_6),
    (113, cooked(PACKET_4, b"\x81\x00\x00\x07"), PACKET_4),
    (276, cooked_2(PACKET_4), PACKET_4),
    (276, cooked_2(PACKET_6), PACKET_6),
    (276, cooked_2(PACKET_4, b"\x81\x00\x00\x07"), PACKET_4),
    (0, b"\x02\0\0\0" + PACKET_4, PACKET_4),
    (0, b"\0\0\0\x02" + PACKET_4, PACKET_4),
    (0, b"\x1e\0\0\0" + PACKET_6, PACKET_6),
    (108, b"\0\0\0\x18" + PACKET_6, PACKET_6),
    (101, PACKET_4, PACKET_4),
    (12, PACKET_6, PACKET_6),
    (14, PACKET_4, PACKET_4),
    (228, PACKET_4, PACKET_4),
    (229, PACKET_6, PACKET_6),
]


@pytest.mark.parametrize(("link", "frame", "packet"), FRAMES)
def test_finds_the_ip_header(link: int, frame: bytes, packet: bytes) -> None:
    """Each link type leads to the IP header behind it."""
    assert frame[LINKS[link](frame) :] == packet


@pytest.mark.parametrize("link", [1, 113, 276, 0, 108])
def test_other_protocols_are_none(link: int) -> None:
    """A frame that carries no IP, or is too short to tell, answers -1."""
    assert LINKS[link](bytes(12) + b"\x08\x06" + bytes(28)) == -1
    assert LINKS[link](b"") == -1
    assert LINKS[link](packets.ethernet(PACKET_4, tags=[0x8100] * 30)) == -1


@settings(database=None, deadline=None, max_examples=100)
@given(st.sampled_from(sorted(LINKS)), st.binary(max_size=60))
def test_any_octets_answer_a_place(link: int, frame: bytes) -> None:
    """Garbage is answered by a number, never by an exception."""
    assert LINKS[link](frame) >= -1


def test_names_of_link_types() -> None:
    """A person reads the number, and the name where it is a known one."""
    assert link_name(127) == "127 (802.11 with radiotap)"
    assert link_name(148) == "148 (user-defined)"
    assert link_name(60_000) == "60000"
