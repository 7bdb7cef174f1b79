"""The near-RT RICs of the node: each has an interface of its own."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.actor import Answer, Up
from oran_harness.peers.e2_node.rics import MOST_RICS, STIMULI
from oran_harness.peers.e2_node.stimuli import OF_RICS
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import answer
from tests.peers.e2_node.stage import PLAIN, Stage, connects, ends

SECOND = "sctp://192.0.2.3:36421"
THERE = "ric-2-1"


def going(second_ric: str = "serve") -> Stage:
    """A node that has an interface with the first RIC, and was told to go to the second one."""
    stage = Stage(second_ric=second_ric).set_up()
    stage.commands.clear()
    assert stage.stimulate("connect", uri=SECOND).status == "done"
    return stage


def accept(stage: Stage, association: str) -> None:
    """E2 Setup is done there."""
    stage.happen(Up(association, outbound=True))
    response = answer(stage.one(m.E2setupRequest), by=Role.NEAR_RT_RIC, edition=stage.edition)
    assert response is not None
    stage.hear(response, association)
    stage.silent()


def test_both_are_served() -> None:
    """The first interface stands, and its subscriptions with it; the second one begins with E2 Setup."""
    stage = Stage().set_up().subscribed()
    stage.commands.clear()
    stage.stimulate("connect", uri=SECOND)
    assert connects(stage) == [(THERE, SECOND)]
    accept(stage, THERE)
    stage.hear(m.ResetRequest(5, ("misc", "unspecified")), THERE).one(m.ResetResponse)
    stage.hear(m.RICsubscriptionDeleteRequest(stage.plain.subscriptions[0], PLAIN), THERE)
    stage.one(m.RICsubscriptionDeleteFailure)
    assert len(stage.plain.subscriptions) == 1
    stage.over(THERE)
    assert len(stage.plain.subscriptions) == 1
    assert connects(stage.wait(0.11)) == [("ric-2-2", SECOND)]


def test_it_may_move_over() -> None:
    """Then the first interface is gone until the node is told to leave the second one."""
    stage = going(second_ric="move")
    assert (ends(stage), stage.commands) == ([("1", "shutdown")], [])
    stage.over("1")
    accept(stage, THERE)
    assert connects(stage.wait(10.0)) == []
    assert stage.stimulate("disconnect", uri=SECOND).status == "done"
    assert connects(stage) == [("2", None)]


def test_it_may_decline() -> None:
    """And says why."""
    stage = Stage(second_ric="decline").set_up()
    declined = stage.stimulate("connect", uri=SECOND)
    assert declined == Answer(declined.ticket, "failed", {"reason": "this node serves one near-RT RIC, and has one"})


def test_it_leaves_for_good() -> None:
    """What is up there is ended, and not opened again; what comes up too late is ended, too."""
    stage = going()
    accept(stage, THERE)
    stage.commands.clear()
    assert stage.stimulate("disconnect", uri=SECOND).status == "done"
    assert ends(stage) == [(THERE, "shutdown")]
    assert connects(stage.over(THERE).wait(10.0)) == []
    stage.stimulate("connect", uri=SECOND)
    stage.stimulate("disconnect", uri=SECOND)
    stage.commands.clear()
    stage.happen(Up("ric-3-1", outbound=True))
    assert ends(stage) == [("ric-3-1", "shutdown")]
    assert stage.stimulate("disconnect", uri=SECOND).status == "failed"


@pytest.mark.parametrize("name", ["connect", "disconnect"])
@pytest.mark.parametrize("arguments", [{}, {"uri": 7}])
def test_an_address_is_needed(name: str, arguments: dict[str, object]) -> None:
    """Without one nothing is done."""
    stage = Stage().set_up()
    stage.commands.clear()
    assert stage.stimulate(name, **arguments).status == "failed"
    assert stage.commands == []


def test_the_names_are_those_that_cases_use() -> None:
    """A node that does not know a name tells them among the others."""
    assert set(STIMULI) == set(OF_RICS) == {"connect", "disconnect"}
    assert "connect, " in Stage().stimulate("no-such-stimulus").details["reason"]


def test_they_are_bounded() -> None:
    """One that is gone to already is no further one."""
    stage = Stage().set_up()
    answers = [stage.stimulate("connect", uri=f"sctp://192.0.2.{10 + number}").status for number in range(MOST_RICS)]
    assert {*answers, stage.stimulate("connect", uri="sctp://192.0.2.10").status} == {"done"}
    assert stage.stimulate("connect", uri="sctp://192.0.2.99").status == "failed"
