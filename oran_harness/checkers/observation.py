"""What rules see: one thing that happened, with all that was known of its association at that moment.

An observation is complete in itself: a rule needs nothing else and keeps nothing. The ``association`` in it is the
follower's own and lives on; it stands as described only until the next event is fed.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from oran_harness.checkers.association import Association, End
from oran_harness.checkers.netconf.session import Session
from oran_harness.checkers.two_ends import OneEnd, TwoEnds
from oran_harness.model import Complaint, Event, EventKind, Role
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.engine import End as EngineEnd
from oran_harness.protocols.e2ap.engine import Irregularity, OfferedFunction, Step, SubscribedAction, Subscription
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import DecodedPayload, PayloadKind, RevisionTracker

if TYPE_CHECKING:
    from oran_harness.protocols.netconf import Breach as NetconfBreach
    from oran_harness.protocols.netconf import Said

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class AssociationBegan:
    """An association came up, or its first message was seen."""

    event: Event
    association: Association


@dataclass(frozen=True, slots=True)
class MessageObserved:
    """One E2AP message.

    ``decoded`` is the message in the edition that fits best, ``accepting`` the editions that accept it. ``step`` is
    what it meant for the procedures, None where its sender's role is not known or its envelope not readable.
    ``payloads`` are the service-model payloads in it. ``number`` counts the association's messages from 1.
    """

    event: Event
    association: Association
    sender: End
    receiver: End
    decoded: DecodedMessage
    accepting: tuple[str, ...]
    step: Step | None
    payloads: tuple["PayloadObserved", ...]
    number: int
    former_editions: tuple[str, ...] = ()
    last_stream: int | None = None
    last_sn: int | None = None

    @property
    def message(self) -> Message | None:
        """The typed message, as far as it could be read."""
        return self.decoded.message

    @property
    def role(self) -> Role | None:
        """The sender's role, None if not known."""
        return self.sender.role


@dataclass(frozen=True, slots=True)
class ComplaintObserved:
    """One thing that is wrong with the octets of an E2AP message."""

    seen: MessageObserved
    complaint: Complaint

    @property
    def event(self) -> Event:
        """The event of the message."""
        return self.seen.event

    @property
    def association(self) -> Association:
        """The message's association."""
        return self.seen.association


@dataclass(frozen=True, slots=True)
class IrregularityObserved:
    """One departure from the procedures; ``seen`` is None where the end of the association showed it."""

    event: Event
    association: Association
    irregularity: Irregularity
    seen: MessageObserved | None
    step: Step | None
    end: EngineEnd | None = None


@dataclass(frozen=True, slots=True)
class PayloadObserved:
    """One service-model payload of a message.

    ``path`` names the IE that it stands in, ``offset`` its first octet in the message. ``definition`` and
    ``action_definition`` are the decoded RAN Function Definition and Action Definition that it has to agree with, where
    known; ``trigger`` is the subscription's decoded Event Trigger Definition. ``others`` are all decoded payloads of
    the message by kind, for what must fit together, with those of the request that it answers. ``action_id`` is the RIC
    Action ID it belongs to. ``offer_settled`` tells that the function's definition is surely the one to judge it by.
    ``revisions`` and ``other_revisions`` know which editions of the service model the sender and the far end may speak
    for this function, after this payload.
    """

    event: Event
    association: Association
    sender: End
    message: Message
    payload: DecodedPayload
    path: str
    offset: int
    function: OfferedFunction | None = None
    definition: DecodedPayload | None = None
    subscription: Subscription | None = None
    action: SubscribedAction | None = None
    action_definition: DecodedPayload | None = None
    trigger: DecodedPayload | None = None
    action_id: int | None = None
    others: tuple[DecodedPayload, ...] = ()
    offer_settled: bool = True
    revisions: RevisionTracker | None = None
    other_revisions: RevisionTracker | None = None
    answered: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What ``once`` keeps."""

    @property
    def role(self) -> Role | None:
        """The sender's role, None if not known."""
        return self.sender.role

    @property
    def value(self) -> Any:
        """The payload's value, as far as it could be read."""
        return self.payload.value

    def other(self, kind: PayloadKind) -> DecodedPayload | None:
        """The message's payload of another kind, None if it has none."""
        return next((each for each in self.others if each.kind is kind), None)


def once(ask: Callable[[PayloadObserved], _Answer]) -> Callable[[PayloadObserved], _Answer]:
    """A question that several rules ask of a payload: it is worked out for the first, and kept with the payload."""

    @functools.wraps(ask)
    def answer(seen: PayloadObserved) -> _Answer:
        answered = seen.answered
        if ask not in answered:
            answered[ask] = ask(seen)
        found: _Answer = answered[ask]
        return found

    return answer


@dataclass(frozen=True, slots=True)
class AssociationEnded:
    """An association ended, or the history did while it stood.

    ``how`` is ``"shutdown"``, ``"abort"``, ``"down"``, ``"restart"`` or ``"history ends"``, ``by`` the end that began
    it, None if unknown. ``last`` is the last message; ``end`` what the procedures were left with.
    """

    event: Event
    association: Association
    how: str
    by: End | None
    end: EngineEnd
    last: MessageObserved | None

    @property
    def aborted(self) -> bool:
        """Whether it was cut off rather than shut down."""
        return self.how == EventKind.ABORT.value


@dataclass(frozen=True, slots=True)
class SessionBegan:
    """A NETCONF session began, or its first octets were seen."""

    event: Event
    association: Session


@dataclass(frozen=True, slots=True)
class NetconfMessageObserved:
    """One message of a NETCONF session; ``label`` is what a line calls it. ``event`` has the last octets of it."""

    event: Event
    association: Session
    sender: OneEnd
    said: "Said"
    label: str


@dataclass(frozen=True, slots=True)
class NetconfBreachObserved:
    """One departure from NETCONF; ``blame`` is None where the text, or the evidence, leaves it open."""

    event: Event
    association: Session
    breach: "NetconfBreach"
    blame: Role | Literal["harness"] | None


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """A NETCONF session ended, or the history did while it stood: see ``AssociationEnded``."""

    event: Event
    association: Session
    how: str
    by: OneEnd | None


@dataclass(frozen=True, slots=True)
class HarnessFailed:
    """Something in this harness broke: ``where`` is a rule's id or a part's name, ``error`` what it raised."""

    event: Event
    association: TwoEnds[Any] | None
    where: str
    error: str


@dataclass(frozen=True, slots=True)
class NoteObserved:
    """A note in the history: something that the recording has to say about itself."""

    event: Event


@dataclass(frozen=True, slots=True)
class HistoryEnded:
    """Nothing more will come; ``event`` is the last one."""

    event: Event
    associations: tuple[Association, ...]


Observation = (
    AssociationBegan
    | MessageObserved
    | ComplaintObserved
    | IrregularityObserved
    | PayloadObserved
    | AssociationEnded
    | SessionBegan
    | NetconfMessageObserved
    | NetconfBreachObserved
    | SessionEnded
    | HarnessFailed
    | NoteObserved
    | HistoryEnded
)
