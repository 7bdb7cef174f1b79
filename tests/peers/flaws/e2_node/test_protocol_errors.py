"""What a flawed E2 node makes of protocol errors: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import protocol_errors
from tests.peers.flaws.e2_node.script import SCRIPT, UNREAD
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-dies-on-undecodable-octets": (SCRIPT, {"dies"}),
    "node-dies-on-large-message": (SCRIPT, {"dies"}),
    "node-dies-on-unknown-procedure": (SCRIPT, {"dies"}),
    "node-dies-on-strange-answer": (SCRIPT, {"dies"}),
    "node-error-indication-echoed": (SCRIPT, {"ErrorIndication added"}),
    "node-syntax-errors-untold": (UNREAD, {"ErrorIndication missing"}),
    "node-reads-carelessly": (
        SCRIPT,
        {
            "RICindication added",
            "RICsubscriptionFailure missing",
            "RICsubscriptionResponse added",
        },
    ),
    "node-serves-before-setup": (SCRIPT, {"RICsubscriptionFailure missing", "RICsubscriptionResponse added"}),
    "node-dies-on-message-of-its-role": (SCRIPT, set()),
    "node-dies-on-missing-details": (SCRIPT, {"dies"}),
    "node-unknown-ie-unanswered": (SCRIPT, {"ErrorIndication missing", "RICsubscriptionFailure missing"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out; what leaves this conversation alone shows its effect in tests/calibration."""
    assert {flaw.id for flaw in protocol_errors.FLAWS} == set(EFFECTS)
