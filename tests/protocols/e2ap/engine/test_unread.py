"""What a message means of which only the envelope could be read."""

from oran_harness.protocols.e2ap.engine import AssociationState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.messages import ErrorIndication
from tests.protocols.e2ap.engine.conversation import (
    NODE,
    RIC,
    control_acknowledge,
    control_request,
    delete_response,
    fresh,
    indication,
    operational,
    setup_request,
    setup_response,
    subscribed,
    subscription_request,
    subscription_response,
)

SUCCESS = "successfulOutcome"


def test_the_only_waiting_run_is_answered() -> None:
    """The envelope tells procedure and outcome: with one candidate that is enough."""
    talk = operational()
    opened = talk.ric(control_request()).opened
    step = talk.unread(NODE, SUCCESS, 4)
    assert step.answers == opened
    assert talk.association.pending == ()
    assert talk.found == []


def test_of_several_runs_any_may_be_answered() -> None:
    """None of them is called unanswered afterwards, and the right answer still finds its request."""
    talk = operational()
    talk.ric(control_request(1), control_request(2))
    assert talk.unread(NODE, SUCCESS, 4).answers is None
    assert talk.association.overdue(100, 1) == ()
    assert talk.node(control_acknowledge(2)).answers is not None
    assert talk.found == []


def test_an_unread_answer_to_nothing_is_no_accusation() -> None:
    """Who cannot read the id cannot tell that it is wrong."""
    talk = operational()
    talk.unread(NODE, SUCCESS, 4)
    assert talk.found == []


def test_an_unread_setup_sets_up() -> None:
    """The association goes on with unknown functions."""
    talk = fresh()
    talk.unread(NODE, "initiatingMessage", 1)
    talk.ric(setup_response(None), control_request(function_id=77))
    assert talk.association.state is AssociationState.OPERATIONAL
    assert talk.accused == []


def test_who_reports_an_unknown_procedure_does_not_begin() -> None:
    """An unknown procedure came first, so the Error Indication about it is not the wrong first message."""
    talk = fresh()
    talk.unread(NODE, "initiatingMessage", 200)
    talk.ric(ErrorIndication(cause=("protocol", "abstract-syntax-error-reject")))
    assert talk.accused == []
    talk.node(setup_request())
    talk.ric(setup_response())
    assert talk.association.state is AssociationState.OPERATIONAL


def test_an_unread_setup_is_still_the_first_message() -> None:
    """And an unread Control is still not Setup."""
    talk = fresh()
    talk.unread(RIC, "initiatingMessage", 4)
    assert talk.kinds == [Kind.FIRST_MESSAGE_NOT_SETUP]


def test_an_unread_subscription_may_be_any() -> None:
    """Indications and Deletes for ids never seen accuse nobody from then on."""
    talk = operational()
    talk.unread(RIC, "initiatingMessage", 8)
    talk.node(subscription_response(instance=5), indication(instance=5), delete_response(5))
    assert [kind for kind in talk.accused if kind is not Kind.ANSWER_WITHOUT_REQUEST] == []


def test_an_unread_delete_may_be_for_any() -> None:
    """Standing subscriptions are in doubt."""
    talk = subscribed()
    talk.unread(RIC, "initiatingMessage", 9)
    talk.unread(NODE, SUCCESS, 9)
    talk.node(indication(9))
    assert talk.accused == []


def test_an_unread_message_of_the_wrong_end_is_known_by_its_envelope() -> None:
    """Procedure and outcome tell who may send it."""
    talk = operational()
    talk.unread(RIC, "initiatingMessage", 5)
    assert talk.kinds == [Kind.WRONG_ROLE]


def test_an_unreadable_envelope_is_like_a_lost_message() -> None:
    """It may have been anything."""
    for outcome, code in ((None, None), ("initiatingMessage", None), (None, 8)):
        talk = subscribed()
        talk.unread(NODE, outcome, code)
        assert talk.association.state is AssociationState.UNKNOWN
        talk.node(indication(9), control_acknowledge())
        assert talk.accused == []


def test_a_procedure_of_a_later_edition_changes_nothing() -> None:
    """A code that no edition of ours knows is no mistake."""
    talk = subscribed()
    step = talk.unread(RIC, "initiatingMessage", 24)
    assert step.procedure is None
    assert talk.association.complete
    talk.ric(subscription_request(instance=2))
    talk.node(subscription_response(instance=2), indication(instance=2))
    assert talk.found == []
