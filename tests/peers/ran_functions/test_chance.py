"""Chance by arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.peers.ran_functions.chance import mixed, share


@given(st.lists(st.integers(-(1 << 70), 1 << 70), max_size=4))
def test_range_and_repetition(numbers: list[int]) -> None:
    """64 bits, or a share below 1, and the same again for the same numbers."""
    assert 0 <= mixed(*numbers) < 1 << 64
    assert 0.0 <= share(*numbers) < 1.0
    assert mixed(*numbers) == mixed(*numbers)


def test_numbers_matter() -> None:
    """Each number, and the order of numbers, makes a difference, and shares spread evenly."""
    assert len({mixed(*numbers) for numbers in ((1,), (2,), (1, 2), (2, 1), (1, 2, 0))}) == 5
    tenths = [int(share(7, index) * 10) for index in range(5000)]
    assert all(400 < tenths.count(tenth) < 600 for tenth in range(10))


def test_known_value() -> None:
    """The first number of SplitMix64 from seed 0."""
    assert mixed(0) == 0xE220A8397B1DCDAF
