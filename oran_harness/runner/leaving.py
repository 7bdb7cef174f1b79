"""Whether a SUT that is gone has left, or died."""

from collections.abc import Iterable

from oran_harness.adapters import Health
from oran_harness.model import Event, EventKind, Role

_ENDS = (EventKind.SHUTDOWN, EventKind.ABORT)


def has_left(health: Health, events: Iterable[Event], role: Role) -> bool:
    """Whether a SUT came to its end of its own will, because we had ended its last association.

    That is open to an E2 node and to a manager, whatever its exit status: what it does without its far end is not
    said by E2AP or NETCONF. One that a
    signal killed, or that ended while its association stood, died; so did a near-RT RIC, which has other nodes.
    """
    if not role.connects or health.exit_status is None or health.exit_status < 0:
        return False
    last = None
    for event in events:
        if event.kind in _ENDS:
            last = event
    return last is not None and last.source != role
