"""The history of a case while it is made: events are numbered, timed and handed on as they happen."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.drivers.setting import Sink
from oran_harness.model import Event, EventKind, HistoryHeader, Role

MOST_EVENTS = 100_000
"""Events that a SUT may cause in one case; then the case ends."""
MOST_OCTETS = 64 * 1024 * 1024
"""Octets that a SUT may send in one case; then the case ends."""
_TICK = 1e-9

Gate = Callable[[EventKind, str | None, bytes | None], None]
"""Is told the kind, the association and the octets of what we are about to do."""


def ric_name(number: int) -> str:
    """How a history names one of the near-RT RICs that we play at once: the first by its role alone."""
    return Role.NEAR_RT_RIC.value if number == 1 else f"{Role.NEAR_RT_RIC.value} {number}"


def new_header(seed: int, clock_epoch: float = 0.0, interface: str = "e2") -> HistoryHeader:
    """The head of a run's history: its ends are named by their roles; ``clock_epoch`` is in seconds since 1970."""
    names = {role.value: role.value for role in Role.ends_of(interface)}
    if interface == Role.NEAR_RT_RIC.interface:
        names[ric_name(2)] = Role.NEAR_RT_RIC.value
    return HistoryHeader(clock_epoch, names, seed)


class History:
    """What happens in one case, in order.

    ``clock`` tells the time in seconds since the case began; every event gets a later time than the one before, so
    that recorded times alone tell what was first. A ``sink`` that raises is told no more, ``broken`` says why. ``gate``
    is asked before anything that we do is recorded: a replay puts there what came before.
    """

    def __init__(
        self, header: HistoryHeader, clock: Callable[[], float], sink: Sink | None = None, gate: Gate | None = None
    ) -> None:
        self.header = header
        self.events: list[Event] = []
        self.broken: Exception | None = None
        self.heard_octets = 0
        self.heard = 0
        self._clock = clock
        self._sink = sink
        self._gate = gate
        self._associations = 0
        self._rics: dict[str, str] = {}

    @property
    def last(self) -> int:
        """The number of the latest event; 0 before the first."""
        return len(self.events)

    @property
    def now(self) -> float:
        """The time of the history, in seconds since its first event."""
        return max(self._clock(), self.events[-1].t if self.events else 0.0)

    @property
    def flooded(self) -> str | None:
        """What the SUT has sent too much of, None if it has not."""
        if self.heard > MOST_EVENTS:
            return f"more than {MOST_EVENTS} events"
        if self.heard_octets > MOST_OCTETS:
            return f"more than {MOST_OCTETS // 1024 // 1024} MiB"
        return None

    def new_association(self, ric: int = 1) -> str:
        """A name for an association: "1", "2", ...; ``ric`` is the number of the near-RT RIC at its end."""
        self._associations += 1
        name = str(self._associations)
        if ric != 1:
            self._rics[name] = ric_name(ric)
        return name

    def add(self, kind: EventKind, *, source: Role | None = None, at_once: bool = False, **more: Any) -> Event:
        """Record an event; ``source`` is the end that it came from. ``at_once`` puts it right behind the one before."""
        if source is not None:
            more |= {"source": self._named(source, more), "target": self._named(source.other, more)}
        event = Event(len(self.events) + 1, self._stamp(at_once), kind, **more)
        self.events.append(event)
        if self._sink is not None and self.broken is None:
            try:
                self._sink(event)
            except Exception as error:
                self.broken = error
        return event

    def do(self, kind: EventKind, source: Role, association: str, octets: bytes | None = None, **more: Any) -> Event:
        """Record something that we do."""
        if self._gate is not None:
            self._gate(kind, association, octets)
        return self.add(kind, source=source, association=association, octets=octets, **more)

    def note(self, text: str, association: str | None = None) -> Event:
        """Record something for people."""
        return self.add(EventKind.NOTE, association=association, message=text)

    def process(self, text: str) -> Event:
        """Record a line that the SUT's process wrote, or how it ended."""
        return self.add(EventKind.PROCESS, message=text)

    def _named(self, role: Role, of: Mapping[str, Any]) -> str:
        """How an end of an association is called."""
        if role is Role.NEAR_RT_RIC:
            return self._rics.get(of.get("association", ""), role.value)
        return role.value

    def _stamp(self, at_once: bool) -> float:
        if not self.events:
            return 0.0
        next_moment = round(self.events[-1].t + _TICK, 9)
        return next_moment if at_once else max(round(self._clock(), 9), next_moment)
