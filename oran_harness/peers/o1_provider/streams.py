"""The streams of notifications, and what belongs to each (RFC 5277 3.2; O-RAN M-plane 9.1.7.2)."""

from dataclasses import dataclass

from oran_harness.codec.yang import SchemaNode


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream; of ``modules`` only, None for all of them."""

    name: str
    description: str
    modules: tuple[str, ...] | None = None

    def carries(self, notification: SchemaNode) -> bool:
        """Whether a notification is one of it."""
        return self.modules is None or notification.module in self.modules


DEFAULT_STREAM = "NETCONF"
STREAMS = {
    each.name: each
    for each in (
        Stream(DEFAULT_STREAM, "All events of the element."),
        Stream("fault-management", "Alarms that come and go.", ("oran-harness-alarms",)),
        Stream("measurement-result-stats", "Results of measurements.", ("oran-harness-pm",)),
        Stream("supervision-notification", "The watchdog's signs of life.", ("oran-harness-supervision",)),
    )
}
"""Every stream by its name."""
