"""What a KPM function definition announces (KPM 8.2.2.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_RANfunction_Description,
    MeasurementInfo_Action_Item,
    MeasurementType,
    RIC_FundamentalLevelReportStyle_Item,
    RIC_IntegratedReportStyle_Item,
    RIC_ReportStyle_Item,
)
from oran_harness.service_models.payload import DecodedPayload

_FILTER = "_Filter"
StyleItem = RIC_ReportStyle_Item | RIC_IntegratedReportStyle_Item


@dataclass(frozen=True, slots=True)
class AnnouncedStyle:
    """A report style that a node offers, with the formats that it declares for it.

    ``names`` are the measurements' names, ``ids`` the names by the IDs that have been given. Both are empty for
    style 255, which names other styles in ``jobs`` instead, and says in ``approaches`` how their reports may come.
    """

    style: int
    name: str
    action_format: int
    header_format: int
    message_format: int
    names: frozenset[str] = frozenset()
    ids: Mapping[int, str] = field(default_factory=dict)
    jobs: frozenset[int] = frozenset()
    approaches: frozenset[str] = frozenset()

    def offers(self, measurement: MeasurementType) -> bool:
        """Whether the style offers a measurement, by its name or its ID (KPM 7.4.2.2)."""
        kind, value = measurement
        return value in self.names if kind == "measName" else value in self.ids


@dataclass(frozen=True, slots=True)
class AnnouncedFunction:
    """What one function of a node offers.

    ``trigger_formats`` maps event trigger styles to formats; both it and ``styles`` may be empty, for the lists are
    optional. ``complete`` tells that the whole definition could be read: only then is what is not here something that
    the node does not offer. ``names`` are those of the measurements of all styles, without _Filter at the end.
    """

    short_name: str | None
    oid: str | None
    instance: int | None
    trigger_formats: Mapping[int, int]
    styles: tuple[AnnouncedStyle, ...]
    complete: bool = True
    names: frozenset[str] = frozenset()

    def style(self, number: int) -> AnnouncedStyle | None:
        """The report style of that number, None if it is not offered."""
        return next((style for style in self.styles if style.style == number), None)

    def lists(self, measurement: tuple[str, Any]) -> bool:
        """Whether any style lists a measurement; names with and without _Filter are taken for one: nodes drop it."""
        kind, value = measurement
        if kind != "measName":
            return any(value in style.ids for style in self.styles)
        return str(value).removesuffix(_FILTER) in self.names


def announced(payload: DecodedPayload) -> AnnouncedFunction | None:
    """What a decoded function definition announces, None if it is none; styles that are broken are left out."""
    definition = payload.value
    if not isinstance(definition, E2SM_KPM_RANfunction_Description):
        return None
    name = definition.ran_function_name
    triggers = definition.ric_event_trigger_style_list or ()
    items: list[StyleItem] = [*(definition.ric_report_style_list or ())]
    items += definition.ric_integrated_report_style_list or ()
    formats = {
        item.ric_event_trigger_style_type: item.ric_event_trigger_format_type
        for item in triggers
        if item is not None and None not in (item.ric_event_trigger_style_type, item.ric_event_trigger_format_type)
    }
    styles = [style for item in items if (style := _style(item)) is not None]
    return AnnouncedFunction(
        short_name=None if name is None else name.ran_function_short_name,
        oid=None if name is None else name.ran_function_e2sm_oid,
        instance=None if name is None else name.ran_function_instance,
        trigger_formats=formats,
        styles=tuple(styles),
        complete=payload.conforms,
        names=frozenset(name.removesuffix(_FILTER) for style in styles for name in style.names),
    )


def _style(item: StyleItem | None) -> AnnouncedStyle | None:
    """One report style, None if a number of it could not be read."""
    if item is None or None in (
        item.ric_report_style_type,
        item.ric_action_format_type,
        item.ric_indication_header_format_type,
        item.ric_indication_message_format_type,
    ):
        return None
    measurements: tuple[MeasurementInfo_Action_Item, ...] = ()
    jobs: tuple[RIC_FundamentalLevelReportStyle_Item, ...] = ()
    approaches: list[str] = []
    if isinstance(item, RIC_ReportStyle_Item):
        measurements = item.meas_info_action_list or ()
    else:
        jobs = item.ric_fundamental_level_report_style_list or ()
        approaches += ["single"] if item.ric_single_reporting_approach_support else []
        approaches += ["multiple"] if item.ric_multiple_reporting_approach_support else []
    read = [one for one in measurements if one is not None and one.meas_name is not None]
    return AnnouncedStyle(
        style=item.ric_report_style_type,
        name=item.ric_report_style_name or "",
        action_format=item.ric_action_format_type,
        header_format=item.ric_indication_header_format_type,
        message_format=item.ric_indication_message_format_type,
        names=frozenset(one.meas_name for one in read),
        ids={one.meas_id: one.meas_name for one in read if one.meas_id is not None},
        jobs=frozenset(job.ric_report_style_type for job in jobs if job is not None),
        approaches=frozenset(approaches),
    )
