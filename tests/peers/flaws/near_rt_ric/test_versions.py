"""What a flawed near-RT RIC makes of nodes of other editions: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import versions
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-dies-on-node-of-first-edition": set(),
    "ric-knows-one-plmn": {
        "E2setupFailure missing",
        "E2setupResponse missing",
    },
    "ric-aborts-on-rc-query": set(),
    "ric-dies-on-unknown-oid": set(),
    "ric-ignores-reset-of-unknown-cause": set(),
    "ric-dies-on-expired-subscription": set(),
    "ric-dies-on-unknown-procedure": {
        "dies",
    },
    "ric-ignores-later-procedures": {
        "E2RemovalResponse missing",
        "ErrorIndication missing",
    },
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in versions.FLAWS} == set(EFFECTS)
