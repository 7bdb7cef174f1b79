"""A performance by hand: the test is the driver and holds the clock."""

from typing import Any

from oran_harness.drivers import Setting
from oran_harness.drivers.demand import Demand
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.performance import Performance
from oran_harness.model import EventKind
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.case import Body
from tests.drivers.scene import NODE, case_of, octets


class Stage:
    """A case on stage; ``now`` is the time."""

    def __init__(self, body: Body, needs: tuple[str, ...] = (), **setting: Any) -> None:
        self.now = 0.0
        chosen = Setting(**{"role": NODE, "stimuli": None, **setting})
        self.history = History(new_header(0), lambda: self.now)
        self.performance = Performance(case_of(body, chosen.role, needs), chosen, self.history)
        self.performance.begin()

    @property
    def demands(self) -> list[Demand]:
        """What is asked for now."""
        return list(self.performance.demands())

    @property
    def outcome(self) -> Any:
        """What came of it so far."""
        return self.performance.outcome

    def at(self, t: float) -> "Stage":
        """It is that late."""
        self.now = t
        return self

    def up(self) -> str:
        """An association comes up."""
        return self.performance.up(opened_by_sut=self.performance.setting.sut_connects)

    def hears(self, what: Message | bytes, association: str = "1", stream: int = 0) -> None:
        """The SUT says something."""
        self.performance.heard(association, what if isinstance(what, bytes) else octets(what), stream, 70)

    def ends(self, how: str = "abort", association: str = "1", by_sut: bool = True) -> None:
        """An association ends."""
        self.performance.ended(association, how, by_sut)

    def wakes(self, t: float) -> "Stage":
        """It is that late, and the driver says so."""
        self.now = t
        self.performance.wake()
        return self

    def told(self, kind: EventKind) -> list[str]:
        """What the history says in events of a kind."""
        return [event.message or "" for event in self.history.events if event.kind is kind]

    def said(self) -> list[str]:
        """Who said what."""
        return [
            f"{'SUT' if event.source == self.performance.setting.role else 'we'}: {event.message}"
            for event in self.history.events
            if event.kind is EventKind.OCTETS
        ]
