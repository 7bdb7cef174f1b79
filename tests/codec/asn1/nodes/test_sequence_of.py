"""SEQUENCE OF and SET OF (X.691 clauses 20 and 22)."""

import tracemalloc

import pytest

from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


@pytest.mark.parametrize(
    ("size", "count", "octets"),
    [
        ("(SIZE (2))", 2, "e0"),
        ("(SIZE (0..3))", 2, "d8"),
        ("(SIZE (1..256))", 2, "8001c0"),
        ("(SIZE (0..65535))", 2, "800002c0"),
        ("(SIZE (0..65536))", 2, "8002c0"),
        ("", 0, "8000"),
    ],
)
def test_forms(size: str, count: int, octets: str) -> None:
    """20.5, 20.6: no count, a constrained one, or an unconstrained one, behind a BOOLEAN that shows the alignment."""
    body = f"T ::= SEQUENCE {{ flag BOOLEAN, list SEQUENCE {size} OF BOOLEAN }}"
    assert hexed(body, {"flag": True, "list": (True,) * count}) == octets


def test_extensible_size() -> None:
    """20.4: bit 0 and the root's form, or bit 1 and an unconstrained count: 1, padding, 03, 111."""
    body = "T ::= SEQUENCE (SIZE (0..2, ...)) OF BOOLEAN"
    assert hexed(body, (True, True)) == "58"
    assert hexed(body, (True,) * 3) == "8003e0"
    assert complaints(body, "800180") == [("malformed", 0)]


@pytest.mark.parametrize(("size", "head"), [("", ""), ("(SIZE (0..2, ...))", "80")])
def test_fragments(size: str, head: str) -> None:
    """16,385 elements are C1 and 16,384 of them, then 01 and one; asn1tools does not do that behind bit 1."""
    octets = hexed(f"T ::= SEQUENCE {size} OF INTEGER (0..255)", (255,) * 16385)
    assert octets == head + "c1" + "ff" * 16384 + "01ff"
    octets = hexed(f"T ::= SEQUENCE {size} OF BOOLEAN", (True,) * 16384)
    assert octets == head + "c1" + "ff" * 2048 + "00"


def test_sizes_out_of_range() -> None:
    """A count outside of the constraint is complained about and refused."""
    body = "T ::= SEQUENCE (SIZE (0..2)) OF BOOLEAN"
    assert complaints(body, "f8") == [("out-of-range", 0)]
    assert lenient(body, "f8") == (True, True, True)
    assert misfit(body, (True,) * 3) == "size 3 is out of range (0..2)"
    assert complaints("T ::= SEQUENCE (SIZE (2..70000)) OF NULL", "01") == [("out-of-range", 0)]


def test_counts_beyond_the_octets() -> None:
    """What is there of a list is read, up to the element that is not; the place of that is the complaint's."""
    body = "T ::= SEQUENCE OF INTEGER (0..255)"
    assert complaints(body, "050102") == [("truncated", 3)]
    assert lenient(body, "050102") == (1, 2, None)
    found = codec(body).decode_lenient("T", bytes.fromhex("050102")).complaints
    assert [one.path for one in found] == ["[2]"]


@pytest.mark.parametrize(
    "element", ["NULL", "SEQUENCE { }", "INTEGER (5..5)", "SEQUENCE OF NULL", "BOOLEAN", "SEQUENCE { a NULL OPTIONAL }"]
)
def test_claims_cost_little_memory(element: str) -> None:
    """Counts of millions of elements with no bits or one bit do not allocate more than the octets justify."""
    schema = codec(f"T ::= SEQUENCE OF {element}")
    octets = b"\xc4" * 2000
    tracemalloc.start()
    decoded = schema.decode_lenient("T", octets)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert decoded.complaints
    # 65,536 elements without bits are allowed to any message; one with a bit each takes a bit of the octets.
    assert peak < 6_000_000 + 3000 * len(octets)


def test_a_full_list_without_bits() -> None:
    """The largest list of a constrained size whose elements have no bits is legal, and read."""
    body = "T ::= SEQUENCE (SIZE (0..65535)) OF NULL"
    assert hexed(body, (None,) * 65535) == "ffff"


def test_values_that_do_not_fit() -> None:
    """A list is a tuple, or a list; the path names the element."""
    body = "T ::= SEQUENCE OF INTEGER (0..7)"
    assert codec(body).encode("T", [1]) == codec(body).encode("T", (1,))
    assert misfit(body, (1, 8)) == "[1]: 8 is out of range (0..7)"
    for value in (None, 5, "ab", {1}, b"ab"):
        assert "takes tuple or list" in misfit(body, value)
