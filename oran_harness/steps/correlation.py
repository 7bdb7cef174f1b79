"""Which answer belongs to which request, by the ids that E2AP gives them (E2AP 3.1, 9.2.7, 9.2.33)."""

from dataclasses import dataclass

from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES

INITIATING = "initiatingMessage"
SUCCESSFUL = "successfulOutcome"
UNSUCCESSFUL = "unsuccessfulOutcome"
CORRELATING = ("transaction_id", "ric_request_id", "ric_load_measurement_id")
"""The fields that tell one run of a procedure from another."""

_OUTCOMES = {(each.PROCEDURE_CODE, each.OUTCOME): each for each in MESSAGES}


def common_ids(request: Message, answer: Message) -> tuple[str, ...]:
    """The correlating fields that both messages have with a value."""
    return tuple(
        name
        for name in CORRELATING
        if getattr(request, name, None) is not None and getattr(answer, name, None) is not None
    )


def same_transaction(request: Message, answer: Message) -> bool:
    """Whether two messages may be of one run of a procedure: every id that both have is the same.

    Messages that have no id in common (E2AP 1.01 has no Transaction ID) may be.
    """
    return all(getattr(request, name) == getattr(answer, name) for name in common_ids(request, answer))


@dataclass(frozen=True, slots=True)
class Answers:
    """A predicate: whether a message has the ids of ``request``. Steps know by it which request they wait on."""

    request: Message

    def __call__(self, answer: Message) -> bool:
        """Whether ``answer`` may belong to the request."""
        return same_transaction(self.request, answer)


def answers(request: Message) -> Answers:
    """A predicate for ``where=``: the message has the ids of this request."""
    return Answers(request)


def outcome_of(request: Message, outcome: str = SUCCESSFUL) -> type[Message] | None:
    """The class of a procedure's outcome, None where it has none."""
    return _OUTCOMES.get((request.PROCEDURE_CODE, outcome))
