"""State Control of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import state_control
from tests.peers.flaws.near_rt_ric.changes import CHANGES, SUSPENDED_STRANGER
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-suspends-strangers": (CHANGES, {"RICsubscriptionStateControlRequest changed"}),
    "ric-dies-of-suspended-stranger": (SUSPENDED_STRANGER, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in state_control.FLAWS} == set(EFFECTS)
