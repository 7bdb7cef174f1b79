"""Payloads of service models on the wire, for histories."""

from typing import Any

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind, service_model
from oran_harness.service_models.common import timestamp
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.styles import TRIGGER_NAMES
from tests.checkers.scene import (
    EPOCH,
    KPM,
    RC,
    Scene,
    accepted,
    action,
    function,
    indication,
    setup_request,
    setup_response,
)
from tests.service_models.samples import (
    KPM_OID,
    RC_OID,
    UE_GNB,
    control_message,
    element,
    header,
    kpm_definition,
    measurement,
    message_1,
    style_1,
    trigger,
)

EDITION = "3.00"
NAME = "DRB.UEThpDl"
CONTROL_ID = e.RICrequestID(11, 1)
NOW = timestamp.timestamp(EPOCH)


def octets(model: str, kind: PayloadKind, value: Any, edition: str) -> bytes:
    """A payload of that model and edition."""
    return service_model(model).encode(kind, value, edition)


def kpm(kind: PayloadKind, value: Any, edition: str = EDITION) -> bytes:
    """A KPM payload."""
    return octets("kpm", kind, value, edition)


def kpm_function(value: k.E2SM_KPM_RANfunction_Description | None = None, edition: str = EDITION) -> e.RANfunction_Item:
    """A KPM function as a node offers it."""
    return function(KPM, kpm(PayloadKind.FUNCTION_DEFINITION, value or kpm_definition(), edition), KPM_OID)


def kpm_action(value: k.E2SM_KPM_ActionDefinition | None = None, number: int = 1, edition: str = EDITION) -> Any:
    """A KPM action to be set up: style 1 with one measurement unless told otherwise."""
    return action(number, definition=kpm(PayloadKind.ACTION_DEFINITION, value or style_1(measurement(NAME)), edition))


def kpm_trigger(edition: str = EDITION) -> bytes:
    """A trigger of one second."""
    return kpm(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger(1000), edition)


def kpm_indication(
    message: k.E2SM_KPM_IndicationMessage | None = None, time: bytes = NOW, edition: str = EDITION, **how: Any
) -> Any:
    """A KPM indication: message format 1 with one value unless told otherwise."""
    return indication(
        of=KPM,
        header=kpm(PayloadKind.INDICATION_HEADER, header(time), edition),
        message=kpm(PayloadKind.INDICATION_MESSAGE, message or message_1(1), edition),
        **how,
    )


def kpm_subscribed(
    scene: Scene,
    action_definition: k.E2SM_KPM_ActionDefinition | None = None,
    definition: k.E2SM_KPM_RANfunction_Description | None = None,
    edition: str = EDITION,
    identity: Any = None,
) -> Scene:
    """A KPM function with one subscription."""
    scene.up().node(setup_request(kpm_function(definition, edition), identity=identity))
    scene.ric(setup_response(accepted(KPM)))
    chosen = kpm_action(action_definition, edition=newer(edition, action_definition))
    return scene.subscribed(chosen, of=KPM, trigger=kpm_trigger(edition))


def newer(edition: str, definition: k.E2SM_KPM_ActionDefinition | None) -> str:
    """The edition to write an action by: one that knows reporting conditions, if it has any."""
    items = subscribed_measurements(definition) or ()
    return "4.00" if any(item.match_cond_report_list for item in items) else edition


def kpm_definition_of(
    style: int | None, names: tuple[str, ...], formats: tuple[int, int, int] | None = None
) -> k.E2SM_KPM_RANfunction_Description:
    """A KPM function with one report style, or none, whose formats are those of the style unless told otherwise."""
    base = kpm_definition()
    if style is None:
        return k.E2SM_KPM_RANfunction_Description(base.ran_function_name, base.ric_event_trigger_style_list)
    row = REPORT_STYLES[style]
    action_format, header_format, message_format = formats or (row.action_format, row.header_format, row.message_format)
    measurements = tuple(k.MeasurementInfo_Action_Item(name) for name in names)
    item = k.RIC_ReportStyle_Item(style, row.name, action_format, measurements, header_format, message_format)
    return k.E2SM_KPM_RANfunction_Description(base.ran_function_name, base.ric_event_trigger_style_list, (item,))


def kpm_header(time: bytes = NOW, edition: str = EDITION) -> bytes:
    """A KPM indication header."""
    return kpm(PayloadKind.INDICATION_HEADER, header(time), edition)


def conditional(name: str = NAME) -> k.E2SM_KPM_ActionDefinition:
    """An action of style 1 with a reporting condition, which KPM has from 4.00 on."""
    condition = k.MatchCondReportItem(k.MeasValueReportCond("greaterthan", ("valueInt", 5)))
    item = k.MeasurementInfoItem(("measName", name), measurement(name).label_info_list, (condition,))
    return style_1(item)


RC_EDITION = "5.00"


def rc(kind: PayloadKind, value: Any, edition: str = RC_EDITION) -> bytes:
    """An RC payload."""
    return octets("rc", kind, value, edition)


def rc_definition(**parts: Any) -> r.E2SM_RC_RANFunctionDefinition:
    """An RC function with report style 4, insert style 1, control styles 1, 2 and 8, and query style 1."""
    triggers = tuple(
        r.RANFunctionDefinition_EventTrigger_Style_Item(number, TRIGGER_NAMES[number], number) for number in (2, 4)
    )
    report = r.RANFunctionDefinition_Report_Item(
        4, "UE Information", 4, 1, 1, 2, (r.Report_RANParameter_Item(202, "RRC State"),)
    )
    inserts = (r.RANFunctionDefinition_Insert_Indication_Item(4, "Radio admission"),)
    insert = r.RANFunctionDefinition_Insert_Item(1, "Radio Bearer", 2, 3, 2, 5, 1, inserts)
    controls = tuple(
        r.RANFunctionDefinition_Control_Item(number, "Control", 1, 1, outcome, actions)
        for number, outcome, actions in (
            (1, 1, tuple(r.RANFunctionDefinition_Control_Action_Item(each, f"Action {each}") for each in (1, 4))),
            (2, 1, (r.RANFunctionDefinition_Control_Action_Item(6, "Slice-level PRB quota"),)),
            (8, 3, (r.RANFunctionDefinition_Control_Action_Item(1, "Assignment"),)),
        )
    )
    query = r.RANFunctionDefinition_Query_Item(1, "Node", 1, 1, 1, (r.Query_RANParameter_Item(1, "Cell"),))
    usual: dict[str, Any] = {
        "ran_function_definition_event_trigger": r.RANFunctionDefinition_EventTrigger(triggers),
        "ran_function_definition_report": r.RANFunctionDefinition_Report((report,)),
        "ran_function_definition_insert": r.RANFunctionDefinition_Insert((insert,)),
        "ran_function_definition_control": r.RANFunctionDefinition_Control(controls),
        "ran_function_definition_query": r.RANFunctionDefinition_Query((query,)),
    }
    return r.E2SM_RC_RANFunctionDefinition(RANfunction_Name("ORAN-E2SM-RC", RC_OID, "RAN Control"), **usual | parts)


def rc_function(definition: r.E2SM_RC_RANFunctionDefinition | None = None) -> e.RANfunction_Item:
    """An RC function as a node offers it."""
    return function(RC, rc(PayloadKind.FUNCTION_DEFINITION, definition or rc_definition()), RC_OID)


def rc_trigger(format_: int = 4) -> bytes:
    """An event trigger: of format 2 for a call process, of format 4 for the RRC state of a UE."""
    content: Any
    if format_ == 2:
        content = r.E2SM_RC_EventTrigger_Format2(2, 1)
    else:
        states = (r.TriggerType_Choice_RRCstate_Item("rrc-connected"),)
        change: Any = ("triggerType-Choice-RRCstate", r.TriggerType_Choice_RRCstate(states))
        content = r.E2SM_RC_EventTrigger_Format4((r.E2SM_RC_EventTrigger_Format4_Item(1, change),))
    value = r.E2SM_RC_EventTrigger((f"eventTrigger-Format{format_}", content))  # type: ignore[arg-type]
    return rc(PayloadKind.EVENT_TRIGGER_DEFINITION, value)


def rc_report(*parameters: int, style: int = 4) -> bytes:
    """An action definition of a report style that asks for these parameters."""
    items = tuple(r.E2SM_RC_ActionDefinition_Format1_Item(number) for number in parameters or (202,))
    content = r.E2SM_RC_ActionDefinition_Format1(items)
    return rc(PayloadKind.ACTION_DEFINITION, r.E2SM_RC_ActionDefinition(style, ("actionDefinition-Format1", content)))


def rc_insert(format_: int = 3) -> bytes:
    """An action definition of insert style 1."""
    content: Any
    if format_ == 1:
        content = r.E2SM_RC_ActionDefinition_Format1((r.E2SM_RC_ActionDefinition_Format1_Item(1),))
    else:
        content = r.E2SM_RC_ActionDefinition_Format3(4, (r.E2SM_RC_ActionDefinition_Format3_Item(1),))
    value = r.E2SM_RC_ActionDefinition(1, (f"actionDefinition-Format{format_}", content))  # type: ignore[arg-type]
    return rc(PayloadKind.ACTION_DEFINITION, value)


def rc_indication(message_format: int = 2, **how: Any) -> Any:
    """An indication of report style 4."""
    header_value = r.E2SM_RC_IndicationHeader(("indicationHeader-Format1", r.E2SM_RC_IndicationHeader_Format1(1)))
    content: Any
    if message_format == 1:
        content = r.E2SM_RC_IndicationMessage_Format1(
            (r.E2SM_RC_IndicationMessage_Format1_Item(202, element(("valueInt", 1))),)
        )
    else:
        parameters = (r.E2SM_RC_IndicationMessage_Format2_RANParameter_Item(202, element(("valueInt", 1))),)
        content = r.E2SM_RC_IndicationMessage_Format2((r.E2SM_RC_IndicationMessage_Format2_Item(UE_GNB, parameters),))
    value = r.E2SM_RC_IndicationMessage((f"indicationMessage-Format{message_format}", content))  # type: ignore[arg-type]
    return indication(
        of=RC,
        header=rc(PayloadKind.INDICATION_HEADER, header_value),
        message=rc(PayloadKind.INDICATION_MESSAGE, value),
        **how,
    )


def rc_header(style: int = 2, number: int = 6, decision: Any = None) -> bytes:
    """A control header of format 1."""
    content = r.E2SM_RC_ControlHeader_Format1(UE_GNB, style, number, decision)
    return rc(PayloadKind.CONTROL_HEADER, r.E2SM_RC_ControlHeader(("controlHeader-Format1", content)))


def rc_message(*parameters: tuple[int, Any]) -> bytes:
    """A control message of format 1."""
    return rc(PayloadKind.CONTROL_MESSAGE, control_message(*parameters or ((1, element(("valueInt", 5))),)))


def rc_outcome(format_: int = 1) -> bytes:
    """A control outcome of format 1 or 3 with one value."""
    content: Any
    if format_ == 1:
        content = r.E2SM_RC_ControlOutcome_Format1((r.E2SM_RC_ControlOutcome_Format1_Item(1, ("valueInt", 5)),))
    else:
        item = r.E2SM_RC_ControlOutcome_Format3_Item(1, element(("valueInt", 5)))
        content = r.E2SM_RC_ControlOutcome_Format3((item,))
    value = r.E2SM_RC_ControlOutcome((f"controlOutcome-Format{format_}", content))  # type: ignore[arg-type]
    return rc(PayloadKind.CONTROL_OUTCOME, value)


def rc_control(header_octets: bytes, message_octets: bytes | None = None, process: bytes | None = None) -> Any:
    """A control request to the RC function."""
    return m.RICcontrolRequest(CONTROL_ID, RC, process, header_octets, message_octets or rc_message(), "ack")


def rc_done(outcome: bytes | None = None, process: bytes | None = None) -> Any:
    """Its acknowledge."""
    return m.RICcontrolAcknowledge(CONTROL_ID, RC, process, outcome)
