"""One run of a procedure."""

from dataclasses import replace

from oran_harness.protocols.e2ap.engine import ProcedureState, Transaction
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from tests.protocols.e2ap.engine.conversation import NODE, RIC

RUN = Transaction(PROCEDURES[4], RIC, 1, None, 1, 0.0, ProcedureState.REQUESTED, serial=1)


def test_it_waits_while_an_answer_is_owed() -> None:
    """Nothing that explains silence has happened."""
    assert RUN.waiting
    for change in ({"owed": False}, {"certain": False}, {"misanswered_n": 3}, {"state": ProcedureState.REPORTED}):
        assert not replace(RUN, **change).waiting  # type: ignore[arg-type]


def test_the_other_end_answers() -> None:
    """A run's answer comes from the far end."""
    assert RUN.answerer is NODE
