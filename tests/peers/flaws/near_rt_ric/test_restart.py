"""What a flawed near-RT RIC makes of the lives of a node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import restart
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-answers-by-former-offer": set(),
    "ric-ignores-changed-revision": set(),
    "ric-forgets-node-with-old-association": set(),
    "ric-remembers-transactions": {
        "E2setupResponse missing",
    },
    "ric-dies-of-many-associations": set(),
    "ric-expects-reports-on-old-association": set(),
    "ric-dies-of-old-request-id": set(),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in restart.FLAWS} == set(EFFECTS)
