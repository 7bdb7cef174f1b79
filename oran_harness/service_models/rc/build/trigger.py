"""RC event triggers (RC 7.3, 9.2.1.1)."""

from collections.abc import Sequence
from typing import Any, get_args

from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import UEID, Interface_MessageID, InterfaceType, RRC_MessageID
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.offer import TRIGGERS
from oran_harness.service_models.rc.model import RC

_INTERFACES = get_args(InterfaceType)


def event_trigger(
    style: int,
    edition: str,
    *,
    messages: Sequence[tuple[str, int]] = (("uL-DCCH", 2),),
    call_process: tuple[int, int] = (3, 1),
    changes: Sequence[int] = (1, 2),
    states: Sequence[str] = ("rrc-connected",),
    id_changes: Sequence[int] = (),
    ue: UEID | None = None,
    lte: bool = False,
) -> bytes:
    """The event trigger of a style, 1 to 4; the arguments of other styles are ignored.

    Style 1: ``messages`` of RRC by class and number (counted from 0 within the class; NR's unless ``lte``), or of an
    interface (``"f1"``, ``"nG"``, ...) by procedure code. Style 2: ``call_process`` type and breakpoint. Style 3: the
    ``changes`` of node information. Style 4: the RRC ``states`` that a UE changes to, and ``id_changes``. ``ue``
    narrows styles 1, 2 and 4 to one UE. Raises ``UsageError`` for another style.
    """
    content: Any
    if style == 1:
        items = tuple(
            rc.E2SM_RC_EventTrigger_Format1_Item(index, _message(*message, lte))
            for index, message in enumerate(messages, 1)
        )
        content = rc.E2SM_RC_EventTrigger_Format1(items, _ue_info(ue))
    elif style == 2:
        content = rc.E2SM_RC_EventTrigger_Format2(*call_process, associated_ue_info=_ue_info(ue))
    elif style == 3:
        content = rc.E2SM_RC_EventTrigger_Format3(
            tuple(rc.E2SM_RC_EventTrigger_Format3_Item(index, change) for index, change in enumerate(changes, 1))
        )
    elif style == 4:
        content = rc.E2SM_RC_EventTrigger_Format4(
            tuple(
                rc.E2SM_RC_EventTrigger_Format4_Item(index, kind, _ue_info(ue))
                for index, kind in enumerate(_ue_changes(states, id_changes), 1)
            )
        )
    else:
        numbers = ", ".join(map(str, TRIGGERS))
        raise UsageError(f"RC has no event trigger style {style} that could be built; choose one of {numbers}.")
    value = rc.E2SM_RC_EventTrigger((f"eventTrigger-Format{style}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, value, edition)


def _message(what: str, number: int, lte: bool) -> Any:
    if what in _INTERFACES:
        interface: Any = what
        message = Interface_MessageID(number, "initiatingMessage")
        return ("messageType-Choice-NI", rc.MessageType_Choice_NI(interface, None, message))
    rrc: Any = ("lTE" if lte else "nR", what)
    return ("messageType-Choice-RRC", rc.MessageType_Choice_RRC(RRC_MessageID(rrc, number)))


def _ue_changes(states: Sequence[str], id_changes: Sequence[int]) -> list[Any]:
    kinds: list[Any] = []
    if states:
        listed: Any = tuple(rc.TriggerType_Choice_RRCstate_Item(state, "true") for state in states)  # type: ignore[arg-type]
        kinds.append(("triggerType-Choice-RRCstate", rc.TriggerType_Choice_RRCstate(listed)))
    return kinds + [("triggerType-Choice-UEID", rc.TriggerType_Choice_UEID(number)) for number in id_changes]


def _ue_info(ue: UEID | None) -> rc.EventTrigger_UE_Info | None:
    if ue is None:
        return None
    one = rc.EventTrigger_UE_Info_Item_Choice_Individual(ue)
    return rc.EventTrigger_UE_Info((rc.EventTrigger_UE_Info_Item(1, ("ueType-Choice-Individual", one)),))
