"""RIC Subscription."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import SubscriptionState
from tests.protocols.e2ap.engine.conversation import (
    NODE,
    RIC,
    Row,
    action,
    check_fires,
    check_silent,
    indication,
    names,
    operational,
    rid,
    subscribed,
    subscription_failure,
    subscription_request,
    subscription_response,
)

TWO = (action(1), action(2))
ROWS = [
    Row(
        Kind.ACTION_ID_REPEATED,
        RIC,
        lambda talk: talk.ric(subscription_request((action(1), action(1, definition=b"b")))),
        lambda talk: talk.ric(subscription_request(TWO)),
    ),
    Row(
        Kind.INSERT_WITHOUT_SUBSEQUENT_ACTION,
        RIC,
        lambda talk: talk.ric(subscription_request((action(1, "insert", waits=False),))),
        lambda talk: talk.ric(subscription_request((action(1, "insert"), action(2), action(3, "policy")))),
    ),
    Row(
        Kind.ID_OF_EXISTING_SUBSCRIPTION,
        RIC,
        lambda talk: talk.ric(subscription_request(trigger=b"other")),
        lambda talk: talk.ric(subscription_request(instance=2)),
        begin=subscribed,
    ),
    Row(
        Kind.IDENTICAL_REQUEST_ACCEPTED,
        NODE,
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_response())),
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_failure())),
        begin=subscribed,
    ),
    Row(
        Kind.ACTION_NOT_ANSWERED,
        NODE,
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((1,)))),
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((1,), (2,)))),
    ),
    Row(
        Kind.ACTION_NEVER_REQUESTED,
        NODE,
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((1, 2, 3)))),
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((2, 1)))),
    ),
    Row(
        Kind.ACTION_ANSWERED_TWICE,
        NODE,
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((1, 2), (2,)))),
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((1,), (2,)))),
    ),
    Row(
        Kind.NOTHING_ADMITTED,
        NODE,
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_response((), (1, 2)))),
        lambda talk: (talk.ric(subscription_request(TWO)), talk.node(subscription_failure())),
    ),
    Row(
        Kind.ANSWER_FUNCTION_DIFFERS,
        NODE,
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_response(function_id=2))),
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_response(function_id=1))),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What a subscription or its answer breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right subscription is not; refusing some actions is legal."""
    check_silent(row)


def test_a_subscription_holds_what_was_asked_and_admitted() -> None:
    """Trigger, actions with their definitions, and the node's verdict on each (E2AP 8.2.1.2)."""
    talk = operational()
    step = talk.ric(subscription_request((action(1, "insert", b"one"), action(2, "policy", b"two"))))
    assert step.subscription is not None
    assert step.subscription.state is SubscriptionState.REQUESTED
    assert step.function is not None
    step = talk.node(subscription_response((1,), (2,)))
    held = talk.association.subscriptions[rid()]
    assert step.subscription == held
    assert (held.ran_function_id, held.event_trigger, held.state) == (1, b"t", SubscriptionState.ACTIVE)
    assert [(one.type, one.definition, one.admitted) for one in held.actions.values()] == [
        ("insert", b"one", True),
        ("policy", b"two", False),
    ]
    assert held.actions[1].subsequent_action is not None
    assert (held.requested_n, held.answered_n) == (3, 4)


def test_a_refused_subscription_is_over() -> None:
    """After a failure nothing stands, and the id may be used again."""
    talk = operational()
    talk.ric(subscription_request())
    talk.node(subscription_failure())
    assert rid() not in talk.association.subscriptions
    former = talk.association.former_subscription(rid())
    assert former is not None
    assert former.state is SubscriptionState.REFUSED
    talk.ric(subscription_request())
    talk.node(subscription_response())
    assert talk.association.subscriptions[rid()].state is SubscriptionState.ACTIVE
    assert talk.found == []


def test_other_contents_under_a_standing_id_are_open() -> None:
    """The node may accept or refuse them; nobody is accused of what follows (E2AP 8.2.1, 9.2.7)."""
    talk = subscribed()
    talk.ric(subscription_request((action(5),), trigger=b"other"))
    talk.node(subscription_response((5,)), indication(5), indication(1))
    assert talk.accused == []
    assert talk.association.subscriptions[rid()].event_trigger == b"other"


def test_the_same_trigger_under_a_new_id_is_open() -> None:
    """A node may serve the same trigger twice, or refuse it: no sentence says which."""
    talk = subscribed()
    talk.ric(subscription_request(instance=2))
    talk.node(subscription_response(instance=2))
    assert talk.found == []


def test_a_subscription_without_an_id_may_be_any() -> None:
    """A request whose id is not readable may have made the subscription that an Indication names."""
    talk = operational()
    talk.ric(m.RICsubscriptionRequest(ran_function_id=1), intact=False)
    talk.node(indication(instance=4))
    assert talk.accused == []


def test_an_answer_to_no_request_accuses_its_sender_once() -> None:
    """A stray response is one mistake; what stands under its id is in doubt from then on."""
    talk = subscribed()
    talk.node(subscription_response((1, 9)), indication(9))
    assert talk.accused == [Kind.SECOND_ANSWER]


def test_an_edition_older_than_a_rule_can_be_told() -> None:
    """The rule on identical requests dates from 3.00: the kind says so, for whoever knows the edition."""
    assert Kind.IDENTICAL_REQUEST_ACCEPTED.since == "3.01"
