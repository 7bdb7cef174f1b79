"""The subscriptions that the node has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from oran_harness.peers.ran_functions import RequestedAction
from oran_harness.protocols.e2ap.elements import RICrequestID

UNIX_IN_NTP = 2_208_988_800
"""Seconds from 1900-01-01, where NTP time stamps begin, to 1970-01-01."""


@dataclass(slots=True)
class NodeSubscription:
    """A subscription of the node.

    ``link`` names the association that the RIC last used for it: its signalling stays there. ``actions`` are the
    admitted ones. ``starts_at`` and ``ends_at`` are on the node's clock; ``ended`` tells that its trigger is disabled
    for good, though it stands until it is deleted.
    """

    request_id: RICrequestID
    function_id: int
    link: str
    actions: dict[int, RequestedAction] = field(default_factory=dict)
    starts_at: float | None = None
    ends_at: float | None = None
    ended: bool = False
    timer: int | None = None
    """What ends it."""
    suspended: bool = False
    """Whether the RIC has suspended all of it (8.2.10), so that its trigger rests."""
    suspended_actions: set[int] = field(default_factory=set)
    """The actions that the RIC has suspended by name."""

    def triggers(self, now: float) -> bool:
        """Whether its trigger is enabled (8.2.1.2, 8.2.10.2)."""
        return not (self.ended or self.suspended) and (self.starts_at is None or self.starts_at <= now)


class SubscriptionTable:
    """The subscriptions by RIC Request ID, oldest first."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[RICrequestID, NodeSubscription] = {}

    def __iter__(self) -> Iterator[NodeSubscription]:
        return iter(tuple(self._held.values()))

    def __len__(self) -> int:
        return len(self._held)

    def get(self, request_id: RICrequestID | None) -> NodeSubscription | None:
        """The subscription of that id, None if there is none."""
        return None if request_id is None else self._held.get(request_id)

    @property
    def last(self) -> NodeSubscription | None:
        """The newest one."""
        return next(reversed(self._held.values()), None)

    def add(self, subscription: NodeSubscription) -> None:
        """Store a subscription."""
        self._held[subscription.request_id] = subscription

    def remove(self, request_id: RICrequestID) -> None:
        """Forget one."""
        self._held.pop(request_id, None)

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()

    def of(self, where: Callable[[NodeSubscription], bool]) -> tuple[NodeSubscription, ...]:
        """Those for which ``where`` holds."""
        return tuple(each for each in self._held.values() if where(each))


def on_clock(ntp: bytes, epoch: float) -> float:
    """An NTP time stamp of 64 bits on a clock that shows 0 at the Unix time ``epoch``, in seconds."""
    return int.from_bytes(ntp, "big") / (1 << 32) - UNIX_IN_NTP - epoch
