"""What a flawed near-RT RIC makes of who a node is: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import identities
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-takes-du-zero-for-none": (SCRIPT, {"E2setupResponse missing"}),
    "ric-dies-on-cu-up": (SCRIPT, {"dies"}),
    "ric-dies-on-cu-cp": (SCRIPT, set()),
    "ric-dies-on-du": (SCRIPT, {"dies"}),
    "ric-knows-gnbs-only": (SCRIPT, set()),
    "ric-gnb-id-of-28-bits": (SCRIPT, set()),
    "ric-mnc-of-two-digits": (SCRIPT, set()),
    "ric-dies-on-plmn-text": (SCRIPT, set()),
    "ric-double-unanswered": (SCRIPT, set()),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in identities.FLAWS} == set(EFFECTS)
