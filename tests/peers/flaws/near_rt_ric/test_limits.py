"""What a flawed near-RT RIC makes of limits: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import limits
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-ignores-function-4095": set(),
    "ric-dies-on-longest-name": set(),
    "ric-aborts-on-extended-name": set(),
    "ric-dies-on-odd-characters": {
        "dies",
    },
    "ric-dies-beyond-64-kib": set(),
    "ric-acknowledges-127-functions": set(),
    "ric-acknowledges-255-components": set(),
    "ric-ignores-long-amf-name": set(),
    "ric-aborts-on-high-unit-id": set(),
    "ric-dies-on-ninth-action": set(),
    "ric-dies-on-highest-request-id": set(),
    "ric-dies-on-many-errors": set(),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in limits.FLAWS} == set(EFFECTS)
