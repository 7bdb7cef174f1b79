"""RIC Control of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import control
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-control-expires-silently": (SCRIPT, {"ErrorIndication missing"}),
    "ric-awaits-forbidden-acknowledgement": (SCRIPT, {"ErrorIndication added"}),
    "ric-control-request-id-constant": (SCRIPT, {"RICcontrolRequest changed"}),
    "ric-controls-function-zero": (SCRIPT, {"RICcontrolRequest changed"}),
    "ric-error-indication-ignored": (SCRIPT, set()),
    "ric-connection-update-lists-nothing": (SCRIPT, set()),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in control.FLAWS} == set(EFFECTS)
