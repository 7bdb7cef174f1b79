"""What RC tells of our E2 node: RAN parameters of UEs and cells, and messages about them (RC 7.4, 7.5, 7.8)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_event import RadioEvent, Ue
from oran_harness.peers.ran_functions.rc_action import RcAction
from oran_harness.peers.ran_functions.rc_trigger import Fired
from oran_harness.service_models.common.elements import CGI, EUTRA_CGI, UEID
from oran_harness.service_models.rc.build import (
    CellInformation,
    Parameters,
    cells_message,
    element,
    handover_to,
    insert_message,
    neighbour,
    parameters_message,
    ue_parameters_message,
)
from oran_harness.service_models.rc.build.offer import (
    CELL_CONTEXT,
    CELL_DELETED,
    DRB_FIVE_QI,
    DRB_ID,
    NEIGHBOURS,
    NI_MESSAGE,
    NR_CGI,
    OUTCOME,
    RRC_MESSAGE,
    RRC_STATE,
    TARGET_CELL,
    UE_EVENT,
    UE_ID,
)
from oran_harness.service_models.rc.elements import RANParameter_ValueType
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service

Values = dict[int, RANParameter_ValueType]

STATES = {"rrc-connected": 0, "rrc-inactive": 1, "rrc-idle": 2}
"""RRC states as RC's enumeration has them, in its order."""
ONLY_DRB = 1
_SUCCESS = 0


def cell_octets(cell: CGI) -> bytes:
    """A cell's identity in an element: the octets of PLMN and cell identity (RC leaves the form open)."""
    content = cell[1]
    own = content.eutra_cell_identity if isinstance(content, EUTRA_CGI) else content.nr_cell_identity
    return content.plmn_identity + own.octets


class Information:
    """What there is to tell, in an edition of RC."""

    def __init__(self, radio: Radio, edition: str) -> None:
        self.radio = radio
        self.edition = edition

    def message(self, action: RcAction, fired: Fired, event: RadioEvent) -> bytes | None:
        """The message of an indication for an action; None if the event has nothing of what it asks for."""
        if (action.service, action.style) == (Service.REPORT, 3):
            cells = range(len(self.radio.cells)) if event.cell is None else (event.cell,)
            return cells_message(self.cells(cells, action.parameters, event.at), self.edition)
        if event.ue is None:
            return None
        values = _VALUES[action.service, action.style](self, event.ue, event, fired)
        asked = _chosen(values, action.parameters)
        if not asked:
            return None
        if action.service is Service.INSERT:
            return insert_message(asked, self.edition)
        if action.style == 1:
            return parameters_message(asked, self.edition)
        return ue_parameters_message([(self.radio.ue_id(event.ue.number), asked)], self.edition)

    def ues(self, ues: Iterable[Ue], parameters: Sequence[int]) -> list[tuple[UEID, Parameters]]:
        """UE-IDs with parameters, as a query of style 2 asks for them."""
        return [(self.radio.ue_id(ue.number), _chosen(self.state(ue), parameters)) for ue in ues]

    def state(self, ue: Ue, state: str | None = None) -> Values:
        """RRC state and cell of a UE; the state is the present one, or the one that is given."""
        present = state or ("rrc-connected" if ue.connected else "rrc-inactive")
        return {RRC_STATE: element(STATES[present]), NR_CGI: element(cell_octets(self.radio.cells[ue.cell]))}

    def cells(self, cells: Iterable[int], parameters: Sequence[int], now: float) -> list[CellInformation]:
        """What is asked for of each of these cells; the rest is left out."""
        return [
            CellInformation(
                self.radio.cells[index],
                cell_octets(self.radio.cells[index]) if CELL_CONTEXT in parameters else None,
                False if CELL_DELETED in parameters else None,
                self.neighbours(index, now) if NEIGHBOURS in parameters else None,
            )
            for index in cells
        ]

    def neighbours(self, cell: int, now: float) -> list[Any]:
        """A cell's neighbours; the first of them is the one that changes."""
        version = self.radio.neighbour_version(cell, now)
        return [
            neighbour(each, 10 + index, version if index == 0 else 1)
            for index, each in enumerate(self.radio.neighbours)
        ]


def _chosen(values: Values, parameters: Sequence[int]) -> Parameters:
    """The values of these parameters, in the order in which they were asked for; there may be none for some."""
    return tuple((number, values[number]) for number in parameters if number in values)


def _copy(told: Information, ue: Ue, event: RadioEvent, fired: Fired) -> Values:
    message = fired.message or next(iter(event.messages), None)
    ue_id = RC.codec(told.edition).encode("UEID", told.radio.ue_id(ue.number))
    values = {UE_EVENT: element(fired.condition), UE_ID: element(ue_id)}
    if message is not None:
        values[RRC_MESSAGE if message.of_rrc else NI_MESSAGE] = element(message.octets)
    return values


def _outcome(told: Information, ue: Ue, event: RadioEvent, fired: Fired) -> Values:
    return {OUTCOME: element(_SUCCESS), TARGET_CELL: element(cell_octets(told.radio.cells[ue.cell]))}


def _state(told: Information, ue: Ue, event: RadioEvent, fired: Fired) -> Values:
    return told.state(ue, event.state)


def _bearer(told: Information, ue: Ue, event: RadioEvent, fired: Fired) -> Values:
    return {DRB_ID: element(ONLY_DRB), DRB_FIVE_QI: element(ue.five_qi)}


def _target(told: Information, ue: Ue, event: RadioEvent, fired: Fired) -> Values:
    return dict(handover_to(told.radio.cells[ue.cell]))


_VALUES: Mapping[tuple[Service, int], Callable[[Information, Ue, RadioEvent, Fired], Values]] = {
    (Service.REPORT, 1): _copy,
    (Service.REPORT, 2): _outcome,
    (Service.REPORT, 4): _state,
    (Service.INSERT, 1): _bearer,
    (Service.INSERT, 3): _target,
    (Service.INSERT, 4): _state,
}
