"""The procedures of the interface as a whole."""

import pytest

from oran_harness.protocols.e2ap.engine import ProcedureState
from oran_harness.protocols.e2ap.engine.global_tables import GLOBAL_PROCEDURES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from tests.protocols.e2ap.engine.table_walk import begin, paths, state_of_run, tell

ROWS = [
    (code, state, event, target)
    for code, table in GLOBAL_PROCEDURES.items()
    for (state, event), target in table.items()
    if target is not ProcedureState.DONE
]


@pytest.mark.parametrize(("code", "state", "event", "target"), ROWS)
def test_every_row_is_what_the_engine_does(
    code: int, state: ProcedureState, event: str, target: ProcedureState
) -> None:
    """A run that is brought to a row's state is in the row's next state after its event."""
    talk = begin(code)
    for step in paths(GLOBAL_PROCEDURES[code], ProcedureState.IDLE)[state]:
        tell(talk, step, code)
    tell(talk, event, code)
    assert state_of_run(talk, code) is target


def test_all_global_procedures_have_a_table() -> None:
    """E2AP 8.3, and nothing else."""
    assert set(GLOBAL_PROCEDURES) == {code for code, procedure in PROCEDURES.items() if not procedure.service}


def test_a_reset_has_no_failure() -> None:
    """There is no unsuccessful outcome (E2AP 8.3.2)."""
    assert ProcedureState.FAILED not in GLOBAL_PROCEDURES[3].values()
