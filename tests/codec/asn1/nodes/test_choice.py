"""CHOICE (X.691 clause 23)."""

import pytest

from oran_harness.codec.asn1 import DecodeError
from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit

BODY = "T ::= CHOICE { a INTEGER (0..255), b NULL, ..., c NULL, d INTEGER (0..255), e SEQUENCE { f BOOLEAN } }"


def test_root_alternatives() -> None:
    """23.6, 23.7: bit 0 where the type is extensible, the index in as few bits as will do, the value."""
    assert hexed("T ::= CHOICE { a BOOLEAN, b NULL, c BOOLEAN }", ("c", True)) == "a0"
    assert hexed("T ::= CHOICE { only BOOLEAN }", ("only", True)) == "80"
    assert hexed(BODY, ("a", 5)) == "0005"
    assert hexed(BODY, ("b", None)) == "40"


def test_extension_additions() -> None:
    """23.8: bit 1, the place as a normally small number, the value in an open type: 1 0000001, 01, 07."""
    assert hexed(BODY, ("d", 7)) == "810107"
    assert hexed(BODY, ("e", {"f": True})) == "820180"


def test_null_as_an_extension_addition() -> None:
    """NULL in an open type is one zero octet (11.1.4): 80 01 00, as KPM 4's notSatisfied; asn1tools writes 80 00."""
    assert hexed(BODY, ("c", None)) == "800100"
    assert complaints(BODY, "8000") == [("malformed", 2)]
    assert lenient(BODY, "8000") == ("c", None)


def test_additions_that_the_edition_does_not_know() -> None:
    """They are complained about, keep their octets in lenient decoding, and encode to the same octets."""
    for octets, value in (
        ("8902abcd", ("unknown-9", b"\xab\xcd")),
        ("c0014001ff", ("unknown-64", b"\xff")),
    ):
        assert complaints(BODY, octets) == [("unknown-alternative", 0)]
        assert lenient(BODY, octets) == value
        assert codec(BODY).encode("T", value).hex() == octets


def test_indices_beyond_the_root() -> None:
    """F4 of the field: another model's payload has an index that is none; there is no reading on."""
    body = "T ::= SEQUENCE { x CHOICE { a NULL, b NULL, c NULL }, y BOOLEAN }"
    assert complaints(body, "c0") == [("unknown-alternative", 0)]
    assert lenient(body, "c0") == {"x": None}


def test_canonical_order() -> None:
    """23.2: alternatives count in the order of their tags; with tags of their own that is not the written order."""
    assert hexed("T ::= CHOICE { a [3] BOOLEAN, b [1] NULL }", ("a", True)) == "c0"


def test_paths_name_the_alternative() -> None:
    """What is wrong inside of an alternative is found under its name, in octets and in values."""
    body = "T ::= CHOICE { a CHOICE { b INTEGER (0..4) } }"
    found = codec(body).decode_lenient("T", b"\xe0").complaints
    assert [one.path for one in found] == ["a.b"]
    with pytest.raises(DecodeError) as caught:
        codec(body).decode("T", b"\xe0", path="top")
    assert caught.value.complaint.path == "top.a.b"
    assert misfit(body, ("a", ("b", 9))) == "a.b: 9 is out of range (0..4)"


def test_values_that_do_not_fit() -> None:
    """A CHOICE is a tuple of name and value."""
    assert "'x' is none of a, b, c, d, e" in misfit(BODY, ("x", 1))
    assert "is none of" in misfit(BODY, ("unknown-1", b""))
    assert "is none of" in misfit("T ::= CHOICE { a NULL }", ("unknown-1", b""))
    assert "takes bytes" in misfit(BODY, ("unknown-9", 5))
    for value in (None, "a", ("a",), ["a", 5], (1, 5), {"a": 5}):
        assert "takes (name, value)" in misfit(BODY, value)
