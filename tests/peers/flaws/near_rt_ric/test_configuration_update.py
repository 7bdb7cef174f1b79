"""What a flawed near-RT RIC makes of a Configuration Update: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import configuration_update
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-empty-update-unanswered": (SCRIPT, set()),
    "ric-dies-on-update-with-node-id": (SCRIPT, set()),
    "ric-dies-on-component-added-twice": (SCRIPT, set()),
    "ric-dies-on-removed-association": (SCRIPT, set()),
    "ric-unknown-component-acknowledged": (SCRIPT, {"E2nodeConfigurationUpdateAcknowledge changed"}),
    "ric-components-unacknowledged": (SCRIPT, {"E2nodeConfigurationUpdateAcknowledge changed"}),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in configuration_update.FLAWS} == set(EFFECTS)
