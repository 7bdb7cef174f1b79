"""KPM reports of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import kpm_report
from tests.peers.flaws.e2_node.kpm_script import DELETE, RELEASE, USUAL, action, script, subscribes, ues
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-kpm-a-value-too-many": (script(subscribes(1, action())), {"RICindication changed"}),
    "node-kpm-format-1-for-all": (script(subscribes(1, action(5, ues=ues(1, 2)))), {"RICindication changed"}),
    "node-kpm-silent-on-style-5": (script(subscribes(1, action(5, ues=ues(1, 2)))), {"RICindication missing"}),
    "node-kpm-reports-strangers": (script(subscribes(1, action(5, ues=ues(1, 2)))), {"RICindication changed"}),
    "node-kpm-actions-exchanged": (
        script(subscribes(1, action(), action(4, conditions=(USUAL,)))),
        {"RICindication changed"},
    ),
    "node-kpm-last-record-alone": (script(subscribes(1, action(granularity_ms=50))), {"RICindication changed"}),
    "node-kpm-time-goes-back": (script(subscribes(1, action())), {"RICindication changed"}),
    "node-kpm-delete-ends-all": (
        script(subscribes(1, action()), subscribes(2, action()), 0.5, DELETE),
        {"RICindication missing"},
    ),
    "node-kpm-keeps-ues": (
        script(subscribes(1, action(4, conditions=(USUAL,))), 0.5, RELEASE),
        {"RICindication changed"},
    ),
    "node-kpm-each-ue-twice": (script(subscribes(1, action(5, ues=ues(1, 2)))), {"RICindication changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In a conversation about what the flaw is about, held with the clean peer and with the flawed one."""
    conversation, effect = EFFECTS[flaw]
    assert difference(flaw, conversation) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in kpm_report.FLAWS} == set(EFFECTS)
