"""A second association is asked for at an address where the node can find us."""

import pytest

from oran_harness import conformance
from oran_harness.drivers import Setting, perform_virtual
from oran_harness.model import EventKind
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2connectionUpdate
from tests.drivers.scene import NODE


@pytest.mark.parametrize("address", ["sctp://0.0.0.0:36421", "sctp://[::]:36421", "sctp://192.0.2.1:36421"])
def test_nobody_is_sent_to_all_addresses(address: str) -> None:
    """Where we listen at all of them, a further one is named, and the node goes there."""
    case = conformance.find("E2AP-CONNUPD-204")
    setting = Setting(NODE, edition="3.01", address=address)
    performed = perform_virtual(case, setting, lambda: E2Node(NodeConfig(edition="3.01")))
    assert performed.outcome is None
    octets = next(each.octets for each in performed.events if each.message == "E2connectionUpdate")
    update = codec("3.01").decode(octets or b"").message
    assert isinstance(update, E2connectionUpdate)
    (item,) = update.e2_connection_update_add or ()
    assert item is not None
    assert any(item.tnl_information.tnl_address.octets)
    assert sum(each.kind is EventKind.UP for each in performed.events) == 2
