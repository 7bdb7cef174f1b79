"""One association of the node, as the node sees it."""

from dataclasses import dataclass
from enum import StrEnum

from oran_harness.protocols.e2ap.elements import TNLinformation, TNLusage
from oran_harness.steps.transport_layer import tnl_of


class LinkState(StrEnum):
    """Where an association stands for the node."""

    OPENING = "opening"
    """Asked for, and not yet up."""
    UP = "up"
    """Up, and nothing said that was answered: E2 Setup runs, or waits for its time."""
    JOINING = "joining"
    """A further association whose first Configuration Update is not yet acknowledged."""
    READY = "ready"
    REMOVED = "removed"
    """E2 Removal is completed: nothing is said any more."""


@dataclass(slots=True)
class Link:
    """An association. ``further`` tells one that a Connection Update asked for, ``address`` the RIC's end of it.

    ``ends`` are the URIs of the node's own end and of the RIC's, as far as they are known.
    """

    name: str
    state: LinkState = LinkState.OPENING
    further: bool = False
    address: TNLinformation | None = None
    ends: tuple[str | None, str | None] = (None, None)
    usage: TNLusage = "both"
    attempts: int = 0
    """Setups, or first Configuration Updates, that were refused so far."""
    timer: int | None = None
    """What gives an association up that does not come up in time."""

    @property
    def in_use(self) -> bool:
        """Whether the RIC may use RIC services on it."""
        return self.state in (LinkState.READY, LinkState.JOINING)

    @property
    def addresses(self) -> tuple[TNLinformation, TNLinformation] | None:
        """The node's end of it and the RIC's; None where one of them is no IP address, or is not known."""
        near, far = (None if end is None else tnl_of(end) for end in self.ends)
        return None if near is None or far is None else (near, far)
