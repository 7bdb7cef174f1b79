"""Values to JSON."""

import json
import math

from oran_harness.codec.json.writer import LONGEST_NUMBER, write
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

EVERY = codec(EVERYTHING)


def test_huge_numbers_are_text() -> None:
    """A number that no reader of JSON takes is text in hexadecimal, so that no length of digits stops us."""
    node = codec("T ::= INTEGER").node("T")
    assert write(node, 1 << LONGEST_NUMBER - 1) == 1 << LONGEST_NUMBER - 1
    assert write(node, -(1 << 20000)) == hex(-(1 << 20000))
    json.dumps(write(node, 1 << 2_000_000))


def test_what_json_has_no_number_for_is_text() -> None:
    """JSON has no infinity and no NaN."""
    node = codec("T ::= REAL").node("T")
    assert [write(node, value) for value in (math.inf, -math.inf, math.nan, -0.0)] == ["inf", "-inf", "nan", -0.0]


def test_what_could_not_be_read_is_null() -> None:
    """None, wherever it stands, is null; an absent member is not written at all."""
    assert write(codec("T ::= SEQUENCE OF INTEGER").node("T"), (1, None)) == [1, None]
    assert write(codec("T ::= CHOICE { a INTEGER }").node("T"), ("a", None)) == {"a": None}
    assert write(EVERY.node("Tree"), {"value": None, "branches": ()}) == {"branches": []}
