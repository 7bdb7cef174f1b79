"""What a run tells are values."""

import dataclasses
from typing import get_args

import pytest

from oran_harness.model import Verdict
from oran_harness.model.run_event import RunEvent, RunFinished, SutChanged


@pytest.mark.parametrize("kind", get_args(RunEvent))
def test_an_event_cannot_be_changed(kind: type) -> None:
    """Several listeners share each of them."""
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_events_compare_by_value() -> None:
    """Two runs can be compared event by event."""
    assert SutChanged(True, 0, "started") == SutChanged(True, 0, "started")
    assert dataclasses.replace(RunFinished(1.0, {Verdict.PASS: 1}), interrupted=True).interrupted
