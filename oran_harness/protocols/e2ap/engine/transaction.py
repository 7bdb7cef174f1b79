"""One run of a procedure, from its initiating message to its answer."""

from collections.abc import Hashable
from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.states import ProcedureState
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import Procedure


@dataclass(frozen=True, slots=True)
class Transaction:
    """One run of an elementary procedure (E2AP 3.1, 8.1).

    ``id`` is what correlates its messages: a Transaction ID, a RICrequestID, a Load Measurement ID, or None where the
    request had none (E2AP 1.01 has no Transaction ID). ``request`` is None where only the envelope of the request was
    readable, or once the run is over; ``request_n`` is the number of its event and ``started`` its time in seconds.
    ``serial`` counts the association's runs. ``owed`` tells whether the other end has to answer at all, ``intact``
    whether the request could be read whole. ``certain`` is False once lost messages may have answered it.
    ``misanswered_n`` is the event of an answer that came with another id, ``answer_n`` that of the message that ended
    the run.
    """

    procedure: Procedure
    initiator: Role
    id: Hashable
    request: Message | None
    request_n: int
    started: float
    state: ProcedureState
    serial: int
    owed: bool = True
    intact: bool = True
    certain: bool = True
    misanswered_n: int | None = None
    answer_n: int | None = None

    @property
    def answerer(self) -> Role:
        """The role that has to answer."""
        return self.initiator.other

    @property
    def waiting(self) -> bool:
        """Whether an answer is owed and nothing has come, or happened, that explains its absence."""
        return self.owed and self.certain and self.misanswered_n is None and self.state is ProcedureState.REQUESTED
