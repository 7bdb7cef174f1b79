"""One subscription to notifications (RFC 5277 2.1.1, RFC 8639 2.4)."""

from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Filter
from oran_harness.peers.o1_provider.datastore.subtree_filter import subtree
from oran_harness.peers.o1_provider.datastore.trees import empty_tree
from oran_harness.peers.o1_provider.datastore.xpath_filter import selected
from oran_harness.peers.o1_provider.event_log import Event
from oran_harness.peers.o1_provider.streams import Stream


@dataclass(eq=False)
class Subscription:
    """One subscription. ``number`` is 0 for that of ``<create-subscription>``; ``timer`` ends it at ``stop``."""

    number: int
    stream: Stream
    wanted: Filter | None
    start: datetime | None
    stop: datetime | None
    timer: int | None = None

    def content_of(self, event: Event, models: Models) -> Element | None:
        """What the subscriber is told of an event, None if nothing."""
        if not self.stream.carries(event.schema):
            return None
        return filtered(event.content, self.wanted, models)


def filtered(content: Element, wanted: Filter | None, models: Models) -> Element | None:
    """The part of an event that a filter leaves, None if none; raises ``Refusal`` for an XPath that cannot be used."""
    if wanted is None:
        return content
    root = empty_tree()
    root.append(etree.fromstring(etree.tostring(content)))
    if wanted.xpath is not None:
        found = selected(root, wanted.xpath, wanted.namespaces, models.schema)
    else:
        found = subtree(root, wanted.subtree, models.schema)
    return next(iter(found), None)
