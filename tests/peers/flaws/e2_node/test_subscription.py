"""Subscriptions to a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import subscription
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-action-in-both-lists": (SCRIPT, {"RICsubscriptionResponse changed"}),
    "node-action-in-no-list": (SCRIPT, {"RICsubscriptionResponse changed"}),
    "node-action-never-requested": (SCRIPT, {"RICsubscriptionResponse changed"}),
    "node-request-id-halves-exchanged": (SCRIPT, {"RICsubscriptionResponse changed"}),
    "node-answers-for-another-function": (SCRIPT, {"RICsubscriptionResponse changed"}),
    "node-unknown-function-admitted": (SCRIPT, {"RICsubscriptionFailure missing", "RICsubscriptionResponse added"}),
    "node-copy-admitted": (SCRIPT, {"RICsubscriptionFailure missing", "RICsubscriptionResponse added"}),
    "node-admits-what-it-cannot-read": (SCRIPT, {"RICsubscriptionFailure missing", "RICsubscriptionResponse added"}),
    "node-deaf-after-return": (SCRIPT, {"RICsubscriptionResponse missing"}),
    "node-unknown-delete-confirmed": (
        SCRIPT,
        {
            "RICsubscriptionDeleteFailure missing",
            "RICsubscriptionDeleteResponse added",
        },
    ),
    "node-reports-after-delete": (
        SCRIPT,
        {
            "RICindication added",
            "RICsubscriptionDeleteFailure missing",
            "RICsubscriptionDeleteResponse added",
        },
    ),
    "node-delete-response-octet": (SCRIPT, {"RICsubscriptionDeleteResponse changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in subscription.FLAWS} == set(EFFECTS)
