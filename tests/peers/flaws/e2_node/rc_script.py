"""What a near-RT RIC says to the RC function of an E2 node so that each of its flaws shows."""

from dataclasses import replace
from typing import Any

from oran_harness.model import Role
from oran_harness.peers.actor import Happening, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.kpm.build import action_definition
from oran_harness.service_models.kpm.build import event_trigger as kpm_trigger
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import Parameters, element
from oran_harness.service_models.rc.model import RC as MODEL
from tests.peers.flaws.e2_node.changes import accepted, hears
from tests.peers.flaws.e2_node.script import KPM, RC, id_of
from tests.peers.flaws.rehearsal import Script

EDITION = "7.00"
SPOKEN = "5.00"
UNKNOWN = 4_000_000_000
UE, OTHER, NOBODY = (ue_id(NodeType.GNB, number) for number in (1, 2, 4_294_967_000))
STATES = rc.event_trigger(4, SPOKEN, states=("any",))
SETUPS = rc.event_trigger(2, SPOKEN, call_process=(5, 1))
REPORT = rc.report_action(4, (202, 10001), edition=SPOKEN)
QUOTA = rc.slice_quota(1, maximum=90)


def subscribes(
    number: int, trigger: bytes, definition: bytes, kind: Any = "report", function: int = RC
) -> m.RICsubscriptionRequest:
    """A subscription with one action; INSERT waits for two seconds."""
    subsequent = e.RICsubsequentAction("continue", "w2s") if kind == "insert" else None
    action = e.RICaction_ToBeSetup_Item(1, kind, definition, subsequent)
    return m.RICsubscriptionRequest(id_of(number), function, e.RICsubscriptionDetails(trigger, (action,)))


def controls(
    number: int,
    style: int,
    action: int,
    parameters: Parameters,
    *,
    ue: Any = UE,
    ack: Any = "ack",
    process: int | None = None,
) -> m.RICcontrolRequest:
    """A control, perhaps of a call process."""
    header, message = rc.control(style, action, ue, parameters, SPOKEN)
    octets = None if process is None else rc.call_process_id(process, SPOKEN)
    return m.RICcontrolRequest(id_of(number), RC, octets, header, message, ack)


def queries(number: int, style: int, parameters: tuple[int, ...], ue: Any = None) -> m.RICqueryRequest:
    """A query."""
    header, definition = rc.query(style, parameters, edition=SPOKEN, ue=ue)
    return m.RICqueryRequest(id_of(number), RC, header, definition)


def as_insert() -> bytes:
    """A report in the action definition format of INSERT."""
    content = r.E2SM_RC_ActionDefinition_Format3(1, (r.E2SM_RC_ActionDefinition_Format3_Item(202),))
    value = r.E2SM_RC_ActionDefinition(4, ("actionDefinition-Format3", content))
    return MODEL.encode(PayloadKind.ACTION_DEFINITION, value, SPOKEN)


def several(number: int, *actions: tuple[int, int, Parameters]) -> m.RICcontrolRequest:
    """A control of several actions."""
    header, message = rc.multiple_control(actions, SPOKEN, ue=UE)
    return m.RICcontrolRequest(id_of(number), RC, None, header, message, "ack")


WHOLE = controls(40, 1, 1, rc.drb_qos(1, 9))
MULTIPLE = several(40, (2, 6, QUOTA))
SETTING_UP: list[Happening | float] = [Up("1", outbound=True), hears(accepted())]
SUBSCRIBING: list[Happening | float] = [
    hears(subscribes(1, kpm_trigger(200, "3.00"), action_definition(1, edition="3.00"), function=KPM)),
    hears(subscribes(2, STATES, REPORT)),
    hears(subscribes(3, SETUPS, rc.insert_action(4, 1, (202,), edition=SPOKEN), "insert")),
    hears(subscribes(4, SETUPS, rc.policy_action(2, 6, QUOTA, edition=SPOKEN), "policy")),
    hears(subscribes(5, STATES, rc.report_action(200, (202,), edition=SPOKEN))),
    hears(subscribes(6, SETUPS, rc.insert_action(4, 60_000, (202,), edition=SPOKEN), "insert")),
    hears(subscribes(7, STATES, as_insert())),
    hears(subscribes(8, STATES, REPORT[:4])),
    hears(subscribes(9, STATES, rc.report_action(4, (202, UNKNOWN), edition=SPOKEN))),
    5.0,
]
CONTROLLING: list[Happening | float] = [
    hears(controls(20, 1, 1, rc.drb_qos(1, 9))),
    hears(several(21, (2, 6, QUOTA), (1, 1, rc.drb_qos(1, 9)))),
    hears(controls(22, 1, 1, rc.drb_qos(1, 9), ue=OTHER)),
    hears(controls(23, 1, 1, rc.drb_qos(1, 9), ue=ue_id(NodeType.GNB, 1))),
    hears(controls(24, 4, 4, rc.rrc_release())),
    1.0,
    hears(controls(25, 1, 1, rc.drb_qos(1, 9), process=1)),
    hears(m.RICsubscriptionDeleteRequest(id_of(3), RC)),
    hears(controls(26, 1, 1, rc.drb_qos(1, 9), process=2)),
    hears(controls(27, 4, 4, rc.rrc_release(), ack="noAck")),
    hears(several(28, (2, 6, QUOTA))),
    1.0,
]
REFUSED: list[Happening | float] = [
    hears(controls(30, 200, 1, QUOTA)),
    hears(controls(31, 2, 60_000, QUOTA)),
    hears(controls(32, 1, 1, ((UNKNOWN, element(1)),))),
    hears(replace(MULTIPLE, ric_control_header=WHOLE.ric_control_header)),
    hears(replace(WHOLE, ric_request_id=id_of(41), ric_control_header=b"\xff")),
    hears(replace(WHOLE, ric_request_id=id_of(42), ric_control_message=b"\xff")),
    hears(replace(WHOLE, ric_request_id=id_of(43), ric_control_message=(WHOLE.ric_control_message or b"") + bytes(3))),
    hears(controls(33, 1, 1, ((1, element(None)),))),
    hears(controls(34, 4, 4, rc.rrc_release(), ue=NOBODY)),
    hears(controls(35, 1, 4, rc.drb_qos(1, 9)[:1])),
    hears(several(36, (2, 6, QUOTA), (2, 60_000, QUOTA))),
]
ASKING: list[Happening | float] = [
    hears(queries(50, 1, (1, 3))),
    hears(queries(51, 2, (202, 10001))),
    hears(queries(52, 2, (202,), UE)),
    hears(queries(53, 200, (202,))),
    hears(queries(54, 2, (UNKNOWN,))),
    hears(queries(55, 2, (202,), NOBODY)),
    hears(replace(queries(56, 2, (202,)), ric_query_definition=b"\xff")),
]
LOSING: list[Happening | float] = [
    hears(controls(60, 4, 4, rc.rrc_release(), ue=ue_id(NodeType.DU, 1))),
    Stimulus(1, "service-update", {"change": "delete", "function": RC}),
    hears(controls(61, 1, 1, rc.drb_qos(1, 9))),
]

RC_SCRIPT = Script(Role.E2_NODE, [*SETTING_UP, *SUBSCRIBING, *CONTROLLING, *REFUSED, *ASKING, *LOSING], EDITION)
