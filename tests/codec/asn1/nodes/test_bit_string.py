"""BIT STRING (X.691 clause 16)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


def bits(text: str) -> BitString:
    """Bits given as 0 and 1."""
    octets = (len(text) + 7) // 8
    return BitString(int(text.ljust(8 * octets, "0") or "0", 2).to_bytes(octets), len(text))


@pytest.mark.parametrize(
    ("size", "value", "octets"),
    [
        # 16.9: a fixed size of up to 16 bits is not aligned: 1 and 101101 = 1101 1010.
        ("(SIZE (6))", "101101", "da"),
        ("(SIZE (16))", "1" * 16, "ffff80"),
        ("(SIZE (0))", "", "80"),
        # 16.10: a longer one is.
        ("(SIZE (17))", "1" * 17, "80ffff80"),
        # 16.11: the length as a constrained number, then aligned bits: 1 and 0110 (28 - 22).
        ("(SIZE (22..32))", "1" * 28, "b0fffffff0"),
        ("(SIZE (0..70000))", "11", "8002c0"),
        ("", "111", "8003e0"),
        # 11.9.3.3: behind a constrained length of zero there is no padding.
        ("(SIZE (0..3))", "", "80"),
    ],
)
def test_forms(size: str, value: str, octets: str) -> None:
    """Each form of a size, behind a BOOLEAN that shows the alignment."""
    body = f"T ::= SEQUENCE {{ flag BOOLEAN, bits BIT STRING {size} }}"
    assert hexed(body, {"flag": True, "bits": bits(value)}) == octets


def test_larger_than_an_extensible_root() -> None:
    """16.6: outside of the root, bit 1, then an unconstrained length and the bits, aligned.

    17 bits in BIT STRING (SIZE (1..16, ...)) are 1, padding, 11, FF FF 80; asn1tools gives up.
    160 bits are in the root of E2AP's TransportLayerAddress: 0, 8 bits of length 159, padding.
    """
    assert hexed("T ::= BIT STRING (SIZE (1..16, ...))", bits("1" * 17)) == "8011ffff80"
    assert hexed("T ::= BIT STRING (SIZE (1..16, ...))", bits("11")) == "08c0"
    address = "T ::= BIT STRING (SIZE (1..160, ...))"
    assert hexed(address, bits("1" * 160)) == "4f80" + "ff" * 20
    assert hexed(address, bits("1" * 161)) == "8080a1" + "ff" * 20 + "80"
    assert complaints("T ::= BIT STRING (SIZE (1..16, ...))", "800180") == [("malformed", 0)]


def test_fragments() -> None:
    """16,384 bits are one fragment C1 of 2,048 octets, and a last one of length 00."""
    octets = hexed("T ::= BIT STRING", bits("1" * 16384))
    assert octets == "c1" + "ff" * 2048 + "00"
    octets = hexed("T ::= BIT STRING", bits("1" * (65536 + 9)))
    assert octets == "c4" + "ff" * 8192 + "09ff80"


def test_named_bits() -> None:
    """16.2, 16.3: trailing zero bits of named bits are not written, beyond what the size demands."""
    body = "T ::= BIT STRING { a(0), b(1), c(5) }"
    assert codec(body).encode("T", bits("100000")).hex() == "0180"
    assert codec(body).encode("T", bits("000")).hex() == "00"
    sized = "T ::= BIT STRING { a(0), b(1) } (SIZE (4..8))"
    assert codec(sized).encode("T", bits("10000000")).hex() == "0080"
    assert codec(sized).encode("T", bits("1")).hex() == "0080"


def test_sizes_out_of_range() -> None:
    """A size outside of the constraint is complained about and refused."""
    assert complaints("T ::= BIT STRING (SIZE (22..32))", "f0" + "ff" * 4 + "f8") == [("out-of-range", 0)]
    assert lenient("T ::= BIT STRING (SIZE (22..32))", "f0" + "ff" * 4 + "f8") == bits("1" * 37)
    assert misfit("T ::= BIT STRING (SIZE (22..32))", bits("1")) == "size 1 is out of range (22..32)"
    assert complaints("T ::= BIT STRING (SIZE (0..3))", "40") == [("truncated", 1)]


def test_values_that_are_none() -> None:
    """The octets are as many as the bits need, and the bits behind the last one are zero."""
    body = "T ::= BIT STRING"
    assert misfit(body, BitString(b"\xff", 9)) == "1 octets cannot hold exactly 9 bits"
    assert misfit(body, BitString(b"\xff\x00", 8)) == "2 octets cannot hold exactly 8 bits"
    assert misfit(body, BitString(b"\xff", -1)) == "1 octets cannot hold exactly -1 bits"
    assert misfit(body, BitString(b"\xff", 7)) == "the unused bits behind bit 7 are not zero"
    for value in (b"\xff", "1", 1, None, (b"\xff",), (b"\xff", True), ("1", 1)):
        assert "takes BitString" in misfit(body, value)


@settings(max_examples=100, database=None, deadline=None)
@given(st.text("01", max_size=70), st.integers(0, 7))
def test_any_bits_at_any_place(text: str, before: int) -> None:
    """Bits come back as they were, wherever they begin."""
    body = f"T ::= SEQUENCE {{ before BIT STRING (SIZE ({before})), a BIT STRING (SIZE (0..70)), b BIT STRING }}"
    value = {"before": bits("1" * before), "a": bits(text), "b": bits(text)}
    octets = codec(body).encode("T", value)
    assert codec(body).decode("T", octets) == value
