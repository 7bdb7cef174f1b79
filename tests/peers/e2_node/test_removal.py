"""E2 Removal in both directions (E2AP 8.3.7)."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import Stage, connects, ends


@pytest.mark.parametrize("edition", ["2.03", "3.01", "5.00", "7.00"])
def test_the_ric_removes_the_interface(edition: str) -> None:
    """The node responds, says nothing more, lets the RIC close, and then begins anew."""
    stage = Stage(edition).set_up().subscribed()
    stage.commands.clear()
    assert stage.hear(m.E2RemovalRequest(9)).one(m.E2RemovalResponse).transaction_id == 9
    stage.wait(0.9).silent()
    assert ends(stage) == []
    stage.over().wait(0.2)
    assert connects(stage) == [("2", None)]
    stage.up("2").one(m.E2setupRequest)
    assert stage.blamed() == []


def test_a_ric_that_does_not_close_is_closed_upon() -> None:
    """The node closes after a while what the RIC should have."""
    stage = Stage().set_up()
    stage.hear(m.E2RemovalRequest(9)).one(m.E2RemovalResponse)
    stage.hear(m.ResetRequest(1, ("misc", "unspecified"))).silent()
    assert ends(stage.wait(1.1)) == [("1", "shutdown")]


def test_the_node_removes_the_interface() -> None:
    """After the RIC's response the node closes the association (8.3.7.2); until it, it keeps indications back."""
    stage = Stage().set_up().subscribed()
    assert stage.stimulate("remove").status == "done"
    request = stage.one(m.E2RemovalRequest)
    stage.commands.clear()
    stage.wait(3).silent()
    stage.hear(m.E2RemovalResponse(request.transaction_id)).silent()
    assert ends(stage) == [("1", "shutdown")]
    stage.over().wait(1)
    assert connects(stage) == [("2", None)]
    assert stage.blamed() == []


def test_a_refused_removal_changes_nothing() -> None:
    """After a failure the interface stays, with its subscriptions."""
    stage = Stage().set_up().subscribed()
    stage.stimulate("remove")
    request = stage.one(m.E2RemovalRequest)
    stage.hear(m.E2RemovalFailure(request.transaction_id, ("misc", "unspecified"))).silent()
    stage.wait(1.1).one(m.RICindication)
    assert ends(stage) == []
    assert stage.blamed() == []


def test_the_first_edition_has_no_removal() -> None:
    """E2AP 1.01 does not know the procedure: the stimulus is unsupported."""
    assert Stage("1.01").set_up().stimulate("remove").status == "unsupported"
