"""What the two ends of NETCONF sessions have in common as participants of a case."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count

from oran_harness.model.role import Role
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Conversation, Framing, frame, has_frames
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
        self.clock_epoch = 0.0
        """Our wall clock when the history began, in seconds since 1970; 0.0 where it is not known."""
        self._numbers = count(1)

    def session(self, name: str | None = None) -> Conversation:
        """A session, the newest that is up unless another is named; a silent one where there is none."""
        return self.sessions.get(name or self.here or "", Conversation(framed=has_frames(self.address)))

    def say(
        self, message: bytes, *, session: str | None = None, framing: Framing | None = None, injected: bool = False
    ) -> Step[Sent]:
        """Send a message in a frame: that which the session is in, or ``framing``; in none where there are none."""
        agreed = self.session(session).framing
        chosen = agreed if framing is None or agreed is Framing.NONE else framing
        return self.send_octets(frame(message, chosen), session=session, injected=injected)

    async def say_all(self, messages: Iterable[bytes], *, session: str | None = None) -> None:
        """Send messages at once: as one piece, or one after the other where the transport keeps them apart."""
        framing = self.session(session).framing
        framed = [frame(message, framing) for message in messages]
        for octets in framed if framing is Framing.NONE else (b"".join(framed),):
            await self.send_octets(octets, session=session, injected=False)

    def send_octets(self, octets: bytes, *, session: str | None = None, injected: bool = True) -> Step[Sent]:
        """Send octets as they are; what breaks NETCONF is ``injected``."""
        return Send(octets, None, session or self._only, 0, 0, injected)

    def clock(self, t: float) -> datetime | None:
        """Our wall clock at a time of the history, in UTC; None where it is not known."""
        return datetime.fromtimestamp(self.clock_epoch + t, UTC) if self.clock_epoch else None
