"""RIC Control of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import control
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-control-unanswered": (SCRIPT, {"RICcontrolAcknowledge missing", "RICcontrolFailure missing"}),
    "node-forbidden-acknowledgement": (SCRIPT, {"RICcontrolAcknowledge added"}),
    "node-acknowledges-only-if-told": (SCRIPT, {"RICcontrolAcknowledge missing"}),
    "node-control-without-effect": (SCRIPT, {"RICcontrolAcknowledge added", "RICcontrolFailure missing"}),
    "node-control-failure-untold": (SCRIPT, {"RICcontrolFailure missing"}),
    "node-control-failure-without-cause": (SCRIPT, {"RICcontrolFailure changed"}),
    "node-control-request-id": (SCRIPT, {"RICcontrolAcknowledge changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in control.FLAWS} == set(EFFECTS)
