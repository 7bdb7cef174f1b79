"""The managed element as an actor: sessions come and go, requests are answered, timers run off."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import (
    Answer,
    Command,
    Connect,
    End,
    Happening,
    Heard,
    Over,
    Refused,
    Stimulus,
    Up,
)
from oran_harness.peers.o1_provider import supervision
from oran_harness.peers.o1_provider.alarms import CLEAR, RAISE, stimulated
from oran_harness.peers.o1_provider.answering import answer, answer_unreadable
from oran_harness.peers.o1_provider.config import ProviderConfig
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.happened import session_end, session_start
from oran_harness.peers.o1_provider.operations.committing import session_over
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.carriers import CARRIERS, has_frames
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.events import Breach, HelloHeard, NetconfEvent, RpcHeard, UnreadableHeard
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.speaking import hello

_HOME = "home"


class O1Provider:
    """One managed element (an O1 MnS producer, or an O-RU). Nothing that a manager sends makes it raise."""

    role = Role.O1_PROVIDER

    def __init__(self, config: ProviderConfig) -> None:
        self._config = config
        self._managed = ManagedElement(config)
        self._managed.kill = self._kill
        self._by_association: dict[str, Session] = {}
        self._last = 0

    @property
    def managed(self) -> ManagedElement:
        """What it manages, to look at."""
        return self._managed

    @property
    def wakes_at(self) -> float | None:
        """When the next timer runs off."""
        return self._managed.timers.next

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """Begin with what the provider before this one has stored."""
        self._config = replace(self._config, stored={**self._config.stored, **stored})
        self._managed = ManagedElement(self._config)
        self._managed.kill = self._kill

    def begin(self, now: float) -> Sequence[Command]:
        """Call home, if it is to."""
        self._managed.began = now
        if self._config.connects:
            self._managed.commands.append(Connect(_HOME))
        return self._managed.take_commands()

    def wake(self, now: float) -> Sequence[Command]:
        """What is due now."""
        self._managed.timers.run(now)
        return self._managed.take_commands()

    def set_clock(self, epoch: float) -> None:
        """The time of day is another one; what runs off does so by the monotonic clock, as before."""
        self._managed.epoch = epoch

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        match happening:
            case Up():
                self._up(happening, now)
            case Heard(association, octets):
                session = self._by_association.get(association)
                if session is not None:
                    self._heard(session, octets, now)
            case Over(association):
                session = self._by_association.pop(association, None)
                if session is not None:
                    self._end(session, now)
                self._call_again(association, now)
            case Refused(association):
                self._call_again(association, now)
            case Stimulus(ticket, name, arguments) if name in (RAISE, CLEAR):
                told = stimulated(self._managed, name, arguments, now)
                status = "failed" if told is None else "done"
                self._managed.commands.append(Answer(ticket, status, told or {"reason": "there is no such alarm"}))
            case Stimulus(ticket):
                self._managed.commands.append(Answer(ticket, "unsupported"))
        return self._managed.take_commands()

    def _up(self, up: Up, now: float) -> None:
        if not up.user.isprintable():
            # A certificate may name anybody; who cannot be told of is not served.
            self._managed.commands.append(End(up.association))
            return
        self._last += 1
        met_at = up.local or up.remote
        host = (up.remote or "").partition("://")[2].rpartition("@")[2].rpartition(":")[0]
        session = Session(
            number=self._last,
            association=up.association,
            user=up.user,
            remote=host.strip("[]"),
            transport=CARRIERS.get((met_at or "").partition("://")[0], "netconf-ssh"),
            began=now,
            conversation=Conversation(largest=self._config.largest, paired=False, framed=has_frames(met_at)),
        )
        self._by_association[up.association] = session
        said = self._managed.manner.greets(session, hello(self._managed.capabilities, session.number))
        self._managed.commands += session.say_hello(said, now)
        within = now + self._config.hello_within
        self._managed.timers.set(within, lambda then: None if session.open else self._refuse(session, then))

    def _heard(self, session: Session, octets: bytes, now: float) -> None:
        kinds: list[BreachKind] = []
        for event in session.conversation.heard(Side.CLIENT, octets, now):
            if session.over:
                return
            if isinstance(event, Breach):
                kinds.append(event.kind)
            self._take(session, event, kinds, now)
            if not isinstance(event, Breach):
                kinds = []

    def _take(self, session: Session, event: NetconfEvent, kinds: list[BreachKind], now: float) -> None:
        match event:
            case Breach(kind=BreachKind.OVERSIZE):
                answer_unreadable(self._managed, session, BreachKind.OVERSIZE)
                self._kill(session, now)
            case Breach(kind=kind) if kind.fatal or kind in _BAD_FRAMES:
                self._kill(session, now)
            case HelloHeard():
                if session.open or session.conversation.version is None or set(kinds) & _BAD_HELLOS:
                    self._refuse(session, now)
                else:
                    self._open(session, now)
            case RpcHeard() | UnreadableHeard() if not session.open:
                self._refuse(session, now)
            case RpcHeard(rpc=rpc):
                self._answer(session, rpc, set(kinds), now)
                if session.ends_by == "closed":
                    self._kill(session, now)
            case UnreadableHeard():
                answer_unreadable(self._managed, session, kinds[-1] if kinds else BreachKind.NOT_WELL_FORMED)

    def _answer(self, session: Session, rpc: Rpc, kinds: set[BreachKind], now: float) -> None:
        taken = self._managed.manner.asked(session, rpc, now)
        if isinstance(taken, bytes):
            self._managed.reply(session, rpc, taken)
        elif taken is not None:
            answer(self._managed, session, taken, kinds, now)

    def _open(self, session: Session, now: float) -> None:
        session.open = True
        self._managed.sessions[session.number] = session
        self._managed.counters["in-sessions"] += 1
        self._managed.tell(session_start(session), now)

    def _refuse(self, session: Session, now: float) -> None:
        """A client that says no proper hello is sent away (RFC 6241 8.1)."""
        if not session.over:
            self._managed.counters["in-bad-hellos"] += 1
            session.ends_by = "bad-hello"
            self._kill(session, now)

    def _kill(self, session: Session, now: float) -> None:
        """End a session from our side."""
        if not session.over:
            if self._managed.manner.ends(session):
                self._managed.commands.append(End(session.association))
            self._end(session, now)

    def _end(self, session: Session, now: float) -> None:
        """A session is over: what it held is free again (RFC 6241 7.5, 7.9)."""
        if session.over:
            return
        session.over = True
        managed = self._managed
        supervision.end(managed, session)
        for subscription in session.subscriptions.values():
            if subscription.timer is not None:
                managed.timers.cancel(subscription.timer)
        session.subscriptions.clear()
        if managed.sessions.pop(session.number, None) is None:
            return
        if session.ends_by == "dropped":
            managed.counters["dropped-sessions"] += 1
        if "candidate" in managed.locks.release(session.number):
            managed.datastores.discard()
        session_over(managed, session, now)
        managed.tell(session_end(session), now)

    def _call_again(self, association: str, now: float) -> None:
        if association == _HOME and self._config.connects:
            when = now + self._config.reconnect_after
            self._managed.timers.set(when, lambda then: self._managed.commands.append(Connect(_HOME)))


_BAD_HELLOS = {BreachKind.SESSION_ID_FROM_CLIENT, BreachKind.NO_CAPABILITIES, BreachKind.WRONG_NAMESPACE}
_BAD_FRAMES = {
    BreachKind.CHUNK_SIZE_ZERO,
    BreachKind.CHUNK_SIZE_LEADING_ZERO,
    BreachKind.NO_OCTETS,
    BreachKind.STRAY_OCTETS,
    BreachKind.NOT_IN_CHUNKS,
    BreachKind.CHUNKS_NOT_AGREED,
    BreachKind.HELLO_IN_CHUNKS,
}
"""What could be read all the same, but a session has to end for it (RFC 6242 4.2)."""
