"""Which messages a rule means."""

import pytest

from oran_harness.faults.message_rule import MessageRule, Passing, Selector
from oran_harness.model import Role

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
INDICATION = Passing(NODE, "RICindication", "RICindication", (10, 1), age=5.0, standing=2.0)


@pytest.mark.parametrize(
    ("selector", "fits"),
    [
        (Selector(), True),
        (Selector(source=NODE), True),
        (Selector(source=RIC), False),
        (Selector(name="RICindication"), True),
        (Selector(name="ResetRequest"), False),
        (Selector(request=(10, 1)), True),
        (Selector(request=(10, 2)), False),
        (Selector(after=5.0), True),
        (Selector(after=5.1), False),
        (Selector(subscribed=True), True),
        (Selector(subscribed=True, after=2.0), True),
        (Selector(subscribed=True, after=2.1), False),
        (Selector(source=NODE, name="RICindication", request=(10, 2)), False),
    ],
)
def test_everything_that_is_given_has_to_fit(selector: Selector, fits: bool) -> None:
    """Who sends, what, about which request, and when."""
    assert selector.fits(INDICATION) is fits


def test_a_procedure_stands_for_its_messages() -> None:
    """The name of a procedure means each message of it."""
    assert Selector(name="E2setup").fits(Passing(RIC, "E2setupFailure", "E2setup"))


def test_without_a_subscription_nothing_is_during_one() -> None:
    """While none stands no message fits."""
    assert not Selector(subscribed=True).fits(Passing(NODE, "RICindication", "RICindication"))


@pytest.mark.parametrize(
    ("selector", "picked"),
    [(Selector(), [1, 2, 3, 4, 5, 6]), (Selector(nth=3), [3]), (Selector(every=2), [2, 4, 6])],
)
def test_counting(selector: Selector, picked: list[int]) -> None:
    """All, one alone, or each so manieth."""
    assert [count for count in range(1, 7) if selector.picks(count)] == picked


def test_a_cut_by_time() -> None:
    """A cut that names no message comes true by time; nothing else does."""
    assert MessageRule("cut", Selector(subscribed=True)).timed
    assert not MessageRule("cut", Selector(nth=1)).timed
    assert not MessageRule("drop", Selector(after=1.0)).timed
