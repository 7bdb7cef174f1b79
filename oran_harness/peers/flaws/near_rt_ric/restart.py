"""Near-RT RICs that mix up the lives of an E2 node (E2AP 8.3.1.1)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Over, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.in_context import complain
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID, RICrequestID
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
_MOST_ASSOCIATIONS = 16


class _KnowsNodes(FlawedActor):
    """Remembers who set up on each association, and who was there before."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._nodes: dict[str, GlobalE2node_ID] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """See who it is."""
        request = decoded.message
        if not isinstance(request, E2setupRequest) or request.global_e2_node_id is None:
            return self.hears_further(heard, decoded.message, now)
        node = request.global_e2_node_id
        returns = node in [each for name, each in self._nodes.items() if name != heard.association]
        self._nodes[heard.association] = node
        if returns:
            return self.meets_again(heard, request, now)
        self.meets_first(request)
        return None

    def meets_first(self, request: E2setupRequest) -> None:
        """A node begins its first life."""

    def meets_again(self, heard: Heard, request: E2setupRequest, now: float) -> Sequence[Command] | None:
        """A node that was set up on another association begins a further life."""
        return None

    def hears_further(self, heard: Heard, message: Message | None, now: float) -> Sequence[Command] | None:
        """Anything but E2 Setup."""
        return None


class _AnswersByFormerOffer(_KnowsNodes):
    """Takes what a node offered first for what it offers ever after."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._offers: dict[GlobalE2node_ID | None, E2setupRequest] = {}

    def meets_first(self, request: E2setupRequest) -> None:
        """Keep it."""
        self._offers[request.global_e2_node_id] = request

    def meets_again(self, heard: Heard, request: E2setupRequest, now: float) -> Sequence[Command] | None:
        """Take it for the former one."""
        former = replace(self._offers[request.global_e2_node_id], transaction_id=request.transaction_id)
        said = self.say(heard.association, former)
        return self.pass_on(replace(heard, octets=said[0].octets), now) if said else None


class _HoldsToRevisions(_AnswersByFormerOffer):
    """Does not answer a node of which a function has another revision than it had."""

    def meets_again(self, heard: Heard, request: E2setupRequest, now: float) -> Sequence[Command] | None:
        """Compare."""
        known = _revisions(self._offers[request.global_e2_node_id])
        told = _revisions(request)
        changed = any(known[each] != told[each] for each in known.keys() & told.keys())
        return () if changed else None


class _HasOneAssociationANode(_KnowsNodes):
    """Forgets a node when any association of it ends, whichever it is set up on."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Forget it everywhere."""
        if not isinstance(happening, Over):
            return None
        node = self._nodes.pop(happening.association, None)
        for other in [name for name, each in self._nodes.items() if each == node]:
            self.pass_on(Over(other, "down"), now)
            self.pass_on(Up(other, outbound=False), now)
        return None


class _RemembersTransactions(_KnowsNodes):
    """Takes an E2 Setup under a TransactionID that the node has used before for a duplicate, and drops it."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._used: set[tuple[GlobalE2node_ID | None, int | None]] = set()

    def meets_first(self, request: E2setupRequest) -> None:
        """Remember it."""
        self._used.add((request.global_e2_node_id, request.transaction_id))

    def meets_again(self, heard: Heard, request: E2setupRequest, now: float) -> Sequence[Command] | None:
        """Drop it."""
        if (request.global_e2_node_id, request.transaction_id) in self._used:
            return ()
        self.meets_first(request)
        return None


class _DiesOfManyLives(FlawedActor):
    """Crashes when so many associations have come up, of whichever nodes: it keeps something of each."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._kept = 0

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        self._kept += isinstance(happening, Up)
        return (Die(),) if self._kept > _MOST_ASSOCIATIONS else None


class _ExpectsTheOldAssociation(_KnowsNodes):
    """Looks for the reports of a node on the association on which it subscribed to it first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._subscribed: dict[GlobalE2node_ID, str] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember where."""
        node = self._nodes.get(say.association)
        if node is not None and isinstance(decoded.message, RICsubscriptionRequest):
            self._subscribed.setdefault(node, say.association)
        return (say,)

    def hears_further(self, heard: Heard, message: Message | None, now: float) -> Sequence[Command] | None:
        """Complain of those that come elsewhere."""
        node = self._nodes.get(heard.association)
        where = None if node is None else self._subscribed.get(node, heard.association)
        if not isinstance(message, RICindication) or where in (None, heard.association):
            return None
        return complain(self, heard, message, now)


class _DiesOfOldIds(_KnowsNodes):
    """Crashes on what names a subscription of an association that is no more."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._made: dict[str, set[RICrequestID | None]] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember the ids."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._made.setdefault(say.association, set()).add(decoded.message.ric_request_id)
        return (say,)

    def hears_further(self, heard: Heard, message: Message | None, now: float) -> Sequence[Command] | None:
        """Crash."""
        old = {each for name, made in self._made.items() if name != heard.association for each in made}
        return (Die(),) if old & set(_named(message)) else None


def _revisions(request: E2setupRequest) -> dict[int, int]:
    return {
        item.ran_function_id: item.ran_function_revision
        for item in present(request.ran_functions_added, "ran_function_id")
    }


def _named(message: Any) -> list[RICrequestID | None]:
    """The subscriptions that a node's message names."""
    if isinstance(message, RICsubscriptionDeleteRequired):
        return [item.ric_request_id for item in present(message.ric_subscription_to_be_removed, "ric_request_id")]
    return [message.ric_request_id] if isinstance(message, RICindication | RICsubscriptionResponse) else []


FLAWS = (
    Flaw(
        "ric-answers-by-former-offer",
        "Answers a node that comes back for the functions and components that it had before",
        RIC,
        "F22",
        _AnswersByFormerOffer,
        ("E2AP-RESTART-101", "E2AP-RESTART-102", "E2AP-RESTART-104"),
    ),
    Flaw(
        "ric-ignores-changed-revision",
        "Does not answer a node that comes back with another revision of a function",
        RIC,
        "F33",
        _HoldsToRevisions,
        ("E2AP-RESTART-103",),
    ),
    Flaw(
        "ric-forgets-node-with-old-association",
        "Forgets a node when an old association of it ends, though it is set up on a new one",
        RIC,
        "F22",
        _HasOneAssociationANode,
        ("E2AP-RESTART-105",),
    ),
    Flaw(
        "ric-remembers-transactions",
        "Drops the E2 Setup of a restarted node whose TransactionID it has used in an earlier life",
        RIC,
        "F17",
        _RemembersTransactions,
        ("E2AP-RESTART-106",),
    ),
    Flaw(
        "ric-dies-of-many-associations",
        "Crashes when the seventeenth association comes up, though most are gone",
        RIC,
        None,
        _DiesOfManyLives,
        ("E2AP-RESTART-107",),
    ),
    Flaw(
        "ric-expects-reports-on-old-association",
        "Sends an Error Indication about reports of a node that has restarted and was subscribed again",
        RIC,
        "F22",
        _ExpectsTheOldAssociation,
        ("E2AP-RESTART-108",),
    ),
    Flaw(
        "ric-dies-of-old-request-id",
        "Crashes on a RICrequestID of an association that is no more",
        RIC,
        "F22",
        _DiesOfOldIds,
        ("E2AP-RESTART-109", "E2AP-RESTART-110", "E2AP-RESTART-111"),
    ),
)
"""One flaw each."""
