"""When a manager is told of life, and given up (O-RAN M-plane 6.7)."""

import pytest
from oran_harness.peers.o1_provider.watch import Watch

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import SUPERVISION, Chart, op


def watch(inside: str, *, answered: bool = False) -> tuple[Chart, Watch]:
    chart = Chart().up()
    chart.ok(op("create-subscription", inside, NOTIFICATION))
    if answered:
        chart.data(op("supervision-watchdog-reset", "", SUPERVISION))
    found = chart.provider.managed.sessions[1].watch
    assert found is not None
    return chart, found


@pytest.mark.parametrize(
    ("inside", "answered", "given_up"),
    [("", False, False), ("", True, True), ("<stream>supervision-notification</stream>", False, True)],
)
def test_given_up(inside: str, answered: bool, given_up: bool) -> None:
    """A manager is given up only if he asked for signs of life by name, or answered one."""
    chart, found = watch(inside, answered=answered)
    assert (found.lost_by is not None) is given_up
    assert (chart.wait(71).ended == ["1"]) is given_up


def test_next() -> None:
    """Each sign of life sets the time of the next one."""
    chart, found = watch("")
    first = found.next_at
    assert first == pytest.approx(chart.now + found.interval)
    chart.wait(found.interval + 1)
    assert found.next_at == pytest.approx(first + found.interval)
