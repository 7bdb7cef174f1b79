"""Modification Required of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import modification_required
from tests.peers.flaws.e2_node.changes import CHANGES, UNANSWERED, UNASKED_CONFIRMATION
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-requires-modification-of-another": (CHANGES, {"RICsubscriptionModificationRequired changed"}),
    "node-makes-refused-modification": (
        CHANGES,
        {
            "RICindication changed",
            "RICindication missing",
            "RICsubscriptionAuditResponse changed",
            "RICsubscriptionStateControlFailure added",
            "RICsubscriptionStateControlResponse missing",
        },
    ),
    "node-dies-of-unanswered-modification": (UNANSWERED, {"dies"}),
    "node-deaf-to-crossing-modification": (
        CHANGES,
        {
            "RICindication added",
            "RICindication changed",
            "RICserviceLoadUpdate added",
            "RICserviceLoadUpdate missing",
            "RICsubscriptionModificationResponse missing",
        },
    ),
    "node-dies-of-unasked-confirmation": (UNASKED_CONFIRMATION, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in modification_required.FLAWS} == set(EFFECTS)
