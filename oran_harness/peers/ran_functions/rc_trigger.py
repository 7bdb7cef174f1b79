"""Event triggers of RC as our E2 node reads them, and whether something that happened fires them (RC 7.3, 9.2.1.1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_event import CopiedMessage, RadioEvent
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.offer import CALL_PROCESSES
from oran_harness.service_models.rc.model import RC

UNREADABLE = Refusal("transfer-syntax-error")
UNSUPPORTED = Refusal("eventTriggerNotSupported")
_OUTCOMES = {"incoming": True, "outgoing": False}


@dataclass(frozen=True, slots=True)
class Fired:
    """A condition of a trigger was met: its ID (1 where the format has none), and the message that it was met by."""

    condition: int
    message: CopiedMessage | None = None


@dataclass(frozen=True, slots=True)
class RcTrigger:
    """A trigger: its style (the number of its format) and content."""

    style: int
    content: Any

    def fired(self, radio: Radio, event: RadioEvent) -> Fired | None:
        """The first condition that an event meets, None if it meets none."""
        return _FIRED[self.style](self.content, radio, event)


def read_trigger(octets: bytes, edition: str, styles: Sequence[int]) -> RcTrigger | Refusal:
    """The trigger in the octets, if it is of one of these styles and can happen here."""
    decoded = RC.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, octets, edition)
    style, content = format_of(decoded.value), content_of(decoded.value)
    if not decoded.conforms or style is None or content is None:
        return UNREADABLE
    if style not in styles:
        return UNSUPPORTED
    if style == 2:
        process = CALL_PROCESSES.get(content.ric_call_process_type_id)
        if process is None or content.ric_call_process_breakpoint_id not in process[1]:
            return UNSUPPORTED
    return RcTrigger(style, content)


def _message(content: rc.E2SM_RC_EventTrigger_Format1, radio: Radio, event: RadioEvent) -> Fired | None:
    if not _of_ue(content.global_associated_ue_info, radio, event):
        return None
    for item in content.message_list:
        if not _of_ue(item.associated_ue_info, radio, event):
            continue
        for message in event.messages:
            direction = _OUTCOMES.get(item.message_direction or "")
            if direction in (None, message.incoming) and _is(item.message_type, message):
                return Fired(item.ric_event_trigger_condition_id, message)
    return None


def _is(wanted: Any, message: CopiedMessage) -> bool:
    """Whether a message is of the type that a trigger names."""
    kind, content = wanted
    if kind == "messageType-Choice-NI":
        asked = content.ni_message
        initiating = asked is None or asked.message_type == "initiatingMessage"
        number = message.number if asked is None else asked.interface_procedure_id
        return bool(content.ni_type == message.kind) and initiating and number == message.number
    rrc = content.rrc_message
    return bool(rrc.rrc_type == ("nR", message.kind)) and bool(rrc.message_id == message.number)


def _call_process(content: rc.E2SM_RC_EventTrigger_Format2, radio: Radio, event: RadioEvent) -> Fired | None:
    passed = (content.ric_call_process_type_id, content.ric_call_process_breakpoint_id) in event.call_processes
    return Fired(1) if passed and _of_ue(content.associated_ue_info, radio, event) else None


def _node_change(content: rc.E2SM_RC_EventTrigger_Format3, radio: Radio, event: RadioEvent) -> Fired | None:
    for item in content.e2_node_info_change_list:
        if item.e2_node_info_change_id == event.node_change and _of_cell(item.associated_cell_info, radio, event):
            return Fired(item.ric_event_trigger_condition_id)
    return None


def _ue_change(content: rc.E2SM_RC_EventTrigger_Format4, radio: Radio, event: RadioEvent) -> Fired | None:
    for item in content.ue_info_change_list:
        if _changed(item.trigger_type, event) and _of_ue(item.associated_ue_info, radio, event):
            return Fired(item.ric_event_trigger_condition_id)
    return None


def _changed(trigger: Any, event: RadioEvent) -> bool:
    """Whether a UE changed so; L2 states, UE contexts and the MAC scheduler do not change here."""
    kind, content = trigger
    if kind == "triggerType-Choice-RRCstate":
        states = [item.state_changed_to for item in content.rrc_state_list]
        return event.state is not None and (event.state in states or "any" in states)
    return kind == "triggerType-Choice-UEID" and bool(content.ue_id_change_id == event.id_change)


def _of_ue(info: rc.EventTrigger_UE_Info | None, radio: Radio, event: RadioEvent) -> bool:
    """Whether an event is about one of the UEs that a trigger is bound to; groups are not told apart."""
    if info is None:
        return True
    if event.ue is None:
        return False
    chosen = [item.ue_type[1] for item in info.ue_info_list if item.ue_type[0] == "ueType-Choice-Individual"]
    named = [identity(getattr(each, "ue_id", None)) for each in chosen]
    return len(chosen) < len(info.ue_info_list) or identity(radio.ue_id(event.ue.number)) in named


def _of_cell(info: rc.EventTrigger_Cell_Info | None, radio: Radio, event: RadioEvent) -> bool:
    if info is None or event.cell is None:
        return True
    chosen = [item.cell_type[1] for item in info.cell_info_list if item.cell_type[0] == "cellType-Choice-Individual"]
    cells = [getattr(each, "cell_global_id", None) for each in chosen]
    return len(chosen) < len(info.cell_info_list) or radio.cells[event.cell] in cells


_FIRED: dict[int, Callable[[Any, Radio, RadioEvent], Fired | None]] = {
    1: _message,
    2: _call_process,
    3: _node_change,
    4: _ue_change,
}
