"""A misbehaviour towards messages that name what the peer does not know."""

from collections.abc import Hashable, Sequence

from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message


class DyingOfStrangers(FlawedActor):
    """Crashes on messages of these types whose id, in ``field``, is in nothing that it has said itself."""

    def __init__(self, actor: Actor, *types: type[Message], field: str = "ric_request_id") -> None:
        super().__init__(actor)
        self._types = types
        self._field = field
        self._said: set[Hashable] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember the id."""
        self._said.add(getattr(decoded.message, self._field, None))
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash on another one."""
        message = decoded.message
        if isinstance(message, self._types) and getattr(message, self._field, None) not in self._said:
            return (Die(),)
        return None
