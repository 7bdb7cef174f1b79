"""A reference peer with something done to what it is told, or to what it says."""

import heapq
from collections.abc import Mapping, Sequence

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.errors import UsageError
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say
from oran_harness.peers.e2_node import E2Node
from oran_harness.peers.near_rt_ric import NearRtRic
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage, ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.peer import FIRST_STREAM, SERVICE_STREAM


class FlawedActor:
    """The actor that it wraps, until a subclass says otherwise in ``hears``, ``meets`` or ``says``.

    May be wrapped itself: the outer one hears first and speaks last. Raises ``UsageError`` for an actor that is no
    reference peer.
    """

    def __init__(self, actor: Actor) -> None:
        self.role = actor.role
        self.edition = _edition_of(actor)
        self._actor = actor
        self._postponed: list[tuple[float, int, Command]] = []
        self._entered = 0

    def begin(self, now: float) -> Sequence[Command]:
        """What to do first."""
        return self._spoil(self._actor.begin(now), now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        if isinstance(happening, Heard):
            instead = self.hears(happening, self.read(happening.octets), now)
        else:
            instead = self.meets(happening, now)
        return self.pass_on(happening, now) if instead is None else instead

    def wake(self, now: float) -> Sequence[Command]:
        """What to do now: what was postponed until now, and what the wrapped actor wants to."""
        commands: list[Command] = []
        while self._postponed and self._postponed[0][0] <= now:
            commands.append(heapq.heappop(self._postponed)[2])
        wakes_at = self._actor.wakes_at
        if wakes_at is not None and wakes_at <= now:
            commands += self._spoil(self._actor.wake(now), now)
        return commands

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` is wanted next."""
        due = [] if not self._postponed else [self._postponed[0][0]]
        wakes_at = self._actor.wakes_at
        return min(due if wakes_at is None else [*due, wakes_at], default=None)

    # What a flaw changes

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """What is done about a message, of which the wrapped actor is then not told; None: nothing out of the way."""
        return None

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """The same for whatever else happens."""
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """What is done instead of saying ``say``, which the wrapped actor wants to."""
        return (say,)

    # What a flaw is made with

    def pass_on(self, happening: Happening, now: float) -> list[Command]:
        """Tell the wrapped actor, and spoil what it says to it."""
        return self._spoil(self._actor.handle(happening, now), now)

    def read(self, octets: bytes) -> DecodedMessage:
        """A message in the edition of the wrapped actor."""
        return codec(self.edition).decode(octets)

    def postpone(self, command: Command, until: float) -> None:
        """Have a command done at a time to come."""
        self._entered += 1
        heapq.heappush(self._postponed, (until, self._entered, command))

    def say(
        self,
        association: str,
        message: Message,
        *,
        criticalities: Mapping[str, str] | None = None,
        layout: tuple[int | ReceivedIe, ...] | None = None,
    ) -> tuple[Say, ...]:
        """A message of the flaw's own, on the stream of its kind; nothing where the edition has no such message."""
        try:
            octets = codec(self.edition).encode(message, criticalities=criticalities, layout=layout)
        except EncodeError:
            return ()
        stream = SERVICE_STREAM if PROCEDURES[message.PROCEDURE_CODE].service else FIRST_STREAM
        return (Say(association, octets, stream),)

    def _spoil(self, commands: Sequence[Command], now: float) -> list[Command]:
        spoiled: list[Command] = []
        for command in commands:
            if isinstance(command, Say):
                spoiled += self.says(command, self.read(command.octets), now)
            else:
                spoiled.append(command)
        return spoiled


def _edition_of(actor: Actor) -> str:
    if isinstance(actor, FlawedActor):
        return actor.edition
    if isinstance(actor, E2Node | NearRtRic):
        return actor.config.edition
    raise UsageError("A flaw can be planted into a reference peer only; give wrap an E2Node or a NearRtRic.")
