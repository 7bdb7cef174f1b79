"""The orders of a run."""

from oran_harness.model.order import Order


def test_orders_are_words_of_the_command_line() -> None:
    """They are written and read as they are in results.json."""
    assert [str(order) for order in Order] == ["declared", "reversed", "random"]
    assert Order("random") is Order.RANDOM
