"""One stimulus under way."""

import pytest

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.order import Order
from oran_harness.peers.near_rt_ric.pending import MOST
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.offers import KPM_FUNCTION
from tests.checkers.scene import CAUSE
from tests.peers.near_rt_ric.chart import Chart


def _order(chart: Chart) -> Order:
    return Order(chart.ric.sessions["1"], Arguments({}), chart.now, 1, False)


def test_what_the_edition_lacks() -> None:
    """It is unsupported, not failed."""
    with pytest.raises(Unfit, match=r"E2AP 2\.03 has no RIC Query") as raised:
        _order(Chart(edition="2.03").set_up()).need(16, "RIC Query")
    assert raised.value.status == "unsupported"


def test_too_many_under_way() -> None:
    """Ids and requests are bounded; whoever wants more is told."""
    chart = Chart().set_up()
    order = _order(chart)
    session = order.session
    for _ in range(256):
        order.start(m.ResetRequest(order.transaction_id(3), CAUSE), "Reset", 5.0)
    with pytest.raises(Unfit, match="no Transaction ID is free"):
        order.transaction_id(3)
    template = next(iter(session.pending.values()))
    session.pending.update({(99, number): template for number in range(MOST)})
    with pytest.raises(Unfit, match="too much is under way"):
        order.start(m.RICsubscriptionDeleteRequest(order.request_id(), KPM_FUNCTION), "TRICEVENTdelete", 5.0)
