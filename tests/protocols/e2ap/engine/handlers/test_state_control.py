"""RIC Subscription State Control."""

from collections.abc import Sequence

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    Conversation,
    Row,
    action,
    check_fires,
    check_silent,
    indication,
    names,
    rid,
    subscribed,
)

CONTROL = rid(40, 1)


def _items(instance: int | None, actions: Sequence[int]) -> tuple[e.RICsubscriptionList_Item, ...] | None:
    if instance is None:
        return None
    listed = tuple(e.RICactionList_Item(name) for name in actions) or None
    return (e.RICsubscriptionList_Item(rid(10, instance), listed),)


def ask(suspend: int | None = None, resume: int | None = None, actions: Sequence[int] = ()) -> Message:
    """RICsubscriptionStateControlRequest."""
    item = e.RANfunctionStateControl_Item(1, _items(suspend, actions), _items(resume, actions))
    return m.RICsubscriptionStateControlRequest(CONTROL, (item,))


def done(suspended: int | None = None, resumed: int | None = None, actions: Sequence[int] = ()) -> Message:
    """RICsubscriptionStateControlResponse."""
    item = e.RANfunctionStateConfirm_Item(1, _items(suspended, actions), _items(resumed, actions))
    return m.RICsubscriptionStateControlResponse(CONTROL, (item,))


def suspended() -> Conversation:
    """A conversation with a suspended subscription of two actions."""
    talk = subscribed(action(1), action(2))
    talk.ric(ask(1))
    talk.node(done(1))
    return talk


def _action_suspended() -> Conversation:
    talk = subscribed(action(1), action(2))
    talk.ric(ask(1, actions=(2,)))
    talk.node(done(1, actions=(2,)))
    return talk


ROWS = [
    Row(
        Kind.STATE_CHANGE_NEVER_ASKED,
        NODE,
        lambda talk: (talk.ric(ask(1)), talk.node(done(suspended=1, resumed=1))),
        lambda talk: (talk.ric(ask(1)), talk.node(done(1))),
        begin=subscribed,
    ),
    Row(
        Kind.STATE_CHANGE_NOTHING_DONE,
        NODE,
        lambda talk: (talk.ric(ask(1)), talk.node(done())),
        lambda talk: (talk.ric(ask(1)), talk.node(m.RICsubscriptionStateControlFailure(CONTROL, CAUSE))),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_WHILE_SUSPENDED,
        NODE,
        lambda talk: talk.node(indication()),
        lambda talk: (talk.ric(ask(resume=1)), talk.node(done(resumed=1), indication())),
        begin=suspended,
    ),
    Row(
        Kind.INDICATION_WHILE_SUSPENDED,
        NODE,
        lambda talk: talk.node(indication(2)),
        lambda talk: talk.node(indication(1)),
        begin=_action_suspended,
        name="action",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What breaks a suspension is noted against the node."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """Suspending and resuming as asked is not."""
    check_silent(row)


def test_the_node_suspends_from_its_response_on() -> None:
    """Until the response Indications go on; leaving an item out of the response refuses it (E2AP 8.2.10.2)."""
    talk = subscribed()
    talk.ric(ask(1))
    talk.node(indication())
    assert not talk.association.subscriptions[rid()].suspended
    talk.node(done(1))
    assert talk.association.subscriptions[rid()].suspended
    assert talk.found == []


def test_an_indication_may_precede_the_response_to_a_resumption() -> None:
    """Once the RIC asks to resume, the node may report before it answers."""
    talk = suspended()
    talk.ric(ask(resume=1))
    talk.node(indication())
    assert talk.found == []


def test_resuming_an_action_of_a_suspended_subscription_is_open() -> None:
    """Nobody is accused of Indications after any resumption."""
    talk = suspended()
    talk.ric(ask(resume=1, actions=(2,)))
    talk.node(done(resumed=1, actions=(2,)), indication(2), indication(1))
    assert talk.found == []
    assert talk.association.subscriptions[rid()].state is SubscriptionState.ACTIVE


def test_an_indication_of_another_stream_may_be_late() -> None:
    """What was sent before the suspension may come after it on another stream."""
    talk = subscribed()
    talk.ric(ask(1), stream=1)
    talk.node(done(1), stream=1)
    talk.node(indication(), stream=2)
    assert talk.of(Kind.INDICATION_WHILE_SUSPENDED).open
