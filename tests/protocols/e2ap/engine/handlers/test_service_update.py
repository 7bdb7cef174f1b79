"""RIC Service Update and Service Query."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    accepted,
    check_fires,
    check_silent,
    control_acknowledge,
    control_request,
    delete_request,
    function,
    names,
    operational,
    rejected,
    subscribed,
)


def _update(added: tuple[int, ...] = (), modified: tuple[int, ...] = (), deleted: tuple[int, ...] = ()) -> Message:
    return m.RICserviceUpdate(
        transaction_id=1,
        ran_functions_added=tuple(function(identifier) for identifier in added) or None,
        ran_functions_modified=tuple(function(identifier, 2) for identifier in modified) or None,
        ran_functions_deleted=tuple(accepted(identifier) for identifier in deleted) or None,
    )


def _acknowledge(*yes: tuple[int, int], no: tuple[int, ...] = ()) -> Message:
    return m.RICserviceUpdateAcknowledge(
        transaction_id=1,
        ran_functions_accepted=tuple(accepted(*pair) for pair in yes) or None,
        ran_functions_rejected=tuple(rejected(identifier) for identifier in no) or None,
    )


def _deleted() -> Conversation:
    talk = operational()
    talk.node(_update(deleted=(2,)))
    talk.ric(_acknowledge((2, 1)))
    return talk


QUERY = m.RICserviceQuery(transaction_id=9)
ALIGNED = m.RICserviceQuery(transaction_id=9, ran_functions_accepted=(accepted(1), accepted(2)))
ROWS = [
    Row(
        Kind.FUNCTION_NOT_ANSWERED,
        RIC,
        lambda talk: (talk.node(_update(added=(3,), deleted=(1,))), talk.ric(_acknowledge((3, 1)))),
        lambda talk: (talk.node(_update(added=(3,), deleted=(1,))), talk.ric(_acknowledge((3, 1), (1, 1)))),
    ),
    Row(
        Kind.FUNCTION_ANSWERED_NEVER_OFFERED,
        RIC,
        lambda talk: (talk.node(_update()), talk.ric(_acknowledge((1, 1)))),
        lambda talk: (talk.node(_update()), talk.ric(_acknowledge())),
    ),
    Row(
        Kind.UPDATE_REVISION_DIFFERS,
        RIC,
        lambda talk: (talk.node(_update(modified=(1,))), talk.ric(_acknowledge((1, 1)))),
        lambda talk: (talk.node(_update(modified=(1,))), talk.ric(_acknowledge((1, 2)))),
    ),
    Row(
        Kind.ALL_REJECTED_IN_ACKNOWLEDGE,
        RIC,
        lambda talk: (talk.node(_update(added=(3,))), talk.ric(_acknowledge(no=(3,)))),
        lambda talk: (talk.node(_update(added=(3, 4))), talk.ric(_acknowledge((3, 1), no=(4,)))),
    ),
    Row(
        Kind.UPDATE_DIFFERS_FROM_QUERY,
        NODE,
        lambda talk: (talk.ric(QUERY), talk.node(_update(added=(1,)))),
        lambda talk: (talk.ric(QUERY), talk.node(_update(added=(1, 2)))),
    ),
    Row(
        Kind.UPDATE_DIFFERS_FROM_QUERY,
        NODE,
        lambda talk: (talk.ric(ALIGNED), talk.node(_update(added=(1,)))),
        lambda talk: (talk.ric(ALIGNED), talk.node(_update())),
        name="aligned",
    ),
    Row(
        Kind.FUNCTION_DELETED,
        RIC,
        lambda talk: talk.ric(control_request(function_id=2)),
        lambda talk: talk.ric(control_request(function_id=1)),
        begin=_deleted,
    ),
    Row(
        Kind.FUNCTION_NEVER_OFFERED,
        RIC,
        lambda talk: talk.ric(control_request(function_id=3)),
        lambda talk: (talk.node(_update(added=(3,))), talk.ric(control_request(function_id=3))),
    ),
    Row(
        Kind.UNKNOWN_FUNCTION_SERVED,
        NODE,
        lambda talk: (talk.ric(control_request(function_id=3)), talk.node(control_acknowledge(function_id=3))),
        lambda talk: (
            talk.node(_update(added=(3,))),
            talk.ric(control_request(function_id=3)),
            talk.node(control_acknowledge(function_id=3)),
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What an Update or its answer breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right Update, and its complete answer, is not."""
    check_silent(row)


def test_accepted_changes_take_effect() -> None:
    """What the RIC accepts is added, modified and deleted; what it rejects stays as it was (E2AP 8.3.4.2)."""
    talk = operational()
    talk.node(_update(added=(3, 4), modified=(1,), deleted=(2,)))
    talk.ric(_acknowledge((3, 1), (1, 2), (2, 1), no=(4,)))
    functions = talk.association.functions
    assert {name: (held.status, held.revision) for name, held in functions.items()} == {
        1: (FunctionStatus.ACCEPTED, 2),
        2: (FunctionStatus.DELETED, 1),
        3: (FunctionStatus.ACCEPTED, 1),
        4: (FunctionStatus.REJECTED, 1),
    }
    assert talk.accused == []


def test_a_refused_update_changes_nothing() -> None:
    """Both ends go on with what they had (E2AP 8.3.4.3)."""
    talk = operational()
    talk.node(_update(added=(3,), modified=(1,), deleted=(2,)))
    talk.ric(m.RICserviceUpdateFailure(transaction_id=1, cause=CAUSE))
    functions = talk.association.functions
    assert (functions[1].revision, functions[2].status) == (1, FunctionStatus.ACCEPTED)
    assert functions[3].status is FunctionStatus.REJECTED


def test_the_next_update_answers_a_query_whatever_its_id() -> None:
    """Query and Update are two procedures with ids of their own (E2AP 3.1; E2TS 6.2.1.4 wants them equal): open."""
    talk = operational()
    query = talk.ric(QUERY).opened
    assert talk.association.overdue(10, 5) == (query,)
    step = talk.node(_update(added=(1, 2)))
    assert step.answers == query
    assert step.opened is not None
    assert talk.association.overdue(10, 5) == (step.opened,)
    assert talk.found == []


def test_a_modified_unknown_function_is_open() -> None:
    """Modifying or deleting what was never offered accuses nobody."""
    talk = operational()
    talk.node(_update(modified=(8,), deleted=(9,)))
    talk.ric(_acknowledge((8, 2), (9, 1)))
    assert talk.accused == []


def test_one_function_in_two_lists_is_open() -> None:
    """A function both modified and deleted may be answered once or twice."""
    talk = operational()
    talk.node(_update(modified=(1,), deleted=(1,)))
    talk.ric(_acknowledge((1, 1), (1, 2)))
    assert talk.accused == []


def test_deleting_a_subscription_of_a_deleted_function_is_no_mistake() -> None:
    """What becomes of the subscriptions of a deleted function is open; the RIC may clean up."""
    talk = subscribed()
    talk.node(_update(deleted=(1,)))
    talk.ric(_acknowledge((1, 1)), delete_request())
    assert talk.accused == []


def test_an_acknowledge_for_an_unseen_update_makes_functions_unknown() -> None:
    """Where the Update itself was not readable, no later use of a function is held against the RIC."""
    talk = operational()
    talk.unread(NODE, "initiatingMessage", 7)
    talk.ric(_acknowledge((3, 1)), control_request(function_id=3))
    assert talk.accused == []
