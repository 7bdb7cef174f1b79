"""RIC Query of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import query
from tests.peers.flaws.near_rt_ric.changes import CHANGES, QUERY_OUTCOME
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-queries-another-function": (CHANGES, {"RICqueryRequest changed"}),
    "ric-dies-of-query-outcome": (QUERY_OUTCOME, {"dies"}),
    "ric-answers-error-about-query": (CHANGES, {"ErrorIndication added"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in query.FLAWS} == set(EFFECTS)
