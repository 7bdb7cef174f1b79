"""NULL (X.691 clause 18)."""

from tests.codec.asn1.schemas import codec, hexed, misfit


def test_none_where_it_stands_alone() -> None:
    """As the value of a CHOICE or list NULL is None, and takes no bits: 3 elements are their number alone."""
    assert hexed("T ::= CHOICE { a NULL, b NULL }", ("b", None)) == "80"
    assert hexed("T ::= SEQUENCE OF NULL", (None, None, None)) == "03"


def test_true_where_it_is_a_member() -> None:
    """As a member of a SEQUENCE, where None is absence, a present NULL is True."""
    body = "T ::= SEQUENCE { a NULL OPTIONAL, b NULL }"
    assert hexed(body, {"a": True, "b": True}) == "80"
    assert hexed(body, {"b": True}) == "00"
    assert codec(body).encode("T", {}) == b"\0"


def test_python_types() -> None:
    """Anything but None and True is refused."""
    assert "takes None or True" in misfit("T ::= NULL", 0)
    assert "takes None or True" in misfit("T ::= CHOICE { a NULL }", ("a", False))
