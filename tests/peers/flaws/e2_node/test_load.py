"""Load reports of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import load
from tests.peers.flaws.e2_node.changes import CHANGES
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-load-never-reported": (CHANGES, {"RICserviceLoadUpdate missing"}),
    "node-load-never-stopped": (
        CHANGES,
        {"RICserviceLoadStatusFailure missing", "RICserviceLoadStatusResponse added", "RICserviceLoadUpdate added"},
    ),
    "node-load-added-under-another-id": (CHANGES, {"RICserviceLoadStatusResponse changed"}),
    "node-load-confirms-all": (
        CHANGES,
        {
            "RICserviceLoadStatusFailure added",
            "RICserviceLoadStatusFailure missing",
            "RICserviceLoadStatusResponse added",
            "RICserviceLoadStatusResponse changed",
            "RICserviceLoadStatusResponse missing",
            "RICserviceLoadUpdate missing",
        },
    ),
    "node-dies-instead-of-load-failure": (CHANGES, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in load.FLAWS} == set(EFFECTS)
