"""What every transport offers: associations as links, and listeners that wait for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from oran_harness.model import HarnessError, UsageError

LARGEST_MESSAGE = 16 * 1024 * 1024
"""Octets of the largest message that is carried; more closes the association and is reported."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One whole message that came in; over SSH and TLS some octets, with stream 0 and without PPID."""

    octets: bytes
    stream: int
    ppid: int | None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a link ended.

    ``how`` is ``"shutdown"`` (closed in order), ``"abort"`` (reset) or ``"down"`` (silence: heartbeats or the path
    failed). ``by_peer`` is False for an end of our own making. ``reason`` is a sentence for people.
    """

    how: str
    by_peer: bool
    reason: str


class TransportError(HarnessError):
    """An address cannot be used, or nobody answers there; the text says what to do next."""


class NoSuchStream(UsageError):
    """A message asks for a stream that the association does not have; ``streams`` is how many it has."""

    def __init__(self, text: str, streams: int) -> None:
        super().__init__(text)
        self.streams = streams


class Link(Protocol):
    """One association. One task receives; any number may send."""

    local: str
    """Our end, as a URI."""
    remote: str
    """The far end, as a URI."""

    async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
        """Send one message; waits while the far end does not take more. Raises ``LinkEnded`` if the link is over."""
        ...

    async def delivered(self) -> None:
        """Return when the far end has all that was sent, as far as the transport is told, or the link is over.

        What is sent before that may overtake it where streams are apart. How long it takes, nobody limits.
        """
        ...

    async def receive(self) -> Delivery | Ending:
        """The next message, or how the link ended (again and again the same, once it has)."""
        ...

    async def shutdown(self) -> None:
        """End it in order: what was sent is delivered first."""
        ...

    async def abort(self) -> None:
        """End it at once; the far end sees a reset where the transport knows one."""
        ...


class SecuredLink(Link, Protocol):
    """A session over SSH or TLS."""

    user: str
    """Who logged in, where we are the server; as whom we did over SSH; empty for a client over TLS."""
    security: Mapping[str, str]
    """What was agreed on and who the far end showed to be: algorithms, versions, keys, certificates."""


class Listener(Protocol):
    """An open address."""

    uri: str
    """The address with the port that was really taken."""

    async def accept(self) -> Link:
        """The next association."""
        ...

    async def close(self) -> None:
        """Close the address; associations that were accepted live on."""
        ...


class LinkEnded(Exception):
    """Sending failed because the link is over."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.reason)
        self.ending = ending
