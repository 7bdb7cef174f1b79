"""KPM subscriptions to a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import kpm_subscription
from oran_harness.service_models.kpm import build as kpm
from tests.peers.flaws.e2_node.kpm_script import (
    FOREIGN,
    NOBODY,
    USUAL,
    action,
    elsewhere,
    restyled,
    script,
    subscribes,
    ues,
)
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-kpm-ignores-labels": (
        script(subscribes(1, action(labels=(kpm.five_qi_label(9),)))),
        {"RICindication changed"},
    ),
    "node-kpm-measures-something-else": (script(subscribes(1, action())), {"RICindication changed"}),
    "node-kpm-dies-of-a-measurement-twice": (
        script(subscribes(1, action(measurements=("DRB.UEThpDl",) * 2))),
        {"dies"},
    ),
    "node-kpm-knows-no-ids": (
        script(subscribes(1, action(measurements=(1,)))),
        {"RICindication missing", "RICsubscriptionFailure added", "RICsubscriptionResponse missing"},
    ),
    "node-kpm-measures-what-it-has-not": (
        script(subscribes(1, action(measurements=("NOSUCH",)))),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-ignores-the-cell": (
        script(subscribes(1, action(cell=elsewhere()))),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-divides-by-the-periods": (script(subscribes(1, action(granularity_ms=1000))), {"dies"}),
    "node-kpm-period-overflows": (
        script(subscribes(1, action(), period_ms=(1 << 32) - 1)),
        {"RICsubscriptionFailure missing", "connect added", "end added"},
    ),
    "node-kpm-one-period-for-all": (
        script(subscribes(1, action()), subscribes(2, action(), period_ms=400)),
        {"RICindication added", "RICindication changed"},
    ),
    "node-kpm-goes-by-the-format": (
        script(subscribes(1, restyled(action(3), 1))),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-serves-unknown-styles": (
        script(subscribes(1, restyled(action(), 99))),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-reports-whatever-is-asked": (
        script(subscribes(1, FOREIGN), subscribes(2, None), subscribes(3, action(), trigger=b"\x00")),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-dies-of-octets-behind": (script(subscribes(1, action() + bytes(4))), {"dies"}),
    "node-kpm-takes-policy-for-report": (
        script(subscribes(1, action(), type="policy")),
        {"RICindication added", "RICsubscriptionFailure missing", "RICsubscriptionResponse added"},
    ),
    "node-kpm-everybody-matches": (script(subscribes(1, action(4, conditions=(NOBODY,)))), {"RICindication added"}),
    "node-kpm-first-condition-alone": (
        script(subscribes(1, action(4, conditions=(USUAL, NOBODY)))),
        {"RICindication added"},
    ),
    "node-kpm-dies-of-unknown-ues": (script(subscribes(1, action(2, ues=ues(4000)))), {"dies"}),
    "node-kpm-receive-buffer": (script(subscribes(1, action(5, ues=ues(*range(3000, 4000))))), {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In a conversation about what the flaw is about, held with the clean peer and with the flawed one."""
    conversation, effect = EFFECTS[flaw]
    assert difference(flaw, conversation) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in kpm_subscription.FLAWS} == set(EFFECTS)
