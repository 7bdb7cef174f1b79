"""E2 Removal."""

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssociationState, SubscriptionState
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    control_request,
    indication,
    rid,
    setup_request,
    setup_response,
    subscribed,
    subscription_request,
    subscription_response,
)


def test_a_removal_releases_everything() -> None:
    """RIC services are aborted, and with the answer the subscriptions are gone (E2AP 8.3.7.2)."""
    talk = subscribed()
    talk.ric(control_request())
    step = talk.node(m.E2RemovalRequest(1))
    assert [run.procedure.name for run in step.aborted] == ["RICcontrol"]
    talk.ric(m.E2RemovalResponse(1))
    former = talk.association.former_subscription(rid())
    assert former is not None
    assert former.state is SubscriptionState.RELEASED
    assert talk.association.state is AssociationState.REMOVED
    assert talk.found == []


def test_a_refused_removal_leaves_the_interface() -> None:
    """After the failure RIC services go on; what became of the subscriptions is open."""
    talk = subscribed()
    talk.ric(m.E2RemovalRequest(1))
    talk.node(m.E2RemovalFailure(1, CAUSE), indication(9))
    talk.ric(subscription_request(instance=2))
    talk.node(subscription_response(instance=2))
    assert talk.association.state is AssociationState.OPERATIONAL
    assert talk.accused == []


def test_services_may_cross_a_removal() -> None:
    """What one end sends before it has answered or heard an answer is no mistake."""
    talk = subscribed()
    talk.ric(m.E2RemovalRequest(1))
    talk.node(indication())
    talk.ric(control_request())
    assert talk.found == []


def test_a_new_setup_after_a_removal_is_open() -> None:
    """The text does not say that an association cannot be set up again."""
    talk = subscribed()
    talk.ric(m.E2RemovalRequest(1))
    talk.node(m.E2RemovalResponse(1), setup_request(5))
    talk.ric(setup_response(5), subscription_request())
    talk.node(subscription_response(), indication())
    assert talk.found == []


def test_an_unread_removal_removes_all_the_same() -> None:
    """The envelope tells enough."""
    talk = subscribed()
    talk.unread(RIC, "initiatingMessage", 13)
    talk.unread(NODE, "successfulOutcome", 13)
    assert talk.association.state is AssociationState.REMOVED
    assert len(talk.association.subscriptions) == 0
