"""REAL (X.691 clause 15, X.690 8.5 and 11.3)."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1.nodes.real import decode_real, encode_real
from tests.codec.asn1.schemas import complaints, hexed, lenient, misfit, unfit


@pytest.mark.parametrize(
    ("value", "octets"),
    [
        (0.0, ""),
        (-0.0, "43"),
        (1.0, "800001"),
        (1.5, "80ff03"),
        (-1.5, "c0ff03"),
        (255.0, "8000ff"),
        (2.0**200, "8100c801"),
        (5e-324, "81fbce01"),
        (math.inf, "40"),
        (-math.inf, "41"),
        (math.nan, "42"),
    ],
)
def test_written_in_the_distinguished_form(value: float, octets: str) -> None:
    """X.690 11.3.1: base 2, an odd mantissa, mantissa and exponent in the fewest octets.

    1.5 is 3 times 2 to the -1: 80 FF 03. 255 is an odd mantissa of exactly eight bits: 80 00 FF, where asn1tools
    writes 80 00 00 FF. Minus zero is 43, where asn1tools writes plus zero.
    """
    assert encode_real(value).hex() == octets


def test_behind_a_length() -> None:
    """X.691 clause 15: the contents behind an unconstrained length, aligned."""
    assert hexed("T ::= SEQUENCE { a BOOLEAN, b REAL }", {"a": True, "b": 1.5}) == "800380ff03"


@pytest.mark.parametrize(
    ("octets", "value"),
    [
        # Base 8 and 16, a scaling factor, an exponent of two octets and of a counted one (8.5.7).
        ("900103", 24.0),
        ("a00103", 48.0),
        ("840103", 12.0),
        ("8100010003", 6.0),
        ("83010103", 6.0),
        # An even mantissa and leading zeros are not distinguished, but REAL.
        ("80000004", 4.0),
        # Beyond a float.
        ("83030fffff01", math.inf),
        ("c3030fffff01", -math.inf),
        ("8303f0000001", 0.0),
        ("8000" + "ff" * 200, math.inf),
        ("81fbce" + "01" + "00" * 100, 5e-324 * 2.0**800),
        # Decimal, NR1 to NR3 (8.5.8).
        ("01" + b"  -15".hex(), -15.0),
        ("02" + b"1.5".hex(), 1.5),
        ("02" + b"1,5".hex(), 1.5),
        ("03" + b"15.E-1".hex(), 1.5),
        ("43", -0.0),
    ],
)
def test_all_forms_are_read(octets: str, value: float) -> None:
    """Every form of X.690 8.5 has a value; what a float cannot hold is infinite or zero."""
    found = decode_real(bytes.fromhex(octets))
    assert found == value
    assert math.copysign(1, found) == math.copysign(1, value)


@pytest.mark.parametrize(
    "octets",
    ["80", "8000", "8100", "83", "8300", "830001", "8305", "b00001", "44", "4000", "01", "0131e5", "04", "0231", "00"]
    + ["02" + text.encode().hex() for text in ("inf", "nan", "1_0", "0x1", "", "1.5e3", "١")],
)
def test_what_is_no_real(octets: str) -> None:
    """Other octets are MALFORMED, whatever asn1tools would raise at them; the lenient value is None."""
    if octets == "0231":
        assert decode_real(bytes.fromhex(octets)) == 1.0
        return
    assert decode_real(bytes.fromhex(octets)) is None
    counted = bytes([len(octets) // 2]).hex() + octets
    assert complaints("T ::= REAL", counted) == [("malformed", 0)]
    assert lenient("T ::= REAL", counted) is None


@settings(max_examples=300, database=None, deadline=None)
@given(st.floats(allow_nan=False))
def test_floats_come_back(value: float) -> None:
    """Every float comes back as it was, also the smallest."""
    found = decode_real(encode_real(value))
    assert found is not None
    assert (found, math.copysign(1, found)) == (value, math.copysign(1, value))


@settings(max_examples=300, database=None, deadline=None)
@given(st.binary(max_size=40))
def test_any_octets(octets: bytes) -> None:
    """No octets make the decoder raise, or build a number that takes time."""
    found = decode_real(octets)
    assert found is None or isinstance(found, float)


def test_python_types() -> None:
    """A REAL is float, or an int that is not beyond one."""
    assert hexed("T ::= REAL", 3) == "03800003"
    assert hexed("T ::= REAL", 2**100) == "03806401"
    assert "takes float or int" in misfit("T ::= REAL", True)
    assert "takes float or int" in misfit("T ::= REAL", "1.5")
    assert "too large" in misfit("T ::= REAL", 10**400)


@pytest.mark.parametrize("value", [2**53 + 1, -(2**53) - 1, 10**30, 2**1000 + 1])
def test_whole_numbers_that_no_float_holds(value: int) -> None:
    """Another number would come back."""
    assert "give what is meant" in misfit("T ::= REAL", value)
    assert unfit("T ::= REAL", value)
