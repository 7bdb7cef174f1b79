"""What a user may ask for and write (RFC 8341 3.4.4)."""

import pytest
from lxml import etree

from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.names import MONITORING
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf import BASE
from oran_harness.protocols.netconf.messages import Rpc
from tests.peers.o1_provider.chart import Chart, op


def request(operation: str, user: str, chart: Chart) -> Request:
    made = etree.fromstring(operation)
    rpc = etree.Element(f"{{{BASE}}}rpc", {"message-id": "1"})
    rpc.append(made)
    managed = chart.up("1", user).provider.managed
    return Request(managed, managed.sessions[1], Rpc(rpc, b"", "1", {}, made), made, managed.rights(user), chart.now)


def test_execution() -> None:
    """Without a rule for it an operation is denied, with its path, but close-session never is."""
    chart = Chart(groups={"nobody": ()})
    asked = request(op("get-schema", space=MONITORING), "nobody", chart)
    with pytest.raises(Refusal) as raised:
        asked.demand_execution()
    (error,) = raised.value.errors
    assert (error.tag, error.path) == ("access-denied", "/ietf-netconf-monitoring:get-schema")
    request(op("close-session"), "nobody", Chart(groups={"nobody": ()})).demand_execution()


def test_permit() -> None:
    """Each write of an ordinary user is judged, and no write of a recovery user."""
    assert request(op("get"), "nobody", Chart(groups={"nobody": ()})).permit is not None
    assert request(op("get"), "root", Chart(recovery=("root",))).permit is None
