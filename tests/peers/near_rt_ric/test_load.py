"""Load reports that the RIC starts, adds to and stops."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import answer
from tests.peers.near_rt_ric.chart import NODE, Chart

LOAD = (e.RANfunctionLoad_Item(2, e.RICloadInformation("notoverload", 1)),)


def _chart() -> Chart:
    return Chart(edition="7.00").set_up()


def _granted(chart: Chart, **arguments: Any) -> m.RICserviceLoadStatusRequest:
    request: m.RICserviceLoadStatusRequest = chart.start("load-status", **arguments)
    response = answer(request, by=NODE, edition="7.00", engine=chart.engines["1"])
    assert response is not None
    assert chart.node(response) == []
    return request


def test_loads_of_all_functions_and_subscriptions() -> None:
    """Those that the node offers, and those of ours that it has admitted; updates are counted."""
    chart = _chart()
    subscription = chart.subscribed()
    request = _granted(chart, subscriptions=True, period_ms=500)
    asked = {item.ran_function_id: item for item in request.ran_function_load_request_list or ()}
    assert set(asked) == set(chart.functions())
    (one,) = asked[subscription.ran_function_id or 0].ric_subscription_load_request_list or ()
    assert one.ric_request_id == subscription.ric_request_id
    assert request.reporting_periodicity == "ms500"
    update = m.RICserviceLoadUpdate(request.ric_load_measurement_id, request.ric_load_measurement_id, LOAD)
    assert chart.node(update, update) == []
    assert chart.state()["loads"] == [{"measurement": request.ric_load_measurement_id, "updates": 2}]


def test_reports_are_added_to_and_stopped_under_both_ids() -> None:
    """The node's id has to be there (9.1.1.23)."""
    chart = _chart()
    started = chart.start("load-status", function=2)
    chart.node(
        m.RICserviceLoadStatusResponse(started.ric_load_measurement_id, 99, (e.RANfunctionLoadConfirm_Item(2, "true"),))
    )
    added = chart.start("load-status", change="add", function=3)
    assert (added.ric_load_measurement_id, added.e2_node_load_measurement_id) == (started.ric_load_measurement_id, 99)
    chart.node(
        m.RICserviceLoadStatusResponse(added.ric_load_measurement_id, 99, (e.RANfunctionLoadConfirm_Item(3, "true"),))
    )
    assert chart.ric.sessions["1"].loads[started.ric_load_measurement_id].functions == (2, 3)
    stop = chart.start("load-status", change="stop")
    assert (stop.e2_node_load_measurement_id, stop.ran_function_load_request_list) == (99, None)
    chart.node(m.RICserviceLoadStatusResponse(stop.ric_load_measurement_id, 99))
    assert chart.state()["loads"] == []


def test_a_refused_start_leaves_nothing() -> None:
    """There is nothing to stop then, and the next start has another id."""
    chart = _chart()
    first = chart.start("load-status")
    refusal = m.RICserviceLoadStatusFailure(first.ric_load_measurement_id, 1, ("misc", "unspecified"))
    assert chart.node(refusal) == []
    stopped = chart.ask("load-status", change="stop")
    assert stopped is not None
    assert stopped.status == "failed"
    assert chart.start("load-status").ric_load_measurement_id != first.ric_load_measurement_id


def test_an_update_of_nothing_is_dropped() -> None:
    """The text says nothing of it (8.2.9)."""
    chart = _chart()
    assert chart.node(m.RICserviceLoadUpdate(4000, 4000, LOAD)) == []
    assert chart.state()["loads"] == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [({"period_ms": 7}, "failed"), ({"change": "add"}, "failed"), ({"change": "stop", "measurement": 9}, "failed")],
)
def test_what_cannot_be_asked(arguments: dict[str, Any], status: str) -> None:
    """Periods that there are not, and reports that do not run."""
    answer = _chart().ask("load-status", **arguments)
    assert answer is not None
    assert (answer.status, bool(answer.details["reason"])) == (status, True)


def test_older_editions_have_no_load_reports() -> None:
    """The stimulus is unsupported there."""
    answer = Chart(edition="5.00").set_up().ask("load-status")
    assert answer is not None
    assert answer.status == "unsupported"
