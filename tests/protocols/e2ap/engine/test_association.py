"""One association, followed from outside."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import Association, AssociationState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine.records import SUBSCRIPTIONS
from oran_harness.protocols.e2ap.engine.transactions import LIMIT
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.any_message import any_message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    control_acknowledge,
    control_request,
    delete_request,
    delete_response,
    fresh,
    indication,
    middle,
    operational,
    rid,
    setup_request,
    setup_response,
    subscribed,
    subscription_failure,
    subscription_request,
    subscription_response,
)
from tests.protocols.e2ap.engine.handlers import test_modification as modification
from tests.protocols.e2ap.engine.handlers import test_state_control as state_control
from tests.protocols.e2ap.engine.handlers.test_delete import required

SEEDS = st.integers(0, 2**32)
QUICK = settings(database=None, deadline=None, max_examples=60)


def test_an_association_from_setup_to_removal() -> None:
    """A whole right life accuses nobody and leaves nothing open."""
    talk = subscribed()
    talk.node(indication(), indication())
    talk.ric(control_request())
    talk.node(control_acknowledge(), required(1))
    talk.ric(delete_request())
    talk.node(delete_response(), m.E2RemovalRequest(5))
    talk.ric(m.E2RemovalResponse(5))
    talk.end("shutdown", NODE)
    assert talk.found == []
    assert talk.association.complete
    assert talk.association.pending == ()
    assert talk.association.state is AssociationState.REMOVED


def test_who_owes_an_answer_and_leaves_is_named() -> None:
    """The end that takes the association down instead of answering broke the procedure (E2AP 8.1)."""
    talk = operational()
    talk.ric(subscription_request())
    talk.end("abort", NODE)
    found = talk.of(Kind.ENDED_WITHOUT_ANSWER)
    assert found.by is NODE
    assert not found.open


@pytest.mark.parametrize("by", [RIC, None])
def test_an_association_that_ends_in_the_middle_accuses_nobody(by: object) -> None:
    """Where the asking end leaves, or the record just stops, silence is no mistake."""
    talk = operational()
    talk.ric(subscription_request())
    talk.end("capture ends", by)  # type: ignore[arg-type]
    assert talk.kinds == [Kind.UNANSWERED_AT_END]
    assert talk.accused == []


def test_an_end_with_nothing_owed_is_quiet() -> None:
    """Aborted, given up and unwanted answers are not missed."""
    talk = operational()
    talk.ric(subscription_request(), control_request(ack="noAck"), m.ResetRequest(1, CAUSE))
    talk.node(m.ResetResponse(1))
    talk.end("abort", NODE)
    assert talk.accused == []


def test_a_request_that_could_not_be_read_may_rightly_go_unanswered() -> None:
    """Who ends an association on octets that nobody can read is not accused here."""
    talk = operational()
    talk.say(RIC, subscription_request(), intact=False)
    talk.end("abort", NODE)
    assert talk.of(Kind.ENDED_WITHOUT_ANSWER).open


def test_lost_messages_end_all_certainty_about_the_past() -> None:
    """After a gap neither missing requests nor odd subscriptions nor silence are held against anyone."""
    talk = subscribed()
    talk.ric(control_request())
    talk.association.lose()
    assert talk.association.state is AssociationState.UNKNOWN
    assert not talk.association.complete
    talk.node(indication(9), indication(instance=4), control_acknowledge(5))
    talk.ric(control_request(7, function_id=99), delete_request(3))
    talk.node(delete_response(3))
    assert talk.accused == []
    assert talk.association.overdue(100, 1) == talk.association.pending[-1:]


def test_what_begins_after_a_gap_is_certain_again() -> None:
    """A new subscription's own mistakes are seen."""
    talk = subscribed()
    talk.association.lose()
    talk.ric(subscription_request(instance=2))
    talk.node(subscription_response((1, 8), instance=2))
    assert talk.accused == [Kind.ACTION_NEVER_REQUESTED]


def test_another_association_takes_away_certainty_but_not_the_state() -> None:
    """What happens on the other association of the interface is not seen here."""
    talk = subscribed()
    talk.association.share()
    talk.node(indication(instance=9), delete_response(9))
    assert talk.accused == []
    assert talk.association.state is AssociationState.OPERATIONAL


def test_a_peer_can_ask_what_it_may_send() -> None:
    """The same rules judge a message before it is sent, and nothing changes by asking."""
    talk = fresh()
    ask = talk.association
    assert ask.may_send(NODE, setup_request(), 0.0)
    assert not ask.may_send(RIC, setup_request(), 0.0)
    assert [found.kind for found in ask.objections(RIC, control_request(), 0.0)] == [Kind.FIRST_MESSAGE_NOT_SETUP]
    talk.node(setup_request())
    assert ask.may_send(RIC, setup_response(), 0.0)
    assert not ask.may_send(RIC, setup_response(2), 0.0)
    assert not ask.may_send(NODE, indication(action_id=1), 0.0) or ask.state is AssociationState.SETTING_UP
    talk.ric(setup_response())
    assert ask.may_send(RIC, subscription_request(), 0.0)
    assert not ask.may_send(NODE, subscription_response(), 0.0)


def test_asking_respects_time_to_wait() -> None:
    """What may not be sent yet may be sent later."""
    talk = fresh()
    talk.node(setup_request())
    talk.ric(m.E2setupFailure(1, CAUSE, 5))
    assert not talk.association.may_send(NODE, setup_request(2), 4.0)
    assert talk.association.may_send(NODE, setup_request(2), 5.0)
    assert talk.found == []


def test_open_points_do_not_forbid_sending() -> None:
    """What the text leaves open may be sent."""
    talk = operational()
    assert talk.association.may_send(NODE, setup_request(9), 0.0)
    assert talk.association.may_send(RIC, delete_request(5), 0.0)


def test_views_cannot_be_written() -> None:
    """The mappings are for reading."""
    view = subscribed().association.subscriptions
    with pytest.raises(TypeError):
        view[rid()] = None  # type: ignore[index]


def _walk(seed: int, length: int, association: Association) -> None:
    dice = random.Random(seed)
    now = 0.0
    for n in range(length):
        now += dice.choice((0.0, 0.001, 1.0, 100.0))
        sender = dice.choice((RIC, NODE))
        stream = dice.choice((None, 0, 1))
        if dice.random() < 0.05:
            outcome = dice.choice((None, "initiatingMessage", "successfulOutcome", "unsuccessfulOutcome", "odd"))
            association.step_unknown(sender, outcome, dice.choice((None, *range(26))), now, n, stream=stream)
            continue
        message = any_message(dice)
        association.step(sender, message, now, n, stream=stream, intact=dice.random() < 0.8)
        assert all(found.message and found.expected for found in association.objections(sender, message, now))
    association.end("abort", dice.choice((RIC, NODE, None)), now, length)


@QUICK
@given(SEEDS, st.booleans())
def test_nothing_that_a_peer_sends_raises(seed: int, started: bool) -> None:
    """Arbitrary messages with gaps in arbitrary order, from either end, are followed without an exception."""
    _walk(seed, 80, Association(started=started))


def _snapshot(association: Association) -> tuple[object, ...]:
    return (
        association.state,
        association.pending,
        dict(association.subscriptions),
        dict(association.functions),
        dict(association.components),
        dict(association.waits),
        dict(association.load_reports),
        dict(association.assistances),
        association.complete,
    )


@QUICK
@given(SEEDS)
def test_asking_changes_nothing(seed: int) -> None:
    """After asking about any message the association is what it was."""
    dice = random.Random(seed)
    association = Association()
    for n in range(40):
        message, sender = any_message(dice), dice.choice((RIC, NODE))
        before = _snapshot(association)
        association.objections(sender, message, float(n))
        assert _snapshot(association) == before
        association.step(sender, message, float(n), n)


def test_memory_is_bounded() -> None:
    """However many ids a peer invents, no more than the limits are held."""
    talk = operational()
    for instance in range(LIMIT + 50):
        talk.ric(subscription_request(instance=instance))
        talk.node(subscription_response(instance=instance), indication(kind="insert", call=b"%d" % instance))
        talk.found.clear()
    assert len(talk.association.subscriptions) == SUBSCRIPTIONS
    assert len(talk.association.pending) <= LIMIT
    assert not talk.association.complete
    assert talk.association.may_send(NODE, indication(instance=0), 0.0)


def _candidates() -> list[tuple[object, Message]]:
    """Messages of both ends with few ids, right and wrong ones alike."""
    found: list[tuple[object, Message]] = [
        (NODE, setup_request(1)),
        (RIC, setup_response(1)),
        (RIC, m.E2setupFailure(1, CAUSE, 5)),
        (NODE, m.RICserviceUpdate(transaction_id=1)),
        (RIC, m.RICserviceUpdateAcknowledge(1)),
        (RIC, m.RICserviceQuery(1)),
        (NODE, m.E2RemovalRequest(1)),
        (RIC, m.E2RemovalResponse(1)),
        (RIC, m.E2RemovalFailure(1, CAUSE)),
    ]
    for one, other in ((RIC, NODE), (NODE, RIC)):
        found += [(one, m.ResetRequest(2, CAUSE)), (other, m.ResetResponse(2))]
        found += [(one, m.ErrorIndication(ric_request_id=rid(20, 1), cause=CAUSE))]
    for instance in (1, 2):
        found += [
            (RIC, subscription_request(instance=instance)),
            (NODE, subscription_response(instance=instance)),
            (NODE, subscription_failure(instance)),
            (RIC, delete_request(instance)),
            (NODE, delete_response(instance)),
            (NODE, required(instance)),
            (NODE, indication(instance=instance)),
            (NODE, indication(action_id=2, instance=instance)),
            (RIC, control_request(instance)),
            (NODE, control_acknowledge(instance)),
            (RIC, modification.change(add=(2,), instance=instance)),
            (NODE, modification.changed(added=(2,), instance=instance)),
            (NODE, modification.unchanged(instance)),
            (RIC, state_control.ask(suspend=instance)),
            (NODE, state_control.done(suspended=instance)),
            (RIC, state_control.ask(resume=instance)),
            (NODE, state_control.done(resumed=instance)),
        ]
    return found


CANDIDATES = _candidates()


def _right_conversation(seed: int, length: int) -> list[tuple[object, Message, float]]:
    """A random conversation in which both ends send only what they may, and nothing that the text leaves open."""
    dice = random.Random(seed)
    talk = Conversation()
    said: list[tuple[object, Message, float]] = []
    for sender, message in ((NODE, setup_request()), (RIC, setup_response())):
        talk.say(sender, message)
        said.append((sender, message, 0.0))
    for _ in range(20 * length):
        if len(said) == length:
            break
        sender, message = dice.choice(CANDIDATES)
        talk.wait(dice.choice((0.0, 0.1, 70.0)))
        records = talk.association._records.copy()
        step = talk.association.step(sender, message, talk.now, len(said) + 1)  # type: ignore[arg-type]
        if step.irregularities:
            talk.association._records = records
        else:
            said.append((sender, message, talk.now))
    return said


@QUICK
@given(SEEDS, st.integers(0, 40))
def test_a_record_that_begins_in_the_middle_accuses_nobody_wrongly(seed: int, skipped: int) -> None:
    """Whoever hears only the rest of a right conversation finds nobody to accuse."""
    talk = middle()
    for sender, message, now in _right_conversation(seed, 50)[skipped:]:
        talk.now = now
        talk.say(sender, message)  # type: ignore[arg-type]
    assert talk.accused == []


@QUICK
@given(SEEDS, st.integers(0, 45), st.integers(1, 10))
def test_a_gap_that_is_told_accuses_nobody_wrongly(seed: int, place: int, size: int) -> None:
    """Whoever misses a part of a right conversation, and is told so, finds nobody to accuse."""
    talk = fresh()
    for position, (sender, message, now) in enumerate(_right_conversation(seed, 50)):
        talk.now = now
        if position == place:
            talk.association.lose()
        if not place <= position < place + size:
            talk.say(sender, message)  # type: ignore[arg-type]
    assert talk.accused == []


@QUICK
@given(SEEDS, st.sets(st.integers(0, 49)))
def test_unreadable_messages_accuse_nobody_wrongly(seed: int, unreadable: set[int]) -> None:
    """Whoever can read only the envelopes of some messages of a right conversation finds nobody to accuse."""
    talk = fresh()
    for position, (sender, message, now) in enumerate(_right_conversation(seed, 50)):
        talk.now = now
        if position in unreadable:
            talk.unread(sender, message.OUTCOME, message.PROCEDURE_CODE)  # type: ignore[arg-type]
        else:
            talk.say(sender, message)  # type: ignore[arg-type]
    assert talk.accused == []
