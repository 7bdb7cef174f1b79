"""Queries and updates of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import updates
from tests.peers.flaws.e2_node.script import QUERIED, SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-query-unanswered": (SCRIPT, {"RICserviceUpdate missing"}),
    "node-aborts-on-query": (QUERIED, {"RICserviceUpdate missing", "end added"}),
    "node-query-list-unread": (SCRIPT, {"RICserviceUpdate changed"}),
    "node-deletions-untold": (SCRIPT, {"RICserviceUpdate changed"}),
    "node-modifications-untold": (SCRIPT, {"RICserviceUpdate changed"}),
    "node-components-untold": (SCRIPT, {"E2nodeConfigurationUpdate changed"}),
    "node-additions-untold": (QUERIED, {"RICserviceUpdate changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in updates.FLAWS} == set(EFFECTS)
