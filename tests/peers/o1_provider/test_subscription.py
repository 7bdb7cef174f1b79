"""What a subscriber is told of an event."""

from lxml import etree

from oran_harness.peers.o1_provider.datastore import Filter
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.subscription import filtered
from tests.peers.o1_provider.chart import EVENTS, MODELS


def test_filtered() -> None:
    """A filter leaves a part of the event, or nothing, and the event as it was."""
    event = top(EVENTS, "netconf-session-start")
    put(event, "username", "somebody")
    put(event, "session-id", "4")
    before = etree.tostring(event)
    assert filtered(event, None, MODELS) is event
    part = etree.fromstring(f'<f><netconf-session-start xmlns="{EVENTS}"><username/></netconf-session-start></f>')
    left = filtered(event, Filter(subtree=part), MODELS)
    assert left is not None
    assert [each.text for each in left] == ["somebody"]
    assert filtered(event, Filter(xpath="/e:other", namespaces={"e": EVENTS}), MODELS) is None
    assert etree.tostring(event) == before
