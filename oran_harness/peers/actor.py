"""A role that we play, sans-IO: happenings in, commands out. Drivers host actors, live or on virtual time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from oran_harness.model.role import Role


@dataclass(frozen=True, slots=True)
class Up:
    """An association is up; ``outbound`` if it answers a ``Connect`` of ours, under the name that we gave it.

    ``local`` and ``remote`` are the URIs of our own end and of the far one, None where the host does not know them.
    ``user`` is who logged in, empty where nobody does.
    """

    association: str
    outbound: bool
    local: str | None = None
    remote: str | None = None
    user: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An association that we asked for cannot be had."""

    association: str
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One whole message came in; over SSH and TLS some octets."""

    association: str
    octets: bytes
    stream: int = 0
    ppid: int | None = 70


@dataclass(frozen=True, slots=True)
class Over:
    """An association has ended: ``how`` is ``"shutdown"``, ``"abort"`` or ``"down"``."""

    association: str
    how: str


@dataclass(frozen=True, slots=True)
class Stimulus:
    """Someone asks for something; it is answered once, by ``Answer`` with the same ``ticket``."""

    ticket: int
    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


Happening = Up | Refused | Heard | Over | Stimulus
"""What an actor is told."""


@dataclass(frozen=True, slots=True)
class Connect:
    """Open an association to the far end, under this name. ``address`` is a URI, None for the one configured."""

    association: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Send one message."""

    association: str
    octets: bytes
    stream: int = 0
    ppid: int = 70


@dataclass(frozen=True, slots=True)
class End:
    """End an association, by ``"shutdown"`` or ``"abort"``."""

    association: str
    how: str = "shutdown"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a stimulus: ``status`` is ``"done"``, ``"unsupported"`` or ``"failed"``."""

    ticket: int
    status: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Die:
    """The whole process ends at once, as a crash would: a planted misbehaviour."""

    signal: int = 6


@dataclass(frozen=True, slots=True)
class Store:
    """Keep these octets under this name over a restart: whole and durably, before the next command is carried out."""

    name: str
    octets: bytes


Command = Connect | Say | End | Answer | Die | Store
"""What an actor asks its host to do."""


class Actor(Protocol):
    """One role, played. Nothing that a peer sends makes it raise. ``now`` is in seconds of one monotonic clock."""

    role: Role

    def begin(self, now: float) -> Sequence[Command]:
        """What to do first."""
        ...

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        ...

    def wake(self, now: float) -> Sequence[Command]:
        """What to do now that ``wakes_at`` has come."""
        ...

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` is wanted next; None for not at all."""
        ...


@runtime_checkable
class Storing(Protocol):
    """An actor that has its host ``Store`` things, and begins with them after a restart."""

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """What the one before has stored, by name; told before it begins."""
        ...


@runtime_checkable
class Clocked(Protocol):
    """An actor that tells the time of day."""

    def set_clock(self, epoch: float) -> None:
        """The time of day is ``epoch + now`` from here on, in seconds since 1970; told when it was set anew."""
        ...


@runtime_checkable
class Lasting(Protocol):
    """An actor that keeps something over a restart of its process, as a product does on a disk."""

    kept: dict[str, Any]
    """In terms of JSON. Whoever starts the actor anew puts there, before it begins, what the one before has left."""
