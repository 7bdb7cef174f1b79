"""Scopes."""

from oran_harness.model.scope import Scope


def test_scopes_are_those_of_the_contract() -> None:
    """A rule changes the verdict of the case it fires in, or is a line of its own in the run."""
    assert [scope.value for scope in Scope] == ["case", "run"]
