"""Near-RT RICs that misbehave when they are restarted themselves (E2AP 8.3.1.1)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Reaction, complain, die
from oran_harness.peers.flaws.lasting import LastingActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    RICindication,
    RICsubscriptionDeleteRequired,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)

RIC = Role.NEAR_RT_RIC
_NODES = "nodes"


class _KeepsNodes(LastingActor):
    """Keeps what each node sent to set up, by its identity."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Keep it, or go by what is kept."""
        request = decoded.message
        if not isinstance(request, E2setupRequest):
            return None
        nodes = self.kept.setdefault(_NODES, {})
        name = str(request.global_e2_node_id)
        kept = nodes.get(name)
        if kept is None or not self.restarted:
            nodes[name] = heard.octets.hex()
            return None
        former = self.read(bytes.fromhex(kept)).message
        return self.meets_again(heard, request, former, now) if isinstance(former, E2setupRequest) else None

    def meets_again(
        self, heard: Heard, request: E2setupRequest, former: E2setupRequest, now: float
    ) -> Sequence[Command] | None:
        """A node sets up that was known before the restart: it is taken for connected, and not answered."""
        return ()


class _AnswersByFormerOffer(_KeepsNodes):
    """Answers a node that was known before the restart for what it offered then."""

    def meets_again(
        self, heard: Heard, request: E2setupRequest, former: E2setupRequest, now: float
    ) -> Sequence[Command] | None:
        """Take it for the former one."""
        said = self.say(heard.association, replace(former, transaction_id=request.transaction_id))
        return self.pass_on(replace(heard, octets=said[0].octets), now) if said else None


class _KeepsIds(LastingActor):
    """Keeps its RICrequestIDs, and reacts to messages of a type that name one from before its restart."""

    def __init__(self, actor: Actor, kind: type[Message], react: Reaction) -> None:
        super().__init__(actor)
        self._kind = kind
        self._react = react

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Keep the id."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self.note_id(decoded.message.ric_request_id)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """React, if it is one of them."""
        message = decoded.message
        if not isinstance(message, self._kind) or not any(map(self.is_from_before, _named(message))):
            return None
        return self._react(self, heard, message, now)


class _MistakesNewReports(LastingActor):
    """Complains of every report after its restart if a node had reported to it before."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Complain."""
        message = decoded.message
        if self.restarted and self.left_something and isinstance(message, RICindication):
            return complain(self, heard, message, now)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Keep the id of its first life."""
        if isinstance(decoded.message, RICsubscriptionRequest) and not self.restarted:
            self.note_id(decoded.message.ric_request_id)
        return (say,)


def _named(message: Any) -> list[RICrequestID | None]:
    """The subscriptions that a node's message names."""
    if isinstance(message, RICsubscriptionDeleteRequired):
        return [item.ric_request_id for item in present(message.ric_subscription_to_be_removed, "ric_request_id")]
    return [message.ric_request_id]


FLAWS = (
    Flaw(
        "ric-answers-by-offer-from-before-own-restart",
        "Answers a node after its own restart for the functions that the node had before",
        RIC,
        "F22",
        _AnswersByFormerOffer,
        ("E2AP-RESTART-112",),
    ),
    Flaw(
        "ric-takes-node-for-connected-after-own-restart",
        "Does not answer the E2 Setup of a node that was connected before its own restart",
        RIC,
        "F22",
        _KeepsNodes,
        ("E2AP-RESTART-112", "E2AP-RESTART-113", "E2AP-RESTART-116"),
    ),
    Flaw(
        "ric-dies-of-report-from-before-own-restart",
        "Crashes on a report for a subscription from before its own restart",
        RIC,
        "F22",
        partial(_KeepsIds, kind=RICindication, react=die),
        ("E2AP-RESTART-113",),
    ),
    Flaw(
        "ric-dies-of-answer-from-before-own-restart",
        "Crashes on the answer to a subscription request from before its own restart",
        RIC,
        "F22",
        partial(_KeepsIds, kind=RICsubscriptionResponse, react=die),
        ("E2AP-RESTART-114",),
    ),
    Flaw(
        "ric-complains-of-delete-required-from-before-own-restart",
        "Sends an Error Indication about the Delete Required of a subscription from before its own restart",
        RIC,
        None,
        partial(_KeepsIds, kind=RICsubscriptionDeleteRequired, react=complain),
        ("E2AP-RESTART-115",),
    ),
    Flaw(
        "ric-complains-of-reports-after-own-restart",
        "Sends an Error Indication about reports after its own restart if it was subscribed before",
        RIC,
        "F22",
        _MistakesNewReports,
        ("E2AP-RESTART-116",),
    ),
)
"""One flaw each."""
