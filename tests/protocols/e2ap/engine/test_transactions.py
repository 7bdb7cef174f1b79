"""All runs of procedures on one association."""

from oran_harness.protocols.e2ap.engine import ProcedureState, Transaction
from oran_harness.protocols.e2ap.engine.transactions import LIMIT, Transactions
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from tests.protocols.e2ap.engine.conversation import RIC, control_request


def _run(serial: int, identifier: int = 1, code: int = 4) -> Transaction:
    return Transaction(
        PROCEDURES[code], RIC, identifier, control_request(), serial, 0.0, ProcedureState.REQUESTED, serial=serial
    )


def test_the_oldest_run_of_an_id_comes_first() -> None:
    """Runs of one id are answered in the order of their requests."""
    runs = Transactions(complete=True)
    for serial in (1, 2, 3):
        runs.open(_run(serial))
    runs.advance(_run(1), "RICcontrolAcknowledge", 9)
    assert [run.serial for run in runs.ongoing(4, RIC, 1)] == [2, 3]
    assert [run.serial for run in runs.of(4, RIC)] == [2, 3]


def test_what_is_over_keeps_no_request() -> None:
    """A finished run remembers when it was answered, and lets go of its message."""
    runs = Transactions(complete=True)
    runs.open(_run(1))
    runs.advance(_run(1), "RICcontrolFailure", 9)
    over = runs.latest_over(4, RIC, 1)
    assert over is not None
    assert (over.state, over.request, over.answer_n) == (ProcedureState.FAILED, None, 9)
    assert len(runs) == 0


def test_an_event_without_a_row_changes_nothing() -> None:
    """The table decides."""
    runs = Transactions(complete=True)
    runs.open(_run(1))
    assert runs.advance(_run(1), "RICindication", 2) == _run(1)
    assert len(runs) == 1


def test_memory_is_bounded() -> None:
    """As many open runs as the limit, as many that are over; what is forgotten is known to be."""
    runs = Transactions(complete=True)
    for serial in range(LIMIT + 10):
        runs.open(_run(serial, serial))
    assert len(runs) == LIMIT
    assert not runs.knows_all(4, RIC)
    assert runs.knows_all(8, RIC)
    for run in runs:
        runs.advance(run, "RICcontrolAcknowledge", 1)
    for serial in range(LIMIT, 3 * LIMIT):
        runs.open(_run(serial, serial, 16))
        runs.advance(_run(serial, serial, 16), "RICqueryResponse", 1)
    assert len(runs._over) == LIMIT
    assert runs.knows_all(16, RIC)


def test_forgetting_what_tolerates_late_answers_is_known() -> None:
    """An aborted run that is pushed out may still be answered: then answers of its procedure accuse nobody."""
    runs = Transactions(complete=True)
    runs.open(_run(0, 0))
    runs.advance(_run(0, 0), "ResetRequest", 1)
    for serial in range(1, LIMIT + 1):
        runs.open(_run(serial, serial, 16))
        runs.advance(_run(serial, serial, 16), "RICqueryResponse", 1)
    assert not runs.knows_all(4, RIC)


def test_doubt_touches_every_run() -> None:
    """After lost messages no run is known to wait."""
    runs = Transactions(complete=True)
    runs.open(_run(1))
    runs.doubt()
    assert not runs.complete
    assert not any(run.waiting for run in runs)


def test_a_copy_is_apart() -> None:
    """What is tried on a copy does not touch the original."""
    runs = Transactions(complete=True)
    runs.open(_run(1))
    twin = runs.copy()
    twin.advance(_run(1), "RICcontrolAcknowledge", 2)
    twin.open(_run(2))
    assert [run.serial for run in runs] == [1]
    assert runs.ongoing(4, RIC, 1)
    assert runs.latest_over(4, RIC, 1) is None
    assert [run.serial for run in runs.of(4, RIC)] == [1]
