"""Values of types, made of a seed."""

import base64

import pytest

from oran_harness.codec.yang import Kind, SchemaNode, ValueType
from oran_harness.peers.o1_provider.datastore.plausible_value import bounds, matches, plausible_value

NODE = SchemaNode(Kind.LEAF, "thing", "m", "urn:m", None)


def first(below: int) -> int:
    return 0


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ValueType("int8"), [(-128, 127)]),
        (ValueType("uint16", ranges=("5|10..max", "0..100")), [(5, 5), (10, 65535)]),
        (ValueType("decimal64", fraction_digits=1, ranges=("min..0 | 2.5",)), [(-(2**63 - 1) / 10, 0), (2.5, 2.5)]),
    ],
)
def test_bounds_of_numbers(kind: ValueType, expected: list[tuple[float, float]]) -> None:
    """RFC 7950, 9.2.4: a range has parts, of one number or two; min and max are the type's."""
    assert [(float(low), float(high)) for low, high in bounds(kind)] == expected


@pytest.mark.parametrize(
    "kind",
    [
        ValueType("int32", ranges=("3..4 | 9",)), ValueType("enumeration", names=("a", "b", "c")),
        ValueType("boolean"), ValueType("decimal64", fraction_digits=2, ranges=("0..1",)), ValueType("string"),
    ],
)  # fmt: skip
def test_another_number_is_another_value(kind: ValueType) -> None:
    """RFC 7950, 7.8.2: entries need different keys, so two neighbours get different values."""
    assert plausible_value(kind, NODE, first, 0) != plausible_value(kind, NODE, first, 1)


@pytest.mark.parametrize("length", ["3", "0..2", "10..12 | 40", "min..1"])
def test_lengths_are_kept(length: str) -> None:
    """RFC 7950, 9.4.4 and 9.8.1: texts count characters, binaries octets."""
    allowed = {"3": [3], "0..2": [0, 1, 2], "10..12 | 40": [10, 11, 12, 40], "min..1": [0, 1]}[length]
    text = plausible_value(ValueType("string", lengths=(length,)), NODE, first, 0)
    octets = plausible_value(ValueType("binary", lengths=(length,)), NODE, first, 0)
    assert text is not None
    assert len(text) in allowed
    assert octets is not None
    assert len(base64.b64decode(octets)) in allowed


def test_what_needs_other_data_has_no_value() -> None:
    """RFC 7950, 9.9 and 9.13: references need what they refer to; a union gives its first member that does not."""
    assert plausible_value(ValueType("instance-identifier"), NODE, first, 0) is None
    members = (ValueType("leafref"), ValueType("empty"))
    assert plausible_value(ValueType("union", members=members), NODE, first, 0) == ""


def test_patterns_must_all_match() -> None:
    """RFC 7950, 9.4.5: all patterns hold, each of the whole text; one that cannot be read matches nothing."""
    assert matches("ab", ("[a-z]+", ".."))
    assert not matches("ab", ("[a-z]+", "a"))
    assert not matches("ab", ("(",))
