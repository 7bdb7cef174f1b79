from struct import pack

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.chunks import added_addresses, causes_text, looks_like_sctp, printable, read_opening, walk
from tests.captures import packets
from tests.captures.packets import chunk, sctp


def test_walks_bundled_chunks() -> None:
    """Type, flags, begin and end of each chunk; padding belongs to none."""
    packet = sctp(1, 2, 3, chunk(10, b"abc"), packets.data(1, b"x"))
    assert list(walk(packet)) == [(10, 0, 12, 19), (0, 3, 20, 37)]


def test_walk_ends_at_a_broken_chunk() -> None:
    """A length below four or beyond the packet ends the walk."""
    assert list(walk(sctp(1, 2, 3, b"\x0b\0\0\x03"))) == []
    assert list(walk(sctp(1, 2, 3, packets.COOKIE_ACK, b"\0\0\xff\xff"))) == [(11, 0, 12, 16)]


def test_shape_of_sctp() -> None:
    """Chunks must fill the packet; unknown types only pass where any may."""
    assert looks_like_sctp(sctp(1, 2, 3, packets.COOKIE_ACK))
    assert not looks_like_sctp(sctp(1, 2, 3, packets.COOKIE_ACK) + b"\0\0\0")
    assert not looks_like_sctp(sctp(1, 2, 3, b"\x0b\0\0\0"))
    assert not looks_like_sctp(sctp(1, 2, 3))
    assert not looks_like_sctp(sctp(1, 2, 3, chunk(99)))
    assert looks_like_sctp(sctp(1, 2, 3, chunk(99)), any_chunk=True)


def test_reads_an_opening() -> None:
    """INIT tells tag, first TSN and the addresses of its parameters."""
    packet = sctp(1, 2, 0, packets.init(0x01020304, 99, ["192.0.2.1", "2001:db8::1"]))
    opening = read_opening(packet, 12, len(packet))
    assert opening is not None
    assert (opening.tag, opening.tsn) == (b"\1\2\3\4", 99)
    assert [len(address) for address in opening.addresses] == [4, 16]
    assert read_opening(packet, 12, 28) is None


def test_addresses_of_an_opening_are_bounded() -> None:
    """An INIT with hundreds of addresses is believed for 32 of them."""
    packet = sctp(1, 2, 0, packets.init(1, 1, [f"10.1.{n}.1" for n in range(200)]))
    opening = read_opening(packet, 12, len(packet))
    assert opening is not None
    assert len(opening.addresses) == 32


def test_added_addresses() -> None:
    """ASCONF adds the addresses of its Add IP Address parameters."""
    address = pack(">HH", 5, 8) + bytes([192, 0, 2, 9])
    add = pack(">HHI", 0xC001, 8 + len(address), 1) + address
    packet = sctp(1, 2, 3, chunk(193, pack(">I", 7) + address + add))
    assert list(added_addresses(packet, 12, len(packet))) == [bytes([192, 0, 2, 9])]


def test_causes_in_words() -> None:
    """Causes by name and code, a reason in words made printable, unknown codes by number."""

    def text(*causes: bytes) -> str:
        packet = sctp(1, 2, 3, chunk(6, b"".join(causes)))
        return causes_text(packet, 12, len(packet))

    assert text() == "no cause given"
    assert text(pack(">HH", 12, 9) + b"bye\n\x1b\0\0\0") == "User-Initiated Abort (12): bye\ufffd\ufffd"
    assert text(pack(">HH", 4, 4), pack(">HH", 999, 4)) == "Out of Resource (4); cause (999)"
    assert text(*[pack(">HH", 4, 4)] * 100).count("Out of Resource") == 8


@settings(database=None, deadline=None, max_examples=100)
@given(st.binary(max_size=100))
def test_any_octets_are_walked(octets: bytes) -> None:
    """Garbage gives nothing or something, never an exception, and texts without control characters."""
    packet = bytes(12) + octets
    looks_like_sctp(packet)
    for _, _, start, end in walk(packet):
        assert 12 <= start < end <= len(packet)
        read_opening(packet, start, end)
        list(added_addresses(packet, start, end))
        assert causes_text(packet, start, end).isprintable()
    assert printable(octets).isprintable()
