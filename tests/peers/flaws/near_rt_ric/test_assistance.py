"""RIC Assistance of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import assistance
from tests.peers.flaws.near_rt_ric.changes import CHANGES, LONG_ASSISTANCE
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-assistance-unanswered": (CHANGES, {"RICassistanceIndication missing", "RICassistanceResponse missing"}),
    "ric-dies-of-long-assistance": (LONG_ASSISTANCE, {"dies"}),
    "ric-repeats-assistance-updates": (CHANGES, {"RICassistanceIndication added", "RICassistanceIndication changed"}),
    "ric-ignores-halt": (CHANGES, {"RICassistanceIndication added"}),
    "ric-complains-of-halt": (CHANGES, {"ErrorIndication added", "RICassistanceIndication added"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in assistance.FLAWS} == set(EFFECTS)
