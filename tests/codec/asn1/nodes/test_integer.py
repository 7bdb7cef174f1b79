"""INTEGER in all its forms (X.691 clause 13, 11.3 to 11.8)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model.errors import InputError
from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


@pytest.mark.parametrize(
    ("bounds", "value", "octets"),
    [
        # 11.5.7.1: 7 values take 3 bits, 255 take 8, not aligned; one value takes none.
        ("(-3..3)", 0, "60"),
        ("(-3..3)", 3, "c0"),
        ("(0..254)", 254, "fe"),
        ("(7..7)", 7, "00"),
        # 11.5.7.2 and 11.5.7.3: 256 values are one octet, up to 64K two.
        ("(0..255)", 5, "05"),
        ("(1..256)", 256, "ff"),
        ("(0..256)", 256, "0100"),
        ("(1..65536)", 65536, "ffff"),
        # 11.5.7.4: the number of octets as a constrained number, then as few octets as will do.
        ("(0..4294967295)", 0, "0000"),
        ("(0..4294967295)", 256, "400100"),
        ("(0..4294967295)", 4294967295, "c0ffffffff"),
        ("(0..1099511627775)", 1099511627775, "80ffffffffff"),
        # 11.8: two's complement behind the number of octets.
        ("", 0, "0100"),
        ("", 127, "017f"),
        ("", 128, "020080"),
        ("", -128, "0180"),
        ("", -129, "02ff7f"),
    ],
)
def test_forms(bounds: str, value: int, octets: str) -> None:
    """Each form of a whole number, from the clause that is named beside it."""
    assert hexed(f"T ::= INTEGER {bounds}", value) == octets


@pytest.mark.parametrize(("value", "octets"), [(5, "0100"), (6, "0101"), (260, "01ff"), (261, "020100")])
def test_lower_bound_only(value: int, octets: str) -> None:
    """INTEGER (5..MAX) is semi-constrained (11.7): the distance from 5 in as few octets as will do.

    5 is one octet 00 behind its length 01; 261 is a distance of 256, two octets. asn1tools drops the bound and
    writes 0105 for 5.
    """
    assert hexed("T ::= INTEGER (5..MAX)", value) == octets


def test_upper_bound_only() -> None:
    """INTEGER (MIN..5) has no lower bound, so it is written as if unconstrained (11.8), but 6 is refused."""
    assert hexed("T ::= INTEGER (MIN..5)", -1) == "01ff"
    assert "6 is out of range (MIN..5)" in misfit("T ::= INTEGER (MIN..5)", 6)
    assert complaints("T ::= INTEGER (MIN..5)", "0106") == [("out-of-range", 0)]


def test_encoding_out_of_range_is_refused() -> None:
    """A number outside of its bounds would run into its neighbours' bits (asn1tools writes it): EncodeError."""
    body = "T ::= SEQUENCE { a INTEGER (0..7), b INTEGER (5..MAX) }"
    assert misfit(body, {"a": 8, "b": 5}) == "a: 8 is out of range (0..7)"
    assert misfit(body, {"a": -1, "b": 5}) == "a: -1 is out of range (0..7)"
    assert misfit(body, {"a": 0, "b": 4}) == "b: 4 is out of range (5..MAX)"


@pytest.mark.parametrize(
    ("bounds", "octets", "value"),
    [
        ("(-3..3)", "e0", 4),
        ("(0..200)", "c9", 201),
        ("(0..1000)", "03e9", 1001),
        ("(0..70000)", "80011171", 70001),
    ],
)
def test_decoding_out_of_range_is_complained_about(bounds: str, octets: str, value: int) -> None:
    """The bits of a constrained number can hold more than its range; asn1tools accepts that, strict decoding does not.

    The lenient value is the number that was read.
    """
    body = f"T ::= INTEGER {bounds}"
    assert complaints(body, octets) == [("out-of-range", 0)]
    assert lenient(body, octets) == value


def test_more_octets_than_the_range_has() -> None:
    """(0..70000) has at most three octets (11.5.7.4); the two bits of their number could say four."""
    assert complaints("T ::= INTEGER (0..70000)", "c000000000") == [("out-of-range", 0)]


@pytest.mark.parametrize(
    ("bounds", "octets"), [("", "020005"), ("", "02ffff"), ("(5..MAX)", "020001"), ("(0..4294967295)", "400005")]
)
def test_more_octets_than_needed(bounds: str, octets: str) -> None:
    """11.5.7.4, 11.7, 11.8 ask for the fewest octets: no encoder writes leading ones that say nothing."""
    assert complaints(f"T ::= INTEGER {bounds}", octets) == [("malformed", 0)]


@pytest.mark.parametrize("bounds", ["", "(5..MAX)", "(1..3, ...)"])
def test_no_octets_at_all(bounds: str) -> None:
    """A number has at least one octet; a length of 0 is MALFORMED, whatever asn1tools would raise at it."""
    octets = "8000" if "..." in bounds else "00"
    assert complaints(f"T ::= INTEGER {bounds}", octets) == [("malformed", 1 if "..." in bounds else 0)]


def test_extensible() -> None:
    """13.1: bit 0 and the root's form inside of the root; outside bit 1 and an unconstrained number, aligned.

    10 is 0 and 9 in four bits: 01001 = 48. 11 is 1, padding, 01 0b; 128 is 1, padding, 02 0080.
    """
    body = "T ::= INTEGER (1..10, ...)"
    assert hexed(body, 10) == "48"
    assert hexed(body, 11) == "80010b"
    assert hexed(body, 128) == "80020080"
    assert complaints(body, "800105") == [("malformed", 0)]
    assert complaints(body, "50") == [("out-of-range", 0)]


def test_extensible_and_half_open() -> None:
    """(MIN..7, ...) and (5..MAX, ...) are extensible too; asn1tools cannot encode them at all."""
    assert hexed("T ::= INTEGER (MIN..7, ...)", 7) == "000107"
    assert hexed("T ::= INTEGER (MIN..7, ...)", 8) == "800108"
    assert hexed("T ::= INTEGER (5..MAX, ...)", 4) == "800104"


def test_union() -> None:
    """A union's bounds are its least and greatest value (10.3.12); what lies in a gap is out of range.

    (1..3 | 7 | 10..12) has 12 places, four bits: 7 is 6 = 0110.
    """
    body = "T ::= INTEGER (1..3 | 7 | 10..12)"
    assert hexed(body, 7) == "60"
    assert hexed(body, 12) == "b0"
    assert complaints(body, "30") == [("out-of-range", 0)]
    assert "4 is out of range (1..3 | 7..7 | 10..12)".replace("7..7", "7") in misfit(body, 4)


def test_numbers_of_many_octets() -> None:
    """A number of 20,000 octets is in fragments (11.9.3.8): C1 for the first 16,384, then 3,616 = 8E20."""
    value = (1 << (8 * 20000 - 2)) + 1
    octets = codec("T ::= INTEGER").encode("T", value)
    assert (octets[0], octets[16385:16387].hex(), len(octets)) == (0xC1, "8e20", 20003)
    assert codec("T ::= INTEGER").decode("T", octets) == value


def test_huge_numbers_can_be_complained_about() -> None:
    """Python does not print numbers of many thousand digits; a complaint about one says so."""
    octets = codec("T ::= INTEGER").encode("T", 1 << 100_000)
    decoded = codec("T ::= INTEGER (MIN..5)").decode_lenient("T", octets)
    assert [one.actual for one in decoded.complaints] == ["a huge number"]
    assert "a huge number is out of range" in misfit("T ::= INTEGER (MIN..5)", 1 << 100_000)
    assert complaints("T ::= INTEGER (MIN..MAX, ...)", b"\x80" + octets) == [("malformed", 0)]


def test_python_types() -> None:
    """An INTEGER is an int; True is none."""
    for value in (True, 1.0, "1", None, b"\1"):
        assert "takes int" in misfit("T ::= INTEGER", value)


@settings(max_examples=200, database=None, deadline=None)
@given(st.integers(-(2**70), 2**70), st.integers(0, 2**70), st.data())
def test_any_bounds(low: int, extent: int, data: st.DataObject) -> None:
    """Every number within any bounds comes back as it was."""
    from oran_harness.codec.asn1.nodes.integer import integer
    from oran_harness.codec.asn1.nodes.size import Bounds
    from oran_harness.codec.asn1.reader import Reader
    from oran_harness.codec.asn1.writer import Writer

    node = integer(Bounds(low, low + extent, data.draw(st.booleans())))
    value = data.draw(st.integers(low, low + extent))
    writer = Writer()
    writer.bits(1, data.draw(st.integers(1, 7)))
    start = writer.width
    node.encode(writer, value)
    octets = writer.finish()
    reader = Reader(octets)
    reader.bits(start)
    assert node.decode(reader) == value
    assert (reader.position + 7) // 8 == len(octets)
    assert reader.position - start >= node.minimum_bits


def test_the_largest_range() -> None:
    """2,040 bits take up to 255 octets, whose number is a bit-field of eight; more would align it (11.5.7.2)."""
    body = f"T ::= SEQUENCE {{ a BOOLEAN, b INTEGER (0..{(1 << 2040) - 1}) }}"
    assert hexed(body, {"a": True, "b": 256}) == "80800100"
    with pytest.raises(InputError, match="more than 2040 bits"):
        codec(f"T ::= INTEGER (0..{1 << 2040})")
