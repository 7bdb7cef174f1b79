"""Reset."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssociationState, SubscriptionState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Row,
    check_fires,
    check_silent,
    control_request,
    delete_request,
    delete_response,
    indication,
    middle,
    names,
    operational,
    rid,
    subscribed,
    subscription_request,
    subscription_response,
)

RESET = m.ResetRequest(1, CAUSE)
DONE = m.ResetResponse(1)
ROWS = [
    Row(
        Kind.RIC_SERVICE_DURING_RESET,
        RIC,
        lambda talk: talk.ric(RESET, subscription_request()),
        lambda talk: (talk.ric(RESET), talk.node(DONE), talk.ric(subscription_request())),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """RIC services between Reset request and response are noted; that they are wrong is open."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """Subscribing anew after the Reset is right."""
    check_silent(row)


@pytest.mark.parametrize("initiator", [RIC, NODE])
def test_a_reset_deletes_subscriptions_and_keeps_what_setup_exchanged(initiator: object) -> None:
    """All subscriptions go, functions and components stay, no new Setup follows (E2AP 8.3.2)."""
    talk = subscribed()
    one, other = (talk.ric, talk.node) if initiator is RIC else (talk.node, talk.ric)
    one(RESET)
    assert talk.association.subscriptions[rid()].state is SubscriptionState.RESETTING
    other(DONE)
    assert len(talk.association.subscriptions) == 0
    assert set(talk.association.functions) == {1, 2}
    assert len(talk.association.components) == 1
    assert talk.association.state is AssociationState.OPERATIONAL
    assert talk.found == []


def test_a_reset_aborts_ric_services_but_not_global_procedures() -> None:
    """What is ongoing of RIC services may stay unanswered; other procedures go on (E2AP 8.3.2.2)."""
    talk = subscribed()
    talk.ric(control_request(), delete_request(), m.RICserviceQuery(transaction_id=1))
    talk.node(m.RICserviceUpdate(transaction_id=4))
    step = talk.node(RESET)
    assert [run.procedure.name for run in step.aborted] == ["RICcontrol", "RICsubscriptionDelete"]
    talk.ric(DONE)
    assert [run.procedure.name for run in talk.association.overdue(10, 1)] == ["RICserviceUpdate"]
    talk.ric(m.RICserviceUpdateAcknowledge(4))
    assert talk.accused == []


def test_late_answers_of_aborted_procedures_are_tolerated() -> None:
    """An answer that was under way when the Reset came is no mistake, and has no effect."""
    talk = operational()
    talk.ric(subscription_request(), RESET)
    talk.node(subscription_response(), DONE)
    assert talk.found == []
    assert len(talk.association.subscriptions) == 0


def test_crossing_resets_are_both_answered() -> None:
    """A Reset does not abort another Reset (E2AP 8.3.2.2)."""
    talk = subscribed()
    talk.ric(RESET)
    talk.node(RESET, DONE)
    assert len(talk.association.overdue(10, 1)) == 1
    talk.ric(DONE)
    assert talk.association.pending == ()
    talk.ric(subscription_request())
    talk.node(subscription_response(), indication())
    assert talk.found == []


def test_a_subscription_between_crossing_resets_survives_the_second_answer() -> None:
    """Only what stood when a Reset was asked for is deleted by its answer."""
    talk = subscribed()
    talk.ric(RESET)
    talk.node(m.ResetRequest(2, CAUSE))
    talk.ric(m.ResetResponse(2), subscription_request(instance=2))
    talk.node(DONE, subscription_response(instance=2), indication(instance=2))
    assert talk.accused == []


def test_a_reset_without_cause_is_carried_out() -> None:
    """Its criticality is ignore: a Reset without Cause still resets."""
    talk = subscribed()
    talk.ric(m.ResetRequest(1))
    talk.node(DONE)
    assert len(talk.association.subscriptions) == 0


def test_a_reset_brings_back_the_knowledge_of_subscriptions() -> None:
    """After a Reset none stand, whatever went unseen before."""
    talk = middle()
    talk.ric(RESET)
    talk.node(DONE)
    talk.ric(delete_request(3))
    talk.node(delete_response(3))
    assert talk.accused == [Kind.DELETE_OF_UNKNOWN_CONFIRMED]


def test_a_response_to_nothing_resets_nothing() -> None:
    """An answer that nobody asked for does not end subscriptions."""
    talk = subscribed()
    talk.node(DONE)
    assert talk.kinds == [Kind.ANSWER_WITHOUT_REQUEST]
    assert talk.association.subscriptions[rid()].alive


def test_an_unread_reset_resets_all_the_same() -> None:
    """The envelope tells that it is a Reset, and a Reset names no subscription."""
    talk = subscribed()
    talk.unread(RIC, "initiatingMessage", 3)
    assert talk.association.subscriptions[rid()].state is SubscriptionState.RESETTING
    talk.unread(NODE, "successfulOutcome", 3)
    assert len(talk.association.subscriptions) == 0
    assert talk.association.pending == ()
