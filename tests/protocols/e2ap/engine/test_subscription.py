"""A subscription and its actions."""

from oran_harness.protocols.e2ap.engine import SubscribedAction, Subscription, SubscriptionState
from tests.protocols.e2ap.engine.conversation import rid


def _subscription(state: SubscriptionState) -> Subscription:
    return Subscription(rid(), 1, b"t", {1: SubscribedAction(1, "report")}, state, 1, 0.0)


def test_it_is_alive_while_indications_may_come() -> None:
    """Answered, neither suspended nor over."""
    alive = {state for state in SubscriptionState if _subscription(state).alive}
    assert alive == {SubscriptionState.ACTIVE, SubscriptionState.DELETING}
    assert _subscription(SubscriptionState.SUSPENDED).suspended


def test_actions_are_replaced_by_id() -> None:
    """A new action joins, a changed one takes its own place."""
    held = _subscription(SubscriptionState.ACTIVE).with_actions(SubscribedAction(2, "insert"))
    held = held.with_actions(SubscribedAction(1, "report", admitted=True))
    assert list(held.actions) == [1, 2]
    assert held.actions[1].admitted is True


def test_doubt_is_all_that_changes() -> None:
    """A doubtful subscription is the same but for its certainty."""
    held = _subscription(SubscriptionState.ACTIVE)
    assert held.doubtful() == Subscription(
        rid(), 1, b"t", {1: SubscribedAction(1, "report")}, SubscriptionState.ACTIVE, 1, 0.0, certain=False
    )
