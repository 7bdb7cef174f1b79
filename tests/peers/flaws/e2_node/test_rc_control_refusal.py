"""Controls of RC that a flawed E2 node pretends to carry out: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import rc_control_refusal
from tests.peers.flaws.e2_node.rc_script import RC_SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "node-rc-unknown-style-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-unknown-action-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-unknown-parameter-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-foreign-format-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-unreadable-header-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-unreadable-message-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-padding-unanswered": {"RICcontrolFailure missing"},
    "node-rc-empty-parameter-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-nobody-controlled": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-admits-unasked": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
    "node-rc-several-in-part": {"RICcontrolAcknowledge added", "RICcontrolFailure missing"},
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    assert difference(flaw, RC_SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in rc_control_refusal.FLAWS} == set(EFFECTS)
