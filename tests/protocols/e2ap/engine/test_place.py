"""Whether a message has a place in the association as it stands."""

from collections.abc import Callable

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssociationState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    check_fires,
    check_silent,
    control_request,
    delete_request,
    fresh,
    indication,
    middle,
    names,
    operational,
    setup_request,
    setup_response,
)


def _removed(by: str) -> Callable[[], Conversation]:
    """A conversation whose association is removed on request of that end."""

    def begin() -> Conversation:
        talk = operational()
        one, other = (talk.ric, talk.node) if by == "ric" else (talk.node, talk.ric)
        one(m.E2RemovalRequest(1))
        other(m.E2RemovalResponse(1))
        return talk

    return begin


ROWS = [
    Row(
        Kind.WRONG_ROLE,
        RIC,
        lambda talk: talk.ric(indication()),
        lambda talk: (talk.ric(m.ResetRequest(1, CAUSE)), talk.node(m.ResetRequest(1, CAUSE))),
    ),
    Row(
        Kind.FIRST_MESSAGE_NOT_SETUP,
        RIC,
        lambda talk: talk.ric(control_request()),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(), control_request())),
        begin=fresh,
    ),
    Row(
        Kind.RIC_SERVICE_BEFORE_SETUP,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(control_request())),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(), control_request())),
        begin=fresh,
    ),
    Row(
        Kind.RIC_SERVICE_BEFORE_SETUP,
        RIC,
        lambda talk: (
            talk.node(setup_request(), stream=0),
            talk.ric(control_request(), stream=1),
        ),
        lambda talk: (
            talk.node(setup_request(), stream=0),
            talk.ric(setup_response(), stream=0),
            talk.ric(control_request(), stream=1),
        ),
        begin=fresh,
        certain=False,
        name="other-stream",
    ),
    Row(
        Kind.MESSAGE_AFTER_REMOVAL,
        NODE,
        lambda talk: talk.node(m.RICserviceUpdate(transaction_id=3)),
        lambda talk: talk.node(setup_request(9)),
        begin=_removed("ric"),
    ),
    Row(
        Kind.MESSAGE_AFTER_REMOVAL,
        NODE,
        lambda talk: talk.node(indication()),
        lambda talk: talk.node(setup_request(9)),
        begin=_removed("node"),
        certain=False,
        name="crossing",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """A message from the wrong end, or out of its place, is noted against its sender."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A message in its place is not."""
    check_silent(row)


def test_a_message_of_the_wrong_role_has_no_effect() -> None:
    """What only the other end may send changes nothing and opens nothing (E2AP 8.1)."""
    talk = fresh()
    step = talk.ric(setup_request())
    assert step.opened is None
    assert talk.association.state is AssociationState.NEW


def test_a_further_association_may_be_begun_by_either_end() -> None:
    """The text contradicts itself on who opens a further association: both readings pass (E2AP 8.3.5.1, 8.3.6.2)."""
    talk = fresh()
    talk.ric(m.E2nodeConfigurationUpdate(transaction_id=1))
    assert talk.accused == []
    assert talk.association.state is AssociationState.JOINING


def test_only_the_first_message_is_the_first() -> None:
    """One mistake at the beginning is noted once."""
    talk = fresh()
    talk.ric(m.RICserviceQuery(transaction_id=1), m.RICserviceQuery(transaction_id=2))
    assert talk.kinds == [Kind.FIRST_MESSAGE_NOT_SETUP]


@pytest.mark.parametrize("whole", [True, False])
def test_who_answers_a_wrong_beginning_has_not_begun(whole: bool) -> None:
    """Where one end begins with what only the other may send, or nobody asked for, a report of it is in its place."""
    talk = fresh()
    if whole:
        talk.node(delete_request())
    else:
        talk.unread(NODE, "initiatingMessage", 9)
    talk.ric(m.ErrorIndication(cause=CAUSE))
    talk.node(m.ErrorIndication(cause=CAUSE))
    assert talk.kinds == [Kind.WRONG_ROLE]
    talk = fresh()
    talk.ric(setup_response())
    talk.node(m.ErrorIndication(cause=CAUSE))
    assert Kind.FIRST_MESSAGE_NOT_SETUP not in talk.kinds
    talk.node(setup_request())
    talk.ric(setup_response())
    assert talk.association.state is AssociationState.OPERATIONAL
    talk = fresh()
    talk.node(setup_response())
    talk.ric(control_request())
    assert talk.kinds == [Kind.WRONG_ROLE, Kind.RIC_SERVICE_BEFORE_SETUP]


def test_nothing_is_out_of_place_where_the_beginning_is_unknown() -> None:
    """A record that begins in the middle has no first message."""
    talk = middle()
    talk.ric(control_request())
    talk.node(indication(), m.RICserviceUpdate(transaction_id=1))
    assert talk.found == []
    assert talk.association.state is AssociationState.UNKNOWN


def test_an_answer_to_nothing_does_not_set_up() -> None:
    """A Setup response that no request asked for leaves the association where it was."""
    talk = fresh()
    talk.ric(setup_response())
    assert talk.association.state is AssociationState.NEW
    assert talk.kinds == [Kind.ANSWER_WITHOUT_REQUEST]


def test_crossing_removals_are_both_answered() -> None:
    """Both ends may ask for the Removal at once; both answers have their place (open beyond that, E2AP 8.3.7)."""
    talk = operational()
    talk.ric(m.E2RemovalRequest(1))
    talk.node(m.E2RemovalRequest(1), m.E2RemovalResponse(1))
    talk.ric(m.E2RemovalResponse(1))
    assert talk.found == []
    assert talk.association.state is AssociationState.REMOVED


def test_long_after_a_removal_nothing_is_under_way() -> None:
    """What the initiator of a Removal sends more than the longest delay after its answer did not cross it."""
    talk = _removed("node")()
    talk.wait(61)
    talk.node(indication())
    assert Kind.MESSAGE_AFTER_REMOVAL in talk.accused
