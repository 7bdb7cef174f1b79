"""E2 Setup of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import setup
from tests.peers.flaws.near_rt_ric.script import RETURNING, SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-setup-transaction-id": (SCRIPT, {"E2setupResponse changed"}),
    "ric-accepts-function-never-offered": (SCRIPT, {"E2setupResponse changed"}),
    "ric-forgets-function": (SCRIPT, {"E2setupResponse changed"}),
    "ric-forgets-component": (SCRIPT, {"E2setupResponse changed"}),
    "ric-accepted-revision-zero": (SCRIPT, {"E2setupResponse changed", "RICserviceUpdateAcknowledge changed"}),
    "ric-setup-ie-order": (SCRIPT, {"E2setupResponse changed"}),
    "ric-setup-criticality": (SCRIPT, {"E2setupResponse changed"}),
    "ric-setup-answered-twice": (SCRIPT, {"E2setupResponse added"}),
    "ric-copies-plmn": (SCRIPT, {"E2setupResponse changed"}),
    "ric-refuses-returning-node": (RETURNING, {"E2setupFailure added", "E2setupResponse missing"}),
    "ric-answers-on-newest-association": (SCRIPT, {"E2setupResponse changed"}),
    "ric-speaks-first": (SCRIPT, {"RICserviceQuery added"}),
    "ric-dies-on-large-message": (SCRIPT, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in setup.FLAWS} == set(EFFECTS)
