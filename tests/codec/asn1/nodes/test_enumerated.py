"""ENUMERATED (X.691 clause 14)."""

from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


def test_root_values_count_by_ascending_number() -> None:
    """14.1: the index counts by value, not by place in the list: c (1), a (5), b (9)."""
    body = "T ::= ENUMERATED { a(5), b(9), c(1) }"
    assert [hexed(body, name) for name in "cab"] == ["00", "40", "80"]


def test_extension_additions() -> None:
    """14.3: bit 1, then the place among the additions as a normally small number."""
    body = "T ::= ENUMERATED { a, b, ..., c, d }"
    assert [hexed(body, name) for name in "abcd"] == ["00", "40", "80", "81"]


def test_additions_that_the_edition_does_not_know() -> None:
    """They are complained about, have a name in lenient decoding, and encode to the same octets.

    100 is beyond 63: 1 1, padding, 01 64 (11.6.2; aligned, which asn1tools forgets).
    """
    body = "T ::= ENUMERATED { a, b, ..., c }"
    for octets, name in (("83", "unknown-3"), ("c00164", "unknown-100"), ("c009" + "ff" * 9, "unknown-0x" + "f" * 18)):
        assert complaints(body, octets) == [("unknown-alternative", 0)]
        assert lenient(body, octets) == name
        assert codec(body).encode("T", name).hex() == octets


def test_small_numbers_in_the_long_form() -> None:
    """11.6.1: numbers up to 63 take seven bits; in octets no encoder writes them."""
    assert complaints("T ::= ENUMERATED { a, ... }", "c00103") == [("malformed", 0), ("unknown-alternative", 0)]


def test_indices_beyond_the_root() -> None:
    """Three values take two bits, and 3 is none of them; there is no name for it."""
    assert complaints("T ::= ENUMERATED { a, b, c }", "c0") == [("unknown-alternative", 0)]
    assert lenient("T ::= ENUMERATED { a, b, c }", "c0") is None


def test_values_that_do_not_fit() -> None:
    """Only names of the type, and unknown additions beyond those that are known."""
    body = "T ::= ENUMERATED { a, b, ..., c }"
    names = ("x", "", "unknown-0", "unknown-01", "unknown-", "unknown--1", "unknown-x", "unknown-0x5", "unknown-٣")
    for name in names:
        assert "is none of a, b, c" in misfit(body, name)
    assert "is none of a" in misfit("T ::= ENUMERATED { a }", "unknown-3")
    for value in (1, None, b"a", ["a"]):
        assert "takes str" in misfit(body, value)
