import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.internet import Internet
from tests.captures import packets
from tests.captures.packets import ipv4, ipv6, sctp, udp

SCTP = sctp(5000, 36_421, 7, packets.COOKIE_ACK, checksum=None)
WRONG = sctp(5000, 36_421, 7, packets.COOKIE_ACK, checksum=1)
HOSTS_4 = bytes([10, 0, 0, 1, 10, 0, 0, 2])


def find(packet: bytes, internet: Internet | None = None) -> tuple[bytes, bytes, bool] | None:
    return (internet or Internet()).find(packet, 0, len(packet), 0)


def test_ipv4() -> None:
    """Addresses and the SCTP packet; padding behind the datagram is not part of it."""
    assert find(ipv4(SCTP) + b"padding") == (HOSTS_4, SCTP, False)


def test_ipv4_options_and_offload() -> None:
    """Options are passed over; a total length of 0 means that the datagram fills the frame."""
    packet = bytearray(ipv4(bytes(8) + SCTP))
    packet[0] = 0x47
    assert find(bytes(packet)) == (HOSTS_4, SCTP, False)
    packet = bytearray(ipv4(SCTP))
    packet[2:4] = bytes(2)
    assert find(bytes(packet)) == (HOSTS_4, SCTP, False)


@pytest.mark.parametrize("kind", [0, 43, 60, 135, 139, 140])
def test_ipv6_extension_headers(kind: int) -> None:
    """Extension headers are walked, whatever their order."""
    packet = ipv6(bytes([60, 1]) + bytes(14) + bytes([132, 0]) + bytes(6) + SCTP, following=kind)
    found = find(packet)
    assert found is not None
    assert found[1] == SCTP
    assert len(found[0]) == 32


def test_ipv6_authentication_header() -> None:
    """The authentication header counts its length in four octets."""
    found = find(ipv6(bytes([132, 4]) + bytes(22) + SCTP, following=51))
    assert found is not None
    assert found[1] == SCTP


def test_ipv4_fragments() -> None:
    """A datagram in fragments is found once it is whole, in any order."""
    internet = Internet()
    one, two, three = packets.fragments_of(SCTP + bytes(20), 16)
    assert find(three, internet) is None
    assert find(one, internet) is None
    assert find(two, internet) == (HOSTS_4, SCTP + bytes(20), False)
    assert internet.finish() == 0


def test_ipv6_fragments() -> None:
    """Fragments of IPv6, with a destination options header in the part that is split; an atomic one is whole."""
    internet = Internet()
    inner = bytes([132, 0]) + bytes(6) + SCTP
    first = ipv6(bytes([60, 0, 0, 1, 0, 0, 0, 9]) + inner[:16], following=44)
    last = ipv6(bytes([60, 0, 0, 16, 0, 0, 0, 9]) + inner[16:], following=44)
    assert find(first, internet) is None
    found = find(last, internet)
    assert found is not None
    assert found[1] == SCTP
    atomic = find(ipv6(bytes([132, 0, 0, 0, 0, 0, 0, 1]) + SCTP, following=44))
    assert atomic is not None
    assert atomic[1] == SCTP


def test_lost_fragments_are_counted() -> None:
    """A datagram of SCTP that never becomes whole is counted; one of another protocol is not even kept."""
    internet = Internet()
    find(packets.fragments_of(SCTP + bytes(40), 16)[0], internet)
    find(packets.fragments_of(bytes(100), 16, protocol=6)[0], internet)
    assert internet.finish() == internet.fragments_lost == 1


def test_truncated_by_snap_length() -> None:
    """What was not captured is told; a fragment that was not captured whole never completes its datagram."""
    internet = Internet()
    packet = ipv4(SCTP)
    assert internet.find(packet[:-4], 0, len(packet), 0) == (HOSTS_4, SCTP[:-4], True)
    first, second = packets.fragments_of(SCTP + bytes(4), 16)
    assert find(first, internet) is None
    assert internet.find(second[:-4], 0, len(second), 0) is None
    assert internet.finish() == 1


@pytest.mark.parametrize("ports", [(9899, 9899), (9899, 4000), (4000, 9899)])
def test_udp_encapsulation(ports: tuple[int, int]) -> None:
    """RFC 6951: port 9899 on either side carries SCTP, checksums do not matter."""
    assert find(ipv4(udp(WRONG, *ports), protocol=17)) == (HOSTS_4, WRONG, False)
    assert find(ipv6(udp(WRONG, *ports), following=17)) is not None


def test_udp_on_other_ports() -> None:
    """Elsewhere shape and checksum must be right; then both directions of these ports are known."""
    internet = Internet()
    assert find(ipv4(udp(WRONG, 1, 2), protocol=17), internet) is None
    assert find(ipv4(udp(SCTP, 1, 2), protocol=17), internet) == (HOSTS_4, SCTP, False)
    assert find(ipv4(udp(WRONG, 1, 2), protocol=17), internet) == (HOSTS_4, WRONG, False)
    back = ipv4(udp(WRONG, 2, 1), packets.B, packets.A, protocol=17)
    assert find(back, internet) is not None
    assert find(ipv4(udp(b"a payload of DNS or RTP, who knows", 1, 3), protocol=17), internet) is None


def test_udp_guesses_end() -> None:
    """After many payloads that only look like SCTP the search on other ports ends: it costs a checksum each."""
    internet = Internet()
    for _ in range(300):
        find(ipv4(udp(WRONG, 1, 2), protocol=17), internet)
    assert find(ipv4(udp(SCTP, 1, 2), protocol=17), internet) is None


def test_other_packets_are_none() -> None:
    """TCP, ARP-like octets, a broken header length, a header cut short."""
    for packet in (ipv4(SCTP, protocol=6), ipv6(SCTP, following=58), b"\x00" * 40, b"\x41" + ipv4(SCTP)[1:], b"\x45"):
        assert find(packet) is None


@settings(database=None, deadline=None, max_examples=150)
@given(
    st.sampled_from([4, 6]), st.sampled_from([132, 17, 0, 44, 43, 51]), st.binary(max_size=120), st.integers(0, 65_535)
)
def test_garbage_raises_nothing(version: int, protocol: int, octets: bytes, placed: int) -> None:
    """Any octets behind a plausible start are found to be something or nothing."""
    internet = Internet()
    packet = ipv4(octets, protocol=protocol, placed=placed) if version == 4 else ipv6(octets, following=protocol)
    for end in range(len(packet)):
        found = internet.find(packet[:end], 0, len(packet), 0)
        assert found is None or found[2]
    find(packet, internet)
    internet.finish()
