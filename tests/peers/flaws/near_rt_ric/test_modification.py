"""Modifications of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import modification
from tests.peers.flaws.near_rt_ric.changes import CHANGES, STRANGE_ACTIONS, STRANGE_MODIFICATION
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-modifies-another-subscription": (CHANGES, {"RICsubscriptionModificationRequest changed"}),
    "ric-dies-of-strange-actions": (STRANGE_ACTIONS, {"dies"}),
    "ric-dies-of-strange-modification": (STRANGE_MODIFICATION, {"dies"}),
    "ric-deaf-to-modification-required": (
        CHANGES,
        {"RICsubscriptionModificationConfirm missing", "RICsubscriptionModificationRefuse missing"},
    ),
    "ric-confirms-any-modification": (
        CHANGES,
        {"RICsubscriptionModificationConfirm added", "RICsubscriptionModificationRefuse missing"},
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
