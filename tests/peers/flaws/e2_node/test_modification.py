"""RIC Subscription Modification of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import modification
from tests.peers.flaws.e2_node.changes import CHANGES
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-modifies-nothing": (
        CHANGES,
        {
            "RICindication added",
            "RICindication changed",
            "RICsubscriptionModificationFailure missing",
            "RICsubscriptionModificationResponse added",
        },
    ),
    "node-accepts-any-modification": (
        CHANGES,
        {"RICsubscriptionModificationFailure missing", "RICsubscriptionModificationResponse added"},
    ),
    "node-silent-after-modified-action": (CHANGES, {"RICindication changed", "RICindication missing"}),
    "node-silent-after-refused-modification": (CHANGES, {"RICindication changed", "RICindication missing"}),
    "node-loses-delete-behind-modification": (
        CHANGES,
        {
            "RICindication added",
            "RICindication changed",
            "RICserviceLoadUpdate changed",
            "RICsubscriptionAuditResponse changed",
            "RICsubscriptionDeleteResponse missing",
        },
    ),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in modification.FLAWS} == set(EFFECTS)
