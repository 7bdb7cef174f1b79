"""Error Indication."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import ProcedureState
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Row,
    check_fires,
    check_silent,
    control_acknowledge,
    control_request,
    fresh,
    names,
    operational,
    rid,
    setup_request,
    setup_response,
    subscription_request,
)

SYNTAX = ("protocol", "transfer-syntax-error")


def _about(code: int) -> e.CriticalityDiagnostics:
    return e.CriticalityDiagnostics(procedure_code=code)


ROWS = [
    Row(
        Kind.ERROR_INDICATION_EMPTY,
        NODE,
        lambda talk: talk.node(m.ErrorIndication(transaction_id=1)),
        lambda talk: talk.node(m.ErrorIndication(cause=SYNTAX), m.ErrorIndication(criticality_diagnostics=_about(5))),
    ),
    Row(
        Kind.ERROR_INDICATION_ANSWERED,
        NODE,
        lambda talk: talk.node(m.ErrorIndication(criticality_diagnostics=_about(2))),
        lambda talk: talk.node(m.ErrorIndication(criticality_diagnostics=_about(77))),
    ),
    Row(
        Kind.ERROR_INDICATION_INSTEAD_OF_FAILURE,
        RIC,
        lambda talk: (talk.node(setup_request(1)), talk.ric(m.ErrorIndication(1, cause=CAUSE))),
        lambda talk: (talk.node(setup_request(1)), talk.ric(m.ErrorIndication(1, cause=SYNTAX))),
        begin=fresh,
    ),
    Row(
        Kind.ERROR_INDICATION_INSTEAD_OF_FAILURE,
        NODE,
        lambda talk: (
            talk.ric(subscription_request()),
            talk.node(m.ErrorIndication(ric_request_id=rid(), cause=CAUSE, criticality_diagnostics=_about(8))),
        ),
        lambda talk: (
            talk.ric(control_request()),
            talk.node(m.ErrorIndication(ric_request_id=rid(20, 1), cause=CAUSE, criticality_diagnostics=_about(4))),
        ),
        name="subscription",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """An Error Indication that says nothing, answers another, or stands for a failure message is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """An Error Indication for an undecodable or unknown message, or one that ends a Control, is right."""
    check_silent(row)


def test_it_ends_the_wait_for_an_answer() -> None:
    """A request that an Error Indication is about is not called unanswered; a late answer is no mistake (8.2.4.4)."""
    talk = operational()
    opened = talk.ric(control_request()).opened
    step = talk.node(m.ErrorIndication(ric_request_id=rid(20, 1), cause=CAUSE))
    assert step.answers == opened
    assert talk.association.overdue(100, 1) == ()
    assert talk.association.pending[0].state is ProcedureState.REPORTED
    talk.node(control_acknowledge())
    assert talk.found == []


def test_without_ids_it_may_be_about_anything() -> None:
    """After undecodable octets no id is known: every request of the other end may be meant (E2AP 8.3.3, 9.1.2.1)."""
    talk = operational()
    talk.ric(control_request(), subscription_request())
    talk.node(m.RICserviceUpdate(transaction_id=1), m.ErrorIndication(cause=SYNTAX))
    assert [run.procedure.name for run in talk.association.overdue(100, 1)] == ["RICserviceUpdate"]
    assert talk.found == []


def test_the_initiator_may_report_an_error_in_the_answer() -> None:
    """A node that cannot read the Setup response reports it with the transaction's id (E2TS 6.2.1.3.1)."""
    talk = fresh()
    talk.node(setup_request(1))
    talk.ric(setup_response(1))
    talk.node(m.ErrorIndication(transaction_id=1, cause=SYNTAX))
    assert talk.found == []


def test_the_procedure_code_narrows_what_is_meant() -> None:
    """Diagnostics that name a procedure leave the others waiting."""
    talk = operational()
    talk.ric(m.ResetRequest(3, CAUSE), m.E2connectionUpdate(3))
    talk.node(m.ErrorIndication(transaction_id=3, cause=SYNTAX, criticality_diagnostics=_about(11)))
    assert [run.procedure.name for run in talk.association.overdue(100, 1)] == ["Reset"]
