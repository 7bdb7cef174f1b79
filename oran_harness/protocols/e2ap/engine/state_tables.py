"""All state tables, for whoever draws or walks them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from oran_harness.protocols.e2ap.engine.global_tables import GLOBAL_PROCEDURES
from oran_harness.protocols.e2ap.engine.lasting_tables import ASSISTANCE, ASSOCIATION, LOAD, SUBSCRIPTION
from oran_harness.protocols.e2ap.engine.ric_functional_tables import RIC_FUNCTIONAL_PROCEDURES
from oran_harness.protocols.e2ap.engine.states import (
    AssistanceState,
    AssociationState,
    LoadState,
    ProcedureState,
    StateTable,
    SubscriptionState,
)
from oran_harness.protocols.e2ap.procedures import PROCEDURES

_State = TypeVar("_State", bound=StrEnum)

PROCEDURE_TABLES = GLOBAL_PROCEDURES | RIC_FUNCTIONAL_PROCEDURES
"""The table of each procedure, by procedure code (E2AP 9.3.7)."""


def _rows(table: Mapping[tuple[_State, str], _State]) -> tuple[tuple[str, str, str], ...]:
    return tuple((state.value, event, target.value) for (state, event), target in table.items())


_LASTING = (
    StateTable("association", "E2 association", "8.3.1, 8.3.6.2, 8.3.7", AssociationState.NEW, _rows(ASSOCIATION)),
    StateTable("subscription", "RIC subscription", "8.2, 8.3.2.2", SubscriptionState.ABSENT, _rows(SUBSCRIPTION)),
    StateTable("load-reports", "RIC service load reports", "8.2.8, 8.2.9", LoadState.ABSENT, _rows(LOAD)),
    StateTable("assistance", "RIC assistance", "8.2.11 to 8.2.13", AssistanceState.ABSENT, _rows(ASSISTANCE)),
)


def tables() -> tuple[StateTable, ...]:
    """Every table that the engine follows: those that last first, then one a procedure by its code."""
    procedures = (
        StateTable(row.name, row.title, row.clause, ProcedureState.IDLE, _rows(PROCEDURE_TABLES[code]))
        for code, row in sorted(PROCEDURES.items())
    )
    return (*_LASTING, *procedures)
