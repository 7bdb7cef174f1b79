"""RIC Indication."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    Conversation,
    Row,
    action,
    check_fires,
    check_silent,
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

RESET = m.ResetRequest(1, CAUSE)
DONE = m.ResetResponse(1)


def _mixed() -> Conversation:
    return subscribed(action(1), action(2, "insert"), action(3, "policy"), action(4), refused=(4,))


ROWS = [
    Row(
        Kind.INDICATION_UNKNOWN_SUBSCRIPTION,
        NODE,
        lambda talk: talk.node(indication(instance=2)),
        lambda talk: talk.node(indication(instance=1)),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_UNKNOWN_SUBSCRIPTION,
        NODE,
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_failure(), indication())),
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_response(), indication())),
        name="refused",
    ),
    Row(
        Kind.INDICATION_BEFORE_RESPONSE,
        NODE,
        lambda talk: (talk.ric(subscription_request()), talk.node(indication(), subscription_response())),
        lambda talk: (talk.ric(subscription_request()), talk.node(subscription_response(), indication())),
    ),
    Row(
        Kind.INDICATION_AFTER_DELETE,
        NODE,
        lambda talk: (talk.ric(delete_request()), talk.node(delete_response(), indication())),
        lambda talk: (talk.ric(delete_request()), talk.node(indication(), delete_response())),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_AFTER_DELETE,
        NODE,
        lambda talk: (
            talk.ric(delete_request()),
            talk.node(delete_response(), stream=1),
            talk.node(indication(), stream=2),
        ),
        lambda talk: (
            talk.ric(delete_request()),
            talk.node(indication(), stream=2),
            talk.node(delete_response(), stream=1),
        ),
        begin=subscribed,
        certain=False,
        name="other-stream",
    ),
    Row(
        Kind.INDICATION_AFTER_RESET,
        NODE,
        lambda talk: (talk.ric(RESET), talk.node(DONE, indication())),
        lambda talk: (talk.ric(RESET), talk.node(indication(), DONE)),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_AFTER_RESET,
        NODE,
        lambda talk: (talk.node(RESET), talk.ric(DONE), talk.node(indication())),
        lambda talk: (
            talk.node(RESET),
            talk.ric(DONE, subscription_request()),
            talk.node(subscription_response(), indication()),
        ),
        begin=subscribed,
        certain=False,
        name="own-reset",
    ),
    Row(
        Kind.INDICATION_DURING_RESET,
        NODE,
        lambda talk: talk.node(RESET, indication()),
        lambda talk: talk.node(indication(), RESET),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_FUNCTION_DIFFERS,
        NODE,
        lambda talk: talk.node(indication(function_id=2)),
        lambda talk: talk.node(indication(function_id=1)),
        begin=subscribed,
    ),
    Row(
        Kind.INDICATION_ACTION_UNKNOWN,
        NODE,
        lambda talk: talk.node(indication(9)),
        lambda talk: talk.node(indication(1)),
        begin=_mixed,
    ),
    Row(
        Kind.INDICATION_ACTION_NOT_ADMITTED,
        NODE,
        lambda talk: talk.node(indication(4)),
        lambda talk: talk.node(indication(1)),
        begin=_mixed,
    ),
    Row(
        Kind.INDICATION_TYPE_DIFFERS,
        NODE,
        lambda talk: talk.node(indication(2, "report")),
        lambda talk: talk.node(indication(2, "insert", call=b"1")),
        begin=_mixed,
    ),
    Row(
        Kind.INDICATION_TYPE_DIFFERS,
        NODE,
        lambda talk: talk.node(indication(3, "report")),
        lambda talk: talk.node(indication(1, "report")),
        begin=_mixed,
        name="policy",
    ),
    Row(
        Kind.INSERT_WITHOUT_CALL_PROCESS_ID,
        NODE,
        lambda talk: talk.node(indication(2, "insert")),
        lambda talk: talk.node(indication(2, "insert", call=b"")),
        begin=_mixed,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """An Indication that no subscription provides for is noted against the node."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """An Indication for an admitted action of a subscription that stands is not."""
    check_silent(row)


def test_the_step_names_subscription_action_and_function() -> None:
    """For whoever reads header and message: what was subscribed, and for which function."""
    talk = _mixed()
    step = talk.node(indication(2, "insert", call=b"1"))
    assert step.subscription is not None
    assert step.action == step.subscription.actions[2]
    assert step.function is not None
    assert step.function.id == 1


def test_long_after_its_end_another_stream_is_no_excuse() -> None:
    """Nothing is under way for longer than the longest retransmission time-out (RFC 4960, 15)."""
    talk = subscribed()
    talk.ric(delete_request())
    talk.node(delete_response(), stream=1)
    talk.wait(61)
    talk.node(indication(), stream=2)
    assert talk.accused == [Kind.INDICATION_AFTER_DELETE]


def test_in_the_middle_a_subscription_may_stand_already() -> None:
    """A record that begins in the middle does not know which subscriptions stand; after a Reset it does."""
    talk = middle()
    talk.node(indication())
    assert talk.found == []
    talk.ric(RESET)
    talk.node(indication(), DONE, indication())
    assert talk.accused == [Kind.INDICATION_UNKNOWN_SUBSCRIPTION]


def test_what_was_asked_for_before_may_be_reported() -> None:
    """Where nothing was asked for, it was asked for on an earlier association; after a Reset nothing of it stands."""
    talk = operational()
    talk.node(indication())
    assert talk.found == []
    talk.ric(RESET)
    talk.node(DONE, indication())
    assert talk.accused == [Kind.INDICATION_UNKNOWN_SUBSCRIPTION]


def test_a_subscription_may_outlive_its_association() -> None:
    """Whether it does is open, so it accuses nobody; another one was surely never made."""
    again = operational()
    again.association.inherit(subscribed().association)
    again.node(indication())
    assert again.found == []
    again.node(indication(instance=2))
    assert again.accused == [Kind.INDICATION_UNKNOWN_SUBSCRIPTION]


def test_a_deleted_subscription_does_not_outlive_its_association() -> None:
    """It was over before the association was."""
    talk = subscribed()
    talk.ric(delete_request())
    talk.node(delete_response())
    again = operational()
    again.association.inherit(talk.association)
    again.ric(subscription_request(instance=2))
    again.node(subscription_response(instance=2), indication())
    assert again.accused == [Kind.INDICATION_UNKNOWN_SUBSCRIPTION]


def test_missing_parts_are_no_business_of_the_procedures() -> None:
    """An Indication without ids is judged by the decoder, not here."""
    talk = operational()
    talk.node(m.RICindication(), m.RICindication(ric_request_id=None, ran_function_id=5))
    assert talk.found == []


def test_sequence_numbers_are_not_judged() -> None:
    """Absent, repeated or jumping numbers are legal (E2AP 9.2.14)."""
    talk = subscribed()
    for number in (None, 7, 7, 0):
        talk.node(m.RICindication(rid(), 1, 1, number, "report", b"h", b"m"))
    assert talk.found == []
