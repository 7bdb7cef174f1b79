"""What a subscriber is told of an event (RFC 5277 3.6, RFC 8639 2.2)."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from oran_harness.codec.xml import write
from oran_harness.peers.o1_provider.datastore import Filter
from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.event_log import Event
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.streams import STREAMS
from oran_harness.peers.o1_provider.subscription import Subscription, filtered
from tests.peers.o1_provider.chart import ELEMENT, MODELS

DONE = top(ELEMENT, "reset-done")
put(DONE, "reason", "why")
EVENT = Event(1, datetime(2026, 11, 1, tzinfo=UTC), DONE, MODELS.schema[DONE.tag])


def xpath(select: str) -> Filter:
    return Filter(xpath=select, namespaces={"m": ELEMENT})


def test_streams() -> None:
    """What its stream does not carry is not told."""
    told = {name: Subscription(1, STREAMS[name], None, None, None).content_of(EVENT, MODELS) for name in STREAMS}
    assert [name for name, content in told.items() if content is not None] == ["NETCONF"]


@pytest.mark.parametrize(
    ("select", "told"), [("/m:reset-done[m:reason='why']", True), ("/m:reset-done[m:reason='x']", False)]
)
def test_filter(select: str, told: bool) -> None:
    """What its filter leaves out is not told, and the event itself stays as it is for other subscribers."""
    before = write(DONE)
    subscription = Subscription(1, STREAMS["NETCONF"], xpath(select), None, None)
    content = subscription.content_of(EVENT, MODELS)
    assert (content is not None) is told
    if content is not None:
        assert (content is not DONE, etree.tostring(content)) == (True, etree.tostring(DONE))
    assert (write(DONE), DONE.getparent()) == (before, None)


def test_wrong_filter() -> None:
    """An XPath that cannot be used is refused (RFC 6241 8.9.5.1)."""
    with pytest.raises(Refusal):
        filtered(DONE, xpath("///"), MODELS)
