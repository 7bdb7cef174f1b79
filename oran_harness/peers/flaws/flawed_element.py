"""A managed element with something done to what it hears, to how it takes requests, or to what it says."""

from collections.abc import Mapping, Sequence

from oran_harness.model.errors import UsageError
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.manner import Manner
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.framing import Framing
from oran_harness.protocols.netconf.messages import Rpc


class FlawedElement(Manner):
    """The element that it wraps, until a subclass says otherwise in ``meets`` or in the methods of ``Manner``.

    May be wrapped itself: the outer one hears first and speaks last. Raises ``UsageError`` for an actor that is no
    managed element.
    """

    def __init__(self, actor: Actor) -> None:
        if not isinstance(actor, O1Provider | FlawedElement):
            raise UsageError("This flaw can be planted into a managed element only; give wrap an O1Provider.")
        self.role: Role = actor.role
        self._actor = actor
        self._plant()

    def _plant(self) -> None:
        self._manner = self.managed.manner
        self.managed.manner = self

    @property
    def managed(self) -> ManagedElement:
        """What it manages."""
        return self._actor.managed

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """What the one before has stored, by name; told before it begins."""
        self._actor.restore(stored)
        self._plant()

    def set_clock(self, epoch: float) -> None:
        """The time of day is another one."""
        self.managed.epoch = epoch

    def begin(self, now: float) -> Sequence[Command]:
        """What to do first."""
        return self._actor.begin(now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        taken = self.meets(happening, now)
        return taken if isinstance(taken, Sequence) else self._actor.handle(taken, now)

    def wake(self, now: float) -> Sequence[Command]:
        """What to do now that ``wakes_at`` has come."""
        return self._actor.wake(now)

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` is wanted next."""
        return self._actor.wakes_at

    # What a flaw changes

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """What the wrapped actor is told; or what is done instead."""
        return happening

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """The request that is carried out, or what comes instead."""
        return self._manner.asked(session, rpc, now)

    def greets(self, session: Session, hello: bytes) -> bytes:
        """The hello that is said."""
        return self._manner.greets(session, hello)

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """What is said for a reply."""
        return self._manner.replies(session, rpc, reply)

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """What is said for a notification."""
        return self._manner.notifies(session, notification)

    def frames(self, message: bytes, framing: Framing) -> bytes:
        """A message in its frame."""
        return self._manner.frames(message, framing)

    def ends(self, session: Session) -> bool:
        """Whether a session really ends that has to."""
        return self._manner.ends(session)
