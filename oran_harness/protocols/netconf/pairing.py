"""Requests and their replies (RFC 6241 4.1, 4.2, 4.5)."""

from collections import deque
from dataclasses import dataclass

from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.messages import Rpc, RpcReply
from oran_harness.protocols.netconf.reading import shown

MOST_WAITING = 10_000
"""Requests without reply that are kept; the oldest are forgotten beyond that."""
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Answered:
    """What a reply answers, how long that took in seconds, and what is wrong with it as an answer."""

    request: Rpc | None
    latency: float | None
    flaws: tuple[Flaw, ...] = ()


class Pairing:
    """The requests of a session that wait for a reply, oldest first.

    At most ``most_octets`` of requests are kept. Where a request was forgotten or could not be read, a reply to nothing
    that is known accuses nobody.
    """

    def __init__(self, most_octets: int) -> None:
        self._most_octets = most_octets
        self._octets = 0
        self._waiting: dict[int, tuple[Rpc, float]] = {}
        self._by_id: dict[str | None, list[int]] = {}
        self._repeated: set[str | None] = {None}
        self._answered: deque[str | None] = deque(maxlen=_REMEMBERED)
        self._newest_answered = 0
        self._unreadable = 0
        self._forgotten = False

    @property
    def waiting(self) -> tuple[Rpc, ...]:
        """The requests without reply, oldest first."""
        return tuple(rpc for rpc, _ in self._waiting.values())

    def asked(self, rpc: Rpc, now: float) -> tuple[Flaw, ...]:
        """Keep a request; ``rpc.n`` has to grow from each to the next."""
        self._waiting[rpc.n] = rpc, now
        self._octets += len(rpc.octets)
        serials = self._by_id.setdefault(rpc.message_id, [])
        serials.append(rpc.n)
        while len(self._waiting) > MOST_WAITING or (self._octets > self._most_octets and len(self._waiting) > 1):
            self._take(next(iter(self._waiting)))
            self._forgotten = True
        if len(serials) > 1 and rpc.message_id is not None:
            self._repeated.add(rpc.message_id)
            return (Flaw(BreachKind.MESSAGE_ID_REPEATED, "another message-id", shown(rpc.message_id)),)
        return ()

    def asked_unreadably(self) -> None:
        """Note that something came which may have been a request."""
        self._unreadable += 1

    def lost_sight(self) -> None:
        """Note that requests can no longer be seen: replies to nothing known accuse nobody from now on."""
        self._forgotten = True

    def forget(self) -> None:
        """Note that requests and replies may have gone unseen: what was asked until now waits no longer."""
        self._waiting.clear()
        self._by_id.clear()
        self._answered.clear()
        self._octets = 0
        self._forgotten = True

    def answered(self, reply: RpcReply, now: float) -> Answered:
        """Find what a reply answers."""
        n, flaws = self._find(reply.message_id)
        if n is None:
            return Answered(None, None, flaws)
        request, asked = self._take(n)
        if n < self._newest_answered and request.message_id not in self._repeated and not flaws:
            late = f"the reply to {shown(request.message_id or '')} after that to a later request"
            flaws = (Flaw(BreachKind.REPLY_OUT_OF_ORDER, "replies in the order of the requests", late),)
        self._newest_answered = max(n, self._newest_answered)
        self._answered.append(request.message_id)
        return Answered(request, now - asked, (*flaws, *_flaws_of_attributes(request, reply)))

    def _find(self, message_id: str | None) -> tuple[int | None, tuple[Flaw, ...]]:
        serials = self._by_id.get(message_id) or self._by_id.get(None)
        if serials:
            return serials[0], ()
        if self._forgotten:
            return None, ()
        if self._unreadable:
            self._unreadable -= 1
            return None, ()
        if message_id is None:
            oldest = next(iter(self._waiting), None)
            return oldest, (Flaw(BreachKind.REPLY_WITHOUT_ID, "the message-id of a request", "none"),)
        if message_id in self._answered:
            return None, (Flaw(BreachKind.SECOND_REPLY, "one reply", f"another one to {shown(message_id)}"),)
        ids = ", ".join(rpc.message_id or "" for rpc in self.waiting[:3])
        expected = f"the message-id of a request that waits ({shown(ids) or 'none does'})"
        return None, (Flaw(BreachKind.REPLY_WITH_UNKNOWN_ID, expected, shown(message_id) or "an empty one"),)

    def _take(self, n: int) -> tuple[Rpc, float]:
        request, asked = self._waiting.pop(n)
        self._octets -= len(request.octets)
        serials = self._by_id[request.message_id]
        serials.remove(n)
        if not serials:
            del self._by_id[request.message_id]
        return request, asked


def _flaws_of_attributes(request: Rpc, reply: RpcReply) -> list[Flaw]:
    flaws = [
        Flaw(
            BreachKind.ATTRIBUTE_NOT_RETURNED,
            f"{shown(name)} = {shown(value)!r}",
            "none" if name not in reply.attributes else repr(shown(reply.attributes[name])),
        )
        for name, value in request.attributes.items()
        if reply.attributes.get(name) != value
    ]
    declared = request.element.nsmap
    if len(declared) > 1:
        # A namespace that has another prefix in the reply is told as well.
        returned = set(reply.element.nsmap.values())
        lacking = sorted({uri for uri in declared.values() if uri not in returned})
        flaws += [Flaw(BreachKind.PREFIX_NOT_RETURNED, f"a declaration of {shown(uri)}", "none") for uri in lacking]
    return flaws
