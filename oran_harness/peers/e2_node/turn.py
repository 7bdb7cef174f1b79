"""One received message, and the node that serves it."""

from dataclasses import dataclass

from oran_harness.peers.e2_node.link import Link
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.protocol_errors import refusal, reported
from oran_harness.protocols.e2ap.elements import CriticalityDiagnostics, RICrequestID
from oran_harness.protocols.e2ap.message import Message


@dataclass(frozen=True, slots=True)
class Turn:
    """A message came on ``link`` at ``now``; ``report`` has to go into its answer (36.413 10.3.4.2)."""

    state: State
    link: Link
    now: float
    report: CriticalityDiagnostics | None = None

    def answer(self, answer: Message) -> None:
        """Answer the message."""
        for message in reported(answer, self.report, self.state.edition):
            self.state.say(self.link, message)

    def refuse(self, request: Message, why: str) -> None:
        """Answer a request with its unsuccessful outcome; ``why`` is a cause as ``steps.causes.cause`` takes it."""
        state = self.state
        self.answer(refusal(request, state.cause(why), state.edition))


def ids_of(request: object) -> tuple[RICrequestID, int]:
    """The RIC Request ID and RAN Function ID of a message of RIC services.

    Both are mandatory with criticality reject, so nothing without them is executed (36.413 10.3.5).
    """
    request_id: RICrequestID | None = getattr(request, "ric_request_id", None)
    function_id: int | None = getattr(request, "ran_function_id", None)
    assert request_id is not None
    assert function_id is not None
    return request_id, function_id
