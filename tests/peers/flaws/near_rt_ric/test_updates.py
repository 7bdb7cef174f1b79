"""What a flawed near-RT RIC makes of updates: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import updates
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-service-update-unanswered": (
        SCRIPT,
        {
            "RICserviceUpdateAcknowledge missing",
            "RICserviceUpdateFailure missing",
        },
    ),
    "ric-dies-on-function-deletion": (SCRIPT, {"dies"}),
    "ric-deletion-unacknowledged": (SCRIPT, {"RICserviceUpdateAcknowledge changed"}),
    "ric-addition-unacknowledged": (SCRIPT, set()),
    "ric-query-lists-function-never-offered": (SCRIPT, set()),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in updates.FLAWS} == set(EFFECTS)
