"""Load reports of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import load
from tests.peers.flaws.near_rt_ric.changes import CHANGES, UNASKED_LOAD
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-load-of-other-functions": (CHANGES, {"RICserviceLoadStatusRequest changed"}),
    "ric-load-stop-without-node-id": (CHANGES, {"RICserviceLoadStatusRequest changed"}),
    "ric-dies-of-unasked-load": (UNASKED_LOAD, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in load.FLAWS} == set(EFFECTS)
