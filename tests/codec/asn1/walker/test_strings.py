"""Strings by decisions."""

from oran_harness.codec.asn1.walker import Recorded
from tests.codec.asn1.schemas import codec
from tests.codec.asn1.walker.making import made


def test_alphabets() -> None:
    """Every character of a small alphabet, and no other."""
    assert set("".join(made('T ::= IA5String (FROM ("abcd"))'))) == set("abcd")
    assert set("".join(made("T ::= NumericString"))) == set(" 0123456789")


def test_wide_characters() -> None:
    """BMPString goes beyond what an octet holds."""
    assert max("".join(made("T ::= BMPString"))) > "\uff00"


def test_text_of_one_to_four_octets() -> None:
    """UTF8String has characters of all lengths; others what their octets hold."""
    assert {len(each.encode()) for each in "".join(made("T ::= UTF8String"))} == {1, 2, 3, 4}
    assert max("".join(made("T ::= GeneralString"))) <= "\xff"


def test_plain_strings() -> None:
    """With plain decisions alone a string has the least size, and characters that can be read."""
    assert codec("T ::= VisibleString (SIZE (3..9))").generate("T", Recorded(())) == "000"
    assert codec("T ::= OCTET STRING (SIZE (2))").generate("T", Recorded(())) == b"\0\0"


def test_bits_with_names() -> None:
    """The last bit of such a string is set: trailing zeros would not come back (X.691 16.2)."""
    values = made("T ::= BIT STRING { a(0), b(1) }")
    assert all(int.from_bytes(value.octets) >> (-value.length & 7) & 1 for value in values if value.length)
    assert any(not value.length for value in values)
    assert {value.length for value in made("T ::= BIT STRING (SIZE (22..32))", 600)} >= {22, 32}
