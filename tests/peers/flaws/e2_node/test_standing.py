"""What a flawed E2 node makes of subscriptions that stand, or stood: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import standing
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-reports-newest-only": (SCRIPT, set()),
    "node-action-id-zero-for-none": (SCRIPT, set()),
    "node-request-id-zero-for-none": (SCRIPT, set()),
    "node-second-delete-confirmed": (SCRIPT, set()),
    "node-deleted-id-barred": (SCRIPT, set()),
    "node-reset-id-barred": (SCRIPT, set()),
    "node-delete-required-names-another": (SCRIPT, set()),
    "node-forgets-what-it-wants-deleted": (SCRIPT, set()),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in standing.FLAWS} == set(EFFECTS)
