"""Levels."""

from oran_harness.model.level import Level


def test_levels_are_those_of_the_contract() -> None:
    """A case or a rule is must or should, and files name them so."""
    assert [level.value for level in Level] == ["must", "should"]
