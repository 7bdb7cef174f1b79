"""Action definitions of RC as our E2 node reads them: what it can serve, or why it cannot (RC 7.4, 7.5, 7.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.ran_function import RequestedAction
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.formats import content_of, format_of, style_of
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.build.offer import Offer
from oran_harness.service_models.rc.elements import E2SM_RC_ActionDefinition_Format2_Item
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import STYLES, Service

UNREADABLE = Refusal("abstract-syntax-error-reject")
FOREIGN = Refusal("transfer-syntax-error")
CONTRADICTORY = Refusal("semantic-error")
UNSUPPORTED = Refusal("action-not-supported")
UNAVAILABLE = Refusal("requested-information-unavailable")
WITHOUT_SUBSEQUENT = Refusal("inconsistent-action-subsequent-action-sequence")


@dataclass(frozen=True, slots=True)
class RcAction:
    """An action that can be served.

    ``action`` is the insert indication's ID, ``parameters`` are those asked for; ``policies`` are a policy's items in
    their order. ``ue`` bounds an INSERT to one UE, ``wait_s`` is its Time to Wait in seconds.
    """

    service: Service
    style: int
    action: int | None = None
    parameters: tuple[int, ...] = ()
    policies: tuple[E2SM_RC_ActionDefinition_Format2_Item, ...] = ()
    ue: UEID | None = None
    wait_s: float = 0.0


def read_action(
    action: RequestedAction, edition: str, offered: Sequence[Offer], trigger_style: int
) -> RcAction | Refusal:
    """What an action asks for, under an event trigger of that style."""
    service = Service(action.type)
    if action.definition is None:
        return CONTRADICTORY
    decoded = RC.decode(PayloadKind.ACTION_DEFINITION, action.definition, edition)
    if decoded.value is None or not decoded.conforms:
        return FOREIGN if format_of(decoded.value) is None else UNREADABLE
    number, content = style_of(decoded.value), content_of(decoded.value)
    own = [offer for offer in offered if (offer.service, offer.style) == (service, number)]
    if not own or number is None:
        return UNSUPPORTED
    if format_of(decoded.value) not in STYLES[service, number].actions:
        return CONTRADICTORY
    if trigger_style not in STYLES[service, number].triggers:
        return Refusal("eventTriggerNotSupported")
    if service is Service.REPORT:
        asked = tuple(item.ran_parameter_id for item in content.ran_p_to_be_reported_list)
        return RcAction(service, number, None, asked) if own[0].parameters.keys() >= set(asked) else UNAVAILABLE
    return _insert(action, number, content, own) if service is Service.INSERT else _policy(number, content, own)


def _insert(action: RequestedAction, style: int, content: Any, own: Sequence[Offer]) -> RcAction | Refusal:
    offer = next((offer for offer in own if offer.action == content.ric_insert_indication_id), None)
    if offer is None:
        return UNSUPPORTED
    asked = tuple(item.ran_parameter_id for item in content.ran_p_insert_indication_list)
    if not offer.parameters.keys() >= set(asked):
        return UNAVAILABLE
    if action.time_to_wait_s is None:
        return WITHOUT_SUBSEQUENT
    return RcAction(Service.INSERT, style, offer.action, asked, (), content.ue_id, action.time_to_wait_s)


def _policy(style: int, content: Any, own: Sequence[Offer]) -> RcAction | Refusal:
    offered = {offer.action: offer for offer in own}
    items = content.ric_policy_conditions_list
    for item in items:
        offer = offered.get(item.ric_policy_action.ric_policy_action_id)
        if offer is None:
            return UNSUPPORTED
        values = item.ric_policy_action.ran_parameters_list or ()
        tests = item.ric_policy_condition_definition or ()
        if not offer.parameters.keys() >= {each.ran_parameter_id for each in values}:
            return UNAVAILABLE
        if not (offer.conditions or {}).keys() >= {each.ran_parameter_id for each in tests}:
            return UNAVAILABLE
    return RcAction(Service.POLICY, style, policies=items)
