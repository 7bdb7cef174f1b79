"""Reset, Connection Update and Removal of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import interface
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-reset-unanswered": (SCRIPT, {"RICindication added", "ResetResponse missing"}),
    "node-reset-keeps-subscriptions": (SCRIPT, {"RICindication added"}),
    "node-reset-transaction-id-constant": (SCRIPT, {"ResetResponse changed"}),
    "node-reset-answered-late": (SCRIPT, {"ResetResponse added", "ResetResponse missing"}),
    "node-dies-on-second-reset": (SCRIPT, {"dies"}),
    "node-claims-connections": (SCRIPT, {"E2connectionUpdateAcknowledge changed"}),
    "node-removal-unanswered": (SCRIPT, {"E2RemovalResponse missing"}),
    "node-stays-after-removal": (SCRIPT, {"end missing"}),
    "node-reset-without-cause": (SCRIPT, set()),
    "node-empty-connection-update-unanswered": (SCRIPT, set()),
    "node-connection-removal-unanswered": (SCRIPT, set()),
    "node-further-association-anonymous": (SCRIPT, set()),
    "node-dies-when-set-up-after-removal": (SCRIPT, set()),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in interface.FLAWS} == set(EFFECTS)
