"""How a flawed E2 node removes an association: what it does otherwise than the clean one."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.actor import Up
from oran_harness.peers.flaws.e2_node import association_removal
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.transport_layer import tnl_of
from tests.peers.flaws.e2_node.script import accepted, asks, hears
from tests.peers.flaws.rehearsal import Script, difference

RIC_URI = "sctp://192.0.2.1:36421"
RIC_END = tnl_of(RIC_URI)
assert RIC_END is not None
SCRIPT = Script(
    Role.E2_NODE,
    [
        Up("1", outbound=True, local="sctp://192.0.2.2:49152", remote=RIC_URI),
        hears(accepted(1)),
        hears(m.E2connectionUpdate(30, (e.E2connectionUpdate_Item(RIC_END, "both"),))),
        Up("2", outbound=True, local="sctp://192.0.2.2:49153", remote=RIC_URI),
        hears(m.E2nodeConfigurationUpdateAcknowledge(2), "2"),
        asks("connection-remove"),
        hears(m.E2nodeConfigurationUpdateAcknowledge(3), "2"),
        0.05,
    ],
)
EFFECTS = {
    "node-removed-association-unlisted": {"E2nodeConfigurationUpdate changed"},
    "node-removed-association-stays": {"end missing"},
    "node-removal-of-one-association-ends-all": {"end added"},
}


@pytest.mark.parametrize("flaw", EFFECTS)
def test_a_flaw_changes_this_and_nothing_else(flaw: str) -> None:
    """Of two associations one is removed, by the clean peer and by the flawed one."""
    assert difference(flaw, SCRIPT) == EFFECTS[flaw]


def test_all_flaws_are_looked_at() -> None:
    """None is planted that does nothing."""
    assert {flaw.id for flaw in association_removal.FLAWS} == set(EFFECTS)
