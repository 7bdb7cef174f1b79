"""What has happened on the associations of a case, and waits to be looked at by its steps."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from oran_harness.protocols.message import AnyMessage
from oran_harness.steps.received import Ended, Incoming

MOST_WAITING = 4096
"""Messages that wait to be expected; the oldest is given up beyond."""
_N = attrgetter("n")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A place in a history: the time ``t`` in seconds, and the number ``n`` of the event."""

    t: float
    n: float = float("inf")
    """Infinite for a moment that a deadline made: it is after all that came by then."""


@dataclass(frozen=True, slots=True)
class Risen:
    """An association that came up; ``attempt`` is the number of the ``open`` that asked for it, None for none.

    ``place`` is the URI of our address where that is not the first one.
    """

    n: int
    t: float
    association: str
    attempt: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """A further address of ours is open."""

    n: int
    t: float
    uri: str


TURNED_AWAY = 0
"""The attempt of whoever came to us and was not let in: our own are numbered from 1 on."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An association, or an address of our own, that could not be had."""

    n: int
    t: float
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The SUT itself came to its end: nothing comes from it any more."""

    n: int
    t: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What an adapter answered to a stimulus: ``"done"``, ``"unsupported"`` or ``"failed"``."""

    n: int
    t: float
    status: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempted:
    """What came of an attempt at the transport.

    ``told`` is that as the history keeps it; ``unmade`` says what it takes where it could not be made, ``broken`` what
    kept it from coming to an end.
    """

    n: int
    t: float
    told: Mapping[str, Any] = field(default_factory=dict)
    unmade: str | None = None
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of ours: an initiating message that went out."""

    n: int
    t: float
    association: str
    message: AnyMessage


def moment(happened: Incoming | Risen | Listening | Refused | Gone | Reply | Attempted | Ended | Asked) -> Moment:
    """When it happened."""
    return Moment(happened.t, happened.n)


class Inbox:
    """All that a step may be decided from. Drivers fill it; ``decision`` reads it."""

    def __init__(self) -> None:
        self.messages: list[Incoming] = []
        """What has come and nobody has taken, oldest first."""
        self.risen: list[Risen] = []
        self.opened: set[str] = set()
        """The associations that an ``open`` has given to the case."""
        self.listening: dict[int, Listening] = {}
        """Our further addresses, by the number of the ``listen`` that asked for each."""
        self.refused: dict[int, Refused] = {}
        self.ends: dict[str, Ended] = {}
        self.gone: Gone | None = None
        self.replies: dict[int, Reply] = {}
        self.attempted: dict[int, Attempted] = {}
        self.asked: list[Asked] = []
        self.answered: list[Incoming] = []
        """Requests of the SUT that were answered automatically."""
        self.attempts: set[int] = set()
        """The openings under way."""
        self.injected = False
        """Whether something that breaks the specification has been sent."""
        self.forgotten = 0
        """Messages that were given up, there being too many."""

    def add(self, received: Incoming) -> None:
        """Take in a message."""
        self.messages.append(received)
        if len(self.messages) > MOST_WAITING:
            del self.messages[0]
            self.forgotten += 1

    def since(self, n: float) -> Sequence[Incoming]:
        """The waiting messages with a number above ``n``."""
        return self.messages[bisect_right(self.messages, n, key=_N) :] if n >= 0 else tuple(self.messages)

    def take(self, n: int) -> None:
        """Remove the message with that number."""
        place = bisect_left(self.messages, n, key=_N)
        if place < len(self.messages) and self.messages[place].n == n:
            del self.messages[place]
