"""Numbers and names by decisions."""

import math
from random import Random

from oran_harness.codec.asn1.walker import Plan, RandomChooser
from tests.codec.asn1.schemas import codec, complaints
from tests.codec.asn1.walker.making import made

NEWER = Plan(newer=True)


def test_bounds_of_ranges() -> None:
    """Both ends of a range, and nothing outside of it."""
    numbers = made("T ::= INTEGER (-3..70000)", 600)
    assert {-3, 70000} <= set(numbers)
    assert all(-3 <= number <= 70000 for number in numbers)


def test_unions() -> None:
    """Numbers of all ranges of a union, none between them."""
    assert set(made("T ::= INTEGER (1..3 | 7 | 10..12)")) == {1, 2, 3, 7, 10, 11, 12}


def test_where_one_more_octet_is_taken() -> None:
    """Large numbers on both sides of each octet's end, counted from the lower bound where there is one."""
    assert {5 + 255, 5 + 256, 5 + 65535, 5 + 65536} <= set(made("T ::= INTEGER (5..MAX)", 3000))
    assert {127, 128, -127, -128, 65535, -65536} <= set(made("T ::= INTEGER", 4000))
    assert max(made("T ::= INTEGER (MIN..5)")) == 5


def test_extensible_numbers() -> None:
    """Numbers of the root, and now and then one outside, which an extensible constraint allows."""
    numbers = made("T ::= INTEGER (1..10, ..., 20..30)")
    inside = [number for number in numbers if 1 <= number <= 10]
    assert len(numbers) > len(inside) > len(numbers) / 2


def test_names() -> None:
    """All names of root and additions; such as nobody knows only if the plan says so."""
    body = "T ::= ENUMERATED { a, b, ..., c, d }"
    assert set(made(body)) == {"a", "b", "c", "d"}
    assert set(made("T ::= ENUMERATED { a, b }")) == {"a", "b"}


def test_names_of_newer_editions() -> None:
    """Unknown additions, also those whose index takes more than six bits; strict decoding complains about them."""
    body = "T ::= ENUMERATED { a, b, ..., c, d }"
    chooser = RandomChooser(Random(3))
    names = {codec(body).generate("T", chooser, NEWER) for _ in range(2000)}
    assert {"a", "b", "c", "d", "unknown-2", "unknown-72"} <= names
    assert complaints(body, codec(body).encode("T", "unknown-72")) == [("unknown-alternative", 0)]


def test_reals() -> None:
    """Infinite ones and both signs, but none that does not equal itself."""
    numbers = made("T ::= REAL", 1000)
    assert {math.inf, -math.inf, 0.0} <= set(numbers)
    assert not any(math.isnan(number) for number in numbers)


def test_booleans() -> None:
    """Both."""
    assert set(made("T ::= BOOLEAN")) == {False, True}
