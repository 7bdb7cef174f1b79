"""One rule of what is done to messages that pass: which of them, and what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.model import Role


@dataclass(frozen=True, slots=True)
class Passing:
    """What a selector has to know of one message that passes.

    ``name`` and ``procedure`` are None for what is no E2AP message. ``request`` is its RIC Request ID: requestor and
    instance. ``age`` is how long the association has been up, ``standing`` how long a subscription has stood on it (the
    one of the request id where the rule names one), in seconds; None while none does.
    """

    source: Role
    name: str | None = None
    procedure: str | None = None
    request: tuple[int, int] | None = None
    age: float = 0.0
    standing: float | None = None


@dataclass(frozen=True, slots=True)
class Selector:
    """Which messages: all that fit everything that is given.

    ``source`` is who sends, ``name`` a message or a procedure. Of those that fit, the ``nth`` alone, or each of which
    the number is a multiple of ``every``; both count on each association from 1. ``subscribed`` narrows to the time
    while a subscription stands, ``after`` to what comes so many seconds after that, or after the association came up.
    """

    source: Role | None = None
    name: str | None = None
    nth: int | None = None
    every: int | None = None
    request: tuple[int, int] | None = None
    association: int | None = None
    subscribed: bool = False
    after: float = 0.0

    @property
    def by_message(self) -> bool:
        """Whether it is a message that it waits for, and not a time alone."""
        return any(each is not None for each in (self.source, self.name, self.nth, self.every))

    def fits(self, passing: Passing) -> bool:
        """Whether a message is one of those that are counted."""
        since = passing.standing if self.subscribed else passing.age
        return (
            self.source in (None, passing.source)
            and self.name in (None, passing.name, passing.procedure)
            and self.request in (None, passing.request)
            and since is not None
            and since >= self.after
        )

    def picks(self, count: int) -> bool:
        """Whether the message with that number, among those that fit, is meant."""
        if self.nth is not None:
            return count == self.nth
        return self.every is None or count % self.every == 0


@dataclass(frozen=True, slots=True)
class MessageRule:
    """What is done (``action``, an id of ``ACTIONS``), with which values, to which messages.

    ``text`` is the rule as a person would write it on the command line.
    """

    action: str
    selector: Selector = Selector()
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    @property
    def timed(self) -> bool:
        """Whether it comes true by time alone: a link is cut even where nothing is said."""
        return self.action == "cut" and not self.selector.by_message
