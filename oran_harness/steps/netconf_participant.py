"""What the two ends of NETCONF sessions have in common as participants of a case."""

from itertools import count

from oran_harness.model.role import Role
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Conversation, Framing, frame
from oran_harness.steps.netconf_received import NetconfReceived
from oran_harness.steps.participant import Participant
from oran_harness.steps.received import Sent
from oran_harness.steps.step import Send, Step

OURS = (BASE_1_0, BASE_1_1)
"""What our hello names of the base protocol unless a case says otherwise."""


class NetconfParticipant(Participant[NetconfReceived]):
    """It opens sessions or waits for them, and speaks and hears on them; associations are sessions."""

    def __init__(self, role: Role, *, number: int = 1, address: str | None = None) -> None:
        super().__init__(role, "1.1", number=number, address=address)
        self.sessions: dict[str, Conversation] = {}
        """Both sides of each session that is or was up, by name."""
        self._numbers = count(1)

    def session(self, name: str | None = None) -> Conversation:
        """A session, the newest that is up unless another is named; a silent one where there is none."""
        return self.sessions.get(name or self.here or "", Conversation())

    def say(
        self, message: bytes, *, session: str | None = None, framing: Framing | None = None, injected: bool = False
    ) -> Step[Sent]:
        """Send a message in a frame: that which the session is in, or ``framing``."""
        chosen = framing or self.session(session).framing
        return self.send_octets(frame(message, chosen), session=session, injected=injected)

    def send_octets(self, octets: bytes, *, session: str | None = None, injected: bool = True) -> Step[Sent]:
        """Send octets as they are; what breaks NETCONF is ``injected``."""
        return Send(octets, None, session or self._only, 0, 0, injected)
