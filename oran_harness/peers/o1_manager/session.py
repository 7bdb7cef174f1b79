"""One NETCONF session of the manager."""

from collections.abc import Callable
from dataclasses import dataclass, field

from oran_harness.codec.xml import Element
from oran_harness.peers.actor import Say
from oran_harness.peers.o1_manager.dialogue import Declined, Dialogue, Told
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.framing import frame
from oran_harness.protocols.netconf.messages import RpcReply
from oran_harness.protocols.netconf.side import Side

_PIECE = 1024 * 1024
"""Octets that are handed to the transport in one piece."""
End = Callable[[Told | None, str], None]
"""Is told what came of a dialogue, or None and why nothing did."""


@dataclass(eq=False)
class Talk:
    """A dialogue under way, and who is told of its end."""

    dialogue: Dialogue
    end: End


@dataclass(eq=False)
class Watch:
    """The watchdog of an element (O-RAN M-plane 6.7): its namespace, and the timer of the next sign of life of ours."""

    namespace: str
    timer: int | None = None


@dataclass(eq=False)
class Session:
    """One session: ``open`` once hellos are exchanged. ``deadline`` is the timer that gives it up."""

    name: str
    conversation: Conversation
    open: bool = False
    over: bool = False
    deadline: int | None = None
    watch: Watch | None = None
    modules: tuple[str, ...] = ()
    """The YANG modules that its element has, once it told so."""
    saying: list[Say] = field(default_factory=list)
    _last: int = 0
    _waiting: dict[str, Talk] = field(default_factory=dict)

    @property
    def capabilities(self) -> Capabilities:
        """What the element's hello names."""
        hello = self.conversation.hello(Side.SERVER)
        return Capabilities(()) if hello is None else hello.capabilities

    @property
    def busy(self) -> bool:
        """Whether a reply is waited for."""
        return bool(self._waiting)

    def say(self, message: bytes, now: float) -> None:
        """Send a message."""
        octets = frame(message, self.conversation.framing)
        self.conversation.heard(Side.CLIENT, octets, now)
        self.saying += [Say(self.name, octets[at : at + _PIECE]) for at in range(0, len(octets), _PIECE)]

    def begin(self, dialogue: Dialogue, end: End, now: float) -> None:
        """Begin a dialogue."""
        self._go(Talk(dialogue, end), None, now)

    def answered(self, message_id: str | None, reply: RpcReply, now: float) -> None:
        """Go on with the dialogue that a reply is for; one that nobody waits for is nothing to us."""
        talk = self._waiting.pop(message_id or "", None)
        if talk is not None:
            self._go(talk, reply, now)

    def give_up(self, why: str) -> None:
        """End all dialogues: no reply will come."""
        waiting, self._waiting = self._waiting, {}
        for talk in waiting.values():
            talk.dialogue.close()
            talk.end(None, why)

    def _go(self, talk: Talk, reply: RpcReply | None, now: float) -> None:
        try:
            operation = next(talk.dialogue) if reply is None else talk.dialogue.send(reply)
        except StopIteration as ended:
            talk.end(ended.value, "")
        except Declined as declined:
            talk.end(None, str(declined))
        else:
            self._ask(operation, talk, now)

    def _ask(self, operation: Element, talk: Talk, now: float) -> None:
        self._last += 1
        message_id = str(self._last)
        self._waiting[message_id] = talk
        self.say(speaking.rpc(operation, message_id), now)
