"""RC indication headers and messages, and call process IDs (RC 9.2.1.3 to 9.2.1.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.service_models.common.elements import (
    CGI,
    EUTRA_CGI,
    NR_ARFCN,
    UEID,
    NRFrequencyBandItem,
    NRFrequencyInfo,
)
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.parameters import Parameters
from oran_harness.service_models.rc.model import RC

SERVING_PCI = 1
ARFCN = 632_628
"""An NR-ARFCN of band n78."""
BAND = 78
EARFCN = 1_575
"""A carrier of E-UTRA band 3."""
_NR_TAC = b"\x00\x00\x01"
_EUTRA_TAC = b"\x00\x01"


@dataclass(frozen=True, slots=True)
class CellInformation:
    """What is said of a cell: its context, whether it was deleted, its neighbours; None for what was not asked."""

    cell: CGI
    context: bytes | None = None
    deleted: bool | None = None
    neighbours: Sequence[Any] | None = None


def report_header(edition: str, condition: int | None = 1) -> bytes:
    """The header of a REPORT indication, format 1: the ID of the trigger condition that was met."""
    return _header(1, rc.E2SM_RC_IndicationHeader_Format1(condition), edition)


def insert_header(ue: UEID, style: int, indication: int, edition: str) -> bytes:
    """The header of an INSERT indication, format 2."""
    return _header(2, rc.E2SM_RC_IndicationHeader_Format2(ue, style, indication), edition)


def parameters_message(parameters: Parameters, edition: str) -> bytes:
    """A message of format 1, of report style 1."""
    items = tuple(rc.E2SM_RC_IndicationMessage_Format1_Item(*each) for each in parameters)
    return _message(1, rc.E2SM_RC_IndicationMessage_Format1(items), edition)


def ue_parameters_message(ues: Sequence[tuple[UEID, Parameters]], edition: str) -> bytes:
    """A message of format 2, of report styles 2 and 4: parameters of each UE."""
    items = tuple(
        rc.E2SM_RC_IndicationMessage_Format2_Item(
            ue, tuple(rc.E2SM_RC_IndicationMessage_Format2_RANParameter_Item(*each) for each in parameters)
        )
        for ue, parameters in ues
    )
    return _message(2, rc.E2SM_RC_IndicationMessage_Format2(items), edition)


def cells_message(cells: Sequence[CellInformation], edition: str) -> bytes:
    """A message of format 3, of report style 3."""
    items = tuple(
        rc.E2SM_RC_IndicationMessage_Format3_Item(
            each.cell,
            each.context,
            each.deleted,
            None if each.neighbours is None else neighbour_table(each.cell, each.neighbours),
        )
        for each in cells
    )
    return _message(3, rc.E2SM_RC_IndicationMessage_Format3(items), edition)


def insert_message(parameters: Parameters, edition: str) -> bytes:
    """A message of format 5, of insert styles 1 to 7."""
    items = tuple(rc.E2SM_RC_IndicationMessage_Format5_Item(*each) for each in parameters)
    return _message(5, rc.E2SM_RC_IndicationMessage_Format5(items), edition)


def neighbour(cell: CGI, pci: int, version: int) -> Any:
    """A cell of a neighbour relation table; ``version`` grows by one with each change (RC 9.3.38)."""
    identity = cell[1]
    if isinstance(identity, EUTRA_CGI):
        eutra = rc.NeighbourCell_Item_Choice_E_UTRA(identity, pci, EARFCN, _EUTRA_TAC, "true", "true", version)
        return ("ranType-Choice-EUTRA", eutra)
    frequency = NRFrequencyInfo(NR_ARFCN(ARFCN), (NRFrequencyBandItem(BAND, ()),))
    nr = rc.NeighbourCell_Item_Choice_NR(identity, pci, _NR_TAC, "tdd", frequency, "true", "true", version)
    return ("ranType-Choice-NR", nr)


def neighbour_table(cell: CGI, neighbours: Sequence[Any]) -> rc.NeighbourRelation_Info:
    """The whole neighbour relation table of a cell, of at least one neighbour."""
    if cell[0] == "eUTRA-CGI":
        return rc.NeighbourRelation_Info(("eUTRA", SERVING_PCI), ("eUTRA", EARFCN), tuple(neighbours))
    return rc.NeighbourRelation_Info(("nR", SERVING_PCI), ("nR", NR_ARFCN(ARFCN)), tuple(neighbours))


def call_process_id(number: int, edition: str) -> bytes:
    """A call process ID, 1..4294967295."""
    content = rc.E2SM_RC_CallProcessID_Format1(number)
    value = rc.E2SM_RC_CallProcessID(("callProcessID-Format1", content))
    return RC.encode(PayloadKind.CALL_PROCESS_ID, value, edition)


def call_process_number(octets: bytes, edition: str) -> int | None:
    """The number of a call process ID, None if the octets are none."""
    decoded = RC.decode(PayloadKind.CALL_PROCESS_ID, octets, edition)
    if not decoded.conforms:
        return None
    number = decoded.value.ric_call_process_id_formats[1].ric_call_process_id
    return int(number)


def _header(number: int, content: Any, edition: str) -> bytes:
    value = rc.E2SM_RC_IndicationHeader((f"indicationHeader-Format{number}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.INDICATION_HEADER, value, edition)


def _message(number: int, content: Any, edition: str) -> bytes:
    value = rc.E2SM_RC_IndicationMessage((f"indicationMessage-Format{number}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.INDICATION_MESSAGE, value, edition)
