"""How often cycles are looked for while a recording is read."""

import gc

import pytest

from oran_harness.cli.collection import seldom_collected


def test_everything_is_as_before_afterwards() -> None:
    """Also where reading fails: thresholds, and what the collector looks at."""
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0]
        assert gc.get_freeze_count() > frozen
    with pytest.raises(ZeroDivisionError), seldom_collected():
        1 // 0  # noqa: B018
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() <= frozen


def test_cycles_are_collected_meanwhile() -> None:
    """However many are made, few of them stay."""
    alive = 0

    class Cycle:
        def __init__(self) -> None:
            nonlocal alive
            alive += 1
            self.own = self

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    with seldom_collected():
        for _ in range(200_000):
            Cycle()
        assert alive < 150_000
