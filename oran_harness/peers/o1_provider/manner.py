"""How an element treats what it is asked and what it says: as it should, until something else is planted."""

from collections.abc import Sequence

from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Rpc


class Manner:
    """The right way, which is to change nothing."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """The request that is carried out; a reply that is said instead of that, or None for no answer at all."""
        return rpc

    def greets(self, session: Session, hello: bytes) -> bytes:
        """The hello that is said."""
        return hello

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """What is said for a reply; ``rpc`` is None where what it answers could not be read."""
        return (reply,)

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """What is said for a notification."""
        return (notification,)

    def frames(self, message: bytes, framing: Framing) -> bytes:
        """A message in its frame."""
        return frame(message, framing)

    def ends(self, session: Session) -> bool:
        """Whether a session really ends that has to."""
        return True
