"""Numbers, sizes and characters outside of their constraints."""

from oran_harness.codec.asn1 import BitString
from tests.codec.asn1.illegal.writing import hexed, refused
from tests.codec.asn1.schemas import complaints

RANGE = [("out-of-range", 0)]


def test_numbers_in_their_bits() -> None:
    """0..4 has three bits (X.691 11.5.7.1): 7 stands in them, 8 does not."""
    body = "T ::= INTEGER (0..4)"
    assert hexed(body, 7) == "e0"
    assert complaints(body, "e0") == RANGE
    assert refused(body, 8) == "8 has no bits: they hold 0..7"
    assert refused(body, -1) == "-1 has no bits: they hold 0..7"


def test_numbers_in_octets() -> None:
    """1..65535 has two octets (11.5.7.3), 5..MAX as many as it needs, but none for less (11.7); MIN..5 any number."""
    assert hexed("T ::= INTEGER (1..65535)", 65536) == "ffff"
    assert refused("T ::= INTEGER (5..MAX)", 4) == "4 has no bits: they hold 5..MAX"
    assert complaints("T ::= INTEGER (MIN..5)", hexed("T ::= INTEGER (MIN..5)", 6)) == RANGE


def test_numbers_with_more_octets_than_they_can_have() -> None:
    """0..16777215 takes up to three octets, their number two bits (11.5.7.4): four can be said."""
    body = "T ::= INTEGER (0..16777215)"
    assert hexed(body, 1 << 24) == "c001000000"
    assert complaints(body, "c001000000") == RANGE


def test_sizes() -> None:
    """A constrained size within its bits (11.9.4.1), an unconstrained one below its least."""
    body = "T ::= OCTET STRING (SIZE (1..5))"
    assert hexed(body, bytes(7)) == "c0" + 7 * "00"
    assert complaints(body, "c0" + 7 * "00") == RANGE
    assert refused(body, bytes(9)) == "size 9 has no bits: they hold 1..8"
    assert hexed("T ::= OCTET STRING (SIZE (2..MAX))", b"a") == "0161"
    assert (
        complaints("T ::= SEQUENCE (SIZE (0..4)) OF NULL", hexed("T ::= SEQUENCE (SIZE (0..4)) OF NULL", (None,) * 6))
        == RANGE
    )


def test_fixed_sizes_are_not_written() -> None:
    """Where there is no length, fewer or more octets and bits are just that."""
    assert hexed("T ::= OCTET STRING (SIZE (3))", b"abcd") == "61626364"
    assert hexed("T ::= OCTET STRING (SIZE (2))", b"a") == "61"
    assert hexed("T ::= BIT STRING (SIZE (4))", BitString(b"\xf8", 5)) == "f8"


def test_characters() -> None:
    """By their codes where these are written (30.5.4), else the replacement character by a number that none has."""
    assert hexed("T ::= VisibleString (SIZE (2))", "a\x07") == "6107"
    assert complaints("T ::= VisibleString (SIZE (2))", "6107") == [("out-of-range", 1)]
    body = 'T ::= IA5String (FROM ("abc")) (SIZE (2))'
    assert hexed(body, "a\N{REPLACEMENT CHARACTER}") == "30"
    assert complaints(body, "30") == RANGE
    assert "has no bits" in refused(body, "d")
    assert "has no bits" in refused("T ::= VisibleString", "\u20ac")


def test_text_that_is_none() -> None:
    """Octets that are no UTF-8, as Python reads them with surrogateescape."""
    assert hexed("T ::= UTF8String", "a\udcff") == "0261ff"
    assert complaints("T ::= UTF8String", "0261ff") == RANGE
    assert "no text" in refused("T ::= UTF8String", "\ud800")


def test_bits_with_names() -> None:
    """Trailing zero bits stay, which no encoder writes (16.2)."""
    assert hexed("T ::= BIT STRING { a(0) }", BitString(b"\x80", 2)) == "0280"


def test_replacement_character_of_a_universal_string() -> None:
    """In an alphabet of all characters it stands for itself."""
    assert hexed("T ::= UniversalString", "\ufffd") == "010000fffd"
