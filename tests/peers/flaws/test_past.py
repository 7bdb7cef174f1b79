"""What a flaw knows of what was said and heard."""

from oran_harness.peers.flaws.past import Past, unasked
from oran_harness.protocols.e2ap import messages as m
from tests.peers.flaws.near_rt_ric.script import WHY, id_of

SUBSCRIPTION = m.RICsubscriptionRequest(id_of(1), 2)
ANOTHER = m.RICsubscriptionRequest(id_of(2), 2)
REFUSAL = m.RICsubscriptionFailure(id_of(1), 2, WHY)


def past(*, said: tuple[object, ...] = (), heard: tuple[object, ...] = ()) -> Past:
    return Past({}, heard=list(heard), said=list(said))  # type: ignore[arg-type]


def test_what_is_under_way() -> None:
    """What was said and is not answered under its own ids, the oldest first."""
    both = past(said=(SUBSCRIPTION, ANOTHER), heard=(m.RICindication(id_of(2), 2),))
    assert both.under_way(m.RICsubscriptionRequest) == [SUBSCRIPTION, ANOTHER]
    assert both.under_way(m.ResetRequest) == []
    assert past(said=(SUBSCRIPTION, ANOTHER), heard=(REFUSAL,)).under_way(m.RICsubscriptionRequest) == [ANOTHER]


def test_an_answer_that_nobody_asked_for() -> None:
    """It has the ids of no request that was said; a request is no answer."""
    assert unasked(past(said=(ANOTHER,)), REFUSAL)
    assert not unasked(past(said=(SUBSCRIPTION,)), REFUSAL)
    assert not unasked(past(), SUBSCRIPTION)


def test_what_was_said_and_heard() -> None:
    """By type, and by the RICrequestIDs that it has."""
    both = past(said=(SUBSCRIPTION,), heard=(m.RICindication(id_of(5), 2),))
    assert both.has_said(m.RICsubscriptionRequest, m.ResetRequest)
    assert not both.has_said(m.RICindication)
    assert both.has_heard(m.RICindication)
    assert not both.has_heard(m.RICsubscriptionRequest)
    assert list(both.named(m.RICsubscriptionRequest, m.RICindication)) == [id_of(1), id_of(5)]
