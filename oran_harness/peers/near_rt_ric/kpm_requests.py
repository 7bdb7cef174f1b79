"""What the RIC asks of a KPM function: event triggers and action definitions of report styles 1 to 5 and 255."""

from collections.abc import Sequence
from typing import Any

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.kpm.build import (
    CATALOGUE,
    action_definition,
    condition,
    event_trigger,
    job,
    multiple_action_definition,
    no_label,
    reporting_conditions,
)
from oran_harness.service_models.kpm.build.labels import label_list
from oran_harness.service_models.kpm.definition import AnnouncedStyle, announced
from oran_harness.service_models.kpm.elements import MeasurementInfoItem
from oran_harness.service_models.kpm.jobs import JOBS_STYLE

ARGUMENTS = ("period_ms", "granularity_ms", "measurements", "ues", "cell", "approach", "report_above")
APPROACHES = ("single", "multiple")
_UES = {2: (1,), 5: (1, 2)}
_MATCHING, _COMMON = 3, 4
_MEASUREMENTS = 2
# Below what any UE can have, whether the value is taken as dBm or as the index that a UE reports.
_ANY_UE = condition("rSRP", "greaterthan", -200)


def subscription(arguments: Arguments, function: NodeFunction, node: FarNode) -> tuple[bytes, bytes]:
    """Event trigger and action definition of the report ``style``; without one 1, or the first that the node offers.

    ``period_ms`` is the reporting period, ``granularity_ms`` the granularity period (the same without it);
    ``measurements`` are names (two that the node offers), ``ues`` numbers of UEs for styles 2 and 5; ``cell`` False
    leaves the cell out. ``report_above`` (from KPM 4.00 on) has only values above it reported. Style 255 has a job of
    style 1, or the first that jobs can be of, for each measurement; ``approach`` is ``"single"`` or ``"multiple"``.
    Raises ``Unfit`` if the node does not offer the style, a ``HarnessError`` for what KPM lacks.
    """
    offer = announced(function.definition)
    styles = () if offer is None else offer.styles
    style = _style(arguments, styles)
    if style is None:
        which = f"report style {arguments.given['style']}" if "style" in arguments else "report style from 1 to 5"
        raise Unfit(f"the node's KPM function {function.offered.id} offers no {which}")
    trigger = event_trigger(arguments.integer("period_ms", 1000, 1), function.edition)
    if style.style != JOBS_STYLE:
        return trigger, _definition(arguments, function, node, style, _measurements(arguments, style))
    return trigger, _of_jobs(arguments, function, node, style, styles)


def _of_jobs(
    arguments: Arguments,
    function: NodeFunction,
    node: FarNode,
    integrated: AnnouncedStyle,
    styles: Sequence[AnnouncedStyle],
) -> bytes:
    """An action of style 255 in the reporting approach that is asked for, else one that the node declares."""
    able = [each for each in styles if each.names and (not integrated.jobs or each.style in integrated.jobs)]
    if not able:
        raise Unfit(f"the node's KPM function {function.offered.id} offers no report style for jobs")
    style = min(able, key=lambda each: each.style)
    jobs = tuple(
        job(number, _definition(arguments, function, node, style, (name,)))
        for number, name in enumerate(_measurements(arguments, style), start=1)
    )
    declared = [each for each in APPROACHES if each in integrated.approaches] or list(APPROACHES)
    approach: Any = arguments.word("approach", declared[0], APPROACHES)
    return multiple_action_definition(jobs, function.edition, approach=approach)


def _definition(
    arguments: Arguments, function: NodeFunction, node: FarNode, style: AnnouncedStyle, measurements: Sequence[str]
) -> bytes:
    """An action of a fundamental level style, or a job of it."""
    number = style.style
    return action_definition(
        number,
        edition=function.edition,
        measurements=_conditional(arguments, measurements) if number != _MATCHING else measurements,
        granularity_ms=arguments.integer("granularity_ms", arguments.integer("period_ms", 1000, 1), 1),
        cell=node.cell() if arguments.flag("cell", _of_cell(measurements)) else None,
        ues=_ues(arguments, number, node),
        conditions=(_ANY_UE,) if number in (_MATCHING, _COMMON) else (),
    )


def _measurements(arguments: Arguments, style: AnnouncedStyle) -> tuple[str, ...]:
    found = arguments.words("measurements") or _usual(style)
    if not found:
        raise Unfit(f"the node's KPM report style {style.style} offers no measurement")
    return found


def _conditional(arguments: Arguments, measurements: Sequence[str]) -> Sequence[str | MeasurementInfoItem]:
    """The measurements with the condition on which their values are reported, if there is one."""
    if "report_above" not in arguments:
        return measurements
    conditions = reporting_conditions(("greaterthan", arguments.integer("report_above", 0)))
    labels = label_list((no_label(),))
    return [MeasurementInfoItem(("measName", name), labels, conditions) for name in measurements]


def _style(arguments: Arguments, offered: Sequence[AnnouncedStyle]) -> AnnouncedStyle | None:
    """The style that is asked for; else the lowest that the node offers, but not one of jobs."""
    if "style" in arguments:
        number = arguments.integer("style", 1, 1, 255)
        return next((each for each in offered if each.style == number), None)
    plain = [each for each in offered if each.names]
    return min(plain, key=lambda each: each.style, default=None)


def _usual(style: AnnouncedStyle) -> tuple[str, ...]:
    """Some of the measurements that a style offers: of 3GPP TS 28.552 first."""
    known = [name for name in CATALOGUE if name in style.names]
    return tuple((known or sorted(style.names))[:_MEASUREMENTS])


def _of_cell(measurements: Sequence[str]) -> bool:
    """Whether one of the measurements is of a cell, so that the cell must be named (KPM 7.4.2.2)."""
    return any(name in CATALOGUE and CATALOGUE[name].of_cell for name in measurements)


def _ues(arguments: Arguments, style: int, node: FarNode) -> tuple[UEID, ...]:
    numbers = arguments.integers("ues") or _UES.get(style, ())
    return tuple(map(node.ue, numbers)) if style in _UES else ()
