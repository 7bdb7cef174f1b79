"""Assistance that a node asks the RIC for."""

from oran_harness.peers.near_rt_ric.assistance import MOST, OUTCOME
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICrequestID
from tests.peers.near_rt_ric.chart import CAUSE, Chart

NAME = RICrequestID(0, 1)


def _request(name: RICrequestID = NAME, *, updates: bool = False, number: int | None = None) -> m.RICassistanceRequest:
    return m.RICassistanceRequest(name, b"header", b"message", "true" if updates else None, number)


def _numbers(said: list[object]) -> list[int | None]:
    return [each.ric_assistance_sn for each in said if isinstance(each, m.RICassistanceIndication)]


def test_assistance_once() -> None:
    """A response with the request's header, and nothing after it (8.2.11.2)."""
    chart = Chart(edition="7.00").set_up()
    assert chart.node(_request()) == [m.RICassistanceResponse(NAME, b"header", OUTCOME)]
    assert chart.advance(10) == []


def test_as_many_updates_as_asked_for() -> None:
    """Each with a number of its own (8.2.12.2); none where none is wanted."""
    chart = Chart(edition="7.00", assistance_period=0.5).set_up()
    chart.node(_request(updates=True, number=3))
    assert _numbers([*chart.advance(1.1)]) == [0, 1]
    assert _numbers([*chart.advance(10)]) == [2]
    chart.node(_request(updates=True, number=0))
    assert chart.advance(10) == []


def test_updates_until_the_halt() -> None:
    """A Halt for nothing is ignored (8.2.13.4)."""
    chart = Chart(edition="7.00").set_up()
    chart.node(_request(updates=True))
    assert chart.node(m.RICassistanceHalt(RICrequestID(0, 2))) == []
    assert len(chart.advance(10)) >= 49
    assert chart.state()["assistances"] == 1
    assert chart.node(m.RICassistanceHalt(NAME)) == []
    assert chart.advance(10) == []


def test_a_reset_ends_the_updates() -> None:
    """And so does the end of the association."""
    chart = Chart(edition="7.00").set_up()
    chart.node(_request(updates=True))
    chart.node(m.ResetRequest(9, CAUSE))
    assert chart.advance(10) == []
    chart.node(_request(updates=True))
    chart.over()
    assert chart.advance(10) == []


def test_more_than_it_can_have_is_refused() -> None:
    """The first ones go on."""
    chart = Chart(edition="7.00").set_up()
    for number in range(MOST):
        chart.node(_request(RICrequestID(0, number), updates=True))
    (refusal,) = chart.node(_request(RICrequestID(1, 1), updates=True))
    assert isinstance(refusal, m.RICassistanceFailure)
    assert chart.state()["assistances"] == MOST
