"""The state of the element (RFC 6022 2.1, RFC 5277 3.2.5, RFC 8639 3)."""

from oran_harness.codec.xml import Element, local_name
from oran_harness.peers.o1_provider.state_data import state_data
from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import SUPERVISION, Chart, op


def state(chart: Chart, *tops: str) -> Element:
    return state_data(chart.provider.managed, chart.now, tops or None)


def test_parts() -> None:
    """Only the parts that are asked for are made, and nothing where none of them is state."""
    chart = Chart().up()
    assert [local_name(each.tag) for each in state(chart, "streams", "netconf-state")] == ["netconf-state", "streams"]
    assert state(chart, "managed-element") is None
    whole = state(chart)
    assert len({each.tag for each in whole}) == len(whole) == 7


def test_counters_wrap() -> None:
    """A counter begins anew at 2 to the 32nd (RFC 6991 3, zero-based-counter32)."""
    chart = Chart().up()
    chart.provider.managed.counters["in-rpcs"] = 2**32 + 3
    assert state(chart, "netconf-state").findtext(".//{*}statistics/{*}in-rpcs") == "3"


def test_supervised_sessions() -> None:
    """Just those count that the watchdog watches."""
    chart = Chart().up().up("2")
    chart.ok(op("create-subscription", "<stream>supervision-notification</stream>", NOTIFICATION))
    assert state(chart, "supervision").findtext(f".//{{{SUPERVISION}}}supervised-sessions") == "1"


def test_aged() -> None:
    """Both lists of streams tell since when the log is not whole, once it is not (RFC 5277 3.4)."""
    chart = Chart(events_kept=1).up()
    aged = ("replayLogAgedTime", "replay-log-aged-time")
    assert not any(local_name(each.tag) in aged for each in state(chart, "netconf", "streams").iter())
    chart.up("2")
    found = [local_name(each.tag) for each in state(chart, "netconf", "streams").iter()]
    assert 0 < found.count(aged[0]) == found.count(aged[1])
