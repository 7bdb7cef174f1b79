"""What lies below E2AP at a flawed E2 node: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.e2_node import transport
from tests.peers.flaws.e2_node.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "node-changes-streams": (SCRIPT, {"RICindication changed"}),
    "node-trailing-octets": (SCRIPT, {"RICsubscriptionResponse changed"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert [flaw.id for flaw in transport.FLAWS if flaw.id not in EFFECTS] == ["node-ppid-zero"]


def test_ppid_zero() -> None:
    """Everything it says has the wrong identifier, and nothing else is changed."""
    effect = difference("node-ppid-zero", SCRIPT)
    assert len(effect) > 5
    assert {each.split()[-1] for each in effect} == {"changed"}
