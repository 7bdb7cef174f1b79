"""BOOLEAN (X.691 clause 12)."""

from tests.codec.asn1.schemas import complaints, hexed, misfit


def test_one_bit() -> None:
    """True is 1, False is 0."""
    assert hexed("T ::= BOOLEAN", True) == "80"
    assert hexed("T ::= BOOLEAN", False) == "00"
    assert complaints("T ::= BOOLEAN", "") == [("truncated", 0)]


def test_python_types() -> None:
    """A BOOLEAN is bool; 1 is none."""
    for value in (1, 0, None, "true"):
        assert "takes bool" in misfit("T ::= BOOLEAN", value)
