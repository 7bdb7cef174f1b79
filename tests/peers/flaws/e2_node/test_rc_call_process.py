"""Call processes of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import rc_call_process
from tests.peers.flaws.e2_node.rc_script import RC_SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "node-call-process-forgotten": {"RICcontrolFailure changed"},
    "node-call-process-unchecked": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-call-process-lost": {"RICcontrolFailure missing"},
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    assert difference(flaw, RC_SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in rc_call_process.FLAWS} == set(EFFECTS)
