"""What a flawed near-RT RIC makes of several things at once: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import several
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-one-table-for-setups": {
        "E2setupFailure missing",
        "E2setupResponse added",
        "E2setupResponse missing",
    },
    "ric-one-table-for-service-updates": {
        "RICserviceUpdateAcknowledge missing",
        "RICserviceUpdateFailure missing",
    },
    "ric-knows-nodes-by-gnb-id": set(),
    "ric-ignores-all-after-an-error": set(),
    "ric-resets-all-nodes": set(),
    "ric-removes-all-nodes": set(),
    "ric-deletes-all-subscriptions": set(),
    "ric-one-transaction-for-all-types": set(),
    "ric-drops-beyond-64-requests": set(),
    "ric-waits-for-one-node": {
        "E2RemovalResponse missing",
        "E2nodeConfigurationUpdateAcknowledge missing",
        "ErrorIndication missing",
        "RICserviceUpdateAcknowledge missing",
        "RICserviceUpdateFailure missing",
        "ResetResponse missing",
    },
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in several.FLAWS} == set(EFFECTS)
