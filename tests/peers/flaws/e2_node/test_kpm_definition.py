"""KPM definitions of a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.flaws.e2_node import kpm_definition
from tests.peers.flaws.e2_node.kpm_script import FUNCTION, script
from tests.peers.flaws.e2_node.script import asks
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-kpm-definition-padded": (script(), {"E2setupRequest changed"}),
    "node-kpm-formats-from-zero": (script(), {"E2setupRequest changed"}),
    "node-kpm-jobs-of-other-styles": (Script(Role.E2_NODE, script().happenings, "7.00"), {"E2setupRequest changed"}),
    "node-kpm-update-in-part": (
        script(asks("service-update", change="modify", function=FUNCTION)),
        {"RICserviceUpdate changed"},
    ),
    "node-kpm-own-short-name": (script(), {"E2setupRequest changed"}),
    "node-kpm-power-of-ues": (script(), {"E2setupRequest changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In a conversation about what the flaw is about, held with the clean peer and with the flawed one."""
    conversation, effect = EFFECTS[flaw]
    assert difference(flaw, conversation) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in kpm_definition.FLAWS} == set(EFFECTS)
