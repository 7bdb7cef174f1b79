"""The RIC functional procedures."""

import pytest

from oran_harness.protocols.e2ap.engine import ProcedureState
from oran_harness.protocols.e2ap.engine.ric_functional_tables import RIC_FUNCTIONAL_PROCEDURES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from tests.protocols.e2ap.engine.table_walk import begin, paths, state_of_run, tell

ROWS = [
    (code, state, event, target)
    for code, table in RIC_FUNCTIONAL_PROCEDURES.items()
    for (state, event), target in table.items()
    if target is not ProcedureState.DONE
]


@pytest.mark.parametrize(("code", "state", "event", "target"), ROWS)
def test_every_row_is_what_the_engine_does(
    code: int, state: ProcedureState, event: str, target: ProcedureState
) -> None:
    """A run that is brought to a row's state is in the row's next state after its event."""
    talk = begin(code)
    for step in paths(RIC_FUNCTIONAL_PROCEDURES[code], ProcedureState.IDLE)[state]:
        tell(talk, step, code)
    tell(talk, event, code)
    assert state_of_run(talk, code) is target


def test_all_ric_functional_procedures_have_a_table() -> None:
    """E2AP 8.2, and nothing else."""
    assert set(RIC_FUNCTIONAL_PROCEDURES) == {code for code, procedure in PROCEDURES.items() if procedure.service}


def test_reset_and_removal_abort_every_one_that_has_an_answer() -> None:
    """Whatever is ongoing of RIC services is aborted (E2AP 8.3.2.2, 8.3.7.2)."""
    for code, table in RIC_FUNCTIONAL_PROCEDURES.items():
        if PROCEDURES[code].has_response:
            assert table[ProcedureState.REQUESTED, "ResetRequest"] is ProcedureState.ABORTED
            assert table[ProcedureState.REQUESTED, "E2RemovalRequest"] is ProcedureState.ABORTED
