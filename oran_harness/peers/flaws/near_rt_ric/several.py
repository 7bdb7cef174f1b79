"""Near-RT RICs that cannot do two things at once (E2AP 5.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Over, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import GlobalE2node_gNB_ID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2RemovalResponse,
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
    ResetRequest,
    RICindication,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
    RICsubscriptionDeleteRequest,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_WINDOW_S = 0.001
_MOST_AT_ONCE = 64


class _HasOneTransactionTable(FlawedActor):
    """Has one table of transactions for all nodes: an answer goes where its TransactionID was heard last."""

    def __init__(self, actor: Actor, request: type[Message], answer: type[Message]) -> None:
        super().__init__(actor)
        self._request, self._answer = request, answer
        self._heard: dict[int | None, str] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Enter it; the answer takes a while, in which others come."""
        if not isinstance(decoded.message, self._request):
            return None
        self._heard[getattr(decoded.message, "transaction_id", None)] = heard.association
        for command in self.pass_on(heard, now):
            self.postpone(command, now + _WINDOW_S)
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        """Look it up."""
        return [self._directed(command) for command in super().wake(now)]

    def _directed(self, command: Command) -> Command:
        message = self.read(command.octets).message if isinstance(command, Say) else None
        if not isinstance(command, Say) or not isinstance(message, self._answer):
            return command
        transaction = getattr(message, "transaction_id", None)
        return replace(command, association=self._heard.get(transaction, command.association))


class _KnowsGnbs(FlawedActor):
    """Knows a node by its gNB-ID alone, and takes each part of a gNB for the one that came first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._gnbs: dict[object, E2setupRequest] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Take it for the first."""
        request = decoded.message
        node = None if not isinstance(request, E2setupRequest) else request.global_e2_node_id
        if not isinstance(request, E2setupRequest) or node is None or not isinstance(node[1], GlobalE2node_gNB_ID):
            return None
        known = self._gnbs.setdefault(node[1].global_gnb_id, request)
        if known.global_e2_node_id == node:
            return None
        said = self.say(heard.association, replace(known, transaction_id=request.transaction_id))
        return self.pass_on(replace(heard, octets=said[0].octets), now) if said else None


class _ConfusesNodes(FlawedActor):
    """Does to all other nodes what it should do to one: by default nothing, until a subclass says what and when."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._set_up: set[str] = set()
        self._forgotten: set[str] = set()

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """See who leaves."""
        if isinstance(happening, Over):
            self._set_up.discard(happening.association)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """See who is there."""
        if isinstance(decoded.message, E2setupResponse):
            self._set_up.add(say.association)
            self._forgotten.discard(say.association)
        return (say,)

    def forget_others(self, association: str) -> None:
        """Forget all nodes but one."""
        self._forgotten |= self._set_up - {association}


class _IgnoresAllAfterAnError(_ConfusesNodes):
    """Stops listening to all nodes when one sends what it cannot decode."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Listen, or not."""
        if not decoded.conforms:
            self.forget_others(heard.association)
        return () if heard.association in self._forgotten else None


class _ResetsAll(_ConfusesNodes):
    """Deletes the subscriptions of all nodes when one resets its interface, and reports what comes for them."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Delete, or report."""
        message = decoded.message
        if isinstance(message, ResetRequest):
            self.forget_others(heard.association)
        if not isinstance(message, RICindication) or heard.association not in self._forgotten:
            return None
        why = cause("request-id-unknown", self.edition)
        return self.say(heard.association, ErrorIndication(None, message.ric_request_id, None, why))


class _RemovesAll(_ConfusesNodes):
    """Erases all nodes when one is removed."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Erase them."""
        if isinstance(decoded.message, E2RemovalResponse):
            self.forget_others(say.association)
        return super().says(say, decoded, now)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Know nobody."""
        return () if heard.association in self._forgotten else None


class _DeletesAll(FlawedActor):
    """Deletes all subscriptions with one, and reports what comes for them."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._deleted = False

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Delete."""
        self._deleted = self._deleted or isinstance(decoded.message, RICsubscriptionDeleteRequest)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report."""
        message = decoded.message
        if not self._deleted or not isinstance(message, RICindication):
            return None
        why = cause("request-id-unknown", self.edition)
        return self.say(heard.association, ErrorIndication(None, message.ric_request_id, None, why))


class _OneAtATime(FlawedActor):
    """Drops what comes within a millisecond of a request that it thinks is the same, or one too many."""

    def __init__(self, actor: Actor, drop: Callable[[list[Any], Any], bool]) -> None:
        super().__init__(actor)
        self._drop = drop
        self._lately: list[tuple[float, Any]] = []

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Drop it."""
        message = decoded.message
        if not isinstance(message, RICserviceUpdate | E2nodeConfigurationUpdate):
            return None
        lately = [each for at, each in self._lately if now - at < _WINDOW_S]
        if self._drop(lately, message):
            return ()
        self._lately = [*((at, each) for at, each in self._lately if now - at < _WINDOW_S), (now, message)]
        return None


class _WaitsForOne(FlawedActor):
    """Hears nobody while it waits for the answer to a subscription."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._waiting = False

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Begin to wait."""
        self._waiting = self._waiting or isinstance(decoded.message, RICsubscriptionRequest)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Wait, but let nodes set up."""
        if isinstance(decoded.message, RICsubscriptionResponse):
            self._waiting = False
        return () if self._waiting and not isinstance(decoded.message, E2setupRequest) else None


def _of_another_type(lately: list[Any], message: Any) -> bool:
    return any(
        type(each) is not type(message) and each.transaction_id == message.transaction_id is not None for each in lately
    )


def _one_too_many(lately: list[Any], message: Any) -> bool:
    return len(lately) >= _MOST_AT_ONCE


FLAWS = (
    Flaw(
        "ric-one-table-for-setups",
        "Answers E2 Setups of several nodes under one TransactionID all on the last one's association",
        RIC,
        "F17",
        lambda actor: _HasOneTransactionTable(actor, E2setupRequest, E2setupResponse),
        ("E2AP-SEVERAL-101",),
    ),
    Flaw(
        "ric-one-table-for-service-updates",
        "Answers Service Updates of several nodes under one TransactionID all on the last one's association",
        RIC,
        "F17",
        lambda actor: _HasOneTransactionTable(actor, RICserviceUpdate, RICserviceUpdateAcknowledge),
        ("E2AP-SEVERAL-102",),
    ),
    Flaw(
        "ric-knows-nodes-by-gnb-id",
        "Takes every part of a gNB for the one that set up first",
        RIC,
        "F23",
        _KnowsGnbs,
        ("E2AP-SEVERAL-103",),
    ),
    Flaw(
        "ric-ignores-all-after-an-error",
        "Stops listening to all nodes when one sends what it cannot decode",
        RIC,
        "F9",
        _IgnoresAllAfterAnError,
        ("E2AP-SEVERAL-104",),
    ),
    Flaw(
        "ric-resets-all-nodes",
        "Deletes the subscriptions of all nodes when one resets its interface",
        RIC,
        None,
        _ResetsAll,
        ("E2AP-SEVERAL-105",),
    ),
    Flaw(
        "ric-removes-all-nodes",
        "Erases all nodes when one removes its interface",
        RIC,
        None,
        _RemovesAll,
        ("E2AP-SEVERAL-106",),
    ),
    Flaw(
        "ric-deletes-all-subscriptions",
        "Deletes all subscriptions of a node with one, and reports what comes for them",
        RIC,
        None,
        _DeletesAll,
        ("E2AP-SEVERAL-107",),
    ),
    Flaw(
        "ric-one-transaction-for-all-types",
        "Drops a request whose TransactionID a procedure of another type has at the time",
        RIC,
        "F17",
        lambda actor: _OneAtATime(actor, _of_another_type),
        ("E2AP-SEVERAL-108",),
    ),
    Flaw(
        "ric-drops-beyond-64-requests",
        "Drops requests beyond 64 that are under way at once",
        RIC,
        None,
        lambda actor: _OneAtATime(actor, _one_too_many),
        ("E2AP-SEVERAL-109",),
    ),
    Flaw(
        "ric-waits-for-one-node",
        "Serves no other node while it waits for the answer to a subscription",
        RIC,
        None,
        _WaitsForOne,
        ("E2AP-SEVERAL-110",),
    ),
)
"""One flaw each."""
