"""What octets meant: the events of a conversation."""

from dataclasses import dataclass

from oran_harness.codec.xml import XmlError
from oran_harness.model.level import Level
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.messages import Hello, Notification, Rpc, RpcReply
from oran_harness.protocols.netconf.side import Side


@dataclass(frozen=True, slots=True, eq=False)
class HelloHeard:
    """A side said hello. ``now`` is the time, in seconds, that the last octets of it came with."""

    now: float
    sender: Side
    hello: Hello


@dataclass(frozen=True, slots=True, eq=False)
class RpcHeard:
    """A side asked for something."""

    now: float
    sender: Side
    rpc: Rpc


@dataclass(frozen=True, slots=True, eq=False)
class ReplyHeard:
    """A side answered. ``request`` is what it answers, None if nothing is known that it could answer.

    ``latency`` is in seconds, from the end of the request to the end of the reply.
    """

    now: float
    sender: Side
    reply: RpcReply
    request: Rpc | None
    latency: float | None


@dataclass(frozen=True, slots=True, eq=False)
class NotificationHeard:
    """A side told of an event."""

    now: float
    sender: Side
    notification: Notification


@dataclass(frozen=True, slots=True, eq=False)
class UnreadableHeard:
    """A message that is none of NETCONF's, or no XML text at all: then ``error`` says why."""

    now: float
    sender: Side
    octets: bytes
    error: XmlError | None


@dataclass(frozen=True, slots=True, eq=False)
class SessionClosed:
    """The server has agreed to close this session (RFC 6241 7.8)."""

    now: float
    request: Rpc


@dataclass(frozen=True, slots=True, eq=False)
class SessionKilled:
    """The server has ended another session (RFC 6241 7.9); ``session_id`` is the text that the request named."""

    now: float
    request: Rpc
    session_id: str


@dataclass(frozen=True, slots=True)
class Breach:
    """One departure from NETCONF, as a value: rules judge it later.

    ``by`` is the side whose octets show it. ``message`` counts that side's messages from 1; between two of them it is
    the number of the next. What ``open`` is true of accuses nobody.
    """

    now: float
    by: Side
    kind: BreachKind
    expected: str
    actual: str
    message: int

    @property
    def clause(self) -> str:
        """The RFC and its section."""
        return self.kind.clause

    @property
    def level(self) -> Level | None:
        """The weight of the broken rule; None where the text leaves it open."""
        return self.kind.level

    @property
    def open(self) -> bool:
        """Whether nobody may be accused of it."""
        return self.kind.open

    @property
    def sentence(self) -> str:
        """What happened, for people."""
        return f"{self.kind.meaning}: expected {self.expected}, got {self.actual}."


Said = HelloHeard | RpcHeard | ReplyHeard | NotificationHeard | UnreadableHeard
"""One message, whatever it was."""
NetconfEvent = Said | SessionClosed | SessionKilled | Breach
