"""KPM RAN function definitions (KPM 8.2.2.1)."""

from collections.abc import Mapping, Sequence

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.kpm.build.catalogue import CATALOGUE, Measurement, names
from oran_harness.service_models.kpm.elements import (
    BinRangeDefinition,
    BinRangeItem,
    E2SM_KPM_RANfunction_Description,
    MeasurementInfo_Action_Item,
    RIC_EventTriggerStyle_Item,
    RIC_FundamentalLevelReportStyle_Item,
    RIC_IntegratedReportStyle_Item,
    RIC_ReportStyle_Item,
)
from oran_harness.service_models.kpm.jobs import JOBS_STYLE
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES, TRIGGER_FORMATS
from oran_harness.service_models.payload import PayloadKind

STYLES = (1, 2, 3, 4, 5)
DESCRIPTION = "KPM Monitor"
"""What KPM 7.2 gives as the function's description."""
_TRIGGER_NAME = "Periodic Report"
_OF_ONE_UE, _OF_UES = 2, 5


def function_definition(
    edition: str,
    *,
    kind: NodeType | str = NodeType.GNB,
    styles: Sequence[int] = STYLES,
    measurements: Sequence[str] | Mapping[int, Sequence[str]] | None = None,
    instance: int | None = None,
) -> bytes:
    """The definition of a KPM function with event trigger style 1 and these report styles.

    Each style lists the measurements that a node of that ``kind`` offers in it, or ``measurements``: the same for all,
    or by style. A style for which nothing is left is not declared, as its list cannot be empty. Measurements of the
    catalogue have IDs. Style 255 (5.00 on), if it is among ``styles``, names the others for its jobs and has no list.
    """
    offered = ((style, _listed(kind, style, measurements)) for style in styles if style != JOBS_STYLE)
    items = tuple(_style(style, listed) for style, listed in offered if listed)
    value = E2SM_KPM_RANfunction_Description(
        RANfunction_Name(KPM.short_name, KPM.oid, DESCRIPTION, instance),
        tuple(RIC_EventTriggerStyle_Item(style, _TRIGGER_NAME, form) for style, form in TRIGGER_FORMATS.items()),
        items or None,
        (_integrated_style(items),) if items and JOBS_STYLE in styles else None,
    )
    return KPM.encode(PayloadKind.FUNCTION_DEFINITION, value, edition)


def _listed(
    kind: NodeType | str, style: int, measurements: Sequence[str] | Mapping[int, Sequence[str]] | None
) -> tuple[str, ...]:
    if measurements is None:
        return names(kind, style)
    return tuple(measurements.get(style, ()) if isinstance(measurements, Mapping) else measurements)


def _style(number: int, listed: tuple[str, ...]) -> RIC_ReportStyle_Item:
    row = REPORT_STYLES[number]
    return RIC_ReportStyle_Item(
        number,
        row.name,
        row.action_format,
        tuple(_measurement(name) for name in listed),
        row.header_format,
        row.message_format,
    )


def _integrated_style(items: tuple[RIC_ReportStyle_Item, ...]) -> RIC_IntegratedReportStyle_Item:
    """Style 255 with jobs of all these styles, in both reporting approaches, with every override that fits."""
    row = REPORT_STYLES[JOBS_STYLE]
    jobs = tuple(
        RIC_FundamentalLevelReportStyle_Item(
            number, "true", "true", "true" if number == _OF_ONE_UE else None, "true" if number == _OF_UES else None
        )
        for number in (item.ric_report_style_type for item in items)
    )
    return RIC_IntegratedReportStyle_Item(
        row.number,
        row.name,
        row.action_format,
        row.header_format,
        row.message_format,
        jobs,
        ric_single_reporting_approach_support="true",
        ric_multiple_reporting_approach_support="true",
        ric_common_action_definition_support="true",
    )


def _measurement(name: str) -> MeasurementInfo_Action_Item:
    known = CATALOGUE.get(name)
    if known is None:
        return MeasurementInfo_Action_Item(name)
    return MeasurementInfo_Action_Item(name, known.id, _bins(known))


def _bins(measurement: Measurement) -> BinRangeDefinition | None:
    """The bins of a distribution: X in steps of 20 % of its range, other dimensions one value a bin."""
    bins = measurement.bins
    if bins is None:
        return None
    width = 20 if bins.y == 0 else 1
    y, z = (_ranges(count, 1) if count else None for count in (bins.y, bins.z))
    return BinRangeDefinition(_ranges(bins.x, width), y, z)


def _ranges(count: int, width: int) -> tuple[BinRangeItem, ...]:
    limits = ((index, ("valueInt", index * width), ("valueInt", (index + 1) * width)) for index in range(count))
    return tuple(BinRangeItem(index + 1, start, end) for index, start, end in limits)  # type: ignore[arg-type]
