"""The NETCONF sessions of a performance: what comes and goes on them is read, recorded, and followed."""

import re
from collections.abc import Iterator, Sequence

from oran_harness.codec.xml import local_name
from oran_harness.drivers.demand import CloseLink, Demand, SendOctets
from oran_harness.drivers.history import History
from oran_harness.model import EventKind
from oran_harness.protocols.message import AnyMessage
from oran_harness.protocols.netconf import (
    Breach,
    Conversation,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    Rpc,
    RpcHeard,
    Side,
    UnreadableHeard,
)
from oran_harness.steps import Ended, Send, Sent
from oran_harness.steps.inbox import Asked, Inbox, Risen
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_received import NetconfReceived

_MAY_END = re.compile(rb"\]\]>\]\]>|\n##\n")
"""Where a message may end; octets are read up to there, so that each message is an event of its own."""
Said = HelloHeard | RpcHeard | ReplyHeard | NotificationHeard | UnreadableHeard


class NetconfSessions:
    """What both ends say, in the order of the history. ``demands`` gets what the driver has to do for it."""

    def __init__(self, peer: Manager, inbox: Inbox, history: History, demands: list[Demand]) -> None:
        self.standing: list[str] = []
        """The sessions that are up, oldest first."""
        self._peer = peer
        self._peer.standing = self.standing
        self._inbox = inbox
        self._history = history
        self._demands = demands
        self._rest: dict[str, bytes] = {}
        """What came of a message whose end has not come."""
        self._closing: set[str] = set()

    def up(self, opened_by_sut: bool, place: str | None = None) -> str:
        """A session came up; its name."""
        name = self._history.new_association()
        attempt = None if opened_by_sut else min(self._inbox.attempts, default=None)
        opener = self._peer.sut if opened_by_sut else self._peer.role
        event = self._history.add(EventKind.UP, source=opener, association=name)
        if attempt is not None:
            self._inbox.attempts.discard(attempt)
        self._inbox.risen.append(Risen(event.n, event.t, name, attempt, place))
        self._peer.sessions[name] = Conversation()
        self._rest[name] = b""
        self.standing.append(name)
        self._find_here()
        return name

    def heard(self, name: str, octets: bytes, stream: int, ppid: int | None) -> None:
        """The SUT has sent octets: whole messages, or pieces of them."""
        if name not in self.standing:
            return
        self._history.heard_octets += len(octets)
        conversation, side = self._peer.sessions[name], Side.SERVER
        for piece in _pieces(octets):
            self._rest[name] += piece
            events = conversation.heard(side, piece, self._history.now)
            said = [event for event in events if isinstance(event, Said)]
            if said or any(isinstance(event, Breach) for event in events):
                self._take(name, said, events)

    def _take(self, name: str, said: Sequence[Said], events: Sequence[NetconfEvent]) -> None:
        octets, self._rest[name] = self._rest[name], b""
        breaches = tuple(each for each in events if isinstance(each, Breach) and each.by is Side.SERVER)
        label = ", ".join(map(_label, said)) or "octets that are no message"
        event = self._history.add(
            EventKind.OCTETS, source=self._peer.sut, association=name, octets=octets, message=label
        )
        for each in said:
            request = each.request if isinstance(each, ReplyHeard) else None
            latency = each.latency if isinstance(each, ReplyHeard) else None
            self._inbox.add(
                NetconfReceived(
                    event.n, event.t, name, octets, _message(each), _label(each), breaches, request, latency
                )
            )

    def send(self, name: str, step: Send) -> Sent:
        """Send octets of ours; what of them is an rpc can be answered."""
        events = self._peer.sessions[name].heard(Side.CLIENT, step.octets, self._history.now)
        said = [event for event in events if isinstance(event, Said)]
        label = ", ".join(map(_label, said)) or f"{len(step.octets)} octets"
        event = self._history.do(
            EventKind.OCTETS, self._peer.role, name, step.octets, message=label, injected=step.injected
        )
        for each in said:
            if isinstance(each, RpcHeard):
                self._inbox.asked.append(Asked(event.n, event.t, name, each.rpc))
        self._inbox.injected |= step.injected
        self._demands.append(SendOctets(name, step.octets, 0, 0))
        return Sent(event.n, event.t, name)

    def close(self, name: str, how: str) -> None:
        """Begin to end a session's transport; one that is cut off is over at once."""
        if how == EventKind.SHUTDOWN.value and name in self._closing:
            return
        if how == EventKind.ABORT.value:
            event = self._history.do(EventKind.ABORT, self._peer.role, name)
            self._over(Ended(event.n, event.t, name, how, False))
        else:
            self._history.do(EventKind.SHUTDOWN, self._peer.role, name)
            self._closing.add(name)
        self._demands.append(CloseLink(name, how))

    def ended(self, name: str, how: str, by_sut: bool, reason: str) -> bool:
        """A session's transport is over; False if that was known."""
        if name not in self.standing:
            return False
        rest = self._rest.pop(name, b"")
        if rest:
            self._history.add(
                EventKind.OCTETS, source=self._peer.sut, association=name, octets=rest, message="part of a message"
            )
        by = self._peer.sut if by_sut else self._peer.role
        ours = name in self._closing
        how, by_sut = ("shutdown", False) if ours and how == EventKind.SHUTDOWN.value else (how, by_sut)
        if how == EventKind.ABORT.value:
            event = self._history.add(EventKind.ABORT, source=by, association=name, message=reason or None)
        else:
            closed = how == EventKind.SHUTDOWN.value and not ours
            if closed:
                self._history.add(EventKind.SHUTDOWN, source=by, association=name)
            event = self._history.add(
                EventKind.DOWN, source=by, at_once=closed, association=name, message=reason or None
            )
        self._over(Ended(event.n, event.t, name, how, by_sut))
        return True

    def answer(self, received: NetconfReceived) -> None:
        """A managed element asks for nothing."""

    def settle(self) -> None:
        """A managed element is owed nothing."""

    def _over(self, ended: Ended) -> None:
        self._inbox.ends[ended.association] = ended
        self.standing.remove(ended.association)
        self._find_here()

    def _find_here(self) -> None:
        self._peer.here = self.standing[-1] if self.standing else None


def _pieces(octets: bytes) -> Iterator[bytes]:
    """The octets, cut behind each place where a message may end."""
    begin = 0
    for found in _MAY_END.finditer(octets):
        yield octets[begin : found.end()]
        begin = found.end()
    if begin < len(octets):
        yield octets[begin:]


def _message(said: Said) -> AnyMessage | None:
    match said:
        case HelloHeard():
            return said.hello
        case RpcHeard():
            return said.rpc
        case ReplyHeard():
            return said.reply
        case NotificationHeard():
            return said.notification
    return None


def _label(said: Said) -> str:
    """A message's name, with what it is about."""
    match said:
        case HelloHeard():
            return said.hello.NAME
        case RpcHeard():
            return f"rpc {_of(said.rpc)}"
        case ReplyHeard(reply=reply, request=request):
            tags = ", ".join(error.tag or "no error-tag" for error in reply.errors)
            told = tags or ("ok" if reply.ok else "data")
            return f"rpc-reply {told}" + (f" to {_of(request)}" if request is not None else "")
        case NotificationHeard(notification=notification):
            content = notification.content
            return "notification" if content is None else f"notification {local_name(content.tag)}"
    return "unreadable"


def _of(rpc: Rpc) -> str:
    return rpc.name or "without an operation"
