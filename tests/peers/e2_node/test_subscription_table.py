"""The subscriptions that the node has."""

import pytest

from oran_harness.peers.e2_node.subscription_table import NodeSubscription, SubscriptionTable, on_clock
from oran_harness.protocols.e2ap.elements import RICrequestID

FIRST, SECOND = RICrequestID(1, 1), RICrequestID(1, 2)


def test_subscriptions_are_found_by_their_id() -> None:
    """Until they are removed."""
    table = SubscriptionTable()
    assert table.last is None
    one, two = NodeSubscription(FIRST, 1, "1"), NodeSubscription(SECOND, 2, "1")
    table.add(one)
    table.add(two)
    assert table.get(FIRST) is one
    assert table.get(None) is None
    assert table.last is two
    assert table.of(lambda each: each.function_id == 2) == (two,)
    table.remove(SECOND)
    table.remove(SECOND)
    assert (list(table), len(table)) == ([one], 1)
    table.clear()
    assert list(table) == []


def test_a_trigger_has_its_time() -> None:
    """It is enabled from its start on, until it is ended."""
    subscription = NodeSubscription(FIRST, 1, "1", starts_at=5.0)
    assert [subscription.triggers(now) for now in (4.9, 5.0, 9.0)] == [False, True, True]
    subscription.ended = True
    assert not subscription.triggers(9.0)
    assert NodeSubscription(FIRST, 1, "1").triggers(0.0)


def test_ntp_time_is_read_on_the_clock() -> None:
    """Seconds since 1900 in the first 32 bits, fractions in the others (RFC 5905)."""
    epoch = 1_767_225_600.0
    stamp = ((2_208_988_800 + 1_767_225_600 + 10) << 32 | 1 << 31).to_bytes(8, "big")
    assert on_clock(stamp, epoch) == pytest.approx(10.5, abs=1e-5)
