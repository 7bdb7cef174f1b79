"""Octets read bit by bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS, Reader
from oran_harness.model.complaint import ComplaintKind


@settings(max_examples=200, database=None, deadline=None)
@given(st.binary(min_size=1, max_size=30), st.lists(st.integers(0, 70), max_size=12))
def test_bits_are_those_of_the_octets(octets: bytes, counts: list[int]) -> None:
    """Groups of bits, one after the other, are the digits of the octets; there are no more than those."""
    digits = "".join(f"{octet:08b}" for octet in octets)
    reader = Reader(octets)
    for count in counts:
        if count > len(digits):
            with pytest.raises(Fault, match="end before the value does"):
                reader.bits(count)
            return
        taken, digits = digits[:count], digits[count:]
        assert reader.bits(count) == int(taken or "0", 2)


def test_alignment() -> None:
    """The next octet boundary, or here if this is one."""
    reader = Reader(b"\x80\x01\x02")
    reader.align()
    assert reader.position == 0
    reader.bits(1)
    reader.align()
    assert (reader.position, reader.octets(2)) == (8, b"\x01\x02")


@pytest.mark.parametrize("start", range(1, 8))
def test_padding_is_zero_bits(start: int) -> None:
    """11.1.4: strict reading refuses any other, at its place; lenient reading says so and goes on behind it."""
    for bit in range(start, 8):
        octets = (0x8000 >> bit | 0x55).to_bytes(2)
        reader = Reader(octets, 10)
        reader.bits(start)
        with pytest.raises(Fault) as caught:
            reader.align()
        held = f"{octets[0]:08b}"[start:]
        assert (caught.value.kind, caught.value.bit) == (ComplaintKind.PADDING, 80 + start)
        assert (caught.value.expected, caught.value.actual) == ("0" * (8 - start), held)
        lenient = Reader(octets)
        lenient.complaints = []
        lenient.bits(start)
        assert lenient.length() == 0x55
        assert [(each.kind, each.octet, each.bit) for each in lenient.complaints] == [(ComplaintKind.PADDING, 0, start)]


@pytest.mark.parametrize(
    ("octets", "width", "used", "wrong"),
    [
        ("a0", 3, 1, None),
        ("a1", 3, 1, 3),
        ("a1", 8, 1, None),
        ("00", 0, 1, None),
        ("01", 0, 1, 0),
        ("a0ff", 3, 1, None),
    ],
)
def test_a_complete_encoding_ends_with_zero_bits(octets: str, width: int, used: int, wrong: int | None) -> None:
    """11.1.4: up to the end of its last octet, and in all of the one octet that stands for a value without bits."""
    reader = Reader(bytes.fromhex(octets))
    reader.complaints = []
    reader.bits(width)
    assert (reader.complete(0), reader.position) == (used, width)
    assert [each.bit for each in reader.complaints] == ([] if wrong is None else [wrong])


@pytest.mark.parametrize(
    ("octets", "length"), [("00", 0), ("7f", 127), ("8080", 128), ("bfff", 16383), ("c1", 16384), ("c4", 65536)]
)
def test_lengths(octets: str, length: int) -> None:
    """X.691 11.9.3.5 to 11.9.3.8: one octet, two, or the number of fragments of 16K."""
    assert Reader(bytes.fromhex(octets)).length() == length


def test_small_lengths_and_numbers() -> None:
    """11.6 and 11.9.3.4: seven bits, or one bit and, aligned, counted octets or a length."""
    assert Reader(b"\x7e").small_number() == 63
    assert Reader(b"\x80\x02\x01\x00").small_number() == 256
    assert Reader(b"\x7e").small_length() == 64
    assert Reader(b"\x80\x80\x80").small_length() == 128


def test_faults_count_from_the_message() -> None:
    """Places are bits of the whole message, of which these octets are a part, or several."""
    reader = Reader(b"\x00", 10)
    reader.bits(3)
    with pytest.raises(Fault) as caught:
        reader.bits(6)
    assert (caught.value.kind, caught.value.bit) == (ComplaintKind.TRUNCATED, 83)
    assert (caught.value.expected, caught.value.actual) == ("6 bits", "5 bits")
    seams = Reader(b"").nested(bytes(40), ((0, 800), (160, 1000)))
    assert [seams.locate(position) for position in (0, 159, 160, 200)] == [800, 959, 1000, 1040]


def test_complaints_are_counted() -> None:
    """Lenient reading keeps as many complaints as anyone would read, and no more."""
    reader = Reader(b"")
    reader.complaints = []
    for number in range(2 * MAXIMUM_COMPLAINTS):
        reader.complain(ComplaintKind.MALFORMED, 0, str(number))
    assert len(reader.complaints) == MAXIMUM_COMPLAINTS


def test_padding_leaves_room_for_what_breaks_the_syntax() -> None:
    """However much padding is wrong, what is wrong with values is still told."""
    reader = Reader(b"")
    reader.complaints = []
    for _ in range(2 * MAXIMUM_COMPLAINTS):
        reader.complain(ComplaintKind.PADDING, 0, "")
    assert len(reader.complaints) == MAXIMUM_COMPLAINTS // 2
    reader.complain(ComplaintKind.TRUNCATED, 0, "")
    assert reader.complaints[-1].kind is ComplaintKind.TRUNCATED


def test_elements_without_bits_are_counted() -> None:
    """A message may hold 65,536 elements without bits, and one more for each of its bits."""
    reader = Reader(b"\0")
    reader.spend(65536 + 8)
    with pytest.raises(Fault, match="too many elements without bits"):
        reader.spend(1)
