"""Octets of a NETCONF session that wait until it is known which of its ends is the server."""

from dataclasses import dataclass, field

from oran_harness.checkers.netconf.evidence import side_by_hello, side_by_message
from oran_harness.checkers.netconf.session import ROLES
from oran_harness.model import Event, Role

_MOST = 4 * 1024 * 1024
_MOST_EVENTS = 4096
_SEARCHED = 65536

Shown = tuple[str | None, Role]
"""The name of an end, and the role that its octets show."""


@dataclass(slots=True)
class Held:
    """What came of a session so far: ``events`` with octets, and notes that some may be lacking.

    ``up`` is the event that began it, None if it was not seen; ``whole`` tells that nothing came before, ``framed``
    that messages are in frames: else each event is one.
    """

    up: Event | None
    whole: bool
    framed: bool = True
    events: list[Event] = field(default_factory=list)
    size: int = 0
    begun: dict[str | None, bytearray] = field(default_factory=dict)

    def add(self, event: Event) -> Shown | None:
        """Keep an event; who its sender is, if the messages so far show it."""
        self.events.append(event)
        octets = event.octets or b""
        self.size += len(octets)
        begun = self.begun.setdefault(event.source, bytearray())
        begun += octets[: _SEARCHED - len(begun)]
        side = side_by_message(bytes(begun))
        return None if side is None else (event.source, ROLES[side])

    @property
    def full(self) -> bool:
        """Whether no more is to be kept."""
        return self.size > _MOST or len(self.events) > _MOST_EVENTS

    def by_hello(self) -> Shown | None:
        """Who somebody is by the hello that he said; None if nobody said one."""
        for name, begun in self.begun.items():
            side = side_by_hello(bytes(begun))
            if side is not None:
                return name, ROLES[side]
        return None
