"""Reset in both directions (E2AP 8.3.2)."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import PLAIN, Stage


@pytest.mark.parametrize("edition", ["1.01", "2.03", "3.01", "5.00", "7.00"])
def test_a_reset_of_the_ric_ends_subscriptions(edition: str) -> None:
    """The answer has the request's Transaction ID, and nothing is indicated after it (8.3.2.2)."""
    stage = Stage(edition).set_up().subscribed()
    number = None if edition == "1.01" else 99
    response = stage.hear(m.ResetRequest(number, ("misc", "om-intervention"))).one(m.ResetResponse)
    assert response.transaction_id == number
    stage.wait(5).silent()
    assert stage.plain.subscriptions == ()
    assert stage.blamed() == []


def test_what_setup_exchanged_stays() -> None:
    """No new E2 Setup follows, and the functions can be subscribed to again (8.3.2.1)."""
    stage = Stage().set_up().subscribed()
    stage.hear(m.ResetRequest(1, ("misc", "unspecified"))).one(m.ResetResponse)
    stage.subscribed().wait(1.1).one(m.RICindication)
    assert stage.blamed() == []


def test_the_node_resets() -> None:
    """Asked for by a stimulus: subscriptions are gone at once, and may come again after the answer."""
    stage = Stage().set_up().subscribed()
    answer = stage.stimulate("reset")
    request = stage.one(m.ResetRequest)
    assert answer.status == "done"
    assert answer.details == {"message": "ResetRequest", "transaction_id": request.transaction_id}
    assert stage.plain.subscriptions == ()
    stage.wait(3).silent()
    stage.hear(m.ResetResponse(request.transaction_id)).silent()
    stage.subscribed()
    assert stage.blamed() == []


def test_resets_that_cross_are_both_answered() -> None:
    """A Reset is answered though one of our own waits (8.3.2.2)."""
    stage = Stage().set_up()
    stage.stimulate("reset")
    request = stage.one(m.ResetRequest)
    assert stage.hear(m.ResetRequest(5, ("misc", "unspecified"))).one(m.ResetResponse).transaction_id == 5
    stage.hear(m.ResetResponse(request.transaction_id)).silent()
    assert stage.blamed() == []


def test_a_reset_without_cause_is_carried_out() -> None:
    """The Cause is mandatory with criticality ignore: without it the Reset counts all the same."""
    stage = Stage().set_up().subscribed()
    stage.octets(stage.codec.encode(m.ResetRequest(4, ("misc", "unspecified")), layout=(49,)))
    assert stage.one(m.ResetResponse).transaction_id == 4
    assert PLAIN in stage.node._state.functions
    assert stage.plain.subscriptions == ()
