"""The follower's memory of one association and of the whole history: bounded, and read-only for rules."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from oran_harness.checkers.claimed import Claimed
from oran_harness.checkers.kept import MOST_KEPT
from oran_harness.checkers.two_ends import OneEnd, TwoEnds
from oran_harness.model import Event, Role
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine import Association as Procedures
from oran_harness.protocols.e2ap.engine import Wait
from oran_harness.protocols.e2ap.speaker import Speaker
from oran_harness.service_models import RevisionTracker

if TYPE_CHECKING:
    from oran_harness.checkers.observation import MessageObserved

_MOST_SIBLINGS = 32
"""As many associations as E2AP lets an interface have (maxofTNLA)."""
_K = TypeVar("_K")
_V = TypeVar("_V")


class Bounded(OrderedDict[_K, _V], Generic[_K, _V]):
    """A dict that forgets its oldest entries beyond ``most``: a peer may not make it grow without end."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.forgot = False

    def __setitem__(self, key: _K, value: _V) -> None:
        super().__setitem__(key, value)
        if len(self) > self.most:
            self.popitem(last=False)
            self.forgot = True


@dataclass(slots=True, eq=False)
class End(OneEnd):
    """One end of an E2 association.

    ``speaker`` knows which E2AP editions it may speak; ``identity`` is the Global E2 Node ID or Global RIC ID that it
    gave.
    """

    speaker: Speaker = field(default_factory=Speaker)
    identity: Hashable = None
    revisions: Bounded[int, RevisionTracker] = field(default_factory=lambda: Bounded(256))

    @property
    def editions(self) -> tuple[str, ...]:
        """The E2AP editions that fit all it sent; empty while nothing it sent fits any."""
        return self.speaker.candidates if self.speaker.heard else ()


@dataclass(slots=True, eq=False)
class Association(TwoEnds[End]):
    """One association between a near-RT RIC and an E2 node, as far as it was followed.

    ``whole`` tells that its beginning was seen. ``support_streams`` and ``service_streams`` are the streams on which
    the interface's own procedures (E2AP 8.3) and RIC services (8.2) travelled. ``procedures`` is the engine's view.
    ``latest`` is the last message. ``indication_streams`` and ``sequence_numbers`` are those of the latest indications,
    the numbers by action. ``hosts`` are the addresses of both ends, without ports.
    """

    history: "History"
    procedures: Procedures
    began: Event
    whole: bool
    support_streams: set[int] = field(default_factory=set)
    service_streams: set[int] = field(default_factory=set)
    indication_streams: Bounded[RICrequestID, int] = field(default_factory=lambda: Bounded(4096))
    sequence_numbers: Bounded[RICrequestID, dict[int | None, int]] = field(default_factory=lambda: Bounded(4096))
    latest: "MessageObserved | None" = None
    hosts: frozenset[str] = frozenset()

    def may_share(self, other: "Association") -> bool:
        """Whether another may be of the same E2 interface, for all that their addresses tell."""
        return self is not other and not other.ended and self.hosts == other.hosts


@dataclass(slots=True, eq=False)
class History:
    """What is remembered beyond one association.

    ``clock_epoch`` is the Unix time of the history's first moment, 0.0 if unknown. ``mirrored`` keeps, for each RIC
    end, the PLMN octets that it gave as its own where they were the node's, with the identities of those nodes;
    ``own_plmn`` the RIC ends that gave another one. ``waits`` are Times to Wait by node and RIC end; ``nodes`` the
    associations that stand, by the node's identity; ``strangers`` those whose node is not known; ``former`` the
    procedures of the latest one that is over, by the node's identity. ``kept`` are subscriptions of before the history
    that a note tells of: whether they outlive their association is open (E2AP 8.3.1.1). ``claims`` are those of the
    vendors, by role, as far as notes tell them. ``begun`` counts the E2AP associations so far.
    """

    clock_epoch: float = 0.0
    mirrored: Bounded[str, dict[bytes, set[Hashable]]] = field(default_factory=lambda: Bounded(256))
    own_plmn: Bounded[str, bool] = field(default_factory=lambda: Bounded(256))
    waits: Bounded[tuple[Hashable, str], Mapping[tuple[int, Role], Wait]] = field(default_factory=lambda: Bounded(1024))
    strangers: Bounded[str, Association] = field(default_factory=lambda: Bounded(256))
    nodes: Bounded[Hashable, list[Association]] = field(default_factory=lambda: Bounded(4096))
    former: Bounded[Hashable, Procedures] = field(default_factory=lambda: Bounded(256))
    kept: tuple[RICrequestID, ...] = ()
    claims: dict[Role, Claimed] = field(default_factory=dict)
    begun: int = 0

    def claim(self, told: tuple[Role, Claimed] | None) -> None:
        """Take in the claims of one more note, if it tells any; the latest of a role hold."""
        if told is not None:
            role, claimed = told
            self.claims[role] = claimed

    def keep(self, names: Iterable[RICrequestID]) -> None:
        """Take in the subscriptions of one more note; of too many the first are left out."""
        self.kept = tuple(dict.fromkeys((*self.kept, *names)))[-MOST_KEPT:]

    @property
    def leftovers(self) -> frozenset[RICrequestID]:
        """The subscriptions that E2 nodes may keep when all of it is over."""
        standing = (each.procedures for known in self.nodes.values() for each in known)
        return frozenset(name for each in (*self.former.values(), *standing) for name in each.leftovers)

    def siblings(self, association: Association) -> tuple[Association, ...]:
        """The other standing associations of the same E2 node (E2AP 8.3.5.2, 8.3.6.2)."""
        node = association.with_role(Role.E2_NODE)
        known = self.nodes.get(node.identity, []) if node is not None and node.identity is not None else []
        return tuple(each for each in known if each is not association and not each.ended)

    def leave(self, association: Association) -> None:
        """An association is over: nothing of it is needed any more."""
        self.strangers.pop(association.id, None)
        node = association.with_role(Role.E2_NODE)
        known = self.nodes.get(node.identity) if node is not None and node.identity is not None else None
        if node is None or known is None:
            return
        self._inherit(association, node.identity)
        self.former[node.identity] = association.procedures
        left = [each for each in known if each is not association]
        if left:
            self.nodes[node.identity] = left
        else:
            del self.nodes[node.identity]

    def join(self, association: Association, identity: Hashable) -> None:
        """An association says which E2 node it belongs to: what its siblings know is doubtful from now on."""
        self.strangers.pop(association.id, None)
        self._inherit(association, identity)
        known = [each for each in self.nodes.get(identity, ()) if not each.ended and each is not association]
        self.nodes[identity] = [*known, association][-_MOST_SIBLINGS:]
        if known:
            for each in (*known, association):
                each.procedures.share()

    def _inherit(self, association: Association, identity: Hashable) -> None:
        """What the node's associations that are over leave behind: no rule says that it ends with them."""
        association.procedures.remain(self.kept)
        former = self.former.get(identity)
        if former is not None:
            association.procedures.inherit(former)
