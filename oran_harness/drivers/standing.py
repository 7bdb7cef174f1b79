"""The associations of a performance as they come and go, whatever is said on them."""

from typing import Any, Generic, TypeVar

from oran_harness.drivers.demand import CloseLink, Demand
from oran_harness.drivers.history import History
from oran_harness.model import EventKind
from oran_harness.steps import Ended
from oran_harness.steps.inbox import Inbox, Risen
from oran_harness.steps.participant import Participant

P = TypeVar("P", bound=Participant[Any])


class Standing(Generic[P]):
    """Records ups and ends in the order of the history. ``demands`` gets what the driver has to do for them."""

    def __init__(self, peer: P, inbox: Inbox, history: History, demands: list[Demand]) -> None:
        self.standing: list[str] = []
        """The associations that are up, oldest first."""
        self._peer = peer
        self._peer.standing = self.standing
        self._inbox = inbox
        self._history = history
        self._demands = demands
        self._closing: set[str] = set()

    def close(self, name: str, how: str) -> None:
        """Begin to end an association; one that is cut off is over at once."""
        if how == EventKind.SHUTDOWN.value and name in self._closing:
            return
        if how == EventKind.ABORT.value:
            event = self._history.do(EventKind.ABORT, self._peer.role, name)
            self._over(Ended(event.n, event.t, name, how, False))
        else:
            self._history.do(EventKind.SHUTDOWN, self._peer.role, name)
            self._closing.add(name)
        self._demands.append(CloseLink(name, how))

    def ended(self, name: str, how: str, by_sut: bool, reason: str) -> bool:
        """An association is over; False if that was known."""
        if name not in self.standing:
            return False
        by = self._peer.sut if by_sut else self._peer.role
        words = reason or None
        if how == EventKind.ABORT.value:
            event = self._history.add(EventKind.ABORT, source=by, association=name, message=words)
        else:
            ours = name in self._closing
            closed = how == EventKind.SHUTDOWN.value and not ours
            if closed:
                self._history.add(EventKind.SHUTDOWN, source=by, association=name)
            how, by_sut = ("shutdown", False) if ours else (how, by_sut)
            event = self._history.add(EventKind.DOWN, source=by, at_once=closed, association=name, message=words)
        self._over(Ended(event.n, event.t, name, how, by_sut))
        return True

    def _rise(self, name: str, opened_by_sut: bool, place: str | None) -> None:
        """Record that an association came up. One that we asked for belongs to the oldest opening under way."""
        attempt = None if opened_by_sut else min(self._inbox.attempts, default=None)
        opener = self._peer.sut if opened_by_sut else self._peer.role
        event = self._history.add(EventKind.UP, source=opener, association=name, at_once=place is not None)
        if attempt is not None:
            self._inbox.attempts.discard(attempt)
        self._inbox.risen.append(Risen(event.n, event.t, name, attempt, place))
        self.standing.append(name)
        self._find_here()

    def _over(self, ended: Ended) -> None:
        self._inbox.ends[ended.association] = ended
        self.standing.remove(ended.association)
        self._find_here()

    def _find_here(self) -> None:
        """The newest association that stands."""
        self._peer.here = self.standing[-1] if self.standing else None
