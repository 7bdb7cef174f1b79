"""Reports of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import indication
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-never-reports": (SCRIPT, {"RICindication missing"}),
    "node-reports-seldom": (SCRIPT, {"RICindication changed", "RICindication missing"}),
    "node-indication-request-id": (SCRIPT, {"RICindication changed"}),
    "node-indication-action": (SCRIPT, {"RICindication changed"}),
    "node-indication-type": (SCRIPT, {"RICindication changed"}),
    "node-kpm-time-since-1970": (SCRIPT, {"RICindication changed"}),
    "node-kpm-time-swapped": (SCRIPT, {"RICindication changed"}),
    "node-kpm-time-short": (SCRIPT, {"RICindication changed"}),
    "node-kpm-format-of-another-style": (SCRIPT, {"RICindication changed"}),
    "node-kpm-record-length": (SCRIPT, {"RICindication changed"}),
    "node-foreign-indication-header": (SCRIPT, {"RICindication changed"}),
    "node-malformed-indication": (SCRIPT, {"RICindication changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in indication.FLAWS} == set(EFFECTS)
