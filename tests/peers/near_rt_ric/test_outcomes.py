"""What comes of the RIC's own requests."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.offers import KPM_FUNCTION
from tests.peers.near_rt_ric.chart import CAUSE, Chart


def test_what_an_answer_tells() -> None:
    """Which actions were admitted, which were not."""
    chart = Chart().set_up()
    request = chart.start("subscribe", actions=2, wait=True)
    one, two = e.RICaction_Admitted_Item(2), e.RICaction_NotAdmitted_Item(1, CAUSE)
    chart.node(m.RICsubscriptionResponse(request.ric_request_id, KPM_FUNCTION, (one,), (two,)))
    details = chart.answers[1].details
    assert (details["admitted"], details["not_admitted"]) == ([2], [1])
    assert chart.state()["subscriptions"][0]["admitted"] == [2]


def test_an_answer_that_breaks_the_protocol() -> None:
    """It counts as a failure, and is not answered."""
    chart = Chart(judged=False).set_up()
    request = chart.start("subscribe", wait=True)
    response = m.RICsubscriptionResponse(request.ric_request_id, KPM_FUNCTION, (e.RICaction_Admitted_Item(1),))
    assert chart.octets(chart.codec.encode(response, layout=(5, 29, 17))) == []
    assert chart.answers[1].details["outcome"] == "broken RICsubscriptionResponse"
    assert chart.state()["subscriptions"] == []
    assert chart.octets(chart.codec.encode(response, layout=(5, 29, 17))) == []


def test_an_answer_ends_its_own_run_only() -> None:
    """Answers may come in any order."""
    chart = Chart().set_up()
    first, second = chart.start("reset", wait=True), chart.start("connection-update", wait=True)
    chart.node(m.E2connectionUpdateAcknowledge(second.transaction_id))
    assert list(chart.answers) == [2]
    chart.node(m.ResetResponse(first.transaction_id))
    assert sorted(chart.answers) == [1, 2]
