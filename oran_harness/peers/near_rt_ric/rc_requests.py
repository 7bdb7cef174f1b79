"""What the RIC asks of an RC function: subscriptions, controls and queries, and answers to INSERT indications."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.errors import HarnessError
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction
from oran_harness.service_models import PayloadKind, content_of, service_model
from oran_harness.service_models.rc.actions import ANSWERS_ONLY
from oran_harness.service_models.rc.build import (
    Parameters,
    action_definition,
    control,
    drb_qos,
    element,
    event_trigger,
    handover_to,
    query,
    rrc_release,
    slice_quota,
)
from oran_harness.service_models.rc.build.offer import RRC_STATE
from oran_harness.service_models.rc.definition import AnnouncedStyle, announced
from oran_harness.service_models.rc.requests import NamedParameter
from oran_harness.service_models.rc.styles import Service

SUBSCRIPTION_ARGUMENTS = ("service", "action", "parameters", "after", "time_to_wait")
CONTROL_ARGUMENTS = ("node", "wait", "function", "style", "action", "ue", "ack", "header", "message", "call_process")
QUERY_ARGUMENTS = ("node", "wait", "function", "style", "parameters", "header", "definition")

# Controls whose parameters are known here, the harmless ones first.
_READY = ((2, 6), (1, 1), (3, 1), (4, 4))
_CONNECTED = 0


def subscription(arguments: Arguments, function: NodeFunction, node: FarNode) -> tuple[bytes, bytes]:
    """Event trigger and action definition of a ``service`` (report, insert, policy) and ``style``.

    Without a style or action it is the first that the node offers; ``parameters`` are ids, all that the node declares
    without them. Raises ``Unfit`` if the node offers no such style.
    """
    service = Service(arguments.word("service", "report", ("report", "insert", "policy")))
    style = _style(arguments, function, service)
    action = _action(arguments, style)
    wanted: Any = None
    if service is Service.POLICY:
        wanted = _parameters(style.style, action or 0, node)
    else:
        wanted = arguments.integers("parameters") or _declared(style, action)
    definition = action_definition(service, style.style, edition=function.edition, action=action, parameters=wanted)
    return event_trigger(style.trigger_style or 1, function.edition), definition


def control_content(arguments: Arguments, function: NodeFunction, node: FarNode) -> tuple[bytes, bytes]:
    """Header and message of a control request for ``style`` and ``action`` on the UE of number ``ue``.

    Without them it is one that changes little, of those that the node offers. Raises ``Unfit`` if the node does not
    offer it, or if its parameters are not known here.
    """
    offer = announced(function.definition)
    offered = [
        (style.style, action.id)
        for style in (offer.styles if offer is not None else ())
        if style.service is Service.CONTROL
        for action in style.actions
    ]
    ready = [each for each in _READY if each in offered]
    default = ready[0] if ready else (1, 1)
    style = arguments.integer("style", default[0], 1, 255)
    same = [action for number, action in ready if number == style]
    action = arguments.integer("action", same[0] if same else default[1], 1, 65535)
    if (style, action) not in offered:
        raise Unfit(f"the node's RC function {function.offered.id} offers no control style {style} action {action}")
    if (style, action) in ANSWERS_ONLY and "call_process" not in arguments:
        raise Unfit(f"RC control style {style} action {action} may only answer an INSERT; give its call_process")
    ue = node.ue(arguments.integer("ue", 1, 0, 65535))
    return control(style, action, ue, _parameters(style, action, node), function.edition)


def query_content(arguments: Arguments, function: NodeFunction) -> tuple[bytes, bytes]:
    """Header and definition of a query of ``style``; raises ``Unfit`` where the node offers none."""
    style = _style(arguments, function, Service.QUERY)
    parameters = arguments.integers("parameters") or _declared(style, None)
    try:
        return query(style.style, parameters, edition=function.edition)
    except HarnessError as error:
        raise Unfit(str(error), "unsupported") from None


def insert_answer(header: bytes, edition: str, node: FarNode) -> tuple[bytes, bytes] | None:
    """Header and message of the Control that accepts what an INSERT indication asks; None if that is not known here."""
    reading = service_model("rc").decode(PayloadKind.INDICATION_HEADER, header, edition)
    content = content_of(reading.value)
    style, action = (getattr(content, name, None) for name in ("ric_insert_style_type", "ric_insert_indication_id"))
    ue = getattr(content, "ue_id", None)
    if not reading.conforms or not isinstance(style, int) or not isinstance(action, int) or ue is None:
        return None
    try:
        parameters = _parameters(style, action, node)
        return control(style, action, ue, parameters, edition, decision="accept")
    except (HarnessError, Unfit):
        return None


def _parameters(style: int, action: int, node: FarNode) -> Parameters:
    if (style, action) == (2, 6):
        return slice_quota(1, plmn=node.plmn, minimum=10, maximum=90)
    if (style, action) in ((1, 1), (1, 4)):
        return drb_qos(1, 9)
    if (style, action) == (3, 1):
        return handover_to(node.cell(2))
    if (style, action) == (4, 4):
        return rrc_release()
    if (style, action) == (4, 1):
        return ((RRC_STATE, element(_CONNECTED)),)
    raise Unfit(f"parameters of RC style {style} action {action} are not known here; give header and message in hex")


def _style(arguments: Arguments, function: NodeFunction, service: Service) -> AnnouncedStyle:
    offer = announced(function.definition)
    styles = [each for each in (offer.styles if offer is not None else ()) if each.service is service]
    if "style" in arguments:
        number = arguments.integer("style", 1, 1, 255)
        styles = [each for each in styles if each.style == number]
    if not styles:
        which = f" {arguments.given['style']}" if "style" in arguments else ""
        status = "unsupported" if service is Service.QUERY else "failed"
        raise Unfit(f"the node's RC function {function.offered.id} offers no {service.value} style{which}", status)
    return styles[0]


def _action(arguments: Arguments, style: AnnouncedStyle) -> int | None:
    if not style.actions:
        return None
    return arguments.integer("action", style.actions[0].id, 1, 65535)


def _declared(style: AnnouncedStyle, action: int | None) -> tuple[int, ...]:
    """The outermost parameters that the node declares for a style, or for an action of it."""
    found = None if action is None else style.action(action)
    parameters: Sequence[NamedParameter] = style.parameters if found is None else found.parameters
    return tuple(dict.fromkeys(each.id for each in parameters if "." not in each.path))
