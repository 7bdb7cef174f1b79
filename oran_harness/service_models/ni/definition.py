"""What the function definition of an E2SM-NI function announces (NI 7.1, 8.2.2.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.service_models.ni.elements import (
    E2SM_NI_RANfunction_Description,
    E2SM_NI_RANfunction_Item,
    NI_Type,
)
from oran_harness.service_models.payload import DecodedPayload


@dataclass(frozen=True, slots=True)
class AnnouncedInterface:
    """A network interface that a node exposes: ``kind`` is ``"ng"``, ``"xn"``, ...

    ``trigger_formats`` maps event trigger styles to formats, ``reports`` the report styles to the formats of their
    action definition, indication header and indication message.
    """

    kind: NI_Type
    trigger_formats: Mapping[int, int] = field(default_factory=dict)
    reports: Mapping[int, tuple[int, int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnnouncedFunction:
    """What one function of a node offers; ``complete`` tells that the whole definition could be read."""

    short_name: str | None
    oid: str | None
    instance: int | None
    interfaces: tuple[AnnouncedInterface, ...]
    complete: bool = True

    def interface(self, kind: str) -> AnnouncedInterface | None:
        """The interface of that kind, None if it is not exposed."""
        return next((each for each in self.interfaces if each.kind == kind), None)

    @property
    def report_styles(self) -> tuple[int, ...]:
        """The report styles of all interfaces, lowest first."""
        return tuple(sorted({style for each in self.interfaces for style in each.reports}))


def announced(payload: DecodedPayload) -> AnnouncedFunction | None:
    """What a decoded function definition announces, None if it is none; what is broken is left out."""
    definition = payload.value
    if not isinstance(definition, E2SM_NI_RANfunction_Description):
        return None
    name = definition.ran_function_name
    return AnnouncedFunction(
        short_name=None if name is None else name.ran_function_short_name,
        oid=None if name is None else name.ran_function_e2sm_oid,
        instance=None if name is None else name.ran_function_instance,
        interfaces=tuple(
            _interface(item)
            for item in definition.ni_type_list or ()
            if item is not None and item.interface_type is not None
        ),
        complete=payload.conforms,
    )


def _interface(item: E2SM_NI_RANfunction_Item) -> AnnouncedInterface:
    triggers = (
        (style.ric_event_trigger_style_type, style.ric_event_trigger_format_type)
        for style in item.ric_event_trigger_style_list or ()
        if style is not None
    )
    reports = (
        (
            style.ric_report_style_type,
            (
                style.ric_report_action_format_type,
                style.ric_indication_header_format_type,
                style.ric_indication_message_format_type,
            ),
        )
        for style in item.ric_report_style_list or ()
        if style is not None
    )
    return AnnouncedInterface(
        item.interface_type,
        {style: form for style, form in triggers if _whole(style, form)},
        {style: forms for style, forms in reports if _whole(style, *forms)},
    )


def _whole(*numbers: Any) -> bool:
    return None not in numbers
