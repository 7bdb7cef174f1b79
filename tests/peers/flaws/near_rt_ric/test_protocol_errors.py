"""What a flawed near-RT RIC makes of protocol errors: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import protocol_errors
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-dies-on-undecodable-octets": (SCRIPT, {"dies"}),
    "ric-unknown-procedure-ignored": (SCRIPT, {"ErrorIndication missing"}),
    "ric-error-indication-echoed": (SCRIPT, {"ErrorIndication added"}),
    "ric-aborts-on-broken-setup": (SCRIPT, {"E2setupFailure missing", "end added"}),
    "ric-reads-carelessly": (SCRIPT, {"E2setupFailure missing", "E2setupResponse added"}),
    "ric-serves-before-setup": (SCRIPT, {"RICserviceUpdateAcknowledge added", "RICserviceUpdateFailure missing"}),
    "ric-undecodable-octets-untold": (SCRIPT, {"ErrorIndication missing"}),
    "ric-dies-on-cut-message": (SCRIPT, set()),
    "ric-dies-on-trailing-octets": (SCRIPT, set()),
    "ric-dies-when-silent-node-leaves": (SCRIPT, set()),
    "ric-ignorable-procedure-reported": (SCRIPT, set()),
    "ric-dies-on-unknown-answer": (SCRIPT, set()),
    "ric-serves-as-node": (SCRIPT, set()),
    "ric-unknown-modification-confirmed": (SCRIPT, set()),
    "ric-transaction-id-missing-for-zero": (SCRIPT, set()),
    "ric-dies-on-other-criticality": (SCRIPT, set()),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in protocol_errors.FLAWS} == set(EFFECTS)
