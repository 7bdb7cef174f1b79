"""An actor around another that does all as that one does; what it is wrong in stands in its subclasses."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening


class PassedOn:
    """The actor that it wraps."""

    def __init__(self, actor: Actor) -> None:
        self.role: Role = actor.role
        self._actor = actor

    def begin(self, now: float) -> Sequence[Command]:
        """What to do first."""
        return self._actor.begin(now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        return self._actor.handle(happening, now)

    def wake(self, now: float) -> Sequence[Command]:
        """What to do now that ``wakes_at`` has come."""
        return self._actor.wake(now)

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` is wanted next."""
        return self._actor.wakes_at
