"""Happenings and commands are values."""

from typing import get_args

import pytest

from oran_harness.peers.actor import Command, Happening


@pytest.mark.parametrize("kind", [*get_args(Happening), *get_args(Command)])
def test_values_cannot_be_changed(kind: type) -> None:
    """A host, a flaw and a test may hold the same one."""
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
