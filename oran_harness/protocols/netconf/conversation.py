"""One NETCONF session followed from outside, both directions of it: octets in, events out."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.codec.xml import DEEPEST, LARGEST, XmlError, XmlErrorKind, parse
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_1, common_version
from oran_harness.protocols.netconf.events import (
    Breach,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    RpcHeard,
    SessionClosed,
    SessionKilled,
    UnreadableHeard,
)
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.framing import Deframer, Framed, Framing, WholeMessages
from oran_harness.protocols.netconf.messages import Hello, Message, Notification, Rpc, RpcReply
from oran_harness.protocols.netconf.pairing import Pairing
from oran_harness.protocols.netconf.reading import read_message, shown
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.states import TRANSITIONS, Happening, State

_XML_BREACHES = {
    XmlErrorKind.TOO_LARGE: BreachKind.OVERSIZE,
    XmlErrorKind.TOO_MUCH: BreachKind.TOO_MUCH,
    XmlErrorKind.TOO_DEEP: BreachKind.TOO_DEEP,
    XmlErrorKind.NOT_UTF_8: BreachKind.NOT_UTF_8,
    XmlErrorKind.DOCUMENT_TYPE: BreachKind.DOCUMENT_TYPE,
    XmlErrorKind.NOT_WELL_FORMED: BreachKind.NOT_WELL_FORMED,
}
_XML_EXPECTED = {
    BreachKind.NOT_UTF_8: "UTF-8",
    BreachKind.DOCUMENT_TYPE: "no document type declaration",
    BreachKind.NOT_WELL_FORMED: "well-formed XML",
}
_ONCE = frozenset(
    {
        BreachKind.NO_HELLO,
        BreachKind.BEFORE_OTHER_HELLO,
        BreachKind.AFTER_CLOSE,
        BreachKind.WENT_ON_WITHOUT_COMMON_BASE,
        BreachKind.NOT_IN_CHUNKS,
        BreachKind.CHUNKS_NOT_AGREED,
        BreachKind.NOT_SUBSCRIBED,
    }
)
"""What goes on once it has begun is told once of each side."""
_REQUESTS_KEPT = 4
"""Requests without reply that are kept, in messages of the largest size."""


class Conversation:
    """A session, judged alike whoever is who: the harness may be either side, or stand between the two.

    ``largest`` is in octets of one message, ``deepest`` in elements within each other: what is larger or deeper is a
    breach that accuses nobody, and after a larger one nothing more is read of its sender. Nothing that is heard raises.
    ``paired`` is False for who answers the requests himself and lets only hellos of his own be heard: then no request
    is kept until its reply. ``framed`` is False where the transport keeps messages apart: what is heard at a time is
    one message, whole, whatever the hellos name. ``whole`` is False for a session whose beginning may be unknown: see
    ``missed``.
    """

    def __init__(
        self,
        *,
        largest: int = LARGEST,
        deepest: int = DEEPEST,
        paired: bool = True,
        framed: bool = True,
        whole: bool = True,
    ) -> None:
        self.state = State.NEW
        self._largest = largest
        self._deepest = deepest
        self._framed = framed
        self._deframers = {side: Deframer(largest) if framed else WholeMessages(largest) for side in Side}
        self._hellos: dict[Side, Hello] = {}
        self._messages = dict.fromkeys(Side, 0)
        self._pairing = Pairing(_REQUESTS_KEPT * largest)
        self._paired = paired
        self._requests = 0
        self._closed_by: int | None = None
        """Which request asked to close the session."""
        self._owed_until: int | None = None
        """The last request before the client's framing was wrong; None while it never was."""
        self._agreed: Framing | None = None
        self._told: set[tuple[Side, BreachKind]] = set()
        self._doubtful: set[Side] = set()
        """The sides of which nothing was understood since octets of theirs went unseen."""
        self._seen_all = True
        for side in Side if not whole else ():
            self.missed(side)

    @property
    def framing(self) -> Framing:
        """The framing of what is said next; where there is any, that of a hello is end-of-message (RFC 6242 4.1)."""
        if not self._framed:
            return Framing.NONE
        return self._agreed or Framing.END_OF_MESSAGE

    @property
    def version(self) -> str | None:
        """The version of the base protocol that both hellos name, None if there is none yet or none at all."""
        if len(self._hellos) < len(Side):
            return None
        return common_version(*(hello.capabilities.uris for hello in self._hellos.values()))

    @property
    def session_id(self) -> int | None:
        """The number that the server's hello gave the session."""
        hello = self._hellos.get(Side.SERVER)
        return None if hello is None else hello.session_id

    @property
    def waiting(self) -> tuple[Rpc, ...]:
        """The requests without reply, oldest first."""
        return self._pairing.waiting

    def hello(self, side: Side) -> Hello | None:
        """A side's hello, once it was heard."""
        return self._hellos.get(side)

    def lost(self, side: Side) -> bool:
        """Whether nothing more of a side can be read: its octets are no frames, or its message was too large."""
        return self._deframers[side].over

    def missed(self, side: Side) -> None:
        """Note that octets of a side may be lacking before what it says next.

        What they may explain is held against nobody: nothing is until a message of that side could be read again, and
        replies without a known request, or messages without a hello before them, never are.
        """
        if self._framed:
            self._deframers[side] = Deframer(self._largest, within=True)
            self._deframers[side].expected = self.framing
        self._doubtful.add(side)
        self._seen_all = False
        self._pairing.forget()
        if self.state is not State.APART:
            self.state = State.UNKNOWN

    def heard(self, sender: Side, octets: bytes, now: float) -> Sequence[NetconfEvent]:
        """What the next octets of a side mean. ``now`` is in seconds, and never goes back."""
        events: list[NetconfEvent] = []
        for found in self._deframers[sender].feed(octets):
            if isinstance(found, Framed):
                self._messages[sender] += 1
                self._message(sender, found, now, events)
                continue
            if sender in self._doubtful:
                if found.kind.fatal:
                    self.missed(sender)
                    break
                continue
            self._breach(sender, Flaw(found.kind, found.expected, found.actual), now, events, ahead=True)
            if found.kind.fatal:
                self._turn(sender, Happening.FRAMING_LOST, now, events)
            self._misframed(sender)
        return events

    def ended(self, now: float) -> Sequence[NetconfEvent]:
        """What is left unsaid when the transport has ended."""
        events: list[NetconfEvent] = []
        for side, deframer in self._deframers.items():
            if deframer.unfinished and side not in self._doubtful:
                flaw = Flaw(BreachKind.CUT_OFF, "the end of the message", f"{deframer.unfinished} octets without it")
                self._breach(side, flaw, now, events, ahead=True)
        for rpc in self._pairing.waiting:
            if self._closed_by is not None and rpc.n > self._closed_by:
                continue  # what is asked behind close-session is ignored (RFC 6241 7.8)
            if self._owed_until is not None and rpc.n > self._owed_until:
                continue  # a session whose framing is wrong is ended (RFC 6242 4.2)
            name = f"{rpc.name or 'the request'} with message-id {shown(rpc.message_id or 'none')}"
            self._breach(Side.SERVER, Flaw(BreachKind.UNANSWERED, f"a reply to {name}", "none"), now, events)
        return events

    def _message(self, sender: Side, framed: Framed, now: float, events: list[NetconfEvent]) -> None:
        try:
            element = parse(framed.octets.lstrip(), largest=self._largest, deepest=self._deepest)
        except XmlError as error:
            if sender in self._doubtful:
                return
            kind = _XML_BREACHES[error.kind]
            flaw = Flaw(kind, _XML_EXPECTED.get(kind, "what is read"), f"{shown(str(error).rstrip('.'))}")
            self._unreadable(sender, framed, flaw, error, now, events)
            return
        read = read_message(element, framed.octets, sender)
        if isinstance(read, Flaw):
            if sender in self._doubtful:
                return
            self._unreadable(sender, framed, read, None, now, events)
            return
        self._doubtful.discard(sender)
        message, flaws = read
        self._judge_framing(sender, framed, isinstance(message, Hello), now, events)
        for flaw in flaws:
            self._breach(sender, flaw, now, events)
        known = all(flaw.kind is not BreachKind.WRONG_NAMESPACE for flaw in flaws)
        self._take(sender, message, known, now, events)

    def _unreadable(
        self, sender: Side, framed: Framed, flaw: Flaw, error: XmlError | None, now: float, events: list[NetconfEvent]
    ) -> None:
        self._judge_framing(sender, framed, False, now, events)
        self._breach(sender, flaw, now, events)
        if sender is Side.CLIENT:
            self._pairing.asked_unreadably()
        events.append(UnreadableHeard(now, sender, framed.octets, error))

    def _judge_framing(
        self, sender: Side, framed: Framed, is_hello: bool, now: float, events: list[NetconfEvent]
    ) -> None:
        if is_hello:
            if framed.framing is Framing.CHUNKED:
                self._breach(sender, Flaw(BreachKind.HELLO_IN_CHUNKS, "]]>]]> after the hello", "chunks"), now, events)
        elif self._agreed is not None and framed.framing is not self._agreed:
            chunked = self._agreed is Framing.CHUNKED
            kind = BreachKind.NOT_IN_CHUNKS if chunked else BreachKind.CHUNKS_NOT_AGREED
            self._breach(sender, Flaw(kind, self._agreed.value, framed.framing.value), now, events)
            self._misframed(sender)

    def _misframed(self, sender: Side) -> None:
        """Who is sent no proper frame may refuse without a message-id, or end the session (RFC 6242 4.2)."""
        if sender is Side.CLIENT:
            self._pairing.lost_sight()
            if self._owed_until is None:
                self._owed_until = self._requests

    def _take(self, sender: Side, message: Message, known: bool, now: float, events: list[NetconfEvent]) -> None:
        match message:
            case Hello():
                self._hello(sender, message, now, events)
            case Rpc():
                self._rpc(sender, message, known, now, events)
            case RpcReply():
                self._reply(sender, message, now, events)
            case Notification():
                if self._from(Side.SERVER, sender, "a notification", now, events):
                    self._turn(sender, Happening.NOTIFICATION, now, events)
                    if not self._requests and self._seen_all:
                        flaw = Flaw(BreachKind.NOT_SUBSCRIBED, "a request for notifications before", "none")
                        self._breach(sender, flaw, now, events)
                events.append(NotificationHeard(now, sender, message))

    def _hello(self, sender: Side, hello: Hello, now: float, events: list[NetconfEvent]) -> None:
        happening = Happening.CLIENT_HELLO if sender is Side.CLIENT else Happening.SERVER_HELLO
        if sender not in self._hellos:
            self._hellos[sender] = hello
            if len(self._hellos) == len(Side):
                happening = self._agree(happening)
        self._turn(sender, happening, now, events)
        events.append(HelloHeard(now, sender, hello))

    def _agree(self, happening: Happening) -> Happening:
        version = self.version
        if version is None:
            return Happening.HELLO_APART
        if not self._framed:
            return happening
        self._agreed = Framing.CHUNKED if version == BASE_1_1 else Framing.END_OF_MESSAGE
        for deframer in self._deframers.values():
            deframer.expected = self._agreed
        return happening

    def _rpc(self, sender: Side, rpc: Rpc, known: bool, now: float, events: list[NetconfEvent]) -> None:
        if self._from(Side.CLIENT, sender, "an rpc", now, events):
            self._requests += 1
            rpc = replace(rpc, n=self._requests)
            if rpc.asks("close-session") and self._closed_by is None:
                self._closed_by = rpc.n
            self._turn(sender, Happening.CLOSE_SESSION if rpc.asks("close-session") else Happening.RPC, now, events)
            if not known:
                # What is in another namespace is no rpc, and need not be answered as one (RFC 6241 3.1).
                self._pairing.asked_unreadably()
            elif self._paired:
                for flaw in self._pairing.asked(rpc, now):
                    self._breach(sender, flaw, now, events)
        events.append(RpcHeard(now, sender, rpc))

    def _reply(self, sender: Side, reply: RpcReply, now: float, events: list[NetconfEvent]) -> None:
        if not self._from(Side.SERVER, sender, "an rpc-reply", now, events):
            events.append(ReplyHeard(now, sender, reply, None, None))
            return
        answered = self._pairing.answered(reply, now)
        request = answered.request
        happening = Happening.REPLY
        if request is not None and request.asks("close-session"):
            happening = Happening.CLOSE_REFUSED if reply.refused else Happening.CLOSE_AGREED
            if reply.refused:
                self._closed_by = None
        self._turn(sender, happening, now, events)
        for flaw in answered.flaws:
            self._breach(sender, flaw, now, events)
        self._judge_tags(sender, reply, now, events)
        events.append(ReplyHeard(now, sender, reply, request, answered.latency))
        if request is None or reply.refused:
            return
        if request.asks("close-session"):
            events.append(SessionClosed(now, request))
        elif request.asks("kill-session") and request.operation is not None:
            named = request.operation.findtext("{*}session-id") or ""
            events.append(SessionKilled(now, request, named.strip()))

    def _judge_tags(self, sender: Side, reply: RpcReply, now: float, events: list[NetconfEvent]) -> None:
        client = self._hellos.get(Side.CLIENT)
        if not reply.errors or client is None or BASE_1_1 in client.capabilities:
            return
        if any(error.tag == "malformed-message" for error in reply.errors):
            flaw = Flaw(BreachKind.MALFORMED_MESSAGE_TO_OLD_CLIENT, "another error-tag", "malformed-message")
            self._breach(sender, flaw, now, events)

    def _from(self, right: Side, sender: Side, what: str, now: float, events: list[NetconfEvent]) -> bool:
        if sender is right:
            return True
        flaw = Flaw(BreachKind.WRONG_SIDE, f"{what} from the {right} only", f"{what} from the {sender}")
        self._breach(sender, flaw, now, events)
        return False

    def _turn(self, sender: Side, happening: Happening, now: float, events: list[NetconfEvent]) -> None:
        before = self.state
        self.state, kind = TRANSITIONS[before, happening]
        if kind is not None:
            expected, actual = f"nothing of that kind while {before.value}", happening.value
            if kind is BreachKind.NO_HELLO:
                expected = "a hello"
            elif kind is BreachKind.NO_COMMON_BASE:
                named = (sorted(hello.capabilities.versions) for hello in self._hellos.values())
                expected = "a version that both name"
                actual = shown(" and ".join(", ".join(each) or "none" for each in named))
            self._breach(sender, Flaw(kind, expected, actual), now, events)

    def _breach(self, by: Side, flaw: Flaw, now: float, events: list[NetconfEvent], *, ahead: bool = False) -> None:
        if flaw.kind in _ONCE:
            if (by, flaw.kind) in self._told:
                return
            self._told.add((by, flaw.kind))
        events.append(Breach(now, by, flaw.kind, flaw.expected, flaw.actual, self._messages[by] + ahead))
