"""What a flawed E2 node says in E2 Setup: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import setup
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-transaction-id-missing": (SCRIPT, {"E2setupRequest changed"}),
    "node-function-twice": (SCRIPT, {"E2setupRequest changed"}),
    "node-plmn-text": (SCRIPT, {"E2setupRequest changed"}),
    "node-oid-outside-alphabet": (SCRIPT, {"E2setupRequest changed"}),
    "node-oid-changed": (SCRIPT, {"E2setupRequest changed"}),
    "node-item-criticality": (SCRIPT, {"E2setupRequest changed"}),
    "node-setup-of-first-edition": (SCRIPT, {"E2setupRequest changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert [flaw.id for flaw in setup.FLAWS if flaw.id not in EFFECTS] == ["node-function-zero"]


def test_function_zero() -> None:
    """It means the same function in all that it says, and serves it under that id."""
    effect = difference("node-function-zero", SCRIPT)
    assert len(effect) > 5
    assert {each.split()[-1] for each in effect} == {"changed"}
