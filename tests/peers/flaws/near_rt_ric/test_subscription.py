"""A flawed near-RT RIC as a subscriber: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import subscription
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-subscribes-to-function-zero": (SCRIPT, {"RICsubscriptionRequest changed"}),
    "ric-request-id-constant": (SCRIPT, {"RICsubscriptionDeleteRequest changed", "RICsubscriptionRequest changed"}),
    "ric-action-ids-alike": (SCRIPT, {"RICsubscriptionRequest changed"}),
    "ric-kpm-format-of-another-style": (SCRIPT, {"RICsubscriptionRequest changed"}),
    "ric-foreign-event-trigger": (SCRIPT, {"RICsubscriptionRequest changed"}),
    "ric-never-deletes": (SCRIPT, {"RICsubscriptionDeleteRequest missing"}),
    "ric-complains-of-delete-required": (SCRIPT, {"ErrorIndication added"}),
    "ric-dies-when-subscribed-node-leaves": (SCRIPT, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in subscription.FLAWS} == set(EFFECTS)
