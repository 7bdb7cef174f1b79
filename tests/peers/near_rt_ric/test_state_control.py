"""Subscriptions that the RIC suspends and resumes."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.near_rt_ric.chart import CAUSE, Chart


def _done(request: m.RICsubscriptionStateControlRequest) -> m.RICsubscriptionStateControlResponse:
    (item,) = request.ran_function_state_control_list or ()
    lists = item.ric_subscription_to_be_suspended_list, item.ric_subscription_to_be_resumed_list
    return m.RICsubscriptionStateControlResponse(
        request.ric_request_id, (e.RANfunctionStateConfirm_Item(item.ran_function_id, *lists),)
    )


def test_a_subscription_is_suspended_and_resumed() -> None:
    """The request has an id of its own, and names the subscription under its function."""
    chart = Chart(edition="7.00").set_up()
    subscription = chart.subscribed()
    request = chart.start("state-control")
    assert request.ric_request_id != subscription.ric_request_id
    (item,) = request.ran_function_state_control_list
    assert subscription.ric_request_id is not None
    assert item.ran_function_id == subscription.ran_function_id
    assert item.ric_subscription_to_be_suspended_list == (e.RICsubscriptionList_Item(subscription.ric_request_id),)
    assert chart.state()["subscriptions"][0]["suspended"] is False
    assert chart.node(_done(request)) == []
    assert chart.state()["subscriptions"][0]["suspended"] is True
    assert chart.node(_done(chart.start("state-control", change="resume"))) == []
    assert chart.state()["subscriptions"][0]["suspended"] is False


def test_an_action_is_suspended() -> None:
    """The subscription as a whole is not."""
    chart = Chart(edition="7.00").set_up()
    chart.subscribed(actions=2)
    request = chart.start("state-control", actions=[2])
    (item,) = request.ran_function_state_control_list
    assert item.ric_subscription_to_be_suspended_list[0].ric_action_list == (e.RICactionList_Item(2),)
    chart.node(_done(request))
    assert chart.state()["subscriptions"][0]["suspended"] is False


def test_a_failure_leaves_all_as_it_was() -> None:
    """Both go on as before (8.2.10.3)."""
    chart = Chart(edition="7.00").set_up()
    chart.subscribed()
    request = chart.start("state-control", wait=True)
    assert chart.node(m.RICsubscriptionStateControlFailure(request.ric_request_id, CAUSE)) == []
    assert chart.answers[2].details["outcome"] == "RICsubscriptionStateControlFailure"
    assert chart.state()["subscriptions"][0]["suspended"] is False


def test_what_cannot_be_asked() -> None:
    """Without a subscription, and in older editions."""
    for edition, status in (("7.00", "failed"), ("5.00", "unsupported")):
        answer = Chart(edition=edition).set_up().ask("state-control")
        assert answer is not None
        assert answer.status == status
