"""What the RIC asks of a KPM function: event triggers and action definitions of report styles 1 to 5."""

from collections.abc import Sequence

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.kpm.build import CATALOGUE, action_definition, condition, event_trigger
from oran_harness.service_models.kpm.definition import AnnouncedStyle, announced

ARGUMENTS = ("period_ms", "granularity_ms", "measurements", "ues", "cell")
_UES = {2: (1,), 5: (1, 2)}
_MEASUREMENTS = 2
# Below what any UE can have, whether the value is taken as dBm or as the index that a UE reports.
_ANY_UE = condition("rSRP", "greaterthan", -200)


def subscription(arguments: Arguments, function: NodeFunction, node: FarNode) -> tuple[bytes, bytes]:
    """Event trigger and action definition of the report ``style``; without one 1, or the first that the node offers.

    ``period_ms`` is the reporting period, ``granularity_ms`` the granularity period (the same without it);
    ``measurements`` are names (two that the node offers), ``ues`` numbers of UEs for styles 2 and 5; ``cell`` False
    leaves the cell out. Raises ``Unfit`` if the node does not offer the style, a ``HarnessError`` for what KPM lacks.
    """
    offer = announced(function.definition)
    style = _style(arguments, () if offer is None else offer.styles)
    if style is None:
        which = f"report style {arguments.given['style']}" if "style" in arguments else "report style from 1 to 5"
        raise Unfit(f"the node's KPM function {function.offered.id} offers no {which}")
    number = style.style
    period = arguments.integer("period_ms", 1000, 1)
    measurements = arguments.words("measurements") or _usual(style)
    if not measurements:
        raise Unfit(f"the node's KPM report style {number} offers no measurement")
    definition = action_definition(
        number,
        edition=function.edition,
        measurements=measurements,
        granularity_ms=arguments.integer("granularity_ms", period, 1),
        cell=node.cell() if arguments.flag("cell", _of_cell(measurements)) else None,
        ues=_ues(arguments, number, node),
        conditions=(_ANY_UE,) if number in (3, 4) else (),
    )
    return event_trigger(period, function.edition), definition


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
