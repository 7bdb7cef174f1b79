"""A record in the making: what an inbox holds, event by event, to decide steps by."""

from typing import Any

from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Ended, Expect, Received, Wanted
from oran_harness.steps.decision import Begun, Decision, Terms, decide
from oran_harness.steps.e2ap_manners import E2apManners
from oran_harness.steps.inbox import Asked, Gone, Inbox, Moment, Refused, Reply, Risen

CODEC = codec("3.01")
UNSPECIFIED: Any = ("misc", "unspecified")
RESET = m.ResetRequest(1, UNSPECIFIED)
RESET_DONE = m.ResetResponse(1)
REMOVAL = m.E2RemovalRequest(9)
REMOVED = m.E2RemovalResponse(9)
REMOVAL_REFUSED = m.E2RemovalFailure(9, UNSPECIFIED)
ERROR = m.ErrorIndication(transaction_id=9, cause=("protocol", "semantic-error"))

MANNERS = E2apManners()
TERMS = Terms(Role.NEAR_RT_RIC, MANNERS, comes=False, timeout=5.0)
NODE_TERMS = Terms(Role.E2_NODE, MANNERS, comes=True, timeout=5.0)
START = Moment(0.0, 2)


def decoded(what: Message | bytes) -> DecodedMessage:
    """A message as it comes in."""
    return CODEC.decode(what if isinstance(what, bytes) else CODEC.encode(what))


class Record:
    """An inbox that is filled in the order of time."""

    def __init__(self, up: bool = True) -> None:
        self.inbox = Inbox()
        self.n = 0
        self.t = 0.0
        if up:
            self.risen("1", 0.0)

    def _next(self, t: float) -> tuple[int, float]:
        self.n += 1
        self.t = t
        return self.n, t

    def heard(self, what: Message | bytes, t: float, association: str = "1") -> Received:
        """A message of the SUT."""
        read = decoded(what)
        n, t = self._next(t)
        received = Received(n, t, association, 0, 70, read.octets, read)
        self.inbox.add(received)
        return received

    def asked(self, message: Message, t: float, association: str = "1") -> None:
        """A request of ours."""
        n, t = self._next(t)
        self.inbox.asked.append(Asked(n, t, association, message))

    def risen(self, association: str, t: float, attempt: int | None = None) -> None:
        """An association comes up."""
        n, t = self._next(t)
        self.inbox.risen.append(Risen(n, t, association, attempt))

    def refused(self, attempt: int, t: float) -> None:
        """An association cannot be had."""
        n, t = self._next(t)
        self.inbox.refused[attempt] = Refused(n, t, "nobody listens")

    def ended(self, association: str, t: float, how: str = "abort", by_sut: bool = True) -> None:
        """An association ends."""
        n, t = self._next(t)
        self.inbox.ends[association] = Ended(n, t, association, how, by_sut)

    def gone(self, t: float) -> None:
        """The SUT itself is at its end."""
        n, t = self._next(t)
        self.inbox.gone = Gone(n, t, "killed by signal 6")

    def replied(self, ticket: int, t: float, status: str = "done", **details: Any) -> None:
        """An adapter answers."""
        n, t = self._next(t)
        self.inbox.replies[ticket] = Reply(n, t, status, details)

    def decide(self, step: Any, now: float, *, began: Moment = START, terms: Terms = TERMS, **more: Any) -> Decision:
        """What is decided of a step."""
        return decide(Begun(step, began, **more), self.inbox, now, terms)


def expect(*types: type[Message], where: Any = None, association: str | None = None, **more: Any) -> Expect:
    """An expect step."""
    return Expect(Wanted(types, where, association), **more)
