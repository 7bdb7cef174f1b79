"""What the RIC does when asked, by name."""

import pytest

from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.stimuli import STIMULI, choose
from oran_harness.protocols.e2ap import messages as m
from tests.peers.near_rt_ric.chart import Chart


def test_each_stimulus_refuses_unknown_arguments() -> None:
    """A slip of the pen is noticed, with the names that there are."""
    chart = Chart(edition="5.00").set_up()
    for name, row in STIMULI.items():
        assert "node" in row.arguments
        answer = chart.ask(name, perriod_ms=5)
        assert answer is not None
        assert answer.status == "failed"
        assert "'perriod_ms'" in answer.details["reason"]
        assert row.arguments[0] in answer.details["reason"]


def test_answers_at_once_or_with_the_outcome() -> None:
    """Without ``wait`` the answer tells what was started, with it what came of it."""
    chart = Chart().set_up()
    first = chart.ask("reset")
    assert first is not None
    assert first.details == {
        "association": "1",
        "node": "gNB 001/01 0x0000001",
        "message": "ResetRequest",
        "transaction_id": first.details["transaction_id"],
        "timer": "Reset",
        "timer_s": 5.0,
    }
    chart.node(m.ResetResponse(first.details["transaction_id"]))
    assert chart.ask("reset", wait=True) is None
    second = chart.said[-1]
    chart.node(m.ResetResponse(second.transaction_id))  # type: ignore[attr-defined]
    assert chart.answers[2].details["outcome"] == "ResetResponse"


def test_choosing_a_node() -> None:
    """By number or name; the newest that is set up without."""
    chart = Chart().set_up(name="a").set_up(name="b").up("c")
    sessions = tuple(chart.ric.sessions.values())
    assert choose(sessions, {}).name == "b"
    assert choose(sessions, {"node": 1}).name == "a"
    assert choose(sessions, {"node": "c"}).name == "c"
    for wanted in (4, "d", True, []):
        with pytest.raises(Unfit, match="there is no node"):
            choose(sessions, {"node": wanted})
    with pytest.raises(Unfit, match="no E2 node is set up"):
        choose((), {})
