"""RC queries and their outcomes, from 5.00 on (RC 7.8, 9.2.1.9 to 9.2.1.11)."""

from collections.abc import Sequence

from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.action import offered_parameters
from oran_harness.service_models.rc.build.indication import CellInformation, neighbour_table
from oran_harness.service_models.rc.build.offer import CELL_CONTEXT
from oran_harness.service_models.rc.build.parameters import Parameters, element
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service


def query(
    style: int, parameters: Sequence[int] | None = None, *, edition: str, ue: UEID | None = None
) -> tuple[bytes, bytes]:
    """Header and definition of a query: style 1 about the node, style 2 about UEs, or about one ``ue``.

    Without ``parameters`` it asks for all that our node declares for the style.
    """
    asked = offered_parameters(Service.QUERY, style) if parameters is None else parameters
    info = None
    if ue is not None:
        one = rc.EventTrigger_UE_Info_Item_Choice_Individual(ue)
        info = rc.Associated_UE_Info((rc.Associated_UE_Info_Item(1, ("ueType-Choice-Individual", one)),))
    header = rc.E2SM_RC_QueryHeader_Format1(style, None, info)
    items = tuple(rc.E2SM_RC_QueryDefinition_Format1_Item(number) for number in asked)
    definition = rc.E2SM_RC_QueryDefinition(("queryRequest-Format1", rc.E2SM_RC_QueryDefinition_Format1(items)))
    return (
        RC.encode(PayloadKind.QUERY_HEADER, rc.E2SM_RC_QueryHeader(("queryHeader-Format1", header)), edition),
        RC.encode(PayloadKind.QUERY_DEFINITION, definition, edition),
    )


def query_outcome_cells(cells: Sequence[CellInformation], edition: str) -> bytes:
    """The outcome of a query of style 1, format 1: information of at least one cell."""
    items = tuple(
        rc.E2SM_RC_QueryOutcome_Format1_ItemCell(
            each.cell,
            (rc.E2SM_RC_QueryOutcome_Format1_ItemParameters(CELL_CONTEXT, element(each.context or b"")),),
            None if each.neighbours is None else neighbour_table(each.cell, each.neighbours),
        )
        for each in cells
    )
    value = rc.E2SM_RC_QueryOutcome(("queryOutcome-Format1", rc.E2SM_RC_QueryOutcome_Format1(items)))
    return RC.encode(PayloadKind.QUERY_OUTCOME, value, edition)


def query_outcome_ues(ues: Sequence[tuple[UEID, Parameters]], edition: str) -> bytes:
    """The outcome of a query of style 2, format 2: parameters of each UE."""
    items = tuple(
        rc.E2SM_RC_QueryOutcome_Format2_ItemUE(
            ue, tuple(rc.E2SM_RC_QueryOutcome_Format2_ItemParameters(*each) for each in parameters)
        )
        for ue, parameters in ues
    )
    value = rc.E2SM_RC_QueryOutcome(("queryOutcome-Format2", rc.E2SM_RC_QueryOutcome_Format2(items)))
    return RC.encode(PayloadKind.QUERY_OUTCOME, value, edition)
