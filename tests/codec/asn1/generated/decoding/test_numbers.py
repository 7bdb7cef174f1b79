"""Generated decoders of numbers: as X.691 has them, and refusing what the nodes refuse."""

import pytest

from oran_harness.codec.asn1.generated.off import Off, Rare
from tests.codec.asn1.schemas import left, swift


@pytest.mark.parametrize(
    ("number", "value", "octets"),
    [
        # Behind a flag of one bit, and before one, so that neither end is an octet boundary.
        ("INTEGER (0..7)", 5, "d8"),  # 1 101 1
        ("INTEGER (-3..3)", 3, "e8"),  # 1 110 1
        ("INTEGER (0..255)", 5, "800580"),  # 11.5.7.2: one octet, aligned
        ("INTEGER (1..65536)", 65536, "80ffff80"),  # 11.5.7.3: two
        ("INTEGER (0..4294967295)", 256, "a0010080"),  # 11.5.7.4: 1 01 00000, two octets
        ("INTEGER (5..MAX)", 261, "8002010080"),  # 11.7: the distance 256 behind its length
        ("INTEGER (MIN..5)", -1, "8001ff80"),  # 11.8
        ("INTEGER", -129, "8002ff7f80"),
        ("INTEGER (1..3, ...)", 2, "98"),  # 13.1: 1 0 01 1
        ("INTEGER (1..3, ...)", 200, "c00200c880"),  # 1 1, then as if there were no bounds
        ("INTEGER (1..3 | 7)", 7, "e8"),  # 1 110 1: three bits for 1..7
        ("BOOLEAN", True, "e0"),
        ("NULL", True, "c0"),
        ("ENUMERATED { a, b, c }", "b", "b0"),  # 1 01 1
        ("ENUMERATED { a, ..., b, c }", "a", "a0"),  # 14.2: 1 0 1, the root's one value takes no bits
        ("ENUMERATED { a, ..., b, c }", "c", "c0c0"),  # 14.3: 1 1, 0 000001, 1
    ],
)
def test_forms(number: str, value: object, octets: str) -> None:
    """Each form between two flags."""
    body = f"T ::= SEQUENCE {{ before BOOLEAN, x {number}, behind BOOLEAN }}"
    assert swift(body, {"before": True, "x": value, "behind": True}) == octets


@pytest.mark.parametrize(
    ("number", "octets"),
    [
        ("INTEGER (0..5)", "c0"),  # 6
        ("INTEGER (0..256)", "0101"),  # 257
        ("INTEGER (1..3 | 7)", "60"),  # 4
        ("INTEGER (0..4294967295)", "400001"),  # 1 in two octets
        ("INTEGER (0..99999)", "80020000"),  # 131072
        ("INTEGER (5..MAX)", "020001"),  # not the fewest octets
        ("INTEGER", "020001"),
        ("INTEGER (MIN..5)", "0106"),
        ("INTEGER (1..3, ...)", "800102"),  # 2 in the form of an extension
        ("ENUMERATED { a, b, c }", "c0"),  # the fourth of three
        ("ENUMERATED { a, ..., b }", "82"),  # the second of one addition
        ("INTEGER (0..255)", ""),
        ("INTEGER (0..255)", "0000"),
    ],
)
def test_what_does_not_conform_is_refused(number: str, octets: str) -> None:
    """Values outside of the constraint, other than the fewest octets, too few or too many octets."""
    assert left(f"T ::= {number}", octets) is Off


def test_long_forms_are_left_to_the_nodes() -> None:
    """An integer of 128 octets, and the 65th addition of an enumeration, conform and are rare."""
    assert left("T ::= INTEGER", "8080" + "01" * 128) is Rare
    names = ", ".join(f"n{number}" for number in range(70))
    body = f"T ::= ENUMERATED {{ a, ..., {names} }}"
    assert left(body, "c00140") is Rare
    assert left(body, "bf00"[:2]) is None  # 1 0 111111: the last one in seven bits
