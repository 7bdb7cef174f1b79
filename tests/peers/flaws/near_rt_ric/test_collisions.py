"""What a flawed near-RT RIC makes of procedures that meet: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import collisions
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-transaction-id-255-for-none": (SCRIPT, set()),
    "ric-second-update-unanswered": (
        SCRIPT,
        {
            "E2nodeConfigurationUpdateAcknowledge missing",
            "RICserviceUpdateAcknowledge missing",
        },
    ),
    "ric-crossing-reset-unanswered": (SCRIPT, set()),
    "ric-reset-amid-subscription-unanswered": (SCRIPT, set()),
    "ric-removal-while-subscribed-unanswered": (SCRIPT, set()),
    "ric-update-after-query-unanswered": (SCRIPT, set()),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in collisions.FLAWS} == set(EFFECTS)
