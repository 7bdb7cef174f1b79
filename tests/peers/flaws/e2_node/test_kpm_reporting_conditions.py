"""Reporting conditions of KPM with a flawed E2 node: what it does otherwise than the clean one."""

from typing import Any

import pytest

from oran_harness.model import Role
from oran_harness.peers.flaws.e2_node import kpm_reporting_conditions
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.labels import label_list
from oran_harness.service_models.kpm.elements import MeasurementInfoItem
from tests.peers.flaws.e2_node.kpm_script import PERIOD_MS, action, script, subscribes
from tests.peers.flaws.rehearsal import Script, difference

ALWAYS, NEVER = ("greaterthan", -1), ("lessthan", -1)
LABELS = label_list((kpm.no_label(),))


def asks(*conditions: Any, **how: Any) -> Script:
    """A subscription to a measurement with these reporting conditions, and to one without."""
    first = MeasurementInfoItem(("measName", "RRU.PrbTotDl"), LABELS, kpm.reporting_conditions(*conditions, **how))
    second = MeasurementInfoItem(("measName", "RRU.PrbUsedDl"), LABELS)
    definition = kpm.action_definition(1, edition="6.00", measurements=(first, second), granularity_ms=PERIOD_MS)
    return Script(Role.E2_NODE, script(subscribes(1, definition)).happenings, "7.00")


CHANGED = {"RICindication changed"}
EFFECTS: dict[str, Script] = {
    "node-kpm-reports-whatever-the-value": asks(NEVER),
    "node-kpm-nothing-satisfied": asks(ALWAYS),
    "node-kpm-first-reporting-condition": asks(ALWAYS, NEVER),
    "node-kpm-no-alternatives": asks(NEVER, ALWAYS, alternatively=True),
    "node-kpm-leaves-out-unsatisfied": asks(NEVER),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In a conversation about what the flaw is about, held with the clean peer and with the flawed one."""
    assert difference(flaw, EFFECTS[flaw]) == CHANGED


@pytest.mark.parametrize("flaw", EFFECTS)
def test_unconditional_reports_are_left_alone(flaw: str) -> None:
    """Without reporting conditions there is nothing to be wrong about."""
    assert difference(flaw, script(subscribes(1, action()))) == set()


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in kpm_reporting_conditions.FLAWS} == set(EFFECTS)
