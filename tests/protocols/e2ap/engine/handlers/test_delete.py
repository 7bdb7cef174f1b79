"""RIC Subscription Delete and Delete Required."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Row,
    check_fires,
    check_silent,
    delete_failure,
    delete_request,
    delete_response,
    indication,
    middle,
    names,
    operational,
    rid,
    subscribed,
    subscription_failure,
    subscription_request,
    subscription_response,
)


def required(*instances: int) -> Message:
    """RICsubscriptionDeleteRequired."""
    items = (e.RICsubscription_withCause_Item(rid(10, instance), 1, CAUSE) for instance in instances)
    return m.RICsubscriptionDeleteRequired(tuple(items))


ROWS = [
    Row(
        Kind.DELETE_OF_UNKNOWN_SUBSCRIPTION,
        RIC,
        lambda talk: (talk.ric(delete_request(7)), talk.node(delete_failure(7))),
        lambda talk: (talk.ric(delete_request(1)), talk.node(delete_response(1))),
        begin=subscribed,
    ),
    Row(
        Kind.DELETE_OF_UNKNOWN_CONFIRMED,
        NODE,
        lambda talk: (talk.ric(delete_request(7)), talk.node(delete_response(7))),
        lambda talk: (talk.ric(delete_request(7)), talk.node(delete_failure(7))),
        begin=subscribed,
    ),
    Row(
        Kind.DELETE_FUNCTION_DIFFERS,
        RIC,
        lambda talk: (talk.ric(delete_request(function_id=2)), talk.node(delete_failure())),
        lambda talk: (talk.ric(delete_request(function_id=1)), talk.node(delete_response())),
        begin=subscribed,
    ),
    Row(
        Kind.DELETE_REQUIRED_FOR_UNKNOWN,
        NODE,
        lambda talk: talk.node(required(1, 7)),
        lambda talk: (talk.node(required(1)), talk.ric(delete_request()), talk.node(delete_response())),
        begin=subscribed,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What a Delete breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right Delete is not, nor a right refusal."""
    check_silent(row)


def test_a_deleted_subscription_is_gone() -> None:
    """The response ends it; a second Delete is answered with a failure (E2AP 8.2.2.3)."""
    talk = subscribed()
    talk.ric(delete_request())
    assert talk.association.subscriptions[rid()].state is SubscriptionState.DELETING
    step = talk.node(delete_response())
    assert step.subscription is not None
    assert step.subscription.state is SubscriptionState.DELETED
    assert rid() not in talk.association.subscriptions
    talk.ric(delete_request())
    talk.node(delete_failure())
    assert talk.accused == []
    talk.ric(delete_request())
    talk.node(delete_response())
    assert talk.accused == [Kind.DELETE_OF_UNKNOWN_CONFIRMED]


def test_delete_against_delete_required() -> None:
    """The two may cross; the RIC ignores what it does not know any more (E2AP 8.2.2A.3)."""
    talk = subscribed()
    talk.ric(delete_request())
    talk.node(required(1), delete_response())
    assert talk.found == []
    talk.node(required(1))
    assert talk.accused == [Kind.DELETE_REQUIRED_FOR_UNKNOWN]


def test_a_delete_required_on_another_stream_may_be_late() -> None:
    """What the node sent before its response may arrive after it on another stream."""
    talk = subscribed()
    talk.ric(delete_request(), stream=1)
    talk.node(delete_response(), stream=1)
    talk.node(required(1), stream=2)
    assert talk.accused == []


def test_after_delete_required_the_subscription_stands() -> None:
    """Delete Required announces nothing: until a Delete comes, Indications are right (E2AP 8.2.2A)."""
    talk = subscribed()
    talk.node(required(1), indication())
    assert talk.found == []
    assert talk.association.subscriptions[rid()].alive


def test_a_create_that_timed_out_is_deleted_either_way() -> None:
    """Whether the node had it or not: response and failure are both right (E2AP 8.2.1.3)."""
    for answer in (delete_response(), delete_failure()):
        talk = operational()
        talk.ric(subscription_request(), delete_request())
        talk.node(subscription_response(), indication(), answer)
        assert talk.found == []
        former = talk.association.former_subscription(rid())
        assert former is not None
        assert former.state is SubscriptionState.DELETED


def test_a_failed_delete_leaves_it_open_what_stands() -> None:
    """After a failure neither Indications nor their absence, nor a new subscription, are held against anyone."""
    talk = subscribed()
    talk.ric(delete_request())
    talk.node(delete_failure(), indication(9))
    talk.ric(subscription_request())
    talk.node(subscription_failure())
    assert talk.accused == []


def test_a_repeated_delete_is_open() -> None:
    """What a RIC does when TRICEVENTdelete expires is open: it may ask again under the same id."""
    talk = subscribed()
    talk.ric(delete_request(), delete_request())
    talk.node(delete_response(), delete_failure())
    assert talk.accused == []


def test_a_delete_without_an_id_may_be_for_any() -> None:
    """A Delete whose id is not readable puts all subscriptions in doubt."""
    talk = subscribed()
    talk.ric(m.RICsubscriptionDeleteRequest(), intact=False)
    talk.node(indication(9))
    assert talk.accused == []


def test_in_the_middle_nothing_is_unknown() -> None:
    """A subscription may stand from before the record began."""
    talk = middle()
    talk.ric(delete_request(3))
    talk.node(delete_response(3), required(4))
    assert talk.found == []
