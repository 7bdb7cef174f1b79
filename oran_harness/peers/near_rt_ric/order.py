"""One stimulus under way: where, when, for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers.identity import describe
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.pending import Pending
from oran_harness.peers.near_rt_ric.session import Session
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import tables


@dataclass(frozen=True, slots=True)
class Order:
    """A stimulus on one association. With ``wait`` its answer comes when the procedure is over, else at once."""

    session: Session
    arguments: Arguments
    now: float
    ticket: int | None
    wait: bool

    def need(self, code: int, name: str) -> None:
        """Raise ``Unfit`` if the edition that is spoken has no such procedure."""
        if code not in tables(self.session.edition).procedures:
            raise Unfit(f"E2AP {self.session.edition} has no {name}", "unsupported")

    def done(self, details: Mapping[str, Any] | None = None) -> None:
        """Answer: it is done."""
        self.session.answer(self.ticket, "done", {**self.whereabouts, **(details or {})})

    @property
    def whereabouts(self) -> dict[str, Any]:
        """The association and node, for the answer."""
        return {"association": self.session.name, "node": describe(self.session.node_id)}

    def start(self, request: Message, timer: str, seconds: float, **more: Any) -> None:
        """Start a procedure that is to be answered within ``seconds``; ``more`` goes into the details."""
        details = {**self.whereabouts, **_ids(request), "timer": timer, "timer_s": seconds, **more}
        pending = Pending(request, timer, seconds, self.now + seconds, self.ticket if self.wait else None, details)
        if not self.session.request(pending, self.now):
            raise Unfit("the request cannot be sent: too much is under way, or a value in it does not fit")
        if not self.wait:
            self.session.answer(self.ticket, "done", details)

    def transaction_id(self, code: int) -> int | None:
        """A free Transaction ID, None for E2AP 1.01; raises ``Unfit`` if all are taken, or 1.01's only run goes on."""
        name = self.session.new_transaction_id(code)
        if name is None and (self.session.edition != "1.01" or (code, None) in self.session.pending):
            raise Unfit("no Transaction ID is free: too many such procedures are under way")
        return name

    def request_id(self) -> RICrequestID:
        """A free RIC Request ID; raises ``Unfit`` if there is none."""
        name = self.session.new_request_id()
        if name is None:
            raise Unfit("no RIC Request ID is free")
        return name


def _ids(request: Message) -> dict[str, Any]:
    """The ids of a request, as JSON has them."""
    found: dict[str, Any] = {"message": request.NAME}
    name = getattr(request, "ric_request_id", None)
    if name is not None:
        found["request_id"] = [name.ric_requestor_id, name.ric_instance_id]
    for field in ("ran_function_id", "transaction_id"):
        if getattr(request, field, None) is not None:
            found[field] = getattr(request, field)
    return found
