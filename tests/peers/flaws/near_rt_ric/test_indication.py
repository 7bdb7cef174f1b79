"""What a flawed near-RT RIC makes of indications: what it does otherwise than the clean one."""

import pytest

from oran_harness.peers.flaws.near_rt_ric import indication
from tests.peers.flaws.near_rt_ric.script import SCRIPT
from tests.peers.flaws.rehearsal import Script, difference

EFFECTS: dict[str, tuple[Script, set[str]]] = {
    "ric-dies-on-malformed-indication": (SCRIPT, {"dies"}),
    "ric-dies-without-sequence-number": (SCRIPT, {"dies"}),
    "ric-minds-sequence-numbers": (SCRIPT, set()),
    "ric-dies-of-many-indications": (SCRIPT, set()),
    "ric-dies-on-unknown-indication": (SCRIPT, set()),
    "ric-dies-on-insert": (SCRIPT, set()),
    "ric-dies-on-early-indication": (SCRIPT, set()),
    "ric-complains-of-crossing-indications": (SCRIPT, set()),
    "ric-early-indication-untold": (SCRIPT, set()),
}
"""Most are about what does not occur in an ordinary conversation, and leave it alone: tests/calibration shows them."""


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """In one conversation that goes through all procedures, held with the clean peer and with the flawed one."""
    script, effect = EFFECTS[flaw]
    assert difference(flaw, script) == effect


def test_all_flaws_are_looked_at() -> None:
    """None is left out."""
    assert {flaw.id for flaw in indication.FLAWS} == set(EFFECTS)
