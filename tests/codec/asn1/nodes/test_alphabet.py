"""Characters and the numbers that stand for them (X.691 30.5)."""

import pytest

from oran_harness.codec.asn1.nodes.alphabet import REPLACEMENT, Alphabet, alphabet


@pytest.mark.parametrize(
    ("characters", "width", "indexed"),
    [
        ("x", 0, True),
        ("xy", 1, True),
        ("wxy", 2, True),
        ("0123456789 ", 4, True),
        ("".join(map(chr, range(17))), 8, False),
        ("".join(map(chr, range(32, 127))), 8, False),
        ("".join(map(chr, range(300))), 16, False),
        ("\0\1", 1, False),
        ("a€", 1, True),
    ],
)
def test_width(characters: str, width: int, indexed: bool) -> None:
    """30.5.2: bits for all characters, a power of two; 30.5.4: places where the codes do not fit."""
    assert (Alphabet(characters).width, Alphabet(characters).indexed) == (width, indexed)


def test_places_count_in_the_order_of_codes() -> None:
    """The order of characters is that of their codes, however the constraint lists them."""
    letters = Alphabet("dcba")
    assert [letters.character(place) for place in range(5)] == ["a", "b", "c", "d", REPLACEMENT]
    assert letters.numbers == {"a": 0, "b": 1, "c": 2, "d": 3}


def test_shown_as_ranges() -> None:
    """For people an alphabet is a few ranges."""
    assert str(Alphabet("abcxyz 0123456789")) == "space 0-9 a-c x-z"


def test_the_same_alphabet_is_one_object() -> None:
    """Types with the same characters share their tables."""
    assert alphabet("abc") is alphabet("abc")
