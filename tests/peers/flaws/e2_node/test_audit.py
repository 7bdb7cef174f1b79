"""RIC Subscription Audit of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import audit
from tests.peers.flaws.e2_node.changes import CHANGES
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-audit-confirms-all": (CHANGES, {"RICsubscriptionAuditResponse changed"}),
    "node-audit-hides-unknown": (CHANGES, {"RICsubscriptionAuditResponse changed"}),
    "node-audit-hides-missing": (CHANGES, {"RICsubscriptionAuditResponse changed"}),
    "node-audit-ignores-flag": (CHANGES, {"RICsubscriptionAuditResponse changed"}),
    "node-audit-needs-list": (CHANGES, {"RICsubscriptionAuditResponse missing"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in audit.FLAWS} == set(EFFECTS)
