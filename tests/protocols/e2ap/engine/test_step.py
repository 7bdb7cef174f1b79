"""What one message, or the end of an association, meant."""

from tests.protocols.e2ap.engine.conversation import NODE, operational, setup_request, subscription_request


def test_a_step_says_where_the_association_stands() -> None:
    """State, procedure and outcome are those right after the message."""
    step = operational().ric(subscription_request())
    assert step.procedure is not None
    assert (step.procedure.name, step.outcome, step.state.value) == (
        "RICsubscription",
        "initiatingMessage",
        "operational",
    )
    assert step.opened is not None
    assert step.answers is None


def test_an_end_says_what_was_left() -> None:
    """The runs that waited and the subscriptions that stood."""
    talk = operational()
    talk.ric(subscription_request())
    talk.node(setup_request(9))
    end = talk.association.end("abort", NODE, 4.0, 9)
    assert [run.procedure.name for run in end.unanswered] == ["RICsubscription", "E2setup"]
    assert len(end.subscriptions) == 1
    assert (end.n, end.t, end.how, end.by) == (9, 4.0, "abort", NODE)
