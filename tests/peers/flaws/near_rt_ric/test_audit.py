"""RIC Subscription Audit of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import audit
from tests.peers.flaws.near_rt_ric.changes import CHANGES, UNKNOWN_SUBSCRIPTION
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-audits-strangers": (CHANGES, {"RICsubscriptionAuditRequest changed"}),
    "ric-dies-of-unknown-subscriptions": (UNKNOWN_SUBSCRIPTION, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in audit.FLAWS} == set(EFFECTS)
