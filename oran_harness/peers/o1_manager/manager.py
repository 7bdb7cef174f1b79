"""The manager as an actor: sessions come and go, elements are asked, supervised, and asked again."""

from collections.abc import Sequence

from oran_harness.codec.xml import local_name, namespace
from oran_harness.model.role import Role
from oran_harness.peers import actor
from oran_harness.peers.actor import Answer, Command, Connect, Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.peers.arguments import Unfit
from oran_harness.peers.o1_manager import operations, stimuli
from oran_harness.peers.o1_manager.config import ManagerConfig
from oran_harness.peers.o1_manager.dialogue import Dialogue, Told, done
from oran_harness.peers.o1_manager.dialogues import CAPABILITY, asked
from oran_harness.peers.o1_manager.session import Session, Watch
from oran_harness.peers.timers import Timers
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.events import (
    Breach,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    UnreadableHeard,
)
from oran_harness.protocols.netconf.messages import Notification
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.speaking import hello

OURS = (BASE_1_0, BASE_1_1)
"""What our hello names."""
_SIGN, _RESET = "supervision-notification", "supervision-watchdog-reset"
_GUARD_SHARE = 0.5
"""The part of the guard time that a sign of life of the element may be late; then ours is given without it."""
_UNREADABLE = (
    BreachKind.CHUNK_SIZE_ZERO,
    BreachKind.CHUNK_SIZE_LEADING_ZERO,
    BreachKind.NO_OCTETS,
    BreachKind.STRAY_OCTETS,
    BreachKind.NOT_IN_CHUNKS,
    BreachKind.CHUNKS_NOT_AGREED,
    BreachKind.HELLO_IN_CHUNKS,
    BreachKind.NO_SESSION_ID,
    BreachKind.BAD_SESSION_ID,
    BreachKind.NO_HELLO,
)
"""What could be read all the same, but a session has to end for it (RFC 6242 4.2; RFC 6241 8.1)."""


class O1Manager:
    """One manager (an O1 MnS consumer, or an O-RU controller). Nothing that an element sends makes it raise."""

    role = Role.O1_MANAGER

    def __init__(self, config: ManagerConfig | None = None) -> None:
        self.config = config or ManagerConfig()
        self.sessions: dict[str, Session] = {}
        """The sessions that are up, by association, oldest first."""
        self._timers = Timers()
        self._commands: list[Command] = []
        self._opened = 0

    @property
    def wakes_at(self) -> float | None:
        """When the next timer runs off."""
        return self._timers.next

    def begin(self, now: float) -> Sequence[Command]:
        """Open a session, if it is ours to."""
        self._connect()
        return self._take()

    def wake(self, now: float) -> Sequence[Command]:
        """What is due now."""
        self._timers.run(now)
        return self._take()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What to do about something that happened."""
        match happening:
            case Up(association):
                self._up(association, now)
            case Heard(association, octets):
                session = self.sessions.get(association)
                if session is not None:
                    self._heard(session, octets, now)
            case Over(association):
                session = self.sessions.get(association)
                if session is not None:
                    self._end(session, "the session ended", now, close=False)
            case Refused():
                self._connect_again(now)
            case Stimulus():
                self._stimulated(happening, now)
        return self._take()

    # Sessions

    def _up(self, association: str, now: float) -> None:
        session = self.sessions[association] = Session(association, Conversation(largest=self.config.largest))
        session.say(hello(OURS), now)
        self._wait(session, self.config.hello_within, "no hello came", now)

    def _heard(self, session: Session, octets: bytes, now: float) -> None:
        for event in session.conversation.heard(Side.SERVER, octets, now):
            if session.over:
                return
            self._take_in(session, event, now)

    def _take_in(self, session: Session, event: NetconfEvent, now: float) -> None:
        match event:
            case Breach(by=Side.SERVER, kind=kind) if kind.fatal or kind in _UNREADABLE:
                self._end(session, kind.meaning, now)
            case UnreadableHeard():
                self._end(session, "a message came that cannot be read", now)
            case HelloHeard() if not session.open:
                self._greeted(session, now)
            case ReplyHeard(request=request, reply=reply) if request is not None:
                session.answered(request.message_id, reply, now)
                self._watch_replies(session, now)
            case NotificationHeard(notification=notification):
                self._told(session, notification, now)

    def _greeted(self, session: Session, now: float) -> None:
        if session.conversation.version is None:
            self._end(session, "the hellos name no version of the protocol in common", now)
            return
        session.open = True
        self._watch_replies(session, now)
        there = session.capabilities
        if self.config.learns and any(each.base == operations.LIBRARY for each in there.all):
            self._ask(session, _learning(session), now)
        if self.config.subscribe is not None and f"{CAPABILITY}notification:1.0" in there:
            self._ask(session, asked(operations.create_subscription(self.config.subscribe)), now)

    def _ask(self, session: Session, dialogue: Dialogue, now: float) -> None:
        """Ask for something that nobody waits for."""
        session.begin(dialogue, lambda told, why: None, now)
        self._watch_replies(session, now)

    def _end(self, session: Session, why: str, now: float, *, close: bool = True) -> None:
        """A session is over; another is opened where that is ours to."""
        if session.over:
            return
        session.over = True
        del self.sessions[session.name]
        self._cancel(session.deadline)
        if session.watch is not None:
            self._cancel(session.watch.timer)
        session.give_up(why)
        self._commands += session.saying
        session.saying.clear()
        if close:
            self._commands.append(actor.End(session.name))
        self._connect_again(now)

    def _connect(self) -> None:
        if self.config.connects:
            self._opened += 1
            self._commands.append(Connect(f"session-{self._opened}"))

    def _connect_again(self, now: float) -> None:
        if self.config.connects:
            self._timers.set(now + self.config.reconnect_after, lambda then: self._connect())

    # Waiting

    def _wait(self, session: Session, seconds: float, why: str, now: float) -> None:
        self._cancel(session.deadline)
        session.deadline = self._timers.set(now + seconds, lambda then: self._end(session, why, then))

    def _watch_replies(self, session: Session, now: float) -> None:
        """A reply has to come in time while one is waited for."""
        if session.over:
            return
        self._cancel(session.deadline)
        session.deadline = None
        if session.busy:
            self._wait(session, self.config.answer_within, "no reply came", now)

    def _cancel(self, timer: int | None) -> None:
        if timer is not None:
            self._timers.cancel(timer)

    def _take(self) -> Sequence[Command]:
        for session in self.sessions.values():
            self._commands += session.saying
            session.saying.clear()
        commands, self._commands = self._commands, []
        return commands

    # Supervision (O-RAN M-plane 6.7, 14.1)

    def _told(self, session: Session, notification: Notification, now: float) -> None:
        content = notification.content
        if content is None or local_name(content.tag) != _SIGN or not session.open:
            return
        if session.watch is None:
            session.watch = Watch(namespace(content.tag))
        self._give_sign(session, session.watch, now)

    def _give_sign(self, session: Session, watch: Watch, now: float) -> None:
        self._cancel(watch.timer)
        config = self.config
        when = now + config.interval + config.guard * _GUARD_SHARE
        watch.timer = self._timers.set(when, lambda then: self._give_sign(session, watch, then))
        self._ask(session, asked(operations.watchdog_reset(watch.namespace, config.interval, config.guard)), now)

    # Stimuli

    def _stimulated(self, stimulus: Stimulus, now: float) -> None:
        ticket = stimulus.ticket
        if stimulus.name not in stimuli.STIMULI:
            self._commands.append(Answer(ticket, "unsupported"))
            return
        session = next((each for each in reversed(self.sessions.values()) if each.open), None)
        try:
            if session is None:
                raise Unfit("no session with an element is open")
            dialogue = stimuli.begin(stimulus.name, stimulus.arguments, session.capabilities)
        except Unfit as unfit:
            self._commands.append(Answer(ticket, unfit.status, {"reason": str(unfit)}))
            return
        waits = stimulus.arguments.get("wait") is True

        def end(told: Told | None, why: str) -> None:
            if waits:
                refused = told is None
                self._commands.append(
                    Answer(ticket, "failed" if refused else "done", {"reason": why} if told is None else told)
                )
            if told is not None and stimulus.name == stimuli.CLOSE:
                self._end(session, "we have left", now)

        session.begin(dialogue, end, now)
        self._watch_replies(session, now)
        if not waits:
            self._commands.append(Answer(ticket, "done"))


def _learning(session: Session) -> Dialogue:
    """Read which modules an element has; one that does not tell has none that we know."""
    reply = yield from done(operations.library())
    names = (name for each in reply.content for name in each.iterfind(".//{*}module/{*}name"))
    session.modules = tuple(name.text or "" for name in names)
    return {"modules": list(session.modules)}
