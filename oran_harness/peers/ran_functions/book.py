"""The subscriptions of a RAN function: which actions are admitted, which are refused and why (E2AP 8.2.1, 8.2.1A)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from oran_harness.peers.ran_functions.ran_function import Modified, RequestedAction, Subscribed
from oran_harness.protocols.e2ap.elements import Cause, RICrequestID
from oran_harness.steps.causes import cause

T = TypeVar("T")
A = TypeVar("A")

MAXIMUM_SUBSCRIPTIONS = 1024
"""How many subscriptions a function has at most."""
_LAST_SN = 65535


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not served: the name of a cause, as ``steps.causes.cause`` takes it."""

    cause: str


@dataclass(slots=True)
class Subscription(Generic[T, A]):
    """One that stands: its trigger and admitted actions as the function read them, and the next indication SN."""

    request_id: RICrequestID
    trigger: T
    actions: dict[int, A] = field(default_factory=dict)
    next_at: float | None = None
    sn: int = 0

    def take_sn(self) -> int:
        """The SN of this occurrence of the trigger, 0..65535 and then again from 0 (E2AP 9.2.14)."""
        sn, self.sn = self.sn, 0 if self.sn == _LAST_SN else self.sn + 1
        return sn


class Book(Generic[T, A]):
    """All subscriptions of a function.

    ``read_trigger`` and ``read_action`` turn octets into what the function can serve, or a refusal; an action is read
    with the trigger of its subscription. ``renew`` is for an action that is modified without another definition.
    """

    def __init__(
        self,
        e2ap: str,
        read_trigger: Callable[[bytes], T | Refusal],
        read_action: Callable[[RequestedAction, T, float], A | Refusal],
        renew: Callable[[A, RequestedAction], A] = lambda before, action: before,
    ) -> None:
        self.standing: dict[RICrequestID, Subscription[T, A]] = {}
        self._e2ap = e2ap
        self._read_trigger = read_trigger
        self._read_action = read_action
        self._renew = renew

    def cause(self, refusal: Refusal) -> Cause:
        """The cause of a refusal in the E2AP edition that is spoken."""
        return cause(refusal.cause, self._e2ap)

    def subscribe(
        self, request_id: RICrequestID, event_trigger: bytes, actions: Sequence[RequestedAction], now: float
    ) -> Subscribed:
        """Set a subscription up with the actions that can be served; none, if none can."""
        ids = [action.id for action in actions]
        if request_id in self.standing:
            return self._failed("duplicate-ric-request-id")
        if len(self.standing) >= MAXIMUM_SUBSCRIPTIONS:
            return self._failed("function-resource-limit")
        if len(set(ids)) != len(ids):
            return self._failed("duplicate-action")
        trigger = self._read_trigger(event_trigger)
        if isinstance(trigger, Refusal):
            return self._failed(trigger.cause)
        subscription: Subscription[T, A] = Subscription(request_id, trigger)
        result = self._admit(subscription, actions, now)
        if result.admitted:
            self.standing[request_id] = subscription
        return result

    def modify(
        self,
        request_id: RICrequestID,
        now: float,
        event_trigger: bytes | None,
        added: Sequence[RequestedAction],
        modified: Sequence[RequestedAction],
        removed: Sequence[int],
    ) -> Modified:
        """Change a subscription that stands; what cannot be served leaves it as it was."""
        subscription = self.standing.get(request_id)
        if subscription is None:
            return Modified(failure=cause("request-id-unknown", self._e2ap))
        if event_trigger is not None:
            trigger = self._read_trigger(event_trigger)
            if isinstance(trigger, Refusal):
                return Modified(failure=self.cause(trigger))
            subscription.trigger = trigger
        gone = tuple(number for number in removed if subscription.actions.pop(number, None) is not None)
        unknown = cause("action-not-supported", self._e2ap)
        known = [action for action in modified if action.id in subscription.actions]
        changed = self._admit(subscription, known, now)
        strange = tuple((action.id, unknown) for action in modified if action.id not in subscription.actions)
        taken = [action for action in added if action.id in subscription.actions]
        new = self._admit(subscription, [action for action in added if action not in taken], now)
        duplicate = tuple((action.id, cause("duplicate-action", self._e2ap)) for action in taken)
        missing = tuple((number, unknown) for number in removed if number not in gone)
        result = Modified(
            Subscribed(new.admitted, new.refused + duplicate),
            Subscribed(changed.admitted, changed.refused + strange),
            gone,
            missing,
        )
        refused = result.added.refused + result.modified.refused + missing
        done = event_trigger is not None or new.admitted or changed.admitted or gone
        return result if done or not refused else Modified(failure=refused[0][1])

    def drop(self, request_id: RICrequestID) -> Subscription[T, A] | None:
        """End a subscription, if it stands."""
        return self.standing.pop(request_id, None)

    def due(self, now: float) -> Iterable[Subscription[T, A]]:
        """The subscriptions whose time has come, the soonest first."""
        ready = [one for one in self.standing.values() if one.next_at is not None and one.next_at <= now]
        return sorted(ready, key=lambda one: one.next_at or 0.0)

    @property
    def next_at(self) -> float | None:
        """When the next one is due; None if none ever will be."""
        return min((one.next_at for one in self.standing.values() if one.next_at is not None), default=None)

    def _admit(self, subscription: Subscription[T, A], actions: Sequence[RequestedAction], now: float) -> Subscribed:
        admitted: list[int] = []
        refused: list[tuple[int, Cause]] = []
        for action in actions:
            before = subscription.actions.get(action.id)
            read: A | Refusal
            if before is not None and action.definition is None:
                read = self._renew(before, action)
            else:
                read = self._read_action(action, subscription.trigger, now)
            if isinstance(read, Refusal):
                refused.append((action.id, self.cause(read)))
            else:
                subscription.actions[action.id] = read
                admitted.append(action.id)
        failure = refused[0][1] if refused and not admitted else None
        return Subscribed(tuple(admitted), tuple(refused), failure)

    def _failed(self, name: str) -> Subscribed:
        return Subscribed(failure=cause(name, self._e2ap))
