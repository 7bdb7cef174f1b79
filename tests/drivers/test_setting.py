"""A setting can be told and read again: a replay needs nothing else."""

import json

import pytest

from oran_harness.drivers import Setting
from oran_harness.model import Role
from oran_harness.steps import ClaimedModel, Claims


def test_a_setting_survives_a_note() -> None:
    """Every part of it."""
    models = (ClaimedModel("KPM", "1.2.3", "2.03", (1, 4)), ClaimedModel("RC"))
    claims = Claims(True, ("2.03", "3.01"), ("Reset",), models)
    told = Setting(Role.NEAR_RT_RIC, "2.03", 7, 1.5, 9.0, 3, claims, ("subscribe",), True)
    assert Setting.from_json(json.loads(json.dumps(told.to_json()))) == told
    assert "effect_timeout" not in told.to_json()
    slow = Setting(Role.NEAR_RT_RIC, comes=False, effect_timeout=30.0)
    assert Setting.from_json(json.loads(json.dumps(slow.to_json()))) == slow
    tried = Setting(Role.E2_NODE, stimuli=None)
    assert Setting.from_json(json.loads(json.dumps(tried.to_json()))).stimuli is None


def test_who_connects() -> None:
    """E2 nodes do, unless it is said otherwise."""
    assert Setting(Role.E2_NODE).sut_connects
    assert not Setting(Role.NEAR_RT_RIC).sut_connects
    assert not Setting(Role.E2_NODE, comes=False).sut_connects


@pytest.mark.parametrize("value", [{}, {"role": "xapp"}])
def test_what_is_no_setting(value: dict[str, str]) -> None:
    """It raises what the caller turns into a sentence."""
    with pytest.raises((KeyError, ValueError)):
        Setting.from_json(value)
