"""RIC Subscription Delete Required as the node sends it (E2AP 8.2.2A)."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage


def test_it_names_a_subscription_and_why() -> None:
    """The newest subscription is named with its ids and a cause, and stands until the RIC deletes it."""
    stage = Stage().set_up().subscribed().subscribed(name=e.RICrequestID(10, 2))
    assert stage.stimulate("delete-required").details == {"request_id": [10, 2], "function": PLAIN}
    (item,) = stage.one(m.RICsubscriptionDeleteRequired).ric_subscription_to_be_removed or ()
    assert (item.ric_request_id, item.ran_function_id) == (e.RICrequestID(10, 2), PLAIN)
    stage.hear(m.RICsubscriptionDeleteRequest(item.ric_request_id, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    assert stage.blamed() == []


def test_another_one_may_be_meant() -> None:
    """The stimulus may name the subscription."""
    stage = Stage().set_up().subscribed().subscribed(name=e.RICrequestID(10, 2))
    assert stage.stimulate("delete-required", request_id=[10, 1]).status == "done"
    (item,) = stage.one(m.RICsubscriptionDeleteRequired).ric_subscription_to_be_removed or ()
    assert item.ric_request_id == FIRST_ID


def test_there_has_to_be_one() -> None:
    """Without a subscription there is nothing to ask for, and E2AP 1.01 has no such message."""
    stage = Stage().set_up()
    assert stage.stimulate("delete-required").status == "failed"
    stage.silent()
    assert Stage("1.01").set_up().subscribed().stimulate("delete-required").status == "unsupported"
