"""RIC Assistance of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import assistance
from tests.peers.flaws.e2_node.changes import ASSISTANCE
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-dies-of-assistance": (ASSISTANCE, {"dies"}),
    "node-dies-of-refused-assistance": (ASSISTANCE, {"dies"}),
    "node-halts-another-assistance": (ASSISTANCE, {"RICassistanceHalt changed"}),
    "node-dies-of-unasked-update": (ASSISTANCE, {"dies"}),
    "node-assistance-id-constant": (ASSISTANCE, {"RICassistanceRequest changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in assistance.FLAWS} == set(EFFECTS)
