"""Who answers, and after what."""

from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import Cause, GlobalRIC_ID, RICrequestID
from oran_harness.protocols.e2ap.engine import Association, FunctionStatus, Subscription, SubscriptionState
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.answers.refusal import refusal
from oran_harness.steps.causes import FIRST_EDITION, cause

_STANDING = (SubscriptionState.ACTIVE, SubscriptionState.SUSPENDED, SubscriptionState.DELETING)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything that an answer depends on besides its request.

    Without an ``engine``, and where the engine has not seen everything, what it does not know counts as known: then
    nothing is refused for being unknown.
    """

    by: Role
    edition: str
    identity: GlobalRIC_ID
    engine: Association | None = None

    @property
    def first(self) -> bool:
        """Whether E2AP 1.01 is spoken, which has no Transaction IDs and other lists of components."""
        return self.edition == FIRST_EDITION

    def cause(self, name: str) -> Cause:
        """The cause of that name, as ``steps.causes.cause`` gives it."""
        return cause(name, self.edition)

    def refuse(self, request: Message, why: str) -> Message | None:
        """The request's unsuccessful outcome with the cause of that name."""
        return refusal(request, self.cause(why), self.edition)

    def offers(self, function_id: int) -> bool:
        """Whether the node offers the RAN function, as far as can be known."""
        if self.engine is None or not self.engine.functions_known:
            return True
        function = self.engine.functions.get(function_id)
        return function is not None and function.status is not FunctionStatus.DELETED

    def subscription(self, request_id: RICrequestID) -> Subscription | None:
        """The subscription under that id that is not over."""
        return None if self.engine is None else self.engine.subscriptions.get(request_id)

    def standing(self, request_id: RICrequestID) -> Subscription | None:
        """The subscription under that id, if it was admitted and is not over."""
        subscription = self.subscription(request_id)
        return subscription if subscription is not None and subscription.state in _STANDING else None

    def unknown(self, request_id: RICrequestID) -> bool:
        """Whether there surely is no subscription under that id."""
        return self.engine is not None and self.engine.complete and self.subscription(request_id) is None
