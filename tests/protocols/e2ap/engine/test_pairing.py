"""Which run of a procedure a message opens or answers."""

from collections.abc import Callable

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import ProcedureState
from oran_harness.protocols.e2ap.engine.transactions import LIMIT
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    check_fires,
    check_silent,
    control_acknowledge,
    control_failure,
    control_request,
    delete_request,
    delete_response,
    fresh,
    middle,
    names,
    operational,
    rid,
    setup_request,
    setup_response,
    subscription_request,
    subscription_response,
)

RESET = m.ResetRequest(transaction_id=7, cause=CAUSE)


def _refused(talk: Conversation) -> None:
    talk.node(setup_request())
    talk.ric(m.E2setupFailure(transaction_id=1, cause=CAUSE, time_to_wait=5))


def _again(seconds: float) -> Callable[[Conversation], None]:
    def tell(talk: Conversation) -> None:
        _refused(talk)
        talk.wait(seconds)
        talk.node(setup_request(2))
        talk.ric(setup_response(2))

    return tell


ROWS = [
    Row(
        Kind.ANSWER_WITHOUT_REQUEST,
        NODE,
        lambda talk: talk.node(control_acknowledge()),
        lambda talk: (talk.ric(control_request()), talk.node(control_acknowledge())),
    ),
    Row(
        Kind.ANSWER_WITH_ANOTHER_ID,
        RIC,
        lambda talk: (talk.node(setup_request(3)), talk.ric(setup_response(4))),
        lambda talk: (talk.node(setup_request(3)), talk.ric(setup_response(3))),
        begin=fresh,
    ),
    Row(
        Kind.ANSWER_WITH_ANOTHER_ID,
        NODE,
        lambda talk: (talk.ric(control_request(1)), talk.node(control_acknowledge(2))),
        lambda talk: (
            talk.ric(control_request(1), control_request(2)),
            talk.node(control_acknowledge(2), control_acknowledge(1)),
        ),
        name="ric-request-id",
    ),
    Row(
        Kind.ANSWER_WITHOUT_ID,
        RIC,
        lambda talk: (talk.node(setup_request(3)), talk.ric(setup_response(None))),
        lambda talk: (talk.node(setup_request(None)), talk.ric(setup_response(None))),
        begin=fresh,
    ),
    Row(
        Kind.ANSWER_WITH_UNASKED_ID,
        RIC,
        lambda talk: (talk.node(setup_request(None)), talk.ric(setup_response(0))),
        lambda talk: (talk.node(setup_request(None)), talk.ric(setup_response(None))),
        begin=fresh,
    ),
    Row(
        Kind.SECOND_ANSWER,
        NODE,
        lambda talk: (talk.ric(control_request()), talk.node(control_acknowledge(), control_failure())),
        lambda talk: (
            talk.ric(control_request()),
            talk.node(control_acknowledge()),
            talk.ric(control_request()),
            talk.node(control_failure()),
        ),
    ),
    Row(
        Kind.SECOND_ANSWER,
        NODE,
        lambda talk: (talk.ric(RESET), talk.node(m.ResetResponse(7), m.ResetResponse(7))),
        lambda talk: (talk.ric(RESET), talk.node(RESET), talk.node(m.ResetResponse(7)), talk.ric(m.ResetResponse(7))),
        name="transaction-id",
    ),
    Row(
        Kind.ID_REUSED_WHILE_ONGOING,
        RIC,
        lambda talk: talk.ric(control_request(1), control_request(1, function_id=2)),
        lambda talk: (
            talk.ric(control_request(1), subscription_request(instance=1)),
            talk.node(control_acknowledge(1)),
            talk.ric(control_request(1, function_id=2)),
        ),
    ),
    Row(
        Kind.ID_REUSED_WHILE_ONGOING,
        RIC,
        lambda talk: talk.ric(control_request(1), control_request(1)),
        lambda talk: talk.ric(control_request(1), control_request(2)),
        certain=False,
        name="repetition",
    ),
    Row(
        Kind.REQUEST_WITHOUT_ID,
        RIC,
        lambda talk: talk.ric(m.RICcontrolRequest(ran_function_id=1)),
        lambda talk: talk.node(m.RICserviceUpdate()),
    ),
    Row(Kind.BEFORE_TIME_TO_WAIT, NODE, _again(4.9), _again(5.0), begin=fresh),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What breaks the pairing of requests and answers is noted, and held against the end that did it."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """What keeps to the pairing is not held against anyone: reuse after completion, answers out of order."""
    check_silent(row)


def test_an_answer_names_the_request_that_it_answers() -> None:
    """The step of an answer holds the run with its request, its event and its time."""
    talk = operational()
    opened = talk.ric(control_request()).opened
    talk.wait(1.5)
    answers = talk.node(control_acknowledge()).answers
    assert opened is not None
    assert answers == opened
    assert answers.request == control_request()
    assert (answers.request_n, answers.started) == (3, 0.0)
    assert talk.association.pending == ()


def test_the_nearest_request_is_named() -> None:
    """An answer with a strange id says which requests wait, and with one candidate counts as its answer for now."""
    talk = operational()
    talk.ric(control_request(5))
    step = talk.node(control_acknowledge(6))
    assert step.answers is not None
    assert step.answers.id == rid(20, 5)
    assert "20/5" in step.irregularities[0].expected
    assert "20/6" in step.irregularities[0].actual
    assert talk.association.overdue(talk.now + 100, 1) == ()
    assert talk.node(control_acknowledge(5)).irregularities == ()


def test_several_candidates_are_not_guessed_among() -> None:
    """With two requests outstanding a strange id answers neither."""
    talk = operational()
    talk.ric(control_request(1), control_request(2))
    step = talk.node(control_acknowledge(9))
    assert step.answers is None
    assert [found.kind for found in step.irregularities] == [Kind.ANSWER_WITH_ANOTHER_ID]
    assert len(talk.association.pending) == 2


def test_version_1_pairs_by_procedure_and_direction() -> None:
    """Without Transaction IDs answers belong to the oldest request of their procedure from the other end."""
    talk = fresh()
    talk.node(setup_request(None))
    talk.ric(setup_response(None))
    first = talk.node(m.RICserviceUpdate()).opened
    talk.ric(m.ResetRequest(cause=CAUSE))
    talk.node(m.ResetRequest(cause=CAUSE))
    assert talk.ric(m.RICserviceUpdateAcknowledge()).answers == first
    talk.ric(m.ResetResponse())
    talk.node(m.ResetResponse())
    assert talk.found == []
    assert talk.association.pending == ()


def test_equal_ids_in_both_directions_are_apart() -> None:
    """Ids are unique per initiating peer: both ends may use one value at once (E2AP 3.1)."""
    talk = operational()
    talk.ric(m.ResetRequest(transaction_id=4, cause=CAUSE))
    talk.node(m.ResetRequest(transaction_id=4, cause=CAUSE))
    assert talk.node(m.ResetResponse(4)).answers is not None
    assert talk.ric(m.ResetResponse(4)).answers is not None
    assert talk.found == []


def test_an_incomplete_record_accuses_no_answer() -> None:
    """Where requests may have gone unseen, an answer without one is nobody's fault."""
    talk = middle()
    talk.ric(setup_response(9))
    talk.node(control_acknowledge(), subscription_response(), delete_response())
    assert talk.found == []


def test_an_unreadable_id_is_not_held_against_the_sender() -> None:
    """A message that could not be read whole may have had its id."""
    talk = fresh()
    talk.node(setup_request(3))
    step = talk.ric(setup_response(None), intact=False)
    assert step.answers is not None
    assert talk.found == []


def test_a_request_that_was_given_up_tolerates_late_answers() -> None:
    """After TRICEVENTcreate the RIC deletes; both late answers are then no mistake (E2AP 8.2.1.3)."""
    talk = operational()
    talk.ric(subscription_request())
    step = talk.ric(delete_request())
    assert [run.procedure.name for run in step.aborted] == ["RICsubscription"]
    talk.node(subscription_response(), delete_response())
    assert talk.found == []


def test_an_unanswered_no_ack_control_owes_nothing() -> None:
    """A Control that wants no acknowledgement is never overdue, and its id may be used again (E2AP 8.2.4.2)."""
    talk = operational()
    talk.ric(control_request(1, "noAck"), control_request(1, "noAck"), control_request(2))
    assert [run.id for run in talk.association.overdue(10.0, 5.0)] == [rid(20, 2)]
    assert talk.found == []


def test_overdue_is_the_callers_budget() -> None:
    """No timer has a value: a run is overdue when it has waited longer than the caller wants (E2AP 9.5)."""
    talk = operational()
    talk.ric(control_request())
    assert talk.association.overdue(3.0, 3.0) == ()
    assert len(talk.association.overdue(3.5, 3.0)) == 1


def test_time_to_wait_binds_until_it_is_over() -> None:
    """Each attempt before the time is over is noted, the first one after it is free (E2AP 8.3.1.3)."""
    talk = fresh()
    _refused(talk)
    for _ in range(2):
        talk.wait(1)
        talk.node(setup_request(2))
        talk.ric(m.E2setupFailure(transaction_id=2, cause=CAUSE))
    assert talk.accused == [Kind.BEFORE_TIME_TO_WAIT] * 2
    talk.wait(3)
    talk.node(setup_request(3))
    assert len(talk.accused) == 2


def test_time_to_wait_does_not_bind_other_procedures_or_the_other_end() -> None:
    """Time to Wait is for the refused procedure of the refused end (E2AP 9.2.5)."""
    talk = operational()
    talk.node(m.RICserviceUpdate(transaction_id=1))
    talk.ric(m.RICserviceUpdateFailure(transaction_id=1, cause=CAUSE, time_to_wait=60))
    talk.node(m.E2nodeConfigurationUpdate(transaction_id=1), m.ResetRequest(transaction_id=1, cause=CAUSE))
    assert Kind.BEFORE_TIME_TO_WAIT not in talk.kinds
    assert set(talk.association.waits) == {(7, NODE)}


def test_time_to_wait_outlives_the_association() -> None:
    """A node that comes back on a new association still has to wait (E2AP 8.3.1.3)."""
    talk = fresh()
    _refused(talk)
    again = type(talk.association)(waits=talk.association.waits)
    step = again.step(NODE, setup_request(2), 2.0, 1)
    assert [found.kind for found in step.irregularities] == [Kind.BEFORE_TIME_TO_WAIT]


def test_what_is_forgotten_accuses_nobody() -> None:
    """Beyond the limit the oldest request is forgotten, and a late answer to it is no mistake."""
    talk = operational()
    for instance in range(LIMIT + 1):
        talk.ric(control_request(instance))
    assert len(talk.association.pending) == LIMIT
    assert not talk.association.complete
    assert talk.node(control_acknowledge(0)).irregularities == ()
    assert talk.node(control_acknowledge(1)).answers is not None


def test_runs_end_in_the_state_of_their_table() -> None:
    """What is opened is requested, what is aborted keeps its state for late answers."""
    talk = operational()
    opened = talk.ric(control_request()).opened
    assert opened is not None
    assert opened.state is ProcedureState.REQUESTED
    aborted = talk.ric(RESET).aborted
    assert aborted == (opened,)
    assert talk.node(control_acknowledge()).irregularities == ()
