"""What two products have said to each other so far, for those who wait for something to be said."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from oran_harness.model import Role
from oran_harness.protocols.e2ap.causes import cause_words
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.protocols.e2ap.speaker import Speaker

MOST_KEPT = 50_000
"""Messages that are kept; of more the oldest are forgotten."""
M = TypeVar("M", bound=Message, covariant=True)


@dataclass(frozen=True, slots=True)
class Said(Generic[M]):
    """One message: ``n`` counts all that happened, ``t`` is in seconds of the event loop's clock.

    ``message`` is as far as it could be read; ``accepting`` are the editions of E2AP that accept its octets. ``cause``
    is the one that it gives, for people: in all readings where these editions read it differently.
    """

    n: int
    t: float
    association: str
    sender: Role
    message: M
    accepting: tuple[str, ...]
    cause: str = ""

    @property
    def conforms(self) -> bool:
        """Whether an edition of E2AP accepts it."""
        return bool(self.accepting)


@dataclass(frozen=True, slots=True)
class Ended:
    """An association has ended: ``how``: ``shutdown``, ``abort`` or ``down``; ``by`` is None if unknown."""

    n: int
    association: str
    how: str
    by: Role | None


class Dialogue:
    """Is told what goes by, and keeps it in order.

    ``standing`` are the associations that are up, oldest first; ``set_up`` has the request of the latest E2 Setup of
    each of them on which one succeeded.
    """

    def __init__(self) -> None:
        self.standing: list[str] = []
        self.set_up: dict[str, Said[E2setupRequest]] = {}
        self.ends: list[Ended] = []
        self.last = 0
        self._said: list[Said[Message]] = []
        self._asked: dict[str, Said[E2setupRequest]] = {}
        self._speakers: dict[tuple[str, Role], Speaker] = {}
        self._waiting: set[asyncio.Future[None]] = set()

    def up(self, association: str) -> None:
        """An association between the two came up."""
        self.last += 1
        self.standing.append(association)
        self._stir()

    def said(self, association: str, sender: Role, octets: bytes) -> None:
        """One of them has sent a message; what is no E2AP is left out."""
        self.last += 1
        speaker = self._speakers.setdefault((association, sender), Speaker())
        sighting = speaker.see(octets)
        message = sighting.decoded.message
        if message is not None:
            now = asyncio.get_running_loop().time()
            said = Said(self.last, now, association, sender, message, sighting.accepting, cause_words(sighting))
            self._said.append(said)
            del self._said[: max(0, len(self._said) - MOST_KEPT)]
            self._follow(said)
        self._stir()

    def _follow(self, said: Said[Message]) -> None:
        """Whether E2 Setup is done on the association."""
        if isinstance(said.message, E2setupRequest):
            self._asked[said.association] = said  # type: ignore[assignment]
        elif isinstance(said.message, E2setupResponse) and said.association in self._asked:
            self.set_up[said.association] = self._asked[said.association]

    def ended(self, association: str, how: str, by: Role | None) -> None:
        """An association is over."""
        self.last += 1
        if association in self.standing:
            self.standing.remove(association)
        for role in Role.ends_of("e2"):
            self._speakers.pop((association, role), None)
        self._asked.pop(association, None)
        self.set_up.pop(association, None)
        self.ends.append(Ended(self.last, association, how, by))
        self._stir()

    def find(self, kind: type[M], after: int, suits: Callable[[Said[M]], bool] = lambda said: True) -> Said[M] | None:
        """The first message of a class behind the ``after``-th happening that suits, None if there is none yet."""
        return next(iter(self.all(kind, after, suits)), None)

    def all(self, kind: type[M], after: int, suits: Callable[[Said[M]], bool] = lambda said: True) -> list[Said[M]]:
        """All of them."""
        # Asked again at each message that comes: the newest are looked at first, and older ones not at all.
        found: list[Said[M]] = []
        for said in reversed(self._said):
            if said.n <= after:
                break
            if isinstance(said.message, kind) and suits(said):  # type: ignore[arg-type]
                found.append(said)  # type: ignore[arg-type]
        return found[::-1]

    async def until(self, true: Callable[[], bool], within: float) -> bool:
        """Whether something comes true within so many seconds; asked anew whenever something happens."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while not true():
            left = deadline - loop.time()
            if left <= 0:
                return False
            stirred: asyncio.Future[None] = loop.create_future()
            self._waiting.add(stirred)
            try:
                await asyncio.wait((stirred,), timeout=left)
            finally:
                self._waiting.discard(stirred)
        return True

    def _stir(self) -> None:
        for each in self._waiting:
            if not each.done():
                each.set_result(None)
