"""What a RAN function of our E2 node does, seen from E2AP: octets in, octets and causes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from oran_harness.protocols.e2ap.elements import Cause, RICrequestID

ActionType = Literal["report", "insert", "policy"]
Subsequent = Literal["continue", "wait"]

_UNITS = (("ms", 1e-3), ("s", 1.0))


@dataclass(frozen=True, slots=True)
class RequestedAction:
    """An action that a RIC asks for (E2AP 9.1.1.1).

    ``definition`` is the service model's, in octets. ``subsequent`` and ``time_to_wait_s`` (in seconds) are those of
    the RIC Subsequent Action, which INSERT has to have.
    """

    id: int
    type: ActionType
    definition: bytes | None = None
    subsequent: Subsequent | None = None
    time_to_wait_s: float | None = None

    @classmethod
    def of(cls, item: Any, *, type: ActionType = "report") -> "RequestedAction":
        """The action of an item to be set up, added or modified; ``type`` for items that do not say it."""
        after = getattr(item, "ric_subsequent_action", None)
        return cls(
            id=item.ric_action_id,
            type=getattr(item, "ric_action_type", None) or type,
            definition=getattr(item, "ric_action_definition", None),
            subsequent=None if after is None else after.ric_subsequent_action_type,
            time_to_wait_s=None if after is None else time_to_wait(after.ric_time_to_wait),
        )


def time_to_wait(value: str | None) -> float | None:
    """A RIC Time to Wait (E2AP 9.2.13) in seconds: ``w10ms`` is 0.01, ``zero`` (1.01) 0; None for no known form."""
    if value is None:
        return None
    if value == "zero":
        return 0.0
    for unit, seconds in _UNITS:
        digits = value.removeprefix("w").removesuffix(unit)
        if digits.isdecimal():
            return int(digits) * seconds
    return None


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What became of requested actions, each of which is in one of both lists.

    ``failure`` is the cause if nothing is admitted: then E2AP's answer is the procedure's failure (E2AP 8.2.1).
    """

    admitted: tuple[int, ...] = ()
    refused: tuple[tuple[int, Cause], ...] = ()
    failure: Cause | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """What became of a modification (E2AP 8.2.1A): each action that was to be added, modified or removed.

    ``failure`` is the cause if nothing of it was done.
    """

    added: Subscribed = Subscribed()
    modified: Subscribed = Subscribed()
    removed: tuple[int, ...] = ()
    not_removed: tuple[tuple[int, Cause], ...] = ()
    failure: Cause | None = None


@dataclass(frozen=True, slots=True)
class Indication:
    """A RIC Indication to send; ``call_process_id`` is there for INSERT. ``sn`` is 0..65535."""

    request_id: RICrequestID
    action_id: int
    type: Literal["report", "insert"]
    header: bytes
    message: bytes
    call_process_id: bytes | None = None
    sn: int = 0


@dataclass(frozen=True, slots=True)
class Controlled:
    """A control request was executed; the outcome may be absent."""

    outcome: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A query was answered."""

    outcome: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """A control request or query could not be served."""

    cause: Cause
    outcome: bytes | None = None


class RanFunction(Protocol):
    """A RAN function that our node offers and serves. Nothing that a RIC sends makes it raise.

    ``now`` is in seconds of one monotonic clock. Causes are spelt as the E2AP edition has them that the function was
    made for. RAN Function IDs, the ids of subscriptions being known or taken, and start and end times are the node's
    business.
    """

    @property
    def key(self) -> str:
        """The service model's key, ``"kpm"`` or ``"rc"``."""
        ...

    @property
    def edition(self) -> str:
        """The service model's edition."""
        ...

    @property
    def oid(self) -> str:
        """The RAN Function OID (E2AP 9.2.31)."""
        ...

    @property
    def short_name(self) -> str:
        """The RAN Function Short Name."""
        ...

    @property
    def revision(self) -> int:
        """The RAN Function Revision, 0..4095: how often the definition changed (E2AP 9.2.24)."""
        ...

    @property
    def definition(self) -> bytes:
        """The RAN Function Definition as it is now."""
        ...

    @property
    def subscriptions(self) -> tuple[RICrequestID, ...]:
        """The subscriptions that stand."""
        ...

    @property
    def wakes_at(self) -> float | None:
        """When ``indications`` is wanted next; None for not at all."""
        ...

    def revise(self) -> None:
        """Change what the function offers: another definition, and the next revision."""
        ...

    def subscribe(
        self, request_id: RICrequestID, event_trigger: bytes, actions: Sequence[RequestedAction], now: float
    ) -> Subscribed:
        """Set a subscription up with all actions that can be served; an id that is taken is refused."""
        ...

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
        """Change a subscription: its trigger, and its actions one by one."""
        ...

    def unsubscribe(self, request_id: RICrequestID, now: float) -> bool:
        """End a subscription and its call processes; False if there is none of that id."""
        ...

    def clear(self) -> None:
        """End all subscriptions and call processes, as Reset and a lost association do."""
        ...

    def indications(self, now: float) -> tuple[Indication, ...]:
        """What is due by now, oldest first."""
        ...

    def report_now(self, now: float) -> tuple[Indication, ...]:
        """One indication of each REPORT action, whether it is due or not; what is due stays due."""
        ...

    def insert_now(self, now: float) -> tuple[Indication, ...]:
        """One indication of each INSERT action, whether its trigger has fired or not."""
        ...

    def control(self, header: bytes, message: bytes, call_process_id: bytes | None, now: float) -> Controlled | Failed:
        """Execute a control request; whether the RIC wants to hear of it is the node's business."""
        ...

    def query(self, header: bytes, definition: bytes, now: float) -> Answered | Failed:
        """Answer a query."""
        ...
