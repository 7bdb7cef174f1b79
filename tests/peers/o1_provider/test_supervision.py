"""The watchdog's timers (O-RAN M-plane 6.7, 14.1)."""

from oran_harness.peers.o1_provider import supervision
from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import SUPERVISION, Chart, edit, op

SIGN = "supervision-notification"
SUBSCRIBE = op("create-subscription", f"<stream>{SIGN}</stream>", NOTIFICATION)


def watched() -> Chart:
    chart = Chart().up()
    chart.ok(SUBSCRIBE)
    return chart


def test_settings() -> None:
    """The times are those that running holds when the watch begins."""
    chart = Chart().up()
    inside = "<notification-interval>5</notification-interval><guard-timer-overhead>2</guard-timer-overhead>"
    chart.ok(edit("running", f'<config><supervision xmlns="{SUPERVISION}">{inside}</supervision></config>'))
    chart.ok(SUBSCRIBE)
    assert chart.wait(6.5).events() == [SIGN]
    assert chart.wait(1).ended == ["1"]


def test_end() -> None:
    """No timer is left of a watch that has ended."""
    chart = watched()
    managed = chart.provider.managed
    supervision.end(managed, managed.sessions[1])
    assert managed.sessions[1].watch is None
    assert chart.wait(1000).events() == []
    assert chart.ended == []


def test_still_wanted() -> None:
    """The watch ends with the last subscription that gives signs of life, and not before."""
    chart = watched()
    managed = chart.provider.managed
    session = managed.sessions[1]
    supervision.still_wanted(managed, session)
    assert session.watch is not None
    session.subscriptions.clear()
    supervision.still_wanted(managed, session)
    assert session.watch is None


def test_nobody_watched() -> None:
    """A sign of life from who is not watched starts no watch."""
    chart = Chart().up()
    managed = chart.provider.managed
    assert supervision.restart(managed, managed.sessions[1], 30, 5, 100.0) == 130.0
    assert managed.sessions[1].watch is None
    assert chart.wait(1000).ended == []
