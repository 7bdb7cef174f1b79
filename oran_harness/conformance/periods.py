"""What a KPM subscription asks for: its periods, the same with longer ones, and whether every node can serve it."""

from dataclasses import replace
from typing import Any

from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.formats import content_of, style_of
from oran_harness.service_models.kpm.build import CATALOGUE
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition_Format255
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

USUAL_MS = 1000
"""The reporting period that nodes support most widely, in milliseconds."""
_NODE_LEVEL = 1
_LONGEST_MS = (1 << 32) - 1
_INNER = ("subscript_info", "subscription_info")


def period_ms(request: RICsubscriptionRequest) -> int | None:
    """The reporting period that a subscription asks for, in milliseconds; None where its trigger is not KPM's."""
    details = request.ric_subscription_details
    octets = b"" if details is None else details.ric_event_trigger_definition
    decoded = KPM.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, octets)
    period = getattr(content_of(decoded.value), "reporting_period", None)
    return period if decoded.conforms and isinstance(period, int) else None


def slower(request: RICsubscriptionRequest, wanted_ms: int = USUAL_MS) -> RICsubscriptionRequest | None:
    """The same subscription with the usual reporting period, for a node that may have refused a shorter one.

    The granularity periods grow with it. None where the period is as long already, or a payload is not KPM's.
    """
    period = period_ms(request)
    details = request.ric_subscription_details
    if details is None or period is None or period >= wanted_ms:
        return None
    actions = []
    for item in details.ric_action_to_be_setup_list:
        definition = _coarser(item.ric_action_definition, wanted_ms / period)
        if definition is None:
            return None
        actions.append(replace(item, ric_action_definition=definition))
    trigger = _trigger(details.ric_event_trigger_definition, wanted_ms)
    longer = replace(details, ric_event_trigger_definition=trigger, ric_action_to_be_setup_list=tuple(actions))
    return replace(request, ric_subscription_details=longer)


def plain(request: RICsubscriptionRequest) -> bool:
    """Whether a KPM subscription asks for nothing but what the function definition of its node declares.

    That is one action of report style 1 for one measurement, undivided, in a period that is not short. Which labels,
    conditions and UEs a node serves no definition says; and an action for a measurement of one cell, or of a class that
    is not known here, has to name the cell (KPM 7.4.2.2), which a RIC may not know.
    """
    details = request.ric_subscription_details
    actions = () if details is None else details.ric_action_to_be_setup_list
    if len(actions) != 1 or (period_ms(request) or 0) < USUAL_MS:
        return False
    decoded = KPM.decode(PayloadKind.ACTION_DEFINITION, actions[0].ric_action_definition or b"")
    if not decoded.conforms or style_of(decoded.value) != _NODE_LEVEL:
        return False
    measured = content_of(decoded.value).meas_info_list
    return len(measured) == 1 and _of_no_cell(measured[0].meas_type) and _undivided(measured[0].label_info_list)


def _of_no_cell(measurement: tuple[str, Any]) -> bool:
    kind, name = measurement
    return kind == "measName" and name in CATALOGUE and not CATALOGUE[name].of_cell


def _undivided(labels: Any) -> bool:
    return len(labels) == 1 and labels[0].meas_label.no_label is not None


def _trigger(octets: bytes, period: int) -> bytes:
    kind = PayloadKind.EVENT_TRIGGER_DEFINITION
    decoded = KPM.decode(kind, octets)
    name, content = decoded.value.event_definition_formats
    value = replace(decoded.value, event_definition_formats=(name, replace(content, reporting_period=period)))
    return KPM.encode(kind, value, decoded.edition or KPM.editions[-1])


def _coarser(octets: bytes | None, factor: float) -> bytes | None:
    """An action definition with its granularity period so many times as long; None for one that is not KPM's."""
    decoded = KPM.decode(PayloadKind.ACTION_DEFINITION, octets or b"")
    if not decoded.conforms or decoded.edition is None:
        return None
    value = _coarser_definition(decoded.value, factor)
    return KPM.encode(PayloadKind.ACTION_DEFINITION, value, decoded.edition)


def _coarser_definition(value: Any, factor: float) -> Any:
    name, content = value.action_definition_formats
    return replace(value, action_definition_formats=(name, _with_granularity(content, factor)))


def _with_granularity(content: Any, factor: float) -> Any:
    if isinstance(content, E2SM_KPM_ActionDefinition_Format255):
        return _with_coarser_jobs(content, factor)
    for field in _INNER:
        if hasattr(content, field):
            inner: dict[str, Any] = {field: _with_granularity(getattr(content, field), factor)}
            return replace(content, **inner)
    if not hasattr(content, "granul_period"):
        return content
    return replace(content, granul_period=min(_LONGEST_MS, round(content.granul_period * factor)))


def _with_coarser_jobs(content: E2SM_KPM_ActionDefinition_Format255, factor: float) -> Any:
    """The jobs of style 255, each with its own definition coarser, and the common one."""
    items = tuple(
        each
        if each.job_action_definition is None
        else replace(each, job_action_definition=_coarser_definition(each.job_action_definition, factor))
        for each in content.multi_report_action_definition_list
    )
    common = content.common_action_definition
    shared = None if common is None else _coarser_definition(common, factor)
    return replace(content, multi_report_action_definition_list=items, common_action_definition=shared)
