"""RC indication headers and messages, and call process IDs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.common.build import TEST_PLMN, eutra_cell, nr_cell, ue_id
from oran_harness.service_models.common.elements import CGI
from oran_harness.service_models.rc.build import (
    CellInformation,
    call_process_id,
    call_process_number,
    cells_message,
    element,
    insert_header,
    insert_message,
    neighbour,
    parameters_message,
    report_header,
    ue_parameters_message,
)
from oran_harness.service_models.rc.model import RC
from tests.service_models.kpm.build.read import value

HEADER, MESSAGE = PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE
UE = ue_id("gnb", 1)
NODE = BitString(b"\x00\x01\x00", 20)


@pytest.mark.parametrize("edition", RC.editions)
def test_headers(edition: str) -> None:
    """REPORT has header format 1 with the condition that was met, INSERT format 2 with the UE and what it is about."""
    report = value("rc", HEADER, report_header(edition, 3), edition)
    assert (format_of(report), content_of(report).ric_event_trigger_condition_id) == (1, 3)
    insert = value("rc", HEADER, insert_header(UE, 3, 1, edition), edition)
    content = content_of(insert)
    assert (format_of(insert), content.ue_id) == (2, UE)
    assert (content.ric_insert_style_type, content.ric_insert_indication_id) == (3, 1)


@pytest.mark.parametrize("edition", RC.editions)
def test_messages_of_parameters(edition: str) -> None:
    """Formats 1 and 5 hold parameters, format 2 those of each UE."""
    asked = ((202, element(0)), (10001, element(b"\x01")))
    plain = value("rc", MESSAGE, parameters_message(asked, edition), edition)
    assert (format_of(plain), [one.ran_parameter_id for one in content_of(plain).ran_p_reported_list]) == (
        1,
        [202, 10001],
    )
    insert = value("rc", MESSAGE, insert_message(asked, edition), edition)
    assert (format_of(insert), len(content_of(insert).ran_p_requested_list)) == (5, 2)
    ues = value("rc", MESSAGE, ue_parameters_message([(UE, asked), (ue_id("gnb", 2), asked[:1])], edition), edition)
    assert format_of(ues) == 2
    assert [(one.ue_id, len(one.ran_p_list)) for one in content_of(ues).ue_parameter_list] == [
        (UE, 2),
        (ue_id("gnb", 2), 1),
    ]


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize("cell", [nr_cell(TEST_PLMN, NODE, 1), eutra_cell(TEST_PLMN, NODE, 1)], ids=["nr", "eutra"])
def test_messages_of_cells(edition: str, cell: CGI) -> None:
    """Format 3 says of each cell what was asked for; editions spell the neighbour table in two ways."""
    told = [CellInformation(cell, b"context", False, [neighbour(cell, 5, 2)]), CellInformation(cell)]
    read = value("rc", MESSAGE, cells_message(told, edition), edition)
    assert format_of(read) == 3
    first, second = content_of(read).cell_info_list
    assert (first.cell_global_id, first.cell_context_info, first.cell_deleted) == (cell, b"context", False)
    assert first.neighbour_relation_table.neighbour_cell_list[0][1].version == 2
    assert (second.cell_context_info, second.cell_deleted, second.neighbour_relation_table) == (None, None, None)


@given(st.integers(1, (1 << 32) - 1), st.sampled_from(RC.editions))
def test_call_process_ids(number: int, edition: str) -> None:
    """A call process ID is a number, and can be read again."""
    assert call_process_number(call_process_id(number, edition), edition) == number


@given(st.binary(max_size=12))
def test_what_is_no_call_process_id(octets: bytes) -> None:
    """Octets of whatever kind give a number or none."""
    number = call_process_number(octets, "5.00")
    assert number is None or number > 0
