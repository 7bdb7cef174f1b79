"""RC RAN function definitions (RC 9.2.2)."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.actions import action_name
from oran_harness.service_models.rc.build.offer import CALL_PROCESSES, TRIGGERS, Names, Offer, offers
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import STYLES, TRIGGER_NAMES, Service

SERVICES = tuple(Service)
DESCRIPTION = "RAN Control"
"""What RC 7.2 gives as the function's description."""
_RECEIVED = {1: "Received Timestamp"}


def function_definition(
    edition: str,
    *,
    kind: NodeType | str = NodeType.GNB,
    services: Sequence[Service | str] = SERVICES,
    instance: int | None = None,
) -> bytes:
    """The definition of an RC function with what our node of that ``kind`` serves of these services.

    A part of which nothing is served is left out, as it could not be empty; so is QUERY before 5.00.
    """
    wanted = {Service(service) for service in services}
    served = [offer for offer in offers(kind, edition) if offer.service in wanted]
    by_service = {service: [offer for offer in served if offer.service is service] for service in Service}
    parts: dict[str, Any] = {
        f"ran_function_definition_{service.value}": _PARTS[service](_styles(service, by_service[service]))
        for service in Service
        if by_service[service]
    }
    value = rc.E2SM_RC_RANFunctionDefinition(
        RANfunction_Name(RC.short_name, RC.oid, DESCRIPTION, instance),
        ran_function_definition_event_trigger=_event_trigger(served),
        **parts,
    )
    return RC.encode(PayloadKind.FUNCTION_DEFINITION, value, edition)


_PARTS: dict[Service, Any] = {
    Service.REPORT: rc.RANFunctionDefinition_Report,
    Service.INSERT: rc.RANFunctionDefinition_Insert,
    Service.CONTROL: rc.RANFunctionDefinition_Control,
    Service.POLICY: rc.RANFunctionDefinition_Policy,
    Service.QUERY: rc.RANFunctionDefinition_Query,
}


def _styles(service: Service, served: Sequence[Offer]) -> tuple[Any, ...]:
    styles = (list(group) for _, group in groupby(served, key=lambda offer: offer.style))
    return tuple(_ITEMS[service](group) for group in styles)


def _event_trigger(served: Iterable[Offer]) -> Any:
    """The event trigger part: the styles that something served goes with; None if there are none."""
    used = {offer.trigger for offer in served}
    styles = tuple(
        rc.RANFunctionDefinition_EventTrigger_Style_Item(number, TRIGGER_NAMES[number], number)
        for number in TRIGGERS
        if number in used
    )
    if not styles:
        return None
    processes = (
        tuple(_call_process(number, *CALL_PROCESSES[number]) for number in CALL_PROCESSES) if 2 in used else None
    )
    return rc.RANFunctionDefinition_EventTrigger(styles, ran_call_process_types_list=processes)


def _call_process(number: int, name: str, breakpoints: Names) -> Any:
    items = tuple(rc.RANFunctionDefinition_EventTrigger_Breakpoint_Item(*row) for row in breakpoints.items())
    return rc.RANFunctionDefinition_EventTrigger_CallProcess_Item(number, name, items)


def _named(kind: Any, names: Names | None) -> Any:
    """Parameters as a list of the definition's items of that kind; None for none, which no list may hold."""
    return tuple(kind(number, name) for number, name in (names or {}).items()) or None


def _report(group: Sequence[Offer]) -> Any:
    offer, row = group[0], STYLES[Service.REPORT, group[0].style]
    parameters = _named(rc.Report_RANParameter_Item, offer.parameters)
    formats = (min(row.actions), min(row.headers), min(row.messages))
    return rc.RANFunctionDefinition_Report_Item(offer.style, row.name, offer.trigger or 0, *formats, parameters)


def _insert(group: Sequence[Offer]) -> Any:
    row = STYLES[Service.INSERT, group[0].style]
    indications = tuple(
        rc.RANFunctionDefinition_Insert_Indication_Item(
            offer.action or 0, _action_name(offer), _named(rc.InsertIndication_RANParameter_Item, offer.parameters)
        )
        for offer in group
    )
    formats = (min(row.actions), min(row.headers), min(row.messages), min(row.call_process_ids))
    trigger = group[0].trigger or 0
    return rc.RANFunctionDefinition_Insert_Item(row.number, row.name, trigger, *formats, indications)


def _control(group: Sequence[Offer]) -> Any:
    row = STYLES[Service.CONTROL, group[0].style]
    actions = tuple(
        rc.RANFunctionDefinition_Control_Action_Item(
            offer.action, _action_name(offer), _named(rc.ControlAction_RANParameter_Item, offer.parameters)
        )
        for offer in group
        if offer.action is not None
    )
    return rc.RANFunctionDefinition_Control_Item(
        row.number,
        row.name,
        min(row.headers),
        min(row.messages),
        min(row.outcomes),
        actions or None,
        min(row.call_process_ids),
        _named(rc.ControlOutcome_RANParameter_Item, _RECEIVED),
    )


def _policy(group: Sequence[Offer]) -> Any:
    row = STYLES[Service.POLICY, group[0].style]
    actions = tuple(
        rc.RANFunctionDefinition_Policy_Action_Item(
            offer.action or 0,
            _action_name(offer),
            min(row.actions),
            _named(rc.PolicyAction_RANParameter_Item, offer.parameters),
            _named(rc.PolicyCondition_RANParameter_Item, offer.conditions),
        )
        for offer in group
    )
    return rc.RANFunctionDefinition_Policy_Item(row.number, row.name, group[0].trigger or 0, actions)


def _query(group: Sequence[Offer]) -> Any:
    row = STYLES[Service.QUERY, group[0].style]
    formats = (min(row.headers), min(row.definitions), min(row.outcomes))
    parameters = _named(rc.Query_RANParameter_Item, group[0].parameters)
    return rc.RANFunctionDefinition_Query_Item(row.number, row.name, *formats, parameters)


_ITEMS = {
    Service.REPORT: _report,
    Service.INSERT: _insert,
    Service.CONTROL: _control,
    Service.POLICY: _policy,
    Service.QUERY: _query,
}


def _action_name(offer: Offer) -> str:
    return action_name(offer.service, offer.style, offer.action or 0) or f"Action {offer.action}"
