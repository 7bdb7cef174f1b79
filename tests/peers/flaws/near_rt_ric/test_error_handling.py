"""What a flawed near-RT RIC makes of errors in messages: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import error_handling
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-reports-every-unknown-ie": set(),
    "ric-reads-requests-carelessly": set(),
    "ric-transaction-id-zero-for-none": set(),
    "ric-takes-unreadable-for-absent": set(),
    "ric-reports-broken-delete-required": set(),
    "ric-drops-broken-messages": set(),
    "ric-reports-broken-reports": set(),
    "ric-dies-on-unused-octets": set(),
    "ric-dies-on-broken-answer": set(),
    "ric-dies-on-repeated-ie": set(),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in error_handling.FLAWS} == set(EFFECTS)
