"""A subscription and its actions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from oran_harness.protocols.e2ap.elements import RICrequestID, RICsubsequentAction
from oran_harness.protocols.e2ap.engine.states import SubscriptionState


@dataclass(frozen=True, slots=True)
class SubscribedAction:
    """One action of a subscription (E2AP 9.1.1.1).

    ``type`` is ``"report"``, ``"insert"`` or ``"policy"``; ``definition`` the service model's octets. ``admitted`` is
    None until the node has said; ``removed`` and ``suspended`` follow Modification (8.2.5) and State Control (8.2.10).
    """

    id: int
    type: str
    definition: bytes | None = None
    subsequent_action: RICsubsequentAction | None = None
    execution_order: int | None = None
    admitted: bool | None = None
    removed: bool = False
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subscription, named by its RIC Request ID for as long as it lives (E2AP 8.2.1, 9.2.7).

    ``event_trigger`` is the service model's octets, None if not readable. ``start_time`` and ``end_time`` are the eight
    octets of an NTP time stamp. ``requested_n``, ``answered_n`` and ``ended_n`` are event numbers, ``changed`` is the
    time in seconds of the latest change of ``state`` and ``changed_stream`` the stream that it came on;
    ``actions_changed`` and its stream tell when actions were removed or suspended last, ``redefined`` when its id
    or a definition in it got another meaning last, None if never. ``certain`` is False where
    unseen messages, or what the text leaves open, may have changed it: then it accuses nobody.
    """

    request_id: RICrequestID
    ran_function_id: int | None
    event_trigger: bytes | None
    actions: Mapping[int, SubscribedAction]
    state: SubscriptionState
    requested_n: int
    changed: float
    changed_stream: int | None = None
    actions_changed: float = 0.0
    actions_changed_stream: int | None = None
    redefined: float | None = None
    start_time: bytes | None = None
    end_time: bytes | None = None
    answered_n: int | None = None
    ended_n: int | None = None
    certain: bool = True

    @property
    def suspended(self) -> bool:
        """Whether the whole subscription is suspended (8.2.10)."""
        return self.state is SubscriptionState.SUSPENDED

    @property
    def alive(self) -> bool:
        """Whether indications may come: it was answered and is neither suspended nor over."""
        return self.state in (SubscriptionState.ACTIVE, SubscriptionState.DELETING)

    def doubtful(self) -> "Subscription":
        """The same subscription, accusing nobody from now on."""
        return replace(self, certain=False)

    def with_actions(self, *actions: SubscribedAction) -> "Subscription":
        """The same subscription with these actions put in, by their ids."""
        return replace(self, actions={**self.actions, **{action.id: action for action in actions}})
