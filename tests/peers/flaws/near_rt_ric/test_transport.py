"""Associations of a flawed near-RT RIC: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import transport
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-dies-on-second-association": (SCRIPT, {"dies"}),
    "ric-dies-on-second-setup": (SCRIPT, {"dies"}),
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert [flaw.id for flaw in transport.FLAWS if flaw.id not in EFFECTS] == ["ric-ppid-zero"]


def test_ppid_zero() -> None:
    """Everything it says has the wrong identifier, and nothing else is changed."""
    effect = difference("ric-ppid-zero", SCRIPT)
    assert len(effect) > 5
    assert {each.split()[-1] for each in effect} == {"changed"}
