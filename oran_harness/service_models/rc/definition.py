"""What an RC function definition announces (RC 9.2.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.service_models.payload import DecodedPayload
from oran_harness.service_models.rc.elements import E2SM_RC_RANFunctionDefinition
from oran_harness.service_models.rc.requests import NamedParameter, named
from oran_harness.service_models.rc.styles import Service


@dataclass(frozen=True, slots=True)
class AnnouncedFormats:
    """The formats that a style declares; None for a payload that it has not, or does not declare."""

    action: int | None = None
    header: int | None = None
    message: int | None = None
    definition: int | None = None
    outcome: int | None = None
    call_process_id: int | None = None


@dataclass(frozen=True, slots=True)
class AnnouncedAction:
    """An action of a CONTROL or POLICY style, or an indication of an INSERT style.

    ``parameters`` are the declared ones with all that is declared inside them, ``conditions`` those of a policy's
    conditions. ``groups`` tells whether the action may address a group of UEs.
    """

    id: int
    name: str
    parameters: tuple[NamedParameter, ...] = ()
    conditions: tuple[NamedParameter, ...] = ()
    groups: bool = False


@dataclass(frozen=True, slots=True)
class AnnouncedStyle:
    """A style of a service that a node offers.

    ``additional_formats`` are the further ones of a CONTROL style. ``parameters`` are those of REPORT and QUERY
    styles; other styles have theirs in ``actions``. ``trigger_style`` is the one event trigger style that goes with
    it; support of several means several items of the same style.
    """

    service: Service
    style: int
    name: str
    formats: AnnouncedFormats
    trigger_style: int | None = None
    parameters: tuple[NamedParameter, ...] = ()
    actions: tuple[AnnouncedAction, ...] = ()
    additional_formats: tuple[AnnouncedFormats, ...] = ()

    def action(self, number: int) -> AnnouncedAction | None:
        """The action (or INSERT indication) of that ID, None if it is not offered."""
        return next((action for action in self.actions if action.id == number), None)


@dataclass(frozen=True, slots=True)
class AnnouncedFunction:
    """What one function of a node offers.

    ``complete`` tells that the whole definition could be read: only then is what is not here something that the node
    does not offer. ``empty_parts`` are the services whose part of the definition is there and has no style, which
    none may.
    """

    short_name: str | None
    oid: str | None
    instance: int | None
    trigger_formats: Mapping[int, int] = field(default_factory=dict)
    call_processes: Mapping[int, frozenset[int]] = field(default_factory=dict)
    styles: tuple[AnnouncedStyle, ...] = ()
    empty_parts: tuple[Service, ...] = ()
    complete: bool = True

    def offered(self, service: Service, number: int) -> tuple[AnnouncedStyle, ...]:
        """The items of that service and style; several if the node supports several triggers for it."""
        return tuple(style for style in self.styles if style.service is service and style.style == number)


_STYLE_LISTS = {
    Service.REPORT: ("ran_function_definition_report", "ric_report_style_list"),
    Service.INSERT: ("ran_function_definition_insert", "ric_insert_style_list"),
    Service.CONTROL: ("ran_function_definition_control", "ric_control_style_list"),
    Service.POLICY: ("ran_function_definition_policy", "ric_policy_style_list"),
    Service.QUERY: ("ran_function_definition_query", "ric_query_style_list"),
}
_FORMATS = {
    "action": ("ric_report_action_format_type", "ric_action_definition_format_type"),
    "header": ("ric_indication_header_format_type", "ric_control_header_format_type", "ric_query_header_format_type"),
    "message": ("ric_indication_message_format_type", "ric_control_message_format_type"),
    "definition": ("ric_query_definition_format_type",),
    "outcome": ("ric_control_outcome_format_type", "ric_query_outcome_format_type"),
    "call_process_id": ("ric_call_process_id_format_type",),
}
_ACTION_LISTS = ("ric_control_action_list", "ric_insert_indication_list", "ric_policy_action_list")
_PARAMETER_LISTS = ("ran_report_parameters_list", "ran_query_parameters_list")
_ACTION_PARAMETER_LISTS = (
    "ran_control_action_parameters_list",
    "ran_insert_indication_parameters_list",
    "ran_policy_action_parameters_list",
)


def announced(payload: DecodedPayload) -> AnnouncedFunction | None:
    """What a decoded function definition announces, None if it is none; styles that are broken are left out."""
    definition = payload.value
    if not isinstance(definition, E2SM_RC_RANFunctionDefinition):
        return None
    name = definition.ran_function_name
    trigger = definition.ran_function_definition_event_trigger
    formats, processes = _triggers(trigger) if trigger is not None else ({}, {})
    styles: list[AnnouncedStyle] = []
    empty: list[Service] = []
    for service, (part_name, list_name) in _STYLE_LISTS.items():
        part = getattr(definition, part_name)
        items = getattr(part, list_name, None) or ()
        if part is not None and not items:
            empty.append(service)
        styles += [style for item in items if (style := _style(service, item)) is not None]
    return AnnouncedFunction(
        short_name=None if name is None else name.ran_function_short_name,
        oid=None if name is None else name.ran_function_e2sm_oid,
        instance=None if name is None else name.ran_function_instance,
        trigger_formats=formats,
        call_processes=processes,
        styles=tuple(styles),
        empty_parts=tuple(empty),
        complete=payload.conforms,
    )


def _triggers(part: Any) -> tuple[dict[int, int], dict[int, frozenset[int]]]:
    """Event trigger styles with their formats; call process types with their breakpoints."""
    formats = {
        item.ric_event_trigger_style_type: item.ric_event_trigger_format_type
        for item in part.ric_event_trigger_style_list or ()
        if item is not None and None not in (item.ric_event_trigger_style_type, item.ric_event_trigger_format_type)
    }
    processes = {
        item.call_process_type_id: frozenset(
            point.call_process_breakpoint_id for point in item.call_process_breakpoints_list or () if point is not None
        )
        for item in part.ran_call_process_types_list or ()
        if item is not None and item.call_process_type_id is not None
    }
    return formats, processes


def _style(service: Service, item: Any) -> AnnouncedStyle | None:
    number = _first(item, (f"ric_{service.value}_style_type",))
    if not isinstance(number, int):
        return None
    additional = getattr(item, "list_of_additional_supported_formats", None) or ()
    actions = _first(item, _ACTION_LISTS) or ()
    return AnnouncedStyle(
        service=service,
        style=number,
        name=_first(item, (f"ric_{service.value}_style_name",)) or "",
        formats=_formats(item),
        trigger_style=getattr(item, "ric_supported_event_trigger_style_type", None),
        parameters=tuple(named(_first(item, _PARAMETER_LISTS))),
        actions=tuple(action for one in actions if (action := _action(one)) is not None),
        additional_formats=tuple(_formats(one) for one in additional if one is not None),
    )


def _formats(item: Any) -> AnnouncedFormats:
    return AnnouncedFormats(**{name: _first(item, fields) for name, fields in _FORMATS.items()})


def _action(item: Any) -> AnnouncedAction | None:
    number = _first(item, ("ric_control_action_id", "ric_insert_indication_id", "ric_policy_action_id"))
    if not isinstance(number, int):
        return None
    return AnnouncedAction(
        id=number,
        name=_first(item, ("ric_control_action_name", "ric_insert_indication_name", "ric_policy_action_name")) or "",
        parameters=tuple(named(_first(item, _ACTION_PARAMETER_LISTS))),
        conditions=tuple(named(getattr(item, "ran_policy_condition_parameters_list", None))),
        groups=getattr(item, "ue_group_control_action_supported", None) == "true",
    )


def _first(item: Any, fields: Iterable[str]) -> Any:
    """The first of these fields that the item has and that is there."""
    return next((value for name in fields if (value := getattr(item, name, None)) is not None), None)
