"""What a flawed near-RT RIC makes of a lost association: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import link_loss
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "ric-dies-answering-a-lost-node": {
        "E2RemovalResponse missing",
        "E2nodeConfigurationUpdateAcknowledge missing",
        "E2setupFailure missing",
        "E2setupResponse added",
        "E2setupResponse missing",
        "RICserviceUpdateAcknowledge missing",
        "RICserviceUpdateFailure missing",
        "ResetResponse missing",
    },
    "ric-answers-a-lost-node-elsewhere": {
        "E2RemovalResponse missing",
        "E2nodeConfigurationUpdateAcknowledge missing",
        "E2setupFailure missing",
        "E2setupResponse added",
        "E2setupResponse missing",
        "RICserviceUpdateAcknowledge missing",
        "RICserviceUpdateFailure missing",
        "ResetResponse missing",
    },
    "ric-dies-of-a-lost-request": {
        "dies",
    },
    "ric-repeats-a-lost-request": {
        "RICsubscriptionRequest added",
    },
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in link_loss.FLAWS} == set(EFFECTS)
