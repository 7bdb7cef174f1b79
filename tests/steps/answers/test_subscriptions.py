"""Plain answers to Subscription and Delete."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from tests.checkers.scene import FIRST_ID, accepted, action, admitted, insert_action, subscription
from tests.steps.answers.conversation import NODE, RIC, Conversation

DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, 1)


@pytest.mark.parametrize("edition", editions())
def test_all_actions_are_admitted(edition: str) -> None:
    """Each action once, of whatever type; then the Delete is done, and a second one refused."""
    talk = Conversation(edition).set_up()
    assert talk.ask(RIC, subscription(action(1), insert_action(2), action(3, "policy"))) == admitted(1, 2, 3)
    assert talk.ask(RIC, DELETE) == m.RICsubscriptionDeleteResponse(FIRST_ID, 1)
    assert isinstance(talk.ask(RIC, DELETE), m.RICsubscriptionDeleteFailure)


@pytest.mark.parametrize("edition", editions())
def test_what_must_be_refused(edition: str) -> None:
    """An unknown function, identical contents, an INSERT without a Subsequent Action."""
    talk = Conversation(edition).set_up()
    assert isinstance(talk.ask(RIC, subscription(of=99)), m.RICsubscriptionFailure)
    assert isinstance(talk.ask(RIC, subscription(action(1, "insert"))), m.RICsubscriptionFailure)
    assert isinstance(talk.ask(RIC, subscription()), m.RICsubscriptionResponse)
    assert isinstance(talk.ask(RIC, subscription()), m.RICsubscriptionFailure)
    assert isinstance(talk.ask(RIC, subscription(name=e.RICrequestID(1, 1))), m.RICsubscriptionResponse)


def test_delete_of_what_is_unknown() -> None:
    """An id, a function, or both: refused, each with its cause."""
    talk = Conversation("3.01").set_up()
    unknown = talk.ask(RIC, DELETE)
    assert unknown.cause == ("ricRequest", "request-id-unknown")
    both = talk.ask(RIC, m.RICsubscriptionDeleteRequest(FIRST_ID, 99))
    assert both.cause == ("ricRequest", "ran-function-id-invalid")
    talk.ask(RIC, subscription())
    other = talk.ask(RIC, m.RICsubscriptionDeleteRequest(FIRST_ID, 2))
    assert other.cause == ("ricRequest", "ran-function-id-invalid")


def test_function_that_was_deleted() -> None:
    """What a Service Update has taken away cannot be subscribed to; what stood before can be deleted."""
    talk = Conversation("3.01").set_up()
    talk.ask(RIC, subscription())
    talk.ask(NODE, m.RICserviceUpdate(1, None, None, (accepted(1),)))
    assert isinstance(talk.ask(RIC, subscription(name=e.RICrequestID(1, 1))), m.RICsubscriptionFailure)
    assert isinstance(talk.ask(RIC, DELETE), m.RICsubscriptionDeleteResponse)


def test_after_a_reset() -> None:
    """A Reset takes all subscriptions away: from its request on, a Delete finds none."""
    talk = Conversation("3.01").set_up()
    talk.ask(RIC, subscription())
    talk.say(NODE, m.ResetRequest(1, ("misc", "unspecified")))
    assert isinstance(talk.ask(RIC, DELETE), m.RICsubscriptionDeleteFailure)
    talk.say(RIC, m.ResetResponse(1))
    assert isinstance(talk.ask(RIC, DELETE), m.RICsubscriptionDeleteFailure)


def test_a_delete_of_what_has_no_answer_yet() -> None:
    """A RIC that gives up its request may delete it."""
    talk = Conversation("3.01").set_up()
    talk.say(RIC, subscription())
    assert isinstance(talk.ask(RIC, DELETE), m.RICsubscriptionDeleteResponse)
