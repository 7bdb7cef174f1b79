"""What a near-RT RIC under test asks of RC: subscriptions and controls, read and checked (RC 7.3 to 7.7, 9.2.1)."""

from dataclasses import dataclass
from typing import Any

from oran_harness.conformance.e2ap.ric_subscriber import admit, asked_to_subscribe
from oran_harness.conformance.payloads import check_payload
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.rc.definition import AnnouncedFunction
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.requests import requested
from oran_harness.service_models.rc.styles import TRIGGER_FORMATS, Service, Style, control_formats, style
from oran_harness.steps import Peer, check, inconclusive


@dataclass(frozen=True, slots=True)
class Asked:
    """A subscription to RC. ``action`` is the one of the wanted service and style, ``definition`` its content.

    ``edition`` is the RC edition of the node, ``association`` the one that the request came on.
    """

    request: RICsubscriptionRequest
    trigger: Any
    action: RICaction_ToBeSetup_Item
    definition: Any
    announced: AnnouncedFunction
    edition: str
    association: str | None

    @property
    def row(self) -> Style | None:
        """The service and style, None if there is no such style."""
        return style(Service(self.action.ric_action_type), style_of(self.definition) or 0)

    @property
    def parameters(self) -> tuple[int, ...]:
        """The outermost RAN parameters that are asked for."""
        return tuple(each.id for each in requested(self.definition) if "." not in each.path)

    @property
    def indication(self) -> int | None:
        """The insert indication that an INSERT action asks for."""
        return getattr(content_of(self.definition), "ric_insert_indication_id", None)


async def asked(node: Peer, service: str = "report", number: int = 1, **arguments: Any) -> Asked:
    """Have the RIC subscribe to a style of RC's REPORT, INSERT or POLICY; its request waits for an answer."""
    request = await asked_to_subscribe(node, service_model="rc", service=service, style=number, **arguments)
    function, details = node.function("RC"), request.ric_subscription_details
    if details is None or not isinstance(function.announced, AnnouncedFunction):
        raise inconclusive("the near-RT RIC's subscription request cannot be read")
    if request.ran_function_id != function.id:
        raise inconclusive(f"asked to subscribe to RC the near-RT RIC asks RAN function {request.ran_function_id}")
    trigger = readable(PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition)
    listed = [each for each in details.ric_action_to_be_setup_list or () if each is not None]
    read = [(each, readable(PayloadKind.ACTION_DEFINITION, each.ric_action_definition)) for each in listed]
    named = [(str(each.ric_action_type), style_of(value)) for each, value in read]
    if (service, number) not in named:
        told = ", ".join(f"{what} style {which}" for what, which in named)
        raise inconclusive(f"asked for RC {service} style {number} the near-RT RIC subscribes to {told}")
    action, value = read[named.index((service, number))]
    association = node.last.association if node.last is not None else node.here
    return Asked(request, trigger, action, value, function.announced, function.edition, association)


async def standing(node: Peer, service: str = "report", number: int = 1, **arguments: Any) -> Asked:
    """Have the RIC subscribe to a style of RC, and admit it; inconclusive where our node cannot."""
    found = await asked(node, service, number, **arguments)
    await admit(node, found)
    return found


def check_content(found: Asked) -> None:
    """Action and event trigger have formats of the style, and ask for what the node declares (RC 7.3 to 7.7)."""
    row = found.row
    if row is None:
        raise inconclusive("the near-RT RIC subscribes to a style that is not known here")
    what = f"RC {row.service.value} style {row.number}"
    _check_format(found.definition, row.actions, f"An action of {what}", "action definition format")
    triggers = frozenset(each for number in row.triggers for each in TRIGGER_FORMATS.get(number, ()))
    _check_format(found.trigger, triggers, f"A subscription to {what}", "event trigger format")
    offered = found.announced.offered(row.service, row.number)
    check(
        bool(offered),
        "The near-RT RIC subscribes to styles that the node's RAN Function Definition has",
        expected="a declared style",
        actual=what,
    )
    declared = {each.id for one in offered for each in one.parameters}
    if row.service is Service.INSERT:
        actions = [one.action(found.indication or 0) for one in offered]
        check(
            any(each is not None for each in actions),
            "The near-RT RIC subscribes to insert indications that the node declares",
            expected=f"one of {[each.id for one in offered for each in one.actions]}",
            actual=f"insert indication {found.indication}",
        )
        declared = {each.id for action in actions if action is not None for each in action.parameters}
    unknown = sorted(set(found.parameters) - declared)
    check(
        not unknown,
        "Only RAN Parameter IDs that the RAN Function Definition declares may be asked for",
        expected=f"of {sorted(declared)}",
        actual=f"RAN parameters {unknown}",
    )


def check_policy(found: Asked) -> None:
    """A policy names actions of its style that the node declares, with RAN parameters that these have."""
    offered = found.announced.offered(Service.POLICY, style_of(found.definition) or 0)
    declared = {action.id: {each.id for each in action.parameters} for one in offered for action in one.actions}
    for condition in content_of(found.definition).ric_policy_conditions_list or ():
        policy = condition.ric_policy_action
        used = {each.ran_parameter_id for each in policy.ran_parameters_list or ()}
        number = policy.ric_policy_action_id
        check(
            number in declared and used <= declared[number],
            "A policy is made of an action, and RAN parameters, that the RAN Function Definition declares",
            expected=f"actions with parameters {declared}",
            actual=f"action {number} with parameters {sorted(used)}",
        )


async def asked_to_control(node: Peer, **arguments: Any) -> RICcontrolRequest:
    """Have the RIC send a control; gives its request, which waits for an answer."""
    await node.stimulate("control", **arguments)
    request = await node.expect(
        RICcontrolRequest, requirement="Asked to control the node, the near-RT RIC sends RIC CONTROL REQUEST"
    )
    if request.ran_function_id != node.function("RC").id:
        raise inconclusive(f"asked to control the near-RT RIC controls RAN function {request.ran_function_id}")
    return request


def control_header(request: RICcontrolRequest) -> Any:
    """The header of a control request, which has to be one of RC."""
    return readable(PayloadKind.CONTROL_HEADER, request.ric_control_header)


def check_control(node: Peer, request: RICcontrolRequest) -> None:
    """Header and message have formats of the style, name a declared action and carry declared parameters (RC 7.6)."""
    announced = node.function("RC").announced
    header = control_header(request)
    message = readable(PayloadKind.CONTROL_MESSAGE, request.ric_control_message)
    number, action = style_of(header), getattr(content_of(header), "ric_control_action_id", None)
    formats = control_formats(number, action) if number is not None else None
    if number is None or formats is None or not isinstance(announced, AnnouncedFunction):
        raise inconclusive("the near-RT RIC sends a control of a style that this case does not know")
    _check_format(header, formats[0], f"A control of RC style {number}", "header format")
    _check_format(message, formats[1], f"A control of RC style {number}", "message format")
    found = [one.action(action or 0) for one in announced.offered(Service.CONTROL, number)]
    check(
        any(each is not None for each in found),
        "The near-RT RIC sends controls of styles and actions that the node declares",
        expected="a declared style and action",
        actual=f"style {number}, action {action}",
    )
    declared = {each.id for one in found if one is not None for each in one.parameters}
    carried = parameters(message)
    outermost = {each.id for each in carried if "." not in each.path}
    empty = [each.path for each in carried if each.empty]
    check(
        outermost <= declared and not empty,
        "A control carries RAN parameters that the node declares for the action, each with content",
        expected=f"of {sorted(declared)}, with values, members and items",
        actual=f"{sorted(outermost)}; empty: {empty or 'none'}",
    )


def _check_format(value: Any, allowed: frozenset[int], what: str, which: str) -> None:
    check(
        format_of(value) in allowed,
        f"{what} has the {which} of that style",
        expected=f"format {' or '.join(map(str, sorted(allowed)))}",
        actual=f"format {format_of(value)}",
    )


def readable(kind: PayloadKind, octets: bytes | None) -> Any:
    """The value of a payload of the near-RT RIC, which fails the case unless it conforms to some edition of RC."""
    return check_payload(
        RC,
        kind,
        octets,
        f"What the near-RT RIC sends to an RC function as its {kind.value.replace('-', ' ')} is one of E2SM-RC",
    )
