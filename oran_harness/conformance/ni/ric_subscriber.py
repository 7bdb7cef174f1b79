"""Subscriptions of a near-RT RIC under test to E2SM-NI: the function that it finds, and what it asks (NI 7.4.2)."""

from dataclasses import dataclass
from typing import Any

from oran_harness.conformance.e2ap.ric_scenery import open_another, our_offer, set_up_or_not
from oran_harness.conformance.e2ap.ric_subscriber import admit, asked_to_subscribe
from oran_harness.conformance.payloads import check_payload
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item
from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.timestamp import timestamp
from oran_harness.service_models.ni.build import indication_header, indication_message, interface_identifier
from oran_harness.service_models.ni.build.definition import ADD_TIMESTAMP
from oran_harness.service_models.ni.elements import E2SM_NI_EventTriggerDefinition_Format1, NI_Direction, NI_Type
from oran_harness.service_models.ni.model import NI
from oran_harness.steps import Peer, check, inconclusive, unsupported
from oran_harness.steps.offers import NI_FUNCTION, NodeOffer, model_edition

INTERFACE: NI_Type = "ng"
"""The network interface that our node exposes: the one that E2TS 5.2.5.1.1 wants agreed."""
STYLE = 1
_START = 1_767_225_600.0
"""2026-01-01 00:00:00 UTC, in seconds since 1970: when our node saw every message that it reports."""
_NG_SETUP = 21
_EMPTY_VALUE = bytes(3)


@dataclass(frozen=True, slots=True)
class Asked:
    """A subscription to complete messages, and the association that it came on."""

    request: RICsubscriptionRequest
    trigger: E2SM_NI_EventTriggerDefinition_Format1
    action: RICaction_ToBeSetup_Item
    definition: Any
    association: str | None

    @property
    def stamped(self) -> bool:
        """Whether time stamps are asked for (NI 7.4.2.2)."""
        parameters = getattr(content_of(self.definition), "action_parameter_list", None) or ()
        return any(
            each.ran_parameter_id == ADD_TIMESTAMP and each.ran_parameter_value == ("valueBool", True)
            for each in parameters
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """A message of our NG interface; ``real`` tells that it is one that our node has sent or received."""

    octets: bytes
    direction: NI_Direction
    real: bool


def offer_with_ni(node: Peer) -> NodeOffer:
    """What our node offers in these cases: an NI function beside the usual ones."""
    return our_offer(node, service_models=("kpm", "rc", "ni"))


async def asked(node: Peer) -> Asked:
    """Set up a node with an NI function, and have the RIC subscribe to it; its request waits for an answer."""
    await set_up_or_not(node, offer_with_ni(node))
    function = node.functions.get(NI_FUNCTION)
    if function is None or function.status is not FunctionStatus.ACCEPTED:
        check(
            not node.claims.service_model("NI"),
            "A near-RT RIC accepts a RAN function of a service model that is claimed for it",
            expected="the NI function among those accepted",
            actual="it is rejected, or not mentioned",
        )
        raise unsupported("the near-RT RIC does not accept the node's NI function")
    return _understood(node, await asked_to_subscribe(node, service_model="ni", style=STYLE))


async def standing(node: Peer) -> Asked:
    """Have the RIC subscribe to complete messages, and admit it."""
    found = await asked(node)
    await admit(node, found)
    return found


async def watched(node: Peer) -> tuple[Asked, str]:
    """A subscription that stands, and the association of another node that stands by."""
    found = await standing(node)
    return found, await open_another(node)


def check_content(found: Asked) -> None:
    """Interface, service, style and format are those that were agreed (E2TS 5.2.5.1.1, step 2; NI 7.4.2.2)."""
    check(
        found.trigger.interface_type == INTERFACE,
        "The event trigger names the network interface type that was agreed (E2TS 5.2.5.1.1, step 2)",
        expected=INTERFACE,
        actual=str(found.trigger.interface_type),
    )
    check(
        found.action.ric_action_type == "report",
        "An action of an NI report style is a REPORT",
        expected="report",
        actual=str(found.action.ric_action_type),
    )
    check(
        found.definition is None or format_of(found.definition) == 1,
        "An action of NI report style 1 has action definition format 1, if it has a definition (NI 7.4.2.2)",
        expected="format 1",
        actual=f"format {format_of(found.definition)}",
    )


def copy_for(node: Peer, found: Asked) -> Copy:
    """A message that the subscription is about: that of our node's NG Setup, or one of its procedure without any IE."""
    component = next(each for each in offer_with_ni(node).components if each.interface == INTERFACE)
    wanted: Any = found.trigger.interface_message_type
    kind, message = wanted if wanted is not None else (None, None)
    direction = found.trigger.interface_direction
    code = getattr(message, "procedure_code", None) or 0
    outcome = getattr(message, "type_of_message", None)
    if kind == f"{INTERFACE}MessageType" and code == _NG_SETUP:
        if outcome in ("initiating-message", "nothing") and direction != "incoming":
            return Copy(component.request, "outgoing", True)
        if outcome == "successful-outcome" and direction != "outgoing":
            return Copy(component.response, "incoming", True)
    head = {"successful-outcome": 0x20, "unsuccessful-outcome": 0x40}.get(str(outcome), 0)
    octets = bytes([head, code, 0, len(_EMPTY_VALUE)]) + _EMPTY_VALUE
    return Copy(octets, "incoming" if direction == "incoming" else "outgoing", False)


def report(node: Peer, found: Asked, copy: Copy, number: int | None = None) -> RICindication:
    """The REPORT indication of a message, with a time stamp if one was asked for."""
    edition = model_edition("ni", node.edition)
    return RICindication(
        found.request.ric_request_id,
        found.request.ran_function_id,
        found.action.ric_action_id,
        number,
        "report",
        header_of(node, copy.direction, timestamp(_START) if found.stamped else None),
        indication_message(copy.octets, edition),
    )


def header_of(node: Peer, direction: NI_Direction, stamp: bytes | None) -> bytes:
    """The indication header of a message of our NG interface."""
    offer: Any = offer_with_ni(node)
    gnb = offer.node_id[1].global_gnb_id
    identifier = interface_identifier(offer.plmn, gnb.gnb_id[1])
    edition = model_edition("ni", node.edition)
    return indication_header(INTERFACE, identifier, edition, direction=direction, timestamp=stamp)


def _understood(node: Peer, request: RICsubscriptionRequest) -> Asked:
    details = request.ric_subscription_details
    if details is None:
        raise inconclusive("the near-RT RIC's subscription request cannot be read")
    if request.ran_function_id != NI_FUNCTION:
        raise inconclusive(f"asked to subscribe to NI the near-RT RIC asks RAN function {request.ran_function_id}")
    trigger = content_of(_readable(PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition))
    listed = [each for each in details.ric_action_to_be_setup_list or () if each is not None]
    # NI 8.2.1.2: the action definition is optional for REPORT.
    read = [
        (each, None if each.ric_action_definition is None else _readable(_ACTION, each.ric_action_definition))
        for each in listed
    ]
    chosen = next((each for each in read if each[1] is None or style_of(each[1]) == STYLE), None)
    if chosen is None or not isinstance(trigger, E2SM_NI_EventTriggerDefinition_Format1):
        raise inconclusive(f"asked for NI report style {STYLE} the near-RT RIC subscribes to something else")
    association = node.last.association if node.last is not None else node.here
    return Asked(request, trigger, *chosen, association)


_ACTION = PayloadKind.ACTION_DEFINITION


def _readable(kind: PayloadKind, octets: bytes | None) -> Any:
    return check_payload(
        NI,
        kind,
        octets,
        f"What the near-RT RIC sends to an NI function as its {kind.value.replace('-', ' ')} is one of E2SM-NI",
    )
