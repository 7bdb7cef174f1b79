"""RC action definitions of REPORT, INSERT and POLICY (RC 7.4, 7.5, 7.7, 9.2.1.2)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.offer import OFFERS
from oran_harness.service_models.rc.build.parameters import Parameters
from oran_harness.service_models.rc.elements import RANParameter_Testing_Item
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service


def report_action(style: int, parameters: Sequence[int] | None = None, *, edition: str) -> bytes:
    """An action of a report style, 1 to 4, that asks for RAN parameters by ID; for all that our node has without."""
    asked = offered_parameters(Service.REPORT, style) if parameters is None else parameters
    items = tuple(rc.E2SM_RC_ActionDefinition_Format1_Item(number) for number in asked)
    return _encode(style, 1, rc.E2SM_RC_ActionDefinition_Format1(items), edition)


def insert_action(
    style: int, indication: int, parameters: Sequence[int] | None = None, *, edition: str, ue: UEID | None = None
) -> bytes:
    """An action of an insert style, 1 to 7, for one insert indication (the action's ID), perhaps of one UE."""
    asked = offered_parameters(Service.INSERT, style, indication) if parameters is None else parameters
    items = tuple(rc.E2SM_RC_ActionDefinition_Format3_Item(number) for number in asked)
    return _encode(style, 3, rc.E2SM_RC_ActionDefinition_Format3(indication, items, ue), edition)


def policy_action(
    style: int,
    action: int,
    parameters: Parameters,
    *,
    edition: str,
    conditions: Sequence[RANParameter_Testing_Item] = (),
) -> bytes:
    """An action of a policy style, 1 to 9: do ``action`` with these parameters where the conditions hold."""
    values = tuple(rc.RIC_PolicyAction_RANParameter_Item(*each) for each in parameters) or None
    item = rc.E2SM_RC_ActionDefinition_Format2_Item(rc.RIC_PolicyAction(action, values), tuple(conditions) or None)
    return _encode(style, 2, rc.E2SM_RC_ActionDefinition_Format2((item,)), edition)


def action_definition(
    service: Service | str,
    style: int,
    *,
    edition: str,
    action: int | None = None,
    parameters: Any = None,
    ue: UEID | None = None,
    conditions: Sequence[RANParameter_Testing_Item] = (),
) -> bytes:
    """The action definition of a service and style; see ``report_action``, ``insert_action``, ``policy_action``.

    ``action`` is the insert indication or the policy action, the first one that our node offers without it.
    """
    asked = Service(service)
    if asked is Service.REPORT:
        return report_action(style, parameters, edition=edition)
    number = _first_action(asked, style) if action is None else action
    if asked is Service.INSERT:
        return insert_action(style, number, parameters, edition=edition, ue=ue)
    if asked is Service.POLICY:
        return policy_action(style, number, parameters or (), edition=edition, conditions=conditions)
    raise UsageError(f"RC's {asked.value} service has no action definition; choose report, insert or policy.")


def offered_parameters(service: Service, style: int, action: int | None = None) -> tuple[int, ...]:
    """The RAN parameters that our node declares for a style or action; raises ``UsageError`` if it has none."""
    for offer in OFFERS:
        if (offer.service, offer.style, offer.action) == (service, style, action):
            return tuple(offer.parameters)
    raise UsageError(f"Our E2 node has no {service.value} style {style} with action {action}; give the parameters.")


def _first_action(service: Service, style: int) -> int:
    for offer in OFFERS:
        if (offer.service, offer.style) == (service, style) and offer.action is not None:
            return offer.action
    raise UsageError(f"Our E2 node has no {service.value} style {style}; give the action.")


def _encode(style: int, number: int, content: Any, edition: str) -> bytes:
    value = rc.E2SM_RC_ActionDefinition(style, (f"actionDefinition-Format{number}", content))  # type: ignore[arg-type]
    return RC.encode(PayloadKind.ACTION_DEFINITION, value, edition)
