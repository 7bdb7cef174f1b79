"""Queries of RC: what our E2 node tells of itself and its UEs."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.rc_information import Information
from oran_harness.peers.ran_functions.rc_query import INVALID, UNAVAILABLE, answer
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.common import elements as common
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import offers, query
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters

RADIO = Radio()


def answered(style: int, *given: Any, edition: str = "5.00", **more: Any) -> Any:
    """The outcome of a query, or the refusal."""
    octets = query(style, *given, edition=edition, **more)
    outcome = answer(*octets, Information(RADIO, edition), offers("gnb", edition), 1.0)
    if isinstance(outcome, Refusal):
        return outcome
    decoded = RC.decode(PayloadKind.QUERY_OUTCOME, outcome, edition)
    assert decoded.complaints == ()
    return decoded.value


@pytest.mark.parametrize("edition", ["5.00", "7.00"])
def test_about_the_node(edition: str) -> None:
    """Style 1 tells of all cells: context and neighbours, as asked for."""
    outcome = answered(1, edition=edition)
    assert format_of(outcome) == 1
    cells = content_of(outcome).cell_info_list
    assert [one.cell_global_id for one in cells] == list(RADIO.cells)
    assert all(one.neighbour_relation_table is not None for one in cells)
    assert all(one.neighbour_relation_table is None for one in content_of(answered(1, (1,))).cell_info_list)


@pytest.mark.parametrize("edition", ["5.00", "7.00"])
def test_about_ues(edition: str) -> None:
    """Style 2 tells of all UEs, or of the one that is named."""
    outcome = answered(2, edition=edition)
    assert format_of(outcome) == 2
    ues = content_of(outcome).ue_info_list
    assert [one.ue_id for one in ues] == [RADIO.ue_id(ue.number) for ue in RADIO.ues(1.0)]
    one = answered(2, (202,), edition=edition, ue=RADIO.ue_id(2))
    assert [each.ue_id for each in content_of(one).ue_info_list] == [RADIO.ue_id(2)]
    assert [each.id for each in parameters(one)] == [202]


def test_partial_ids_and_groups() -> None:
    """Who is asked for by a part of an ID is not told apart: everybody is told of."""
    partial = r.UEQuery(common.PartialUEID(amf_ue_ngap_id=1))
    info = r.Associated_UE_Info((r.Associated_UE_Info_Item(1, ("ueQuery", partial)),))
    header: Any = ("queryHeader-Format1", r.E2SM_RC_QueryHeader_Format1(2, None, info))
    octets = RC.encode(PayloadKind.QUERY_HEADER, r.E2SM_RC_QueryHeader(header), "5.00")
    _, definition = query(2, edition="5.00")
    outcome = answer(octets, definition, Information(RADIO, "5.00"), offers("gnb", "5.00"), 1.0)
    assert isinstance(outcome, bytes)
    value = RC.decode(PayloadKind.QUERY_OUTCOME, outcome, "5.00").value
    assert len(content_of(value).ue_info_list) == len(RADIO.ues(1.0))


def test_what_there_is_not() -> None:
    """Unknown UEs, styles and parameters have no outcome (E2AP 8.2.7); octets that are no query have none either."""
    assert answered(2, ue=RADIO.ue_id(4000)) == UNAVAILABLE
    assert answered(2, (7,)) == UNAVAILABLE
    assert answered(7, (1,)) == UNAVAILABLE
    told = Information(RADIO, "5.00")
    header, definition = query(1, edition="5.00")
    assert answer(b"\xff", definition, told, offers("gnb", "5.00"), 1.0) == INVALID
    assert answer(header, b"", told, offers("gnb", "5.00"), 1.0) == INVALID
    first = Information(RADIO, "1.03")
    assert answer(header, definition, first, offers("gnb", "1.03"), 1.0) == INVALID
