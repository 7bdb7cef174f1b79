"""All that is known of one association."""

from dataclasses import replace

from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.engine.records import SUBSCRIPTIONS, Moment
from tests.protocols.e2ap.engine.conversation import NODE, operational, rid, subscribed


def test_copies_are_apart() -> None:
    """What is tried on a copy does not touch the original."""
    records = subscribed().association._records
    twin = records.copy()
    twin.advance(twin.subscriptions[rid()], "RICsubscriptionDeleteRequest", Moment(9, 1.0, None, NODE))
    twin.functions.clear()
    twin.waits.clear()
    twin.doubt()
    assert records.subscriptions[rid()].state is SubscriptionState.ACTIVE
    assert records.complete
    assert len(records.functions) == 2


def test_subscriptions_are_bounded() -> None:
    """The oldest are forgotten, and then no Indication is called one for an unknown subscription."""
    talk = subscribed()
    records = talk.association._records
    model = records.subscriptions[rid()]
    for instance in range(2, SUBSCRIPTIONS + 2):
        records.keep(replace(model, request_id=rid(10, instance)))
    assert len(records.subscriptions) == SUBSCRIPTIONS
    assert not records.subscriptions_known


def test_forgetting_settled_ends_costs_no_knowledge() -> None:
    """A subscription that surely ended is as unknown as one that never was; a doubtful one is not."""
    for certain in (True, False):
        records = subscribed().association._records
        model = replace(records.subscriptions[rid()], state=SubscriptionState.DELETED, certain=certain)
        for instance in range(SUBSCRIPTIONS + 1):
            records.keep(replace(model, request_id=rid(11, instance)))
        assert len(records.gone) == SUBSCRIPTIONS
        assert records.subscriptions_known is certain


def test_a_complete_record_knows_everything() -> None:
    """After doubt nothing is known to be complete."""
    records = operational().association._records
    assert records.complete
    records.doubt()
    assert not records.complete
