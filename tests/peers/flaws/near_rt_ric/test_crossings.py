"""What a flawed near-RT RIC makes of procedures that cross: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import crossings
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-dies-on-impatient-node": {
        "dies",
    },
    "ric-reports-indications-after-reset": set(),
    "ric-reset-amid-services-unanswered": set(),
    "ric-complains-of-crossing-delete-required": set(),
    "ric-one-update-a-query": set(),
    "ric-takes-request-for-answer": set(),
    "ric-dies-on-crossing-removal": set(),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in crossings.FLAWS} == set(EFFECTS)
