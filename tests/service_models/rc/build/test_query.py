"""RC queries and their outcomes."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.model.errors import UsageError
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.build import TEST_PLMN, nr_cell, ue_id
from oran_harness.service_models.rc.build import (
    CellInformation,
    element,
    neighbour,
    query,
    query_outcome_cells,
    query_outcome_ues,
)
from oran_harness.service_models.rc.requests import requested
from tests.service_models.kpm.build.read import value

EDITIONS = ("5.00", "7.00")
UE = ue_id("gnb", 1)
CELL = nr_cell(TEST_PLMN, BitString(b"\x00\x00\x01\x00", 28), 1)


@pytest.mark.parametrize("edition", EDITIONS)
def test_questions(edition: str) -> None:
    """A query names its style and parameters, and perhaps one UE."""
    header, definition = query(1, edition=edition)
    head = value("rc", PayloadKind.QUERY_HEADER, header, edition)
    assert (style_of(head), content_of(head).associated_ue_info) == (1, None)
    assert [one.id for one in requested(value("rc", PayloadKind.QUERY_DEFINITION, definition, edition))] == [1, 3]
    header, definition = query(2, (202,), edition=edition, ue=UE)
    info = content_of(value("rc", PayloadKind.QUERY_HEADER, header, edition)).associated_ue_info
    assert info.associated_ue_info_list[0].ue_type[1].ue_id == UE
    assert [one.id for one in requested(value("rc", PayloadKind.QUERY_DEFINITION, definition, edition))] == [202]


@pytest.mark.parametrize("edition", EDITIONS)
def test_outcomes(edition: str) -> None:
    """Outcome format 1 is about cells, format 2 about UEs."""
    cells = query_outcome_cells([CellInformation(CELL, b"context", None, [neighbour(CELL, 2, 1)])], edition)
    read = value("rc", PayloadKind.QUERY_OUTCOME, cells, edition)
    assert (format_of(read), content_of(read).cell_info_list[0].cell_global_id) == (1, CELL)
    ues = value("rc", PayloadKind.QUERY_OUTCOME, query_outcome_ues([(UE, ((202, element(0)),))], edition), edition)
    assert (format_of(ues), content_of(ues).ue_info_list[0].ue_id) == (2, UE)


def test_first_edition_has_no_queries() -> None:
    """QUERY came after 1.03."""
    with pytest.raises(UsageError, match="has no query header"):
        query(1, edition="1.03")
