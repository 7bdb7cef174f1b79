"""How the manager treats what it hears and says: the right manner, and the place where misbehaviours are planted."""

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_manager.dialogue import Dialogue
from oran_harness.peers.o1_manager.dialogues import Edit
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Notification, Rpc, RpcReply

_UNREADABLE = frozenset(
    {
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
    }
)
"""What could be read all the same, but a session has to end for it (RFC 6242 4.2; RFC 6241 8.1)."""


class Manner:
    """The right one."""

    def greets(self, session: Session, hello: bytes) -> bytes | None:
        """The hello that is said; None for none."""
        return hello

    def frames(self, session: Session, message: bytes, framing: Framing) -> bytes:
        """A message in its frame."""
        return frame(message, framing)

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """The rpc that is sent; None for none."""
        return rpc

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """The octets that are read; None ends the session."""
        return octets

    def ends_for(self, session: Session, kind: BreachKind) -> bool:
        """Whether a breach of the element ends the session."""
        return kind.fatal or kind in _UNREADABLE

    def ends_for_unreadable(self, session: Session) -> bool:
        """Whether a message that cannot be read ends the session: the reply that it may be would never come."""
        return True

    def goes_on(self, session: Session) -> bool:
        """Whether hellos are such that the session goes on."""
        return session.conversation.version is not None

    def takes(self, session: Session, reply: RpcReply, request: Rpc | None) -> str | None:
        """The message-id of the rpc that a reply is taken for; None for none."""
        return None if request is None else request.message_id

    def stays(self, session: Session, heard: RpcReply | Notification) -> bool:
        """Whether the session goes on with what was heard."""
        return True

    def succeeds(self, reply: RpcReply) -> bool:
        """Whether a reply says that something is done."""
        return not reply.refused

    def edits(self, wanted: Edit, there: Capabilities) -> Edit:
        """How something is edited."""
        return wanted

    def carries_out(self, name: str, dialogue: Dialogue, there: Capabilities) -> Dialogue:
        """What is asked for because of a stimulus."""
        return dialogue

    def resets(self, session: Session, reset: Element) -> Element | None:
        """The reset of an element's watchdog; None for none."""
        return reset
