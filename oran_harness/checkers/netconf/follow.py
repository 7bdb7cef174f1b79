"""From events to what NETCONF's rules observe: sessions, their messages, and what departs from the protocol."""

from collections.abc import Iterator
from typing import Literal

from oran_harness.checkers.netconf.held import Held, Shown
from oran_harness.checkers.netconf.session import ROLES, Session
from oran_harness.checkers.observation import NetconfBreachObserved, NetconfMessageObserved, SessionBegan, SessionEnded
from oran_harness.checkers.two_ends import OneEnd
from oran_harness.model import Event, EventKind, Role
from oran_harness.protocols.netconf import (
    Breach,
    BreachKind,
    Conversation,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    RpcHeard,
    Side,
    UnreadableHeard,
    label,
)

SessionObservation = SessionBegan | NetconfMessageObserved | NetconfBreachObserved | SessionEnded

_SAID = (HelloHeard, RpcHeard, ReplyHeard, NotificationHeard, UnreadableHeard)
_BY_BOTH = frozenset(
    {
        BreachKind.REPLY_WITHOUT_ID,
        BreachKind.REPLY_WITH_UNKNOWN_ID,
        BreachKind.NOT_SUBSCRIBED,
        BreachKind.UNANSWERED,
    }
)
"""What a record shows only if it holds what both sides said."""


class Sessions:
    """The NETCONF sessions of a history, by the key of their association.

    ``ignored`` counts events with octets of which it never was known who had sent them.
    """

    def __init__(self) -> None:
        self.ignored = 0
        self._sessions: dict[str, Session] = {}
        self._held: dict[str, Held] = {}

    def begin(self, key: str, up: Event | None, whole: bool, framed: bool) -> None:
        """An association carries NETCONF, in frames or not.

        ``up`` is what began it, ``whole`` tells that nothing came before.
        """
        self._held[key] = Held(up, whole, framed)

    def octets(self, key: str, event: Event, told: Shown | None) -> Iterator[SessionObservation]:
        """Octets of one; ``told`` is an end whose role the history tells."""
        session = self._sessions.get(key)
        if session is not None:
            yield from _hear(session, event)
            return
        held = self._held.get(key)
        if held is None:
            self.ignored += 1
            return
        shown = told or held.add(event)
        if told is not None:
            held.events.append(event)
        if shown is None and held.full:
            shown = held.by_hello()
            if shown is None:
                self._give_up(key)
        if shown is not None:
            yield from self._settle(key, held, shown, told is not None)

    def missed(self, key: str | None, event: Event) -> None:
        """A note says that octets may be lacking: of one, or of any (None)."""
        for name, held in self._held.items():
            if key in (None, name):
                held.whole = held.whole and bool(held.events)
                held.events.append(event)
        for name, session in self._sessions.items():
            if key in (None, name):
                _miss(session, event)

    def find(self, key: str) -> Session | None:
        """The session of that key, once it is known who is who."""
        return self._sessions.get(key)

    def settle(self, key: str) -> Iterator[SessionObservation]:
        """Nothing more will come of one: hellos have to tell who is who."""
        held = self._held.get(key)
        if held is None:
            return
        shown = held.by_hello()
        if shown is None:
            self._give_up(key)
        else:
            yield from self._settle(key, held, shown, False)

    def end(self, key: str, event: Event, how: str, by: OneEnd | None) -> Iterator[SessionObservation]:
        """One is over; where only the record ends, nothing is amiss."""
        session = self._sessions.pop(key)
        session.ended = True
        if event.kind in (EventKind.DOWN, EventKind.ABORT):
            for each in session.conversation.ended(event.t):
                yield from _observed(session, event, each)
        yield SessionEnded(event, session, how, by)

    def forget(self, key: str) -> Session | None:
        """Follow one no longer; the session, if it was known who is who."""
        self._held.pop(key, None)
        return self._sessions.pop(key, None)

    def _give_up(self, key: str) -> None:
        self.ignored += sum(event.kind is EventKind.OCTETS for event in self._held.pop(key).events)

    def _settle(self, key: str, held: Held, shown: Shown, told: bool) -> Iterator[SessionObservation]:
        self._held.pop(key, None)
        began = held.up or held.events[0]
        first, second = OneEnd(began.source or "?"), OneEnd(began.target or "?")
        if shown[0] not in (first.name, second.name):
            first, second = OneEnd(shown[0] or "?"), first
        for end in (first, second):
            end.role = shown[1] if end.name == shown[0] else shown[1].other
        session = Session(key, first, second, began, Conversation(whole=held.whole, framed=held.framed), told)
        self._sessions[key] = session
        yield SessionBegan(began, session)
        for event in held.events:
            if event.kind is EventKind.OCTETS:
                yield from _hear(session, event)
            else:
                _miss(session, event)


def _hear(session: Session, event: Event) -> Iterator[SessionObservation]:
    side = session.side(session.end(event.source))
    session.heard.add(side)
    if event.injected:
        session.tampered.add(side)
    for each in session.conversation.heard(side, event.octets or b"", event.t):
        yield from _observed(session, event, each)


def _miss(session: Session, event: Event) -> None:
    names = {end.name for end in session.ends}
    for end in session.ends:
        if event.source == end.name or event.source not in names:
            session.conversation.missed(session.side(end))


def _observed(session: Session, event: Event, found: NetconfEvent) -> Iterator[SessionObservation]:
    if isinstance(found, Breach):
        one_sided = found.kind in _BY_BOTH and len(session.heard) < len(Side)
        # What is open, and may come of what the harness injected, is no news.
        if not one_sided and not (found.open and session.tampered):
            yield NetconfBreachObserved(event, session, found, _blame(session, found))
    elif isinstance(found, _SAID):
        sender = next(end for end in session.ends if session.side(end) is found.sender)
        session.messages += 1
        session.decoded += not isinstance(found, UnreadableHeard)
        sender.messages += 1
        yield NetconfMessageObserved(event, session, sender, found, label(found))


def _blame(session: Session, breach: Breach) -> Role | Literal["harness"] | None:
    """Whose octets show it; nobody where the text leaves it open, or nothing but itself tells the two sides apart."""
    if breach.open or (breach.kind is BreachKind.WRONG_SIDE and not session.told):
        return None
    return "harness" if breach.by in session.tampered else ROLES[breach.by]
