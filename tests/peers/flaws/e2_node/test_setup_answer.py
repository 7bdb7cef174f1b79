"""What a flawed E2 node does around E2 Setup: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import setup_answer
from tests.peers.flaws.e2_node.script import REFUSED, SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-update-before-setup": (SCRIPT, {"E2nodeConfigurationUpdate added"}),
    "node-sets-up-after-reset": (SCRIPT, {"E2setupRequest added"}),
    "node-ignores-time-to-wait": (REFUSED, {"E2setupRequest added", "E2setupRequest missing"}),
    "node-dies-on-rejected-functions": (SCRIPT, {"dies"}),
    "node-dies-on-setup-failure": (SCRIPT, {"dies"}),
    "node-dies-on-broken-response": (SCRIPT, {"dies"}),
    "node-dies-on-second-response": (SCRIPT, {"dies"}),
    "node-deaf-behind-response": (
        SCRIPT,
        {
            "E2RemovalResponse missing",
            "RICindication missing",
            "RICsubscriptionFailure missing",
            "RICsubscriptionResponse added",
            "RICsubscriptionResponse missing",
        },
    ),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in setup_answer.FLAWS} == set(EFFECTS)
