"""Generated encoders of SEQUENCE and CHOICE; what they write, the tests of the decoders hold."""

import pytest

from tests.codec.asn1.schemas import codec, hexed, misfit, swift, unfit

BODY = "T ::= SEQUENCE { a BOOLEAN, b INTEGER (0..7) DEFAULT 5, c BIT STRING DEFAULT '11'B, ..., d NULL }"


def test_defaults_are_not_encoded() -> None:
    """X.691 19.5: a member that has its default is absent: 0 00 1, and 0 10 1 110."""
    assert codec(BODY).encode("T", {"a": True}).hex() == "10"
    assert codec(BODY).encode("T", {"a": True, "b": 5}).hex() == "10"
    assert codec(BODY).encode("T", {"a": True, "b": 6}).hex() == "5c"


@pytest.mark.parametrize("value", [{}, {"a": 1}, {"a": True, "x": 1}, [("a", True)], None, {"a": True, "b": 8}])
def test_values_that_do_not_fit_are_given_up(value: object) -> None:
    """A member that is missing, unknown or wrong."""
    assert unfit(BODY, value)
    assert misfit(BODY, value)


@pytest.mark.parametrize("value", [("b", True), ("a",), "ab", ["a", True], ("a", 1), None])
def test_choices_that_do_not_fit_are_given_up(value: object) -> None:
    """No such alternative, or no pair of name and value."""
    body = "T ::= CHOICE { a BOOLEAN, ... }"
    assert unfit(body, value)
    assert misfit(body, value)


def test_more_than_64_additions_are_left_to_the_nodes() -> None:
    """Their number has another form (11.9.3.4)."""
    members = ", ".join(f"m{n} BOOLEAN OPTIONAL" for n in range(65))
    assert unfit(f"T ::= SEQUENCE {{ ..., {members} }}", {"m64": True})
    members = ", ".join(f"m{n} BOOLEAN OPTIONAL" for n in range(64))
    swift(f"T ::= SEQUENCE {{ ..., {members} }}", {"m63": True})


def test_branches_that_write_the_same_bits_behind_a_number_that_only_a_run_tells() -> None:
    """Each bit is written once, in lists whose elements end at any bit.

    Behind the count: an alternative of an extensible CHOICE with no other is its extension bit alone, a component
    without bits its presence bit alone (X.691 19.2, 23.5).
    """
    assert hexed("T ::= SEQUENCE OF CHOICE { a NULL, ... }", (("a", None),) * 9) == "09" + "0000"
    values = ({"a": True, "b": True}, {"b": False}, {"b": True})
    assert hexed("T ::= SEQUENCE OF SEQUENCE { a NULL OPTIONAL, b BOOLEAN }", values) == "03" + "c4"
