"""The watchdog over managers (O-RAN M-plane 6.7, 14.1)."""

import pytest

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import SUPERVISION, Chart, op

SIGN = "supervision-notification"
STREAM = op("create-subscription", "<stream>supervision-notification</stream>", NOTIFICATION)
ALL = op("create-subscription", "", NOTIFICATION)
FILTERED = op(
    "create-subscription", f'<filter><supervision-notification xmlns="{SUPERVISION}"/></filter>', NOTIFICATION
)


def reset(inside: str = "") -> str:
    return op("supervision-watchdog-reset", inside, SUPERVISION)


@pytest.mark.parametrize("subscribe", [STREAM, FILTERED])
def test_manager_that_is_silent(subscribe: str) -> None:
    """A sign of life after 60 s, and after 70 s without an answer the session is over."""
    chart = Chart().up()
    chart.ok(subscribe)
    assert chart.wait(61).events() == [SIGN]
    assert chart.ended == []
    assert chart.wait(10).ended == ["1"]


def test_manager_that_lives() -> None:
    """Each reset starts both timers again."""
    chart = Chart().up()
    chart.ok(STREAM)
    for _ in range(5):
        chart.wait(61)
        assert not chart.ask(reset()).errors
    assert chart.events() == [SIGN] * 5
    assert chart.ended == []


def test_manager_who_gets_everything() -> None:
    """Who subscribed to all notifications need not answer, until he did once."""
    chart = Chart().up()
    chart.ok(ALL)
    assert chart.wait(200).events() == [SIGN] * 3
    assert not chart.ask(reset()).errors
    assert chart.wait(71).ended == ["1"]


def test_end_of_the_session() -> None:
    """Then nobody is watched."""
    chart = Chart().up()
    chart.ok(STREAM)
    chart.over()
    chart.wait(100)
    assert chart.provider.wakes_at is None


def test_without_rights() -> None:
    """Who may not answer the watchdog is not watched, and not let answer."""
    chart = Chart(groups={"watcher": ("O1_network_monitoring",)}).up("1", "watcher")
    chart.ok(op("create-subscription", "", NOTIFICATION))
    assert chart.wait(200).ended == []
    assert chart.provider.managed.sessions[1].watch is None
