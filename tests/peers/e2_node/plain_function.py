"""A RAN function of no service model, which does what a test tells it to."""

from collections.abc import Sequence
from typing import Literal

from oran_harness.peers.ran_functions import (
    Answered,
    Controlled,
    Failed,
    Indication,
    Modified,
    RequestedAction,
    Subscribed,
)
from oran_harness.protocols.e2ap.elements import Cause, RICrequestID

UNKNOWN_CAUSE: Cause = ("ricRequest", "action-not-supported")
PERIOD = 1.0


class PlainFunction:
    """It admits every action but those in ``refuses``, and each REPORT action has something to tell every second."""

    key = "kpm"
    edition = "3.00"
    oid = "1.3.6.1.4.1.53148.9.9.9"
    short_name = "PLAIN"

    def __init__(self) -> None:
        self.revision = 1
        self.refuses: set[int] = set()
        self.failure: Cause | None = None
        self.held: dict[RICrequestID, dict[int, RequestedAction]] = {}
        self.due: dict[RICrequestID, float] = {}
        self.controls: list[tuple[bytes, bytes, bytes | None]] = []
        self.sn = 0

    @property
    def definition(self) -> bytes:
        """The definition, another one in each revision."""
        return b"plain %d" % self.revision

    @property
    def subscriptions(self) -> tuple[RICrequestID, ...]:
        """Those that stand."""
        return tuple(self.held)

    @property
    def wakes_at(self) -> float | None:
        """When the next subscription has something to tell."""
        return min(self.due.values(), default=None)

    def revise(self) -> None:
        """The next revision."""
        self.revision += 1

    def subscribe(
        self, request_id: RICrequestID, event_trigger: bytes, actions: Sequence[RequestedAction], now: float
    ) -> Subscribed:
        """Admit what is not refused."""
        admitted = [each for each in actions if each.id not in self.refuses]
        refused = tuple((each.id, UNKNOWN_CAUSE) for each in actions if each.id in self.refuses)
        if not admitted:
            return Subscribed((), refused, self.failure or UNKNOWN_CAUSE)
        self.held[request_id] = {each.id: each for each in admitted}
        self.due[request_id] = now + PERIOD
        return Subscribed(tuple(each.id for each in admitted), refused)

    def modify(
        self,
        request_id: RICrequestID,
        now: float,
        *,
        event_trigger: bytes | None = None,
        added: Sequence[RequestedAction] = (),
        modified: Sequence[RequestedAction] = (),
        removed: Sequence[int] = (),
    ) -> Modified:
        """Change what is not refused."""
        if self.failure is not None:
            return Modified(failure=self.failure)
        held = self.held[request_id]
        outcomes = []
        for asked in (added, modified):
            fine = [each for each in asked if each.id not in self.refuses]
            held.update({each.id: each for each in fine})
            refused = tuple((each.id, UNKNOWN_CAUSE) for each in asked if each.id in self.refuses)
            outcomes.append(Subscribed(tuple(each.id for each in fine), refused))
        for number in removed:
            del held[number]
        return Modified(outcomes[0], outcomes[1], tuple(removed))

    def unsubscribe(self, request_id: RICrequestID, now: float) -> bool:
        """Forget one."""
        self.due.pop(request_id, None)
        return self.held.pop(request_id, None) is not None

    def clear(self) -> None:
        """Forget all."""
        self.held.clear()
        self.due.clear()

    def indications(self, now: float) -> tuple[Indication, ...]:
        """One of each REPORT action whose time has come."""
        ready = [request_id for request_id, at in self.due.items() if at <= now]
        for request_id in ready:
            self.due[request_id] += PERIOD
        return tuple(each for request_id in ready for each in self._of(request_id, "report"))

    def report_now(self, now: float) -> tuple[Indication, ...]:
        """One of each REPORT action."""
        return tuple(each for request_id in self.held for each in self._of(request_id, "report"))

    def insert_now(self, now: float) -> tuple[Indication, ...]:
        """One of each INSERT action."""
        return tuple(each for request_id in self.held for each in self._of(request_id, "insert"))

    def control(self, header: bytes, message: bytes, call_process_id: bytes | None, now: float) -> Controlled | Failed:
        """Take note of it, and fail if told so."""
        if self.failure is not None:
            return Failed(self.failure, b"why")
        self.controls.append((header, message, call_process_id))
        return Controlled(b"outcome")

    def query(self, header: bytes, definition: bytes, now: float) -> Answered | Failed:
        """Answer with the question."""
        return Failed(self.failure) if self.failure is not None else Answered(definition)

    def _of(self, request_id: RICrequestID, kind: str) -> list[Indication]:
        found = []
        for action in self.held[request_id].values():
            if action.type == kind:
                self.sn += 1
                insert = action.type == "insert"
                call_process = b"call" if insert else None
                shown: Literal["report", "insert"] = "insert" if insert else "report"
                found.append(Indication(request_id, action.id, shown, b"header", b"message", call_process, self.sn))
        return found
