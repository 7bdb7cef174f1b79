"""Event triggers of RC as our E2 node reads them, and whether something that happened fires them."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_event import (
    Ue,
    arrival,
    departure,
    handover,
    node_changed,
    suspension,
)
from oran_harness.peers.ran_functions.rc_trigger import UNREADABLE, UNSUPPORTED, RcTrigger, read_trigger
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import s_nssai, ue_id
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import comparison, event_trigger
from oran_harness.service_models.rc.model import RC

RADIO = Radio()
UE = Ue(0, 1, 0, s_nssai(1), 9, True)
EVENTS = {
    "arrival": arrival(UE, 0.0),
    "handover": handover(UE, 0.0),
    "suspension": suspension(UE, 0.0),
    "departure": departure(UE, 0.0),
    "cell": node_changed(0, 1, 0.0),
    "neighbours": node_changed(1, 2, 0.0),
}


def read(octets: bytes, edition: str = "5.00") -> RcTrigger:
    """A trigger that can be served."""
    trigger = read_trigger(octets, edition, (1, 2, 3, 4))
    assert isinstance(trigger, RcTrigger)
    return trigger


def firing(octets: bytes) -> set[str]:
    """The events that fire a trigger."""
    trigger = read(octets)
    return {name for name, event in EVENTS.items() if trigger.fired(RADIO, event) is not None}


@pytest.mark.parametrize(
    ("style", "given", "events"),
    [
        (1, {"messages": (("uL-DCCH", 2),)}, {"arrival"}),
        (1, {"messages": (("dL-DCCH", 2),)}, {"suspension", "departure"}),
        (1, {"messages": (("f1", 11), ("uL-DCCH", 1))}, {"arrival", "handover"}),
        (1, {"messages": (("uL-DCCH", 2),), "lte": True}, set()),
        (1, {"messages": (("nG", 15),)}, set()),
        (2, {"call_process": (3, 2)}, {"handover"}),
        (2, {"call_process": (2, 1)}, {"arrival"}),
        (2, {"call_process": (5, 3)}, {"departure"}),
        (3, {"changes": (2,)}, {"neighbours"}),
        (3, {"changes": (1, 2)}, {"cell", "neighbours"}),
        (4, {"states": ("rrc-idle", "rrc-inactive")}, {"departure", "suspension"}),
        (4, {"states": ("any",)}, {"arrival", "departure", "suspension"}),
        (4, {"states": (), "id_changes": (2, 4)}, {"handover", "departure"}),
    ],
)
def test_what_fires(style: int, given: dict[str, Any], events: set[str]) -> None:
    """A trigger is fired by the messages, breakpoints and changes that it names, and by nothing else."""
    assert firing(event_trigger(style, "5.00", **given)) == events


def test_one_ue() -> None:
    """A trigger that is bound to a UE hears of no other."""
    for style, given in ((1, {}), (2, {"call_process": (5, 1)}), (4, {})):
        mine: Any = event_trigger(style, "5.00", ue=ue_id("gnb", 1), **given)
        other: Any = event_trigger(style, "5.00", ue=ue_id("gnb", 2), **given)
        assert (firing(mine), firing(other)) == ({"arrival"}, set())


def test_which_condition() -> None:
    """The condition that was met is told by its ID, with the message that met it."""
    trigger = read(event_trigger(1, "5.00", messages=(("dL-DCCH", 0), ("uL-DCCH", 2))))
    fired = trigger.fired(RADIO, EVENTS["arrival"])
    assert fired is not None
    assert fired.message is not None
    assert (fired.condition, fired.message.kind) == (2, "uL-DCCH")


def test_directions_and_cells() -> None:
    """Messages can be bound to a direction, changes to a cell; groups of UEs are heard as a whole."""
    rrc = read(event_trigger(1, "5.00")).content.message_list[0].message_type

    def messages(direction: Any, info: Any = None) -> bytes:
        item = r.E2SM_RC_EventTrigger_Format1_Item(1, rrc, direction, info)
        content = r.E2SM_RC_EventTrigger(("eventTrigger-Format1", r.E2SM_RC_EventTrigger_Format1((item,))))
        return RC.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, content, "5.00")

    group = r.EventTrigger_UE_Info_Item_Choice_Group((comparison(202, "equal", 0),))
    whole = r.EventTrigger_UE_Info((r.EventTrigger_UE_Info_Item(1, ("ueType-Choice-Group", group)),))
    assert firing(messages("incoming")) == {"arrival"}
    assert firing(messages("outgoing")) == set()
    assert firing(messages(None, whole)) == {"arrival"}

    def of_cell(index: int) -> bytes:
        one = r.EventTrigger_Cell_Info_Item_Choice_Individual(RADIO.cells[index])
        info = r.EventTrigger_Cell_Info((r.EventTrigger_Cell_Info_Item(1, ("cellType-Choice-Individual", one)),))
        items = tuple(r.E2SM_RC_EventTrigger_Format3_Item(number, number, info) for number in (1, 2))
        content = r.E2SM_RC_EventTrigger(("eventTrigger-Format3", r.E2SM_RC_EventTrigger_Format3(items)))
        return RC.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, content, "5.00")

    assert (firing(of_cell(0)), firing(of_cell(1))) == ({"cell"}, {"neighbours"})


def test_what_is_refused() -> None:
    """Octets that are no trigger, styles that are not offered, and breakpoints that do not exist."""
    assert read_trigger(b"\xff\xff", "5.00", (1, 2, 3, 4)) == UNREADABLE
    assert read_trigger(event_trigger(1, "5.00"), "5.00", (2, 3)) == UNSUPPORTED
    for process in ((3, 4), (6, 1), (9, 9)):
        assert read_trigger(event_trigger(2, "5.00", call_process=process), "5.00", (2,)) == UNSUPPORTED


@pytest.mark.parametrize("edition", RC.editions)
def test_the_deprecated_trigger(edition: str) -> None:
    """Format 5, on demand in 1.03 and nothing since, is not served."""
    content: Any = r.E2SM_RC_EventTrigger_Format5("true") if edition == "1.03" else None
    value = r.E2SM_RC_EventTrigger(("eventTrigger-Format5", content))
    octets = RC.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, value, edition)
    assert isinstance(read_trigger(octets, edition, (1, 2, 3, 4)), Refusal)
