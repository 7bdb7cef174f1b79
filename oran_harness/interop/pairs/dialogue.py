"""What two products have said to each other so far, for those who wait for something to be said."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from oran_harness.model import Role
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.speaker import Speaker

MOST_KEPT = 50_000
"""Messages that are kept; of more the oldest are forgotten."""
M = TypeVar("M", bound=Message, covariant=True)


@dataclass(frozen=True, slots=True)
class Said(Generic[M]):
    """One message: ``n`` counts all that happened, ``t`` is in seconds of the event loop's clock.

    ``message`` is as far as it could be read; ``conforms`` tells that an edition of E2AP accepts its octets.
    """

    n: int
    t: float
    association: str
    sender: Role
    message: M
    conforms: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """An association has ended: ``how``: ``shutdown``, ``abort`` or ``down``; ``by`` is None if unknown."""

    n: int
    association: str
    how: str
    by: Role | None


class Dialogue:
    """Is told what goes by, and keeps it in order. ``standing`` are the associations that are up, oldest first."""

    def __init__(self) -> None:
        self.standing: list[str] = []
        self.ends: list[Ended] = []
        self.last = 0
        self._said: list[Said[Message]] = []
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
            self._said.append(Said(self.last, now, association, sender, message, bool(sighting.accepting)))
            del self._said[: max(0, len(self._said) - MOST_KEPT)]
        self._stir()

    def ended(self, association: str, how: str, by: Role | None) -> None:
        """An association is over."""
        self.last += 1
        if association in self.standing:
            self.standing.remove(association)
        for role in Role:
            self._speakers.pop((association, role), None)
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
