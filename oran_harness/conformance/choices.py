"""What a case asks of an E2 node, chosen from what that node offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.protocols.e2ap.elements import (
    GlobalE2node_gNB_ID,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICsubscriptionRequest
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.conditions import Condition
from oran_harness.service_models.kpm.definition import AnnouncedFunction as AnnouncedKpm
from oran_harness.service_models.kpm.definition import AnnouncedStyle
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.definition import AnnouncedFunction as AnnouncedRc
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, unsupported

PERIOD_MS = 100
"""Reporting and granularity period of the reports that are asked for."""
NODE_LEVEL = 1
"""KPM's report style for the whole node: the one that needs no UE (KPM 7.4.2)."""
_CONDITIONS: Mapping[int, tuple[Condition, ...]] = {
    NODE_LEVEL: (),
    4: (kpm.condition("sNSSAI", "equal", b"\x01"),),
    3: (kpm.no_label(),),
}
"""Report styles that a case can ask for without knowing a UE, in this order, with their conditions."""
_CONTROLS = {(1, 1): rc.drb_qos(1, 9), (2, 6): rc.slice_quota(1, minimum=10, maximum=50), (4, 4): rc.rrc_release()}
"""Styles and actions of RC's control service that a case can ask for, with their parameters."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A KPM report that the node under test offers: everything that a subscription for it says.

    ``steady`` tells that it comes in every period, whatever UEs there are.
    """

    function_id: int
    edition: str
    trigger: bytes
    definition: bytes
    measurement: str
    steady: bool = True

    def action(self, action_id: int = 1, definition: bytes | None = None) -> RICaction_ToBeSetup_Item:
        """The report as one action of a subscription."""
        return RICaction_ToBeSetup_Item(action_id, "report", self.definition if definition is None else definition)

    def request(
        self,
        request_id: RICrequestID,
        *,
        actions: Sequence[RICaction_ToBeSetup_Item] | None = None,
        trigger: bytes | None = None,
    ) -> RICsubscriptionRequest:
        """A subscription for the report, or for other actions, or with another event trigger."""
        details = RICsubscriptionDetails(
            self.trigger if trigger is None else trigger, tuple(actions) if actions is not None else (self.action(),)
        )
        return RICsubscriptionRequest(request_id, self.function_id, details)


def reporting(ric: Peer, *, period_ms: int = PERIOD_MS) -> Reporting:
    """A report that the node offers by KPM: on the level of the node, else of the UEs that a condition selects.

    Raises ``CaseOutcome`` if there is none: ``unsupported`` where the node offers no such function or style.
    """
    function = ric.function("KPM")
    announced = function.announced
    offered = [announced.style(each) for each in _CONDITIONS] if isinstance(announced, AnnouncedKpm) else []
    style = next((each for each in offered if each is not None and (each.names or each.ids)), None)
    if style is None:
        styles = ", ".join(map(str, _CONDITIONS))
        raise unsupported(f"RAN function {function.id} (E2SM-KPM) offers none of the report styles {styles}")
    measurement = _measurement(style)
    definition = kpm.action_definition(
        style.style,
        measurements=(measurement,),
        granularity_ms=period_ms,
        conditions=_CONDITIONS[style.style],
        edition=function.edition,
    )
    trigger = kpm.event_trigger(period_ms, function.edition)
    return Reporting(function.id, function.edition, trigger, definition, measurement, style.style == NODE_LEVEL)


def _measurement(style: AnnouncedStyle) -> str:
    """The name to ask for: a usual one if the node has it, else the first of its own.

    One of no cell comes first: for others the action should name a cell (KPM 7.4.2.2), and a RIC may know none.
    """
    usual = sorted(
        (name for name in kpm.CATALOGUE if name in style.names), key=lambda name: kpm.CATALOGUE[name].of_cell
    )
    return usual[0] if usual else min(style.names | set(style.ids.values()))


def missing_function(ric: Peer) -> int:
    """The id of a RAN function that the node does not offer."""
    return next(number for number in range(4095, 0, -1) if number not in ric.functions)


@dataclass(frozen=True, slots=True)
class Controlling:
    """A RIC Control that the node under test offers by RC."""

    function_id: int
    header: bytes
    message: bytes

    def request(self, request_id: RICrequestID, ack: Any = "ack") -> RICcontrolRequest:
        """The control; ``ack`` is ``"ack"``, ``"noAck"`` or None for an absent IE."""
        return RICcontrolRequest(request_id, self.function_id, None, self.header, self.message, ack)


def controlling(ric: Peer) -> Controlling:
    """A control that the node offers by RC, of its first UE.

    Raises ``CaseOutcome`` if there is none that we can write.
    """
    function = ric.function("RC")
    offered = _declared(function.announced)
    for key, parameters in _CONTROLS.items():
        if all(each in offered.get(key, ()) for each, _ in parameters):
            header, message = rc.control(*key, ue_id(node_kind(ric), 1), parameters, function.edition)
            return Controlling(function.id, header, message)
    raise unsupported(f"RAN function {function.id} (E2SM-RC) offers none of the controls that this case knows")


def _declared(announced: object) -> dict[tuple[int, int], set[int]]:
    """The parameters that the node declares, by style and action of its control service."""
    if not isinstance(announced, AnnouncedRc):
        return {}
    return {
        (style.style, action.id): {parameter.id for parameter in action.parameters}
        for style in announced.styles
        if style.service is Service.CONTROL
        for action in style.actions
    }


def node_kind(ric: Peer) -> NodeType:
    """What kind of node is under test, by its Global E2 Node ID: it decides how its UEs are named (COM 6.2.2.6)."""
    told = ric.engine.node_id
    if told is None:
        return NodeType.GNB
    kind, identity = told
    if isinstance(identity, GlobalE2node_gNB_ID):
        if identity.gnb_du_id is not None:
            return NodeType.DU
        return NodeType.CU_UP if identity.gnb_cu_up_id is not None else NodeType.GNB
    return {"en-gNB": NodeType.EN_GNB, "ng-eNB": NodeType.NG_ENB}.get(kind, NodeType.ENB)
