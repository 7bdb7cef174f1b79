"""What was said and heard on an association before, for flaws that depend on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.correlation import INITIATING, same_transaction


@dataclass(slots=True)
class Past:
    """The messages of one association that conform, in their order; ``others`` are those of all others.

    ``heard_at`` has the time of each message in ``heard``, and ``now`` is that of what happens, in seconds.
    """

    others: dict[str, "Past"]
    heard: list[Message] = field(default_factory=list)
    heard_at: list[float] = field(default_factory=list)
    said: list[Message] = field(default_factory=list)
    now: float = 0.0

    def under_way(self, *types: type[Message]) -> list[Message]:
        """The requests of these types that were said and not answered yet, the oldest first."""
        return [request for request in self.said if isinstance(request, types) and not self._answered(request)]

    def has_said(self, *types: type[Message]) -> bool:
        """Whether a message of these types was said."""
        return any(isinstance(message, types) for message in self.said)

    def has_heard(self, *types: type[Message]) -> bool:
        """Whether a message of these types was heard."""
        return any(isinstance(message, types) for message in self.heard)

    def named(self, *types: type[Message]) -> Iterator[object]:
        """The RICrequestIDs of messages of these types, said or heard."""
        for message in (*self.said, *self.heard):
            if isinstance(message, types):
                yield getattr(message, "ric_request_id", None)

    def _answered(self, request: Message) -> bool:
        return any(
            answer.PROCEDURE_CODE == request.PROCEDURE_CODE
            and answer.OUTCOME != INITIATING
            and same_transaction(request, answer)
            for answer in self.heard
        )


def unasked(past: Past, answer: Message) -> bool:
    """Whether a message is an answer to a request that was never said."""
    return answer.OUTCOME != INITIATING and not any(
        request.PROCEDURE_CODE == answer.PROCEDURE_CODE and same_transaction(request, answer) for request in past.said
    )
