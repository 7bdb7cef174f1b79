"""Reset and E2 Removal of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import reset
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-reset-unanswered": (SCRIPT, {"ResetResponse missing"}),
    "ric-dies-on-reset": (SCRIPT, {"dies"}),
    "ric-reset-forgets-setup": (
        SCRIPT,
        {
            "E2RemovalFailure added",
            "E2RemovalResponse missing",
            "RICserviceUpdateAcknowledge missing",
            "RICserviceUpdateFailure added",
        },
    ),
    "ric-reset-transaction-id-constant": (SCRIPT, {"ResetResponse changed"}),
    "ric-removal-unanswered": (SCRIPT, {"E2RemovalResponse missing"}),
    "ric-bars-removed-node": (SCRIPT, set()),
    "ric-stays-after-removal": (SCRIPT, set()),
    "ric-reset-without-cause": (SCRIPT, set()),
    "ric-causeless-reset-unanswered": (SCRIPT, set()),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in reset.FLAWS} == set(EFFECTS)
