"""What RC tells of our E2 node."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.radio import NEIGHBOURS_S, Radio
from oran_harness.peers.ran_functions.radio_event import RadioEvent, arrival, handover, node_changed
from oran_harness.peers.ran_functions.rc_action import RcAction
from oran_harness.peers.ran_functions.rc_information import Information, cell_octets
from oran_harness.peers.ran_functions.rc_trigger import Fired
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.common.build import TEST_PLMN, eutra_cell, nr_cell
from oran_harness.service_models.rc.build import OFFERS
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.styles import STYLES, Service


def told(action: RcAction, event: RadioEvent, fired: Fired | None = None, edition: str = "5.00") -> Any:
    """The message about an event, None if there is none."""
    octets = Information(radio(), edition).message(action, fired or Fired(1), event)
    if octets is None:
        return None
    decoded = RC.decode(PayloadKind.INDICATION_MESSAGE, octets, edition)
    assert decoded.complaints == ()
    return decoded.value


def radio() -> Radio:
    """A network that began at 0."""
    one = Radio()
    one.age(0.0)
    return one


UE = radio().ues(0.0)[1]
NOTIFYING = [offer for offer in OFFERS if offer.service in (Service.REPORT, Service.INSERT)]


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize("offer", NOTIFYING, ids=lambda offer: f"{offer.service}-{offer.style}")
def test_each_style_has_its_message(edition: str, offer: Any) -> None:
    """All declared parameters of a style are told of an arrival, in the message format of the style."""
    action = RcAction(offer.service, offer.style, offer.action, tuple(offer.parameters))
    message = told(action, arrival(UE, 1.0), edition=edition)
    assert format_of(message) in STYLES[offer.service, offer.style].messages


def test_message_copies() -> None:
    """Report style 1 copies the message that fired it, as one of RRC or of an interface, with the UE's ID."""
    event = arrival(UE, 1.0)
    action = RcAction(Service.REPORT, 1, None, (4, 3, 2, 1))
    for message in event.messages:
        values = {one.id: one.value for one in parameters(told(action, event, Fired(7, message)))}
        kind = 3 if message.of_rrc else 2
        assert values[1] == ("valueInt", 7)
        assert values[kind] == ("valueOctS", message.octets)
        assert set(values) == {1, kind, 4}
    plain = told(action, RadioEvent(1.0, UE))
    assert [one.id for one in parameters(plain)] == [4, 1]


def test_states_and_outcomes() -> None:
    """Report style 4 says the state that a UE changed to, style 2 how a call process came out and where the UE is."""
    report = told(RcAction(Service.REPORT, 4, None, (10001, 202)), RadioEvent(1.0, UE, state="rrc-idle"))
    (item,) = content_of(report).ue_parameter_list
    assert item.ue_id == radio().ue_id(2)
    cell = ("valueOctS", cell_octets(radio().cells[UE.cell]))
    assert [(one.id, one.value) for one in parameters(report)] == [(10001, cell), (202, ("valueInt", 2))]
    outcome = told(RcAction(Service.REPORT, 2, None, (1, 2)), handover(UE, 1.0))
    assert [one.value for one in parameters(outcome)] == [("valueInt", 0), cell]


def test_cells() -> None:
    """Report style 3 tells what was asked for of the cell that changed, of all cells if none is named."""
    asked = RcAction(Service.REPORT, 3, None, (1, 2, 3))
    (item,) = content_of(told(asked, node_changed(1, 2, 2 * NEIGHBOURS_S))).cell_info_list
    assert (item.cell_global_id, item.cell_deleted) == (radio().cells[1], False)
    versions = [one[1].version for one in item.neighbour_relation_table.neighbour_cell_list]
    assert versions == [2, 1]
    only = content_of(told(RcAction(Service.REPORT, 3, None, (2,)), RadioEvent(1.0))).cell_info_list
    assert [(one.cell_context_info, one.neighbour_relation_table) for one in only] == [(None, None)] * 2


def test_nothing_to_tell() -> None:
    """Without a UE, or without a parameter that the event has, there is no message."""
    assert told(RcAction(Service.REPORT, 4, None, (202,)), RadioEvent(1.0)) is None
    assert told(RcAction(Service.REPORT, 1, None, (3,)), RadioEvent(1.0, UE)) is None
    assert told(RcAction(Service.INSERT, 3, 1, (1,)), RadioEvent(1.0)) is None


def test_octets_of_cells() -> None:
    """A cell is named by its PLMN and the octets of its identity."""
    node = radio().cells[0][1].nr_cell_identity  # type: ignore[union-attr]
    assert cell_octets(nr_cell(TEST_PLMN, node, 1)) == TEST_PLMN + node.octets
    assert len(cell_octets(eutra_cell(TEST_PLMN, node, 1))) == 7


def test_ues_of_a_query() -> None:
    """UEs are told with the parameters that were asked for."""
    one = Information(radio(), "5.00")
    (told_of,) = one.ues([UE], (202,))
    assert told_of[0] == radio().ue_id(2)
    assert [number for number, _ in told_of[1]] == [202]
