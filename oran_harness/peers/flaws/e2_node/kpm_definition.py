"""E2 nodes that declare their KPM function wrongly (KPM 8.2.2.1)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import is_kpm, rewritten
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.protocols.e2ap.messages import E2setupRequest, RICserviceUpdate
from oran_harness.service_models.kpm.elements import MeasurementInfo_Action_Item, RIC_FundamentalLevelReportStyle_Item
from oran_harness.service_models.payload import PayloadKind

NODE = Role.E2_NODE
_KIND = PayloadKind.FUNCTION_DEFINITION
_NODE_STYLE = 1
_OTHER_STYLE = 9
_FORMATS = ("ric_action_format_type", "ric_indication_header_format_type", "ric_indication_message_format_type")


def _definitions(change: Callable[[bytes], bytes | None]) -> Callable[[Any], Any]:
    """Change the KPM definitions that a setup offers, in octets."""

    def of_function(octets: bytes) -> bytes | None:
        return change(octets) if is_kpm(_KIND, octets) else octets

    return lambda message: within(message, ("ran_function_definition",), of_function)


def _counted_from_zero(octets: bytes) -> bytes | None:
    def of_styles(value: Any) -> Any:
        items = value.ric_report_style_list or ()
        less = (replace(item, **{name: getattr(item, name) - 1 for name in _FORMATS}) for item in items)
        return replace(value, ric_report_style_list=tuple(less) or None)

    return rewritten(_KIND, octets, of_styles)


def _offers(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Change the KPM definitions that a message offers."""
    return _definitions(lambda octets: rewritten(_KIND, octets, change))


def _with_a_job_style(value: Any) -> Any:
    """One more style for jobs, which is no report style of the node's."""
    integrated = value.ric_integrated_report_style_list or ()
    more = (RIC_FundamentalLevelReportStyle_Item(_OTHER_STYLE, "true"),)
    items = tuple(
        replace(
            item, ric_fundamental_level_report_style_list=(item.ric_fundamental_level_report_style_list or ()) + more
        )
        for item in integrated
    )
    return replace(value, ric_integrated_report_style_list=items or None)


def _what_changed_alone(value: Any) -> Any:
    """The last report style alone."""
    return replace(value, ric_report_style_list=(value.ric_report_style_list or ())[-1:] or None)


def _own_name(value: Any) -> Any:
    return replace(value, ran_function_name=replace(value.ran_function_name, ran_function_short_name="KPM"))


def _power_of_ues(value: Any) -> Any:
    """Power measured of UEs, too."""
    power = MeasurementInfo_Action_Item("PEE.AvgPower")
    styles = tuple(
        item
        if item.ric_report_style_type == _NODE_STYLE
        else replace(item, meas_info_action_list=(*item.meas_info_action_list, power))
        for item in value.ric_report_style_list or ()
    )
    return replace(value, ric_report_style_list=styles or None)


FLAWS = (
    Flaw(
        "node-kpm-definition-padded",
        "Pads the RAN Function Definition of KPM with zeros",
        NODE,
        "F6",
        lambda actor: Rewriting(actor, E2setupRequest, _definitions(lambda octets: octets + bytes(4))),
        ("E2SM-KPM-201", "E2SM-PAYLOAD"),
    ),
    Flaw(
        "node-kpm-formats-from-zero",
        "Counts the formats of its KPM report styles from 0",
        NODE,
        "F10",
        lambda actor: Rewriting(actor, E2setupRequest, _definitions(_counted_from_zero)),
        ("E2SM-KPM-202", "KPM-DEFINITION-FORMATS"),
    ),
    Flaw(
        "node-kpm-jobs-of-other-styles",
        "Declares jobs of a report style that its KPM function does not have",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2setupRequest, _offers(_with_a_job_style)),
        ("E2SM-KPM-203",),
    ),
    Flaw(
        "node-kpm-update-in-part",
        "Lists in a Service Update but one of the report styles of its KPM function, and serves all",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICserviceUpdate, _offers(_what_changed_alone)),
        ("E2SM-KPM-204",),
    ),
    Flaw(
        "node-kpm-own-short-name",
        "Gives its KPM function a short name of its own",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2setupRequest, _offers(_own_name)),
        ("E2SM-KPM-205",),
    ),
    Flaw(
        "node-kpm-power-of-ues",
        "Offers to measure the power of single UEs",
        NODE,
        "F10",
        lambda actor: Rewriting(actor, E2setupRequest, _offers(_power_of_ues)),
        ("E2SM-KPM-206",),
    ),
)
"""One flaw each."""
