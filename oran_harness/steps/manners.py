"""What steps have to know of an interface's messages: what answers what, and how to speak of them."""

from typing import Protocol

from oran_harness.model.verdict import Verdict
from oran_harness.steps.claims import Claims
from oran_harness.steps.inbox import Asked, Inbox
from oran_harness.steps.received import Incoming
from oran_harness.steps.step import Expect, Wanted


class Manners(Protocol):
    """How the two ends of an interface speak with each other. Nothing here looks at anything but its arguments."""

    @property
    def first_words(self) -> Wanted:
        """What a SUT says first after it has come up."""
        ...

    def request_of(self, wanted: Wanted, inbox: Inbox) -> Asked | None:
        """Our request that the wanted answers belong to, if they do."""
        ...

    def settles(self, received: Incoming, wanted: Wanted, asked: Asked, inbox: Inbox) -> bool:
        """Whether a message that is not wanted is what came of the request, so that waiting is over."""
        ...

    def verdict_of(self, received: Incoming, expect: Expect, needs: tuple[str, ...], claims: Claims) -> Verdict:
        """What a settling message makes of the case."""
        ...

    def text(self, received: Incoming) -> str:
        """A message for people: its name, and what is wrong with it."""
        ...

    def mistaken(self, received: Incoming, edition: str) -> str | None:
        """What is wrong with a message that a body was given, where it may break the body; None where nothing is."""
        ...

    def not_read(self, seen: tuple[Incoming, ...]) -> str | None:
        """Why a message was not read for which nobody can be blamed, so that it may be the one that is missed."""
        ...

    def near_miss(self, wanted: Wanted, seen: tuple[Incoming, ...]) -> str:
        """What to add where nothing wanted came, but something that is nearly it; empty where there is nothing to."""
        ...
