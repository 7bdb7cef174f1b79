"""Stimuli about the interface itself."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from tests.peers.near_rt_ric.chart import CAUSE, Chart


@pytest.mark.parametrize("edition", editions())
def test_reset(edition: str) -> None:
    """All subscriptions are gone at once, and what was under way about them; the interface stays set up."""
    chart = Chart(edition=edition).set_up()
    chart.subscribed()
    chart.ask("delete", wait=True)
    request = chart.start("reset", cause="om-intervention")
    assert request.cause == ("misc", "om-intervention")
    assert chart.answers[2].status == "failed"
    assert chart.state()["subscriptions"] == []
    assert chart.node(m.ResetResponse(request.transaction_id)) == []
    chart.subscribed()


def test_one_reset_at_a_time_without_transaction_ids() -> None:
    """E2AP 1.01 could not tell the answers apart."""
    chart = Chart(edition="1.01").set_up()
    chart.start("reset")
    assert chart.ask("reset").status == "failed"  # type: ignore[union-attr]
    chart.node(m.ResetResponse())
    chart.start("reset")


def test_service_query() -> None:
    """With the functions that are accepted, or without a list; no answer is waited for."""
    chart = Chart().set_up()
    request = chart.start("service-query")
    assert [each.ran_function_id for each in request.ran_functions_accepted] == [2, 3]
    assert chart.start("service-query", list=False).ran_functions_accepted is None
    assert chart.ric.wakes_at is None


@pytest.mark.parametrize(
    ("address", "octets", "port"),
    [
        ("192.0.2.1", "c0000201", 36421),
        ("192.0.2.1:1", "c0000201", 1),
        ("tcp://192.0.2.1:40000", "c0000201", 40000),
        ("[::1]:2", "00" * 15 + "01", 2),
    ],
)
def test_connection_update(address: str, octets: str, port: int) -> None:
    """An address, with or without a port."""
    request = Chart().set_up().start("connection-update", address=address, usage="ric-service")
    (item,) = request.e2_connection_update_add
    raw = bytes.fromhex(octets)
    wanted = e.TNLinformation(BitString(raw, 8 * len(raw)), BitString(port.to_bytes(2, "big"), 16))
    assert item == e.E2connectionUpdate_Item(wanted, "ric-service")


def test_other_connection_updates() -> None:
    """Of the address that is configured: modified, removed, or nothing at all; a name is no address."""
    chart = Chart(further_address="192.0.2.9:5").set_up()
    assert chart.start("connection-update", change="modify").e2_connection_update_modify
    assert chart.start("connection-update", change="remove").e2_connection_update_remove
    empty = chart.start("connection-update", change="none", wait=True)
    assert empty == m.E2connectionUpdate(empty.transaction_id)
    chart.node(m.E2connectionUpdateFailure(empty.transaction_id))
    assert chart.answers[max(chart.answers)].details["outcome"] == "E2connectionUpdateFailure"
    assert "no IP address" in chart.ask("connection-update", address="ric.example").details["reason"]  # type: ignore[union-attr]


def test_remove() -> None:
    """Once the node agrees the RIC closes the association; if it does not, everything stays."""
    chart = Chart().set_up()
    request = chart.start("remove", wait=True)
    chart.node(m.E2RemovalFailure(request.transaction_id, CAUSE))
    assert chart.ended == {}
    assert chart.answers[1].details["outcome"] == "E2RemovalFailure"
    request = chart.start("remove", wait=True)
    chart.node(m.E2RemovalResponse(request.transaction_id))
    assert chart.ended == {"1": "shutdown"}
    assert chart.answers[2].details["outcome"] == "E2RemovalResponse"
    assert chart.ric.sessions == {}


@pytest.mark.parametrize("how", ["shutdown", "abort"])
def test_close(how: str) -> None:
    """In order, or at once."""
    chart = Chart().set_up()
    answer = chart.ask("close", how=how)
    assert answer is not None
    assert answer.details["how"] == how
    assert chart.ended == {"1": how}
