"""Decisions by chance."""

from collections import Counter
from random import Random

import pytest

from oran_harness.codec.asn1.walker import RandomChooser


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (-3, 3), (0, 255), (0, 256), (5, 70_000), (-(1 << 64), 1 << 64), (7, 7 + (1 << 40))]
)
def test_numbers_stay_within_their_bounds(low: int, high: int) -> None:
    """Whatever the range; both ends come often."""
    chooser = RandomChooser(Random(low))
    numbers = Counter(chooser.integer(low, high) for _ in range(2000))
    assert min(numbers) == low
    assert max(numbers) == high
    assert numbers[low] > 150
    assert numbers[high] > 150
    assert len(numbers) >= min(high - low + 1, 200)


def test_small_ranges_are_covered() -> None:
    """Every number of a range of 256 comes, and every index."""
    chooser = RandomChooser(Random(1))
    assert {chooser.integer(0, 255) for _ in range(8000)} == set(range(256))
    assert {chooser.index(9) for _ in range(500)} == set(range(9))
    assert {chooser.size(2, 5, ()) for _ in range(200)} == {2, 3, 4, 5}
    assert {chooser.size(2, 5, (127, 128)) for _ in range(400)} == {2, 3, 4, 5, 127, 128}


def test_flags_are_often_all_alike() -> None:
    """Nothing there, and everything, are the bounds of what may be absent."""
    chooser = RandomChooser(Random(2))
    flags = Counter(chooser.flags(20) for _ in range(800))
    assert flags[0] > 50
    assert flags[(1 << 20) - 1] > 50
    assert max(flags) < 1 << 20
    assert len(flags) > 400


def test_equal_seeds_give_equal_decisions() -> None:
    """What a seed gave, it gives again."""

    def some(seed: int) -> list[object]:
        chooser = RandomChooser(Random(seed))
        return [chooser.integer(0, 1 << 70), chooser.octets(9), chooser.flags(30), chooser.index(1000)]

    assert some(5) == some(5)
    assert some(5) != some(6)
