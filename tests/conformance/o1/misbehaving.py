"""A managed element that misbehaves in one way: ours, with something done to what it hears or says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from oran_harness.codec.xml import Element, local_name, parse, write
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.model import Role
from oran_harness.peers.actor import Command, Connect, End, Happening, Heard, Say, Up
from oran_harness.protocols.netconf import (
    BASE,
    Breach,
    Conversation,
    Framing,
    HelloHeard,
    Rpc,
    RpcHeard,
    Side,
    UnreadableHeard,
    frame,
    speaking,
)
from tests.conformance.o1.performing import provider

OK = f'<ok xmlns="{BASE}"/>'
DATA = f'<data xmlns="{BASE}"/>'
Messages = bytes | list[bytes] | None
"""What is said instead: a message, several, or none."""


@dataclass
class Misbehaviour:
    """What is done.

    ``says`` gives the messages instead of one, which answers a request or is a hello (None). ``tells`` gives the
    notifications instead of one, each with the session that it is for. ``asks`` changes a request before the element
    reads it, or takes it away (b""). ``hears`` changes octets before anybody reads them. ``frames`` puts messages in
    frames. ``meets`` takes happenings away. ``ends`` tells whether sessions are ended, ``greets`` whether the hello is
    said before the manager's has come, ``keeps`` whether anything is kept over a restart, ``calls`` whether it calls
    home a second time.
    """

    says: Callable[["MisbehavingProvider", bytes, Rpc | None], Messages] | None = None
    tells: Callable[["MisbehavingProvider", str, bytes], list[tuple[str, bytes]]] | None = None
    asks: Callable[["MisbehavingProvider", Rpc], bytes] | None = None
    hears: Callable[["MisbehavingProvider", Heard], Sequence[Command] | Heard | None] | None = None
    frames: Callable[[bytes, Framing], bytes] = frame
    meets: Callable[["MisbehavingProvider", Happening], bool] | None = None
    ends: bool = True
    greets: bool = True
    keeps: bool = True
    calls: bool = True


@dataclass
class _Session:
    """What the wrapper knows of a session: the requests that have no reply, and how it is spoken to."""

    conversation: Conversation = field(default_factory=Conversation)
    asked: list[Rpc | None] = field(default_factory=list)
    held: list[Say] = field(default_factory=list)


class MisbehavingProvider:
    """Our element under a misbehaviour."""

    role = Role.O1_PROVIDER

    def __init__(self, misbehaviour: Misbehaviour, *, connects: bool = False) -> None:
        self.misbehaviour = misbehaviour
        self.inner = provider(connects=connects)
        self.sessions: dict[str, _Session] = {}
        self.counts: dict[str, int] = {}
        self.kept: list[bytes] = []

    @property
    def wakes_at(self) -> float | None:
        return self.inner.wakes_at

    def begin(self, now: float) -> Sequence[Command]:
        return self.spoilt(self.inner.begin(now), now)

    def wake(self, now: float) -> Sequence[Command]:
        return self.spoilt(self.inner.wake(now), now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        done = self.misbehaviour
        if done.meets is not None and done.meets(self, happening):
            return ()
        if isinstance(happening, Up):
            self.sessions[happening.association] = _Session()
        if isinstance(happening, Heard) and happening.association not in self.sessions:
            return ()
        if not isinstance(happening, Heard):
            return self.spoilt(self.inner.handle(happening, now), now)
        instead = done.hears(self, happening) if done.hears is not None else None
        if isinstance(instead, Heard):
            happening = instead
        elif instead is not None:
            return instead
        return self.spoilt(self._hear(happening, now), now)

    def _hear(self, heard: Heard, now: float) -> list[Command]:
        """Let the element hear it; request by request, as changed, where requests are changed."""
        session = self.sessions[heard.association]
        conversation, asks = session.conversation, self.misbehaviour.asks
        commands: list[Command] = []
        if not self.misbehaviour.greets and conversation.hello(Side.CLIENT) is None:
            commands += session.held
            session.held = []
        events = conversation.heard(Side.CLIENT, heard.octets, now)
        for event in events:
            if isinstance(event, RpcHeard):
                session.asked.append(event.rpc)
            elif isinstance(event, UnreadableHeard):
                session.asked.append(None)
        broken = any(isinstance(event, Breach | HelloHeard | UnreadableHeard) for event in events)
        if asks is None or broken:
            return [*commands, *self.inner.handle(heard, now)]
        for event in events:
            if isinstance(event, RpcHeard):
                message = asks(self, event.rpc)
                if not message:
                    session.asked.remove(event.rpc)
                    continue
                again = Heard(heard.association, frame(message, conversation.framing))
                commands += self.inner.handle(again, now)
        return commands

    def spoilt(self, commands: Sequence[Command], now: float) -> list[Command]:
        told: list[Command] = []
        for command in commands:
            match command:
                case Say():
                    told += self._say(command, now)
                case End() if not self.misbehaviour.ends:
                    continue
                case Connect() if not self.misbehaviour.calls and self.count("call") > 1:
                    continue
                case _:
                    told.append(command)
        return told

    def _say(self, say: Say, now: float) -> list[Command]:
        session = self.sessions[say.association]
        conversation, done = session.conversation, self.misbehaviour
        octets = say.octets
        framing = Framing.CHUNKED if octets.startswith(b"\n#") else Framing.END_OF_MESSAGE
        message = body(octets)
        is_hello = conversation.hello(Side.SERVER) is None
        if is_hello:
            conversation.heard(Side.SERVER, octets, now)
        elif local_name(parse(message).tag) == "notification":
            return self._tell(say, message)
        request = None if is_hello or not session.asked else session.asked.pop(0)
        instead: Messages = message if done.says is None else done.says(self, message, request)
        messages = [instead] if isinstance(instead, bytes) else instead or []
        said: list[Command] = [Say(say.association, done.frames(each, framing)) for each in messages]
        if is_hello and not done.greets:
            session.held = [each for each in said if isinstance(each, Say)]
            return []
        return said

    def _tell(self, say: Say, message: bytes) -> list[Command]:
        """A notification, or what is told instead."""
        if self.misbehaviour.tells is None:
            return [say]
        told = self.misbehaviour.tells(self, say.association, message)
        return [Say(name, frame(each, self.sessions[name].conversation.framing)) for name, each in told]

    def restore(self, stored: Mapping[str, bytes]) -> None:
        self.count("restored")
        if self.misbehaviour.keeps:
            self.inner.restore(stored)

    def count(self, name: str) -> int:
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]


def mistold(edit: Callable[[bytes], bytes | None], name: bytes = b"") -> Misbehaviour:
    """Notifications with these octets in them are told otherwise, or not at all."""

    def tells(it: MisbehavingProvider, session: str, message: bytes) -> list[tuple[str, bytes]]:
        instead = edit(message) if name in message else message
        return [] if instead is None else [(session, instead)]

    return Misbehaviour(tells=tells)


def untold(name: bytes) -> Misbehaviour:
    """Notifications with these octets in them are not told."""
    return mistold(lambda message: None, name)


def body(octets: bytes) -> bytes:
    """A message without its frame, in one or the other framing."""
    if not octets.startswith(b"\n#"):
        return octets.removesuffix(b"]]>]]>")
    message, at = b"", 0
    while not octets.startswith(b"\n##\n", at):
        end = octets.index(b"\n", at + 1)
        size = int(octets[at + 2 : end])
        message += octets[end + 1 : end + 1 + size]
        at = end + 1 + size
    return message


def edited(edit: Callable[[Element, Rpc], None], *of: str) -> Misbehaviour:
    """Replies to requests of these names (of all, if there are none) are edited."""

    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
        if request is None or (of and request.name not in of):
            return message
        root = parse(message)
        edit(root, request)
        return write(root)

    return Misbehaviour(says)


def greeting(edit: Callable[[Element], None]) -> Misbehaviour:
    """The hello is edited."""

    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
        root = parse(message)
        if local_name(root.tag) != "hello":
            return message
        edit(root)
        return write(root)

    return Misbehaviour(says)


def replaced(content: str, *of: str) -> Misbehaviour:
    """What is in the replies to requests of these names is something else."""

    def edit(root: Element, request: Rpc) -> None:
        for child in list(root):
            root.remove(child)
        root.append(etree.fromstring(content))

    return edited(edit, *of)


def without(path: str, *of: str) -> Misbehaviour:
    """Elements at a path (any namespace) are missing in replies."""

    def edit(root: Element, request: Rpc) -> None:
        for each in root.findall(path):
            each.getparent().remove(each)

    return edited(edit, *of)


def retold(old: bytes, new: bytes, *of: str) -> Misbehaviour:
    """Octets in replies to requests of these names are others."""

    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
        return message if request is None or (of and request.name not in of) else message.replace(old, new)

    return Misbehaviour(says)


def misunderstood(pattern: bytes, instead: bytes, *of: str) -> Misbehaviour:
    """The element understands something else than it was asked; ``pattern`` is a regular expression."""

    def asks(it: MisbehavingProvider, rpc: Rpc) -> bytes:
        return rpc.octets if of and rpc.name not in of else re.sub(pattern, instead, rpc.octets)

    return Misbehaviour(asks=asks)


def without_effect(name: str) -> Misbehaviour:
    """A request is answered with ok, and nothing is done."""

    def asks(it: MisbehavingProvider, rpc: Rpc) -> bytes:
        return speaking.rpc(NOTHING, rpc.message_id or "") if rpc.name == name else rpc.octets

    return replace(replaced(OK, name), asks=asks)


def deaf_to(what: bytes) -> Misbehaviour:
    """Octets with these in them are not heard."""
    return Misbehaviour(hears=lambda _, heard: () if what in heard.octets else None)


def mistaking(old: bytes, new: bytes) -> Misbehaviour:
    """Octets are heard as others."""
    return Misbehaviour(hears=lambda _, heard: replace(heard, octets=heard.octets.replace(old, new)))


def jammed_by(what: Callable[[Happening], bool]) -> Misbehaviour:
    """After something has happened, nothing is heard any more."""

    def meets(it: MisbehavingProvider, happening: Happening) -> bool:
        return bool(it.counts) or (what(happening) and bool(it.count("jam")))

    return Misbehaviour(meets=meets)
