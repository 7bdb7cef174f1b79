"""The shape of each table of departures."""

import pytest

from oran_harness.protocols.departure_kind import DepartureKind
from oran_harness.protocols.e2ap.engine import IrregularityKind
from oran_harness.protocols.netconf.breach_kind import BreachKind


@pytest.mark.parametrize("table", [IrregularityKind, BreachKind])
def test_each_table_has_the_shape(table: type[DepartureKind]) -> None:
    """Every kind has its clause and its meaning, and is open exactly where it has no weight."""
    assert all(kind.clause and kind.meaning for kind in table)
    assert all(kind.open is (kind.level is None) for kind in table)
    assert {kind.open for kind in table} == {True, False}


def test_the_document_is_told() -> None:
    """The text of a kind names the document of its clause."""
    assert IrregularityKind.SECOND_ANSWER.__doc__ == "A second answer to one request (MUST, E2AP 3.1, 8.1)"
    assert BreachKind.SECOND_REPLY.__doc__ == "A request is answered twice (MUST, RFC 6241 4.2)"
