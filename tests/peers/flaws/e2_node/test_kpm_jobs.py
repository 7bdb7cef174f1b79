"""Jobs of KPM report style 255 with a flawed E2 node: what it does otherwise than the clean one."""

from typing import Any

import pytest

from oran_harness.model import Role
from oran_harness.peers.flaws.e2_node import kpm_jobs
from oran_harness.service_models.kpm import build as kpm
from tests.peers.flaws.e2_node.kpm_script import DELETE, USUAL, action, elsewhere, restyled, script, subscribes, ues
from tests.peers.flaws.rehearsal import Script, difference

E2AP, EDITION = "7.00", "6.00"
OWN = action()
TWO = (kpm.job(1, OWN), kpm.job(300, OWN))
WITH_COMMON = (kpm.job(1, OWN), kpm.job(2))


def asks(*jobs: Any, **how: Any) -> Script:
    """A subscription with these jobs, and some reporting periods."""
    return told(subscribes(1, kpm.multiple_action_definition(jobs, EDITION, **how)))


def told(*more: Any) -> Script:
    """A conversation in an edition that has jobs."""
    return Script(Role.E2_NODE, script(*more).happenings, E2AP)


CHANGED, MISSING, DIES = {"RICindication changed"}, {"RICindication missing"}, {"dies"}
ADMITTED = {"RICsubscriptionFailure missing", "RICsubscriptionResponse added", "RICindication added"}
ONE_BY_ONE = kpm.multiple_action_definition(TWO, EDITION, approach="multiple")
EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-kpm-jobs-one-by-one": (asks(*TWO), {"RICindication changed", "RICindication added"}),
    "node-kpm-jobs-together": (asks(*TWO, approach="multiple"), {"RICindication changed", "RICindication missing"}),
    "node-kpm-job-without-name": (asks(*TWO, approach="multiple"), CHANGED),
    "node-kpm-first-job-alone": (asks(*TWO), CHANGED),
    "node-kpm-jobs-in-format-1": (asks(kpm.job(1, action(4, conditions=(USUAL,)))), CHANGED),
    "node-kpm-jobs-override-nothing": (asks(kpm.job(1, cell=elsewhere()), common=OWN), ADMITTED),
    "node-kpm-common-job-forgotten": (asks(*WITH_COMMON, common=OWN), CHANGED),
    "node-kpm-job-id-in-an-octet": (asks(*TWO), CHANGED),
    "node-kpm-jobs-outlive-delete": (told(subscribes(1, ONE_BY_ONE), DELETE), {"RICindication added"}),
    "node-kpm-serves-some-jobs": (asks(kpm.job(1, OWN), kpm.job(2, restyled(OWN, 99))), ADMITTED),
    "node-kpm-usual-job": (asks(*WITH_COMMON), ADMITTED),
    "node-kpm-dies-of-a-job-id-twice": (asks(kpm.job(1, OWN), kpm.job(1, OWN)), DIES),
    "node-kpm-dies-of-jobs-in-a-job": (
        asks(kpm.job(1, kpm.multiple_action_definition((kpm.job(1, OWN),), EDITION))),
        DIES,
    ),
    "node-kpm-room-for-64-jobs": (asks(*(kpm.job(number) for number in range(1, 66)), common=OWN), DIES),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In a conversation about what the flaw is about, held with the clean peer and with the flawed one."""
    conversation, effect = EFFECTS[flaw]
    assert difference(flaw, conversation) == effect


@pytest.mark.parametrize("flaw", EFFECTS)
def test_other_actions_are_left_alone(flaw: str) -> None:
    """A flaw about jobs does nothing to an action of a fundamental level style."""
    assert difference(flaw, told(subscribes(1, OWN), subscribes(2, action(5, ues=ues(1, 2))))) == set()


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in kpm_jobs.FLAWS} == set(EFFECTS)
