"""Queries of RC by a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import rc_query
from tests.peers.flaws.e2_node.rc_script import RC_SCRIPT
from tests.peers.flaws.rehearsal import difference

EFFECTS: dict[str, set[str]] = {
    "node-rc-query-format": {"RICqueryResponse changed"},
    "node-rc-query-off-by-one": {"RICqueryResponse changed"},
    "node-rc-query-about-everybody": {"RICqueryFailure missing", "RICqueryResponse added", "RICqueryResponse changed"},
    "node-rc-query-style-ignored": {"RICqueryFailure missing", "RICqueryResponse added"},
    "node-rc-query-value-made-up": {"RICqueryFailure missing", "RICqueryResponse added"},
    "node-rc-query-ue-made-up": {"RICqueryFailure missing", "RICqueryResponse added"},
    "node-rc-query-unread": {"RICqueryFailure missing", "RICqueryResponse added"},
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    assert difference(flaw, RC_SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in rc_query.FLAWS} == set(EFFECTS)
