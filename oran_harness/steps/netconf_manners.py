"""How the two ends of a NETCONF session speak with each other."""

from dataclasses import dataclass
from typing import cast

from oran_harness.model.verdict import Verdict
from oran_harness.protocols.netconf import BreachKind, Hello, Rpc, RpcReply
from oran_harness.steps.claims import Claims
from oran_harness.steps.inbox import Asked, Inbox
from oran_harness.steps.netconf_received import NetconfReceived
from oran_harness.steps.received import Incoming
from oran_harness.steps.step import Expect, Wanted

_NOT_READ = (BreachKind.OVERSIZE, BreachKind.TOO_DEEP, BreachKind.TOO_MUCH)


@dataclass(frozen=True, slots=True)
class Replies:
    """A predicate: whether a reply is the one to the rpc with that message-id (RFC 6241 4.2)."""

    message_id: str

    def __call__(self, reply: RpcReply) -> bool:
        """Whether it is."""
        return reply.message_id == self.message_id


class NetconfManners:
    """Those of NETCONF (RFC 6241)."""

    first_words = Wanted((Hello,))
    """Both sides begin so (RFC 6241 8.1)."""

    def request_of(self, wanted: Wanted, inbox: Inbox) -> Asked | None:
        """The rpc whose message-id the wanted reply has to have."""
        if not isinstance(wanted.where, Replies):
            return None
        for asked in reversed(inbox.asked):
            rpc = cast("Rpc", asked.message)
            if rpc.message_id == wanted.where.message_id and wanted.association in (None, asked.association):
                return asked
        return None

    def settles(self, received: Incoming, wanted: Wanted, asked: Asked, inbox: Inbox) -> bool:
        """Nothing but the reply itself does: a reply to another rpc may be late, or out of order."""
        return False

    def verdict_of(self, received: Incoming, expect: Expect, needs: tuple[str, ...], claims: Claims) -> Verdict:
        """What the step says."""
        return expect.otherwise

    def text(self, received: Incoming) -> str:
        """Its name, and the first thing that is wrong with it."""
        breach = next((each for each in cast("NetconfReceived", received).breaches if not each.open), None)
        return received.label if breach is None else f"{received.label} ({breach.sentence.rstrip('.')})"

    def mistaken(self, received: Incoming, edition: str) -> str | None:
        """Which message it is if it breaks NETCONF."""
        return None if received.conforms else self.text(received)

    def not_read(self, seen: tuple[Incoming, ...]) -> str | None:
        """What is larger or deeper than we read: no RFC sets a limit."""
        breaches = (flaw for each in seen if each.message is None for flaw in cast("NetconfReceived", each).breaches)
        return next((flaw.sentence.rstrip(".") for flaw in breaches if flaw.kind in _NOT_READ), None)

    def near_miss(self, wanted: Wanted, seen: tuple[Incoming, ...]) -> str:
        """Of a reply that came with another message-id: which; of octets that cannot be read: why not."""
        if not isinstance(wanted.where, Replies):
            return ""
        broken = next((each for each in seen if each.message is None), None)
        if broken is not None:
            flaw = next((each for each in cast("NetconfReceived", broken).breaches if not each.open), None)
            return "" if flaw is None else f" ({flaw.sentence.rstrip('.')}: {flaw.actual})"
        ids = [each.message.message_id for each in seen if isinstance(each.message, RpcReply)]
        if not ids:
            return ""
        return f", with message-id {ids[0]!r} in answer to {wanted.where.message_id!r}"
