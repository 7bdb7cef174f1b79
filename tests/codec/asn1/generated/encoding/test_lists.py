"""Generated encoders of SEQUENCE OF; what they write, the tests of the decoders hold."""

import pytest

from tests.codec.asn1.schemas import misfit, swift, unfit


@pytest.mark.parametrize("value", [(), (1, 2, 3), (True,), 5, None, "a"])
def test_values_that_do_not_fit_are_given_up(value: object) -> None:
    """Too few elements, too many, an element that does not fit, no list."""
    body = "T ::= SEQUENCE (SIZE (1..2)) OF INTEGER (0..7)"
    assert unfit(body, value)
    assert misfit(body, value)


def test_bits_of_long_lists_become_octets() -> None:
    """Elements that are no whole octets, more of them than are kept pending; in lists behind a bit, too."""
    body = "T ::= SEQUENCE { a BOOLEAN, b SEQUENCE OF CHOICE { x INTEGER (0..6), y OCTET STRING }, c BOOLEAN }"
    swift(body, {"a": True, "b": (("x", 5),) * 1000, "c": True})
    swift(body, {"a": True, "b": (("x", 5), ("y", b"abc"), ("x", 1)) * 300, "c": True})


def test_fragments_are_left_to_the_nodes() -> None:
    """X.691 11.9.3.8 for lists of 16,384 elements and more."""
    assert unfit("T ::= SEQUENCE OF BOOLEAN", (True,) * 16384)
