"""What is asked at each decision."""

from oran_harness.codec.asn1.walker.chooser import plainest


def test_the_plainest_number_is_nearest_to_zero() -> None:
    """Zero itself where it can be, else the bound on its side."""
    assert [plainest(-3, 3), plainest(2, 9), plainest(-9, -2), plainest(0, 0)] == [0, 2, -2, 0]
