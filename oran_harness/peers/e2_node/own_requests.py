"""The class 1 requests that the node has sent and that are not answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message

TRANSACTION_IDS = 256

Name = int | RICrequestID | None
"""What an answer repeats: a TransactionID, a RICrequestID, or nothing in E2AP 1.01."""


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request that waits for its answer; ``again`` sends it once more, ``attempts`` counts the earlier times."""

    link: str
    message: Message
    again: Callable[[int, float], None] | None = None
    attempts: int = 0

    @property
    def name(self) -> Name:
        """What names the run of the procedure."""
        return name_of(self.message)


class OwnRequests:
    """The outstanding requests, by association, procedure and id. Transaction IDs begin somewhere set by ``seed``."""

    __slots__ = ("_next", "_open")

    def __init__(self, seed: int) -> None:
        self._open: dict[tuple[str, int, Name], OwnRequest] = {}
        self._next = seed * 37 % TRANSACTION_IDS

    def __iter__(self) -> Iterator[OwnRequest]:
        return iter(tuple(self._open.values()))

    def __len__(self) -> int:
        return len(self._open)

    def new_transaction_id(self, procedure_code: int) -> int | None:
        """A Transaction ID that no outstanding request of the procedure has (E2AP 9.2.33); None if all are taken."""
        taken = {name for _, code, name in self._open if code == procedure_code}
        for step in range(1, TRANSACTION_IDS + 1):
            candidate = (self._next + step) % TRANSACTION_IDS
            if candidate not in taken:
                self._next = candidate
                return candidate
        return None

    def free(self, procedure_code: int, transaction_id: int) -> bool:
        """Whether no outstanding request of the procedure has that Transaction ID."""
        return all((code, name) != (procedure_code, transaction_id) for _, code, name in self._open)

    def add(self, request: OwnRequest) -> None:
        """The request was sent."""
        self._open[request.link, request.message.PROCEDURE_CODE, request.name] = request

    def take(self, link: str, answer: Message) -> OwnRequest | None:
        """The request that a message answers; it is no longer outstanding. None if there is none."""
        return self._open.pop((link, answer.PROCEDURE_CODE, name_of(answer)), None)

    def waits_for(self, procedure_code: int, link: str | None = None) -> bool:
        """Whether a request of the procedure is outstanding (on that association)."""
        return any(code == procedure_code and link in (None, where) for where, code, _ in self._open)

    def drop(self, unwanted: Callable[[OwnRequest], bool]) -> tuple[OwnRequest, ...]:
        """Wait no longer for the answers of some; gives them."""
        gone = {key: request for key, request in self._open.items() if unwanted(request)}
        for key in gone:
            del self._open[key]
        return tuple(gone.values())


def name_of(message: Message) -> Name:
    """What names the run of the procedure that a message belongs to."""
    transaction_id: int | None = getattr(message, "transaction_id", None)
    if transaction_id is not None:
        return transaction_id
    request_id: RICrequestID | None = getattr(message, "ric_request_id", None)
    return request_id
