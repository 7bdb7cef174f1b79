"""The NETCONF sessions of a performance: what comes and goes on them is read, recorded, and followed."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from oran_harness.drivers.demand import Demand, SendOctets
from oran_harness.drivers.history import History
from oran_harness.drivers.standing import Standing
from oran_harness.model import EventKind, Role
from oran_harness.protocols.message import AnyMessage
from oran_harness.protocols.netconf import (
    Breach,
    BreachKind,
    Conversation,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    RpcHeard,
    Said,
    Side,
    has_frames,
    label,
)
from oran_harness.steps import Send, Sent
from oran_harness.steps.inbox import Asked, Inbox
from oran_harness.steps.netconf_participant import NetconfParticipant
from oran_harness.steps.netconf_received import NetconfReceived

_MAY_END = re.compile(rb"\]\]>\]\]>|\n##\n")
"""Where a message may end; octets are read up to there, so that each message is an event of its own."""
_MOST_UNREAD = 4 * 1024 * 1024
"""Octets of an event of a session in which nothing can be read any more: a line of a history has an end."""
P = TypeVar("P", bound=NetconfParticipant)


class NetconfSessions(Standing[P]):
    """What both ends say, in the order of the history. ``demands`` gets what the driver has to do for it."""

    def __init__(self, peer: P, inbox: Inbox, history: History, demands: list[Demand]) -> None:
        super().__init__(peer, inbox, history, demands)
        peer.clock_epoch = history.header.clock_epoch
        self._framed = has_frames(peer.address)
        self._ours, self._theirs = Side.CLIENT, Side.SERVER
        if peer.sut is Role.O1_MANAGER:
            self._ours, self._theirs = Side.SERVER, Side.CLIENT
        self._rest: dict[str, bytearray] = {}
        """What came of a message whose end has not come."""

    def up(self, opened_by_sut: bool, place: str | None = None) -> str:
        """A session came up; its name."""
        name = self._history.new_association()
        self._peer.sessions[name] = Conversation(framed=self._framed)
        self._rest[name] = bytearray()
        self._rise(name, opened_by_sut, place)
        return name

    def heard(self, name: str, octets: bytes, stream: int, ppid: int | None) -> None:
        """The SUT has sent octets: whole messages, or pieces of them."""
        if name not in self.standing:
            return
        self._history.heard_octets += len(octets)
        conversation, side = self._peer.sessions[name], self._theirs
        for piece in _pieces(octets) if self._framed else (octets,):
            self._rest[name] += piece
            events = conversation.heard(side, piece, self._history.now)
            said = [event for event in events if isinstance(event, Said)]
            if said or any(isinstance(event, Breach) for event in events):
                self._take(name, said, events)
            elif conversation.lost(side) and len(self._rest[name]) >= _MOST_UNREAD:
                self._put_down(name)

    def _put_down(self, name: str) -> None:
        """Record what came and is no whole message."""
        rest, self._rest[name] = bytes(self._rest[name]), bytearray()
        self._history.add(
            EventKind.OCTETS, source=self._peer.sut, association=name, octets=rest, message="part of a message"
        )

    def _take(self, name: str, said: Sequence[Said], events: Sequence[NetconfEvent]) -> None:
        octets, self._rest[name] = bytes(self._rest[name]), bytearray()
        breaches = tuple(each for each in events if isinstance(each, Breach) and each.by is self._theirs)
        told = ", ".join(map(label, said)) or "octets that are no message"
        event = self._history.add(
            EventKind.OCTETS, source=self._peer.sut, association=name, octets=octets, message=told
        )
        if any(breach.kind is BreachKind.OVERSIZE for breach in breaches):
            # The message that was not read to its end: a case that waits for it has to know of it.
            self._inbox.add(NetconfReceived(event.n, event.t, name, octets, None, "unreadable", breaches))
        for each in said:
            request = each.request if isinstance(each, ReplyHeard) else None
            latency = each.latency if isinstance(each, ReplyHeard) else None
            self._inbox.add(
                NetconfReceived(event.n, event.t, name, octets, _message(each), label(each), breaches, request, latency)
            )

    def send(self, name: str, step: Send) -> Sent:
        """Send octets of ours; what of them is an rpc can be answered."""
        events = self._peer.sessions[name].heard(self._ours, step.octets, self._history.now)
        said = [event for event in events if isinstance(event, Said)]
        told = ", ".join(map(label, said)) or f"{len(step.octets)} octets"
        event = self._history.do(
            EventKind.OCTETS, self._peer.role, name, step.octets, message=told, injected=step.injected
        )
        for each in said:
            if isinstance(each, RpcHeard):
                self._inbox.asked.append(Asked(event.n, event.t, name, each.rpc))
        self._inbox.injected |= step.injected
        self._demands.append(SendOctets(name, step.octets, 0, 0))
        return Sent(event.n, event.t, name)

    def ended(self, name: str, how: str, by_sut: bool, reason: str) -> bool:
        """A session's transport is over; False if that was known."""
        if self._rest.get(name) and name in self.standing:
            self._put_down(name)
        self._rest.pop(name, None)
        return super().ended(name, how, by_sut, reason)

    def answer(self, received: NetconfReceived) -> None:
        """A managed element asks for nothing."""

    def settle(self) -> None:
        """A managed element is owed nothing."""


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
