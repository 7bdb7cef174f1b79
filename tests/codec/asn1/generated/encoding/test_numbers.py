"""Generated encoders of numbers; what they write, the tests of the decoders hold."""

import pytest

from tests.codec.asn1.schemas import misfit, unfit


@pytest.mark.parametrize(
    ("number", "values"),
    [
        ("INTEGER (0..5)", [-1, 6, True, 1.0, "1", None]),
        ("INTEGER (1..3 | 7)", [4, 0, 8]),
        ("INTEGER (0..4294967295)", [-1, 4294967296]),
        ("INTEGER (5..MAX)", [4]),
        ("INTEGER (MIN..5)", [6]),
        ("INTEGER (1..3, ...)", [True, None]),
        ("BOOLEAN", [1, 0, None]),
        ("NULL", [False, 0]),
        ("ENUMERATED { a, b }", ["c", None, 0]),
    ],
)
def test_values_that_do_not_fit_are_given_up(number: str, values: list[object]) -> None:
    """The nodes say what does not fit."""
    for value in values:
        assert unfit(f"T ::= {number}", value)
        assert misfit(f"T ::= {number}", value)


def test_what_is_rare_is_left_to_the_nodes() -> None:
    """Integers of 128 octets, names of additions that nobody knows."""
    assert unfit("T ::= INTEGER", 1 << 1020)
    assert unfit("T ::= ENUMERATED { a, ... }", "unknown-3")
