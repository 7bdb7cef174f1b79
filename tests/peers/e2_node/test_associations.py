"""The node's associations (E2GAP 6.2)."""

import pytest

from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import answer
from tests.peers.e2_node.stage import Stage, connects, ends


def test_it_comes_back() -> None:
    """After the association is over the node opens another one, and sets the interface up anew."""
    stage = Stage().set_up().subscribed()
    stage.commands.clear()
    stage.over().wait(0.09)
    assert connects(stage) == []
    assert connects(stage.wait(0.02)) == [("2", None)]
    stage.up("2").one(m.E2setupRequest)
    assert stage.plain.subscriptions == ()
    assert stage.blamed() == []


def test_a_refusal_doubles_the_wait_up_to_a_bound() -> None:
    """A RIC that is not there is asked ever more rarely, but at least every few seconds; one answer resets that."""
    stage = Stage().begin()
    waits = []
    for number in range(1, 9):
        assert connects(stage) == [(str(number), None)]
        stage.refused(str(number))
        waits.append((stage.node.wakes_at or 0.0) - stage.now)
        stage.wait(waits[-1])
    assert waits == pytest.approx([0.2, 0.4, 0.8, 1.6, 3.0, 3.0, 3.0, 3.0])
    assert connects(stage) == [("9", None)]
    stage.up("9").over("9").wait(0.11)
    assert [name for name, _ in connects(stage)] == ["10"]


def test_it_may_wait_for_the_ric() -> None:
    """A node that does not connect sets up what the RIC opens."""
    stage = Stage(connects=False).begin()
    assert connects(stage) == []
    stage.up("from-outside", outbound=False).one(m.E2setupRequest)
    stage.over("from-outside").wait(10)
    assert connects(stage) == []


def test_inbound_associations_are_bounded() -> None:
    """More associations than the bound are turned away."""
    stage = Stage(connects=False, most_associations=1).begin().up("a", outbound=False)
    stage.up("b", outbound=False)
    assert ends(stage) == [("b", "abort")]


def test_what_is_unknown_changes_nothing() -> None:
    """News of associations that the node does not have is ignored."""
    stage = Stage().set_up()
    stage.over("77").refused("78").octets(b"\x00", "79").wait(10).silent()
    stage.up("1").silent()


def test_what_was_put_off_is_forgotten() -> None:
    """What waited for its Time to Wait on an interface that is gone is not done on the next one."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="add")
    update = stage.one(m.RICserviceUpdate)
    stage.hear(m.RICserviceUpdateFailure(update.transaction_id, ("misc", "unspecified"), 5))
    stage.over().wait(0.2).up("2")
    response = answer(stage.one(m.E2setupRequest), by=Role.NEAR_RT_RIC, edition=stage.edition)
    assert response is not None
    stage.hear(response, "2").wait(60).silent()


def test_close_drops_all_and_comes_back() -> None:
    """Asked to close, the node ends its associations in order, or by an abort, and comes back."""
    stage = Stage().set_up()
    assert stage.stimulate("close", how="abort").details == {"associations": 1}
    assert ends(stage) == [("1", "abort")]
    stage.over(how="abort").wait(0.2)
    assert connects(stage) == [("2", None)]
    assert stage.stimulate("close", how="shout").status == "failed"
