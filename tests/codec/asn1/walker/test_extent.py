"""The shortest way to an end."""

import math

from oran_harness.codec.asn1.walker.extent import Extent
from tests.codec.asn1.schemas import codec


def least(body: str, type_name: str = "T") -> float:
    return Extent().least(codec(body).node(type_name))


def test_least_leaves() -> None:
    """What may be absent counts nothing, of alternatives the shortest, of lists the least size."""
    assert least("T ::= BOOLEAN") == 1
    assert least("T ::= SEQUENCE { a BOOLEAN, b BOOLEAN OPTIONAL, c INTEGER }") == 3
    assert least("T ::= CHOICE { a SEQUENCE { a BOOLEAN }, b BOOLEAN }") == 1
    assert least("T ::= SEQUENCE (SIZE (2..9)) OF SEQUENCE { a BOOLEAN }") == 5
    assert least("T ::= SEQUENCE OF BOOLEAN") == 1


def test_types_inside_themselves() -> None:
    """The way out is taken; a type without one is infinite."""
    assert least("T ::= CHOICE { a T, b SEQUENCE { t T }, c BOOLEAN }") == 1
    assert least("T ::= SEQUENCE { a T OPTIONAL, b BOOLEAN }") == 2
    assert least("T ::= SEQUENCE { a T }") == math.inf
