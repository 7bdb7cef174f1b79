"""What can be wrong with one part of a value."""

from random import Random
from typing import Any

from oran_harness.codec.asn1.illegal.ways import ways
from oran_harness.codec.asn1.walker import RandomChooser
from tests.codec.asn1.schemas import codec


def said(body: str, value: Any) -> list[str]:
    """What can be wrong with a value; each way breaks the type in the way that it names."""
    schema = codec(body)
    found = list(ways(schema.node("T"), value))
    chooser = RandomChooser(Random(body))
    for way in found:
        for _ in range(20):
            octets = schema.encode_illegal("T", way.make(chooser))
            assert [each.kind for each in schema.decode_lenient("T", octets).complaints][:1] == [way.kind], way
    return [way.said for way in found]


def test_numbers() -> None:
    """What the bits hold beyond the bounds, and between the ranges of a union; nothing where they hold no more."""
    assert said("T ::= INTEGER (0..4)", 1) == ["a number above 4"]
    assert said("T ::= INTEGER (1..65535)", 1) == ["a number above 65535"]
    assert said("T ::= INTEGER (0..16777214)", 1) == ["a number above 16777214"]
    assert said("T ::= INTEGER (MIN..5)", 1) == ["a number above 5"]
    assert said("T ::= INTEGER (1..3 | 7)", 1) == ["a number above 7", "a number between the ranges 1..3 | 7"]
    assert said("T ::= INTEGER (0..255)", 1) == []
    assert said("T ::= INTEGER (0..4, ...)", 1) == []
    assert said("T ::= INTEGER", 1) == []


def test_names_and_alternatives() -> None:
    """Indices of the root that are left, additions that nobody knows."""
    assert said("T ::= ENUMERATED { a, b, c }", "a") == ["an index behind the last"]
    assert said("T ::= ENUMERATED { a, b, ... }", "a") == ["an addition that is not known"]
    assert said("T ::= CHOICE { a NULL, b NULL, c NULL, ..., d NULL }", ("a", None)) == [
        "an index behind the last",
        "an addition that is not known",
    ]


def test_sizes() -> None:
    """Where the length can say them."""
    assert said("T ::= OCTET STRING (SIZE (1..5))", b"a") == ["a size above 5"]
    assert said("T ::= OCTET STRING (SIZE (1..4))", b"a") == []
    assert said("T ::= OCTET STRING (SIZE (1..4, ...))", b"a") == []
    assert said("T ::= OCTET STRING (SIZE (2..MAX))", b"ab") == ["a size below 2"]
    assert said("T ::= OCTET STRING (SIZE (3))", b"abc") == []
    assert said("T ::= SEQUENCE (SIZE (0..4)) OF BOOLEAN", (True,)) == ["a size above 4"]
    assert said("T ::= SEQUENCE (SIZE (0..4)) OF BOOLEAN", ()) == []
    assert said("T ::= OCTET STRING (SIZE (1 | 4))", b"a") == ["a size between 1 | 4"]


def test_bit_strings_and_characters() -> None:
    """Sizes of both; characters outside of the alphabet where the bits hold such."""
    schema = codec("T ::= BIT STRING (SIZE (1..5))")
    assert said("T ::= BIT STRING (SIZE (1..5))", schema.decode("T", b"\0\0")) == ["a size above 5"]
    assert said("T ::= VisibleString", "ab") == ["a character outside of the alphabet"]
    assert said("T ::= VisibleString", "") == []
    assert said('T ::= IA5String (FROM ("abcd"))', "a") == []
    assert said('T ::= IA5String (FROM ("abc"))', "a") == ["a character outside of the alphabet"]
    assert said("T ::= UTF8String", "\u00e4") == ["octets that are no text"]


def test_sequences() -> None:
    """The extension bit without anything behind it."""
    assert said("T ::= SEQUENCE { a BOOLEAN, ... }", {"a": True}) == ["the extension bit without an addition"]
    assert said("T ::= SEQUENCE { a BOOLEAN }", {"a": True}) == []
