"""The states that things are in, and the shape of a state table."""

from oran_harness.protocols.e2ap.engine import StateTable, SubscriptionState


def test_states_of_a_table_are_in_its_order() -> None:
    """The initial state first, then as the rows name them."""
    table = StateTable("x", "X", "8.9", "a", (("a", "go", "c"), ("c", "back", "a"), ("c", "on", "b")))
    assert table.states == ("a", "c", "b")


def test_a_subscription_is_over_when_nothing_is_left_of_it() -> None:
    """What is asked to end still stands."""
    over = {state for state in SubscriptionState if state.over}
    assert over == {
        SubscriptionState.ABSENT,
        SubscriptionState.REFUSED,
        SubscriptionState.DELETED,
        SubscriptionState.RESET,
        SubscriptionState.RELEASED,
    }
