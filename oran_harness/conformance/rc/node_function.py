"""The RC function of an E2 node under test: what it announces, and the requests that fit it (RC 7, 9.2.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers.identity import node_number, plmn_of
from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.choices import node_kind
from oran_harness.protocols.e2ap.elements import (
    RICaction_ToBeSetup_Item,
    RICactionType,
    RICrequestID,
    RICsubscriptionDetails,
    RICsubsequentAction,
)
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICqueryRequest, RICsubscriptionRequest
from oran_harness.service_models.common.build import TEST_PLMN, NodeType, cell, ue_id
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.plmn import illegal
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.build import Parameters
from oran_harness.service_models.rc.definition import AnnouncedFunction, AnnouncedStyle
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.requests import NamedParameter
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, inconclusive, unsupported

Order = tuple[int, int]
"""A control style and action."""
DRB_QOS: Order = (1, 1)
PRB_QUOTA: Order = (2, 6)
HANDOVER: Order = (3, 1)
RRC_RELEASE: Order = (4, 4)
MULTIPLE = 255
UNKNOWN_STYLE = 200
UNKNOWN_ACTION = 60_000
UNKNOWN_PARAMETER = 4_000_000_000
"""No edition defines these, and no vendor is likely to."""
_LAST_PARAMETER, _LAST_ID = 4_294_967_295, 65_535
_NOBODY = 4_294_967_000
_NOBODY_IN_EN_DC = 4095
_ANY_NODE = BitString((1 << 4).to_bytes(4), 28)


@dataclass(frozen=True, slots=True)
class RanControl:
    """The RC function that the node under test offers. ``edition`` is RC's, ``kind`` decides how UEs are named."""

    id: int
    edition: str
    announced: AnnouncedFunction
    kind: NodeType
    identity: Any

    # What it announces

    def styles(self, service: Service) -> tuple[AnnouncedStyle, ...]:
        """The styles of a service."""
        return tuple(style for style in self.announced.styles if style.service is service)

    def style(self, service: Service, number: int) -> AnnouncedStyle:
        """One style; where it is not announced the case is over, ``unsupported``."""
        found = self.announced.offered(service, number)
        if not found or (service is Service.QUERY and not self.queries):
            raise unsupported(f"RAN function {self.id} (E2SM-RC) announces no {service.value} style {number}")
        return found[0]

    @property
    def queries(self) -> bool:
        """Whether its edition of RC has QUERY."""
        return self.edition in RC.editions_with(PayloadKind.QUERY_HEADER)

    def offers(self, order: Order) -> bool:
        """Whether it announces a control action, with the parameters that we would send."""
        actions = (style.action(order[1]) for style in self.announced.offered(Service.CONTROL, order[0]))
        found = next((action for action in actions if action is not None), None)
        if found is None:
            return False
        declared = {parameter.id for parameter in found.parameters}
        return not declared or declared >= {number for number, _ in self.parameters(order)}

    def some_order(self, *among: Order) -> Order:
        """The first of these control actions that it announces; ``unsupported`` where it has none of them."""
        found = next(filter(self.offers, among), None)
        if found is None:
            wanted = ", ".join(f"{style}/{action}" for style, action in among)
            raise unsupported(f"RAN function {self.id} (E2SM-RC) announces none of the control actions {wanted}")
        return found

    def call_process(self, *usual: tuple[int, int]) -> tuple[int, int]:
        """The first of these call process types and breakpoints that it announces, else one that it does announce."""
        announced = self.announced.call_processes
        found = next((each for each in usual if each[1] in announced.get(each[0], ())), None)
        others = ((kind, min(points)) for kind, points in announced.items() if points)
        return found or next((each for each in others if all(map(possible, each))), usual[0])

    # What it can be asked

    def parameters(self, order: Order) -> Parameters:
        """The RAN parameters of one of our control actions (RC 8.4)."""
        return self._orders()[order]

    def control(
        self,
        request_id: RICrequestID,
        order: Order,
        ue: UEID,
        *,
        parameters: Parameters | None = None,
        ack: Any = "ack",
        call_process: bytes | None = None,
        decision: str | None = None,
    ) -> RICcontrolRequest:
        """A control of one action; with the parameters of ``order`` unless others are given."""
        given = self.parameters(order) if parameters is None else parameters
        header, message = build.control(*order, ue, given, self.edition, decision=decision)
        return RICcontrolRequest(request_id, self.id, call_process, header, message, ack)

    def of_payloads(self, request_id: RICrequestID, header: bytes, message: bytes) -> RICcontrolRequest:
        """A control of ready payloads, to be acknowledged."""
        return RICcontrolRequest(request_id, self.id, None, header, message, "ack")

    def query(
        self, request_id: RICrequestID, style: int, parameters: Sequence[int], *, ue: UEID | None = None
    ) -> RICqueryRequest:
        """A query of a style for RAN parameters, about all UEs or one (from RC 3.00 on)."""
        header, definition = build.query(style, parameters, edition=self.edition, ue=ue)
        return RICqueryRequest(request_id, self.id, header, definition)

    def subscription(
        self,
        request_id: RICrequestID,
        trigger: bytes,
        definition: bytes,
        *,
        kind: RICactionType = "report",
        subsequent: RICsubsequentAction | None = None,
    ) -> RICsubscriptionRequest:
        """A subscription with one action, number 1."""
        return one_action(request_id, self.id, trigger, definition, kind, subsequent)

    def ue(self, number: int) -> UEID:
        """The UE of that number, in the variant of this kind of node; nobody promises that there is one."""
        return ue_id(self.kind, number, plmn=self.plmn)

    @property
    def nobody(self) -> UEID:
        """A UE-ID that no UE has."""
        return self.ue(_NOBODY_IN_EN_DC if self.kind is NodeType.EN_GNB else _NOBODY)

    @property
    def plmn(self) -> bytes:
        """The node's PLMN."""
        told = plmn_of(self.identity)
        return told if told is not None and illegal(told) is None else TEST_PLMN

    def _orders(self) -> Mapping[Order, Parameters]:
        own = cell(self.kind, self.plmn, node_number(self.identity) or _ANY_NODE, 1)
        return {
            DRB_QOS: build.drb_qos(1, 9),
            PRB_QUOTA: build.slice_quota(1, plmn=self.plmn, minimum=10, maximum=90),
            HANDOVER: build.handover_to(own),
            RRC_RELEASE: build.rrc_release(),
        }


def ran_control(ric: Peer) -> RanControl:
    """The RC function of the node; the case is over where it has none, or its definition cannot be read."""
    function = ric.function("RC")
    if not isinstance(function.announced, AnnouncedFunction):
        raise inconclusive("the RAN function definition of E2SM-RC cannot be read; the rules say why")
    return RanControl(function.id, function.edition, function.announced, node_kind(ric), ric.engine.node_id)


def one_action(
    request_id: RICrequestID,
    function_id: int,
    trigger: bytes,
    definition: bytes,
    kind: RICactionType = "report",
    subsequent: RICsubsequentAction | None = None,
) -> RICsubscriptionRequest:
    """A subscription with one action, number 1, to any RAN function."""
    action = RICaction_ToBeSetup_Item(1, kind, definition, subsequent)
    return RICsubscriptionRequest(request_id, function_id, RICsubscriptionDetails(trigger, (action,)))


def possible(number: int) -> bool:
    """Whether a number that a definition gives to an action, call process or breakpoint is one that can be sent."""
    return 0 < number <= _LAST_ID


def outermost(parameters: Sequence[NamedParameter]) -> tuple[int, ...]:
    """The declared parameters that lie in no other, in their order; those with a number that there can be."""
    outer = (parameter.id for parameter in parameters if "." not in parameter.path)
    return tuple(dict.fromkeys(number for number in outer if 0 < number <= _LAST_PARAMETER))
