"""Error Indication from the RIC (E2AP 8.3.3)."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage, address, ends, report

CAUSE: e.Cause = ("protocol", "semantic-error")


def about(code: int) -> e.CriticalityDiagnostics:
    """Diagnostics that name a procedure of ours."""
    return e.CriticalityDiagnostics(code, "initiating-message", "reject")


@pytest.mark.parametrize("number", [None, 5])
def test_it_is_never_answered(number: int | None) -> None:
    """Whatever is in it (36.413 10.5)."""
    stage = Stage().set_up().subscribed()
    stage.hear(m.ErrorIndication(number, cause=CAUSE)).silent()
    stage.hear(m.ErrorIndication(number)).silent()
    stage.hear(m.ErrorIndication(None, FIRST_ID, PLAIN, CAUSE, about(5))).silent()
    stage.octets(b"\x00\x02\x40\x00").silent()
    assert stage.wait(1.1).one(m.RICindication).ric_request_id == FIRST_ID


def test_a_request_that_it_names_waits_no_longer() -> None:
    """A late answer is then out of place."""
    stage = Stage().set_up()
    stage.stimulate("reset")
    number = stage.one(m.ResetRequest).transaction_id
    stage.hear(m.ErrorIndication(number, cause=CAUSE)).silent()
    stage.hear(m.ResetResponse(number)).one(m.ErrorIndication)


def test_another_procedure_is_not_meant() -> None:
    """Equal ids of different procedures are told apart by the diagnostics."""
    stage = Stage().set_up()
    stage.stimulate("reset")
    number = stage.one(m.ResetRequest).transaction_id
    stage.hear(m.ErrorIndication(number, cause=CAUSE, criticality_diagnostics=about(7)))
    stage.hear(m.ErrorIndication(None, cause=CAUSE))
    stage.hear(m.ResetResponse(number)).silent()


def test_a_procedure_alone_may_be_named() -> None:
    """As by a RIC that does not know the procedure: it cannot tell more."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    stage.stimulate("modification-required")
    stage.take()
    stage.hear(m.ErrorIndication(None, cause=CAUSE, criticality_diagnostics=about(15)))
    assert stage.stimulate("modification-required").status == "done"


def test_indications_go_on_when_the_ric_does_not_know_removal() -> None:
    """An E2 Removal that ends in an error leaves the interface as it was."""
    stage = Stage().set_up().subscribed()
    stage.stimulate("remove")
    number = stage.one(m.E2RemovalRequest).transaction_id
    stage.hear(m.ErrorIndication(number, cause=CAUSE)).wait(1.1).one(m.RICindication)


def test_a_further_association_that_ends_in_an_error_is_closed() -> None:
    """Its first message was not taken, so that it belongs to no node."""
    stage = Stage().set_up()
    stage.hear(m.E2connectionUpdate(8, (e.E2connectionUpdate_Item(address(9), "both"),))).up("2")
    (update, _) = stage.take()
    assert isinstance(update, m.E2nodeConfigurationUpdate)
    stage.hear(m.ErrorIndication(update.transaction_id, cause=CAUSE), "2")
    assert ends(stage) == [("2", "shutdown")]
