"""Subscriptions to KPM of a near-RT RIC under test: what it asks for, and the reports that answer it (KPM 7.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.conformance.e2ap.ric_scenery import open_another
from oran_harness.conformance.e2ap.ric_subscriber import admit, asked_to_subscribe
from oran_harness.conformance.payloads import check_payload
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.kpm.build import (
    indication_header,
    indication_message,
    matched_indication_message,
    ue_indication_message,
)
from oran_harness.service_models.kpm.definition import AnnouncedFunction
from oran_harness.service_models.kpm.elements import MeasurementInfoItem
from oran_harness.service_models.kpm.labels import faults, labels_of
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements, values_per_record
from oran_harness.service_models.kpm.styles import action_format
from oran_harness.service_models.kpm.ues import subscribed_ues
from oran_harness.steps import CaseOutcome, Peer, check, inconclusive

START = 1_767_225_600.0
"""2026-01-01 00:00:00 UTC, in seconds since 1970: when the collection of all our reports began."""
ONE = ("DRB.UEThpDl",)
TWO = ("DRB.UEThpDl", "DRB.UEThpUl")
"""Measurements that our node offers in every report style."""
BREATH_S = 0.02
"""Seconds in which it shows that a RIC has not taken something."""
_MATCHED = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A subscription to KPM. ``action`` is the one of the report style that was wanted, ``definition`` its content.

    ``edition`` is the KPM edition of the node's reports, ``association`` the one that the request came on.
    """

    request: RICsubscriptionRequest
    action: RICaction_ToBeSetup_Item
    definition: Any
    announced: AnnouncedFunction
    edition: str
    association: str | None

    @property
    def style(self) -> int:
        """The report style."""
        return style_of(self.definition) or 0

    @property
    def measurements(self) -> tuple[Any, ...]:
        """The items that name measurements, each with ``meas_type``."""
        listed = subscribed_measurements(self.definition)
        return tuple(listed or getattr(content_of(self.definition), "meas_cond_list", None) or ())

    @property
    def width(self) -> int:
        """How many values a record has; where labels can be read in several ways any number is as good as another."""
        return values_per_record(subscribed_measurements(self.definition)) or len(self.measurements) or 1


async def asked(node: Peer, style: int = 1, **arguments: Any) -> Asked:
    """Have the RIC subscribe to a report style of KPM; its request waits for an answer."""
    request = await asked_to_subscribe(node, style=style, **arguments)
    return understood(node, request, style)


async def standing(node: Peer, style: int = 1, **arguments: Any) -> Asked:
    """Have the RIC subscribe to a report style of KPM, and admit it; inconclusive where our node cannot."""
    found = await asked(node, style, **arguments)
    await admit(node, found)
    return found


async def watched(node: Peer, style: int = 1) -> tuple[Asked, str]:
    """A subscription that stands, and the association of another node that stands by."""
    found = await standing(node, style)
    return found, await open_another(node)


def understood(node: Peer, request: RICsubscriptionRequest, style: int | None) -> Asked:
    """A subscription that can be read as one to KPM, of that report style; of any style for None."""
    function, details = node.function("KPM"), request.ric_subscription_details
    if details is None:
        raise inconclusive("the near-RT RIC's subscription request cannot be read")
    if request.ran_function_id != function.id:
        raise inconclusive(f"asked to subscribe to KPM the near-RT RIC asks RAN function {request.ran_function_id}")
    _check_readable(PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition)
    read = [(each, _check_readable(PayloadKind.ACTION_DEFINITION, each.ric_action_definition)) for each in _of(details)]
    named = [style_of(value) for _, value in read]
    found = next((each for each in read if style is None or style_of(each[1]) == style), None)
    if found is None or not isinstance(function.announced, AnnouncedFunction):
        raise inconclusive(f"asked for KPM report style {style} the near-RT RIC subscribes to style {named}")
    association = node.last.association if node.last is not None else node.here
    return Asked(request, *found, function.announced, function.edition, association)


def _of(details: Any) -> tuple[RICaction_ToBeSetup_Item, ...]:
    return tuple(each for each in details.ric_action_to_be_setup_list or () if each is not None)


def _check_readable(kind: PayloadKind, octets: bytes | None) -> Any:
    return check_payload(
        KPM,
        kind,
        octets,
        f"What the near-RT RIC sends to a KPM function as its {kind.value.replace('-', ' ')} is one of E2SM-KPM",
    )


def check_content(found: Asked, *, listed: bool = False) -> None:
    """The action has the format of its style, legal labels, and measurements that the node offers (KPM 7.4).

    An unknown measurement ID is a fault in any case. To ask for a name that the node does not list is forbidden
    nowhere: without ``listed`` the case is inconclusive then.
    """
    wanted = action_format(found.style)
    check(
        wanted is not None and format_of(found.definition) == wanted,
        f"An action of KPM report style {found.style} has the action definition format of that style",
        expected=f"format {wanted}",
        actual=f"format {format_of(found.definition)}",
    )
    check(
        found.action.ric_action_type == "report",
        "An action of KPM is a REPORT: the model has no other service",
        expected="report",
        actual=str(found.action.ric_action_type),
    )
    for item in found.measurements:
        if isinstance(item, MeasurementInfoItem):
            _check_labels(item)
    for item in found.measurements:
        _check_offered(found, item.meas_type, listed)


def _check_offered(found: Asked, measurement: tuple[str, Any], listed: bool) -> None:
    """Names with and without _Filter are taken for one, as many drop it; another style may list the measurement."""
    kind, value = measurement
    names = {name for style in found.announced.styles for name in style.names}
    ids = {number for style in found.announced.styles for number in style.ids}
    plain = {name.removesuffix("_Filter") for name in names}
    offered = str(value).removesuffix("_Filter") in plain if kind == "measName" else value in ids
    if not offered and kind == "measName" and not listed:
        raise inconclusive(f"the near-RT RIC asks for measurement {value}, which the node does not offer")
    check(
        offered,
        "The near-RT RIC subscribes to measurements that the node's RAN Function Definition lists, by name or ID",
        expected=f"one of {', '.join(sorted(names))}" if kind == "measName" else f"one of the IDs {sorted(ids)}",
        actual=f"{kind} {value}",
    )


def _check_labels(item: MeasurementInfoItem) -> None:
    kind, name = item.meas_type
    found = faults(labels_of(item.label_info_list), str(name) if kind == "measName" else None)
    wrong = [each for each in found if each.fault.level == "must"]
    check(
        not wrong,
        "The labels of a measurement stand together as E2SM-KPM lets them",
        expected="noLabel alone, or subcounters without it, bins from X on",
        actual="; ".join(f"label {each.index + 1}: {each.fault.value} {', '.join(each.members)}" for each in wrong),
    )


def report(found: Asked, message: bytes, *, header: bytes | None = None, number: int | None = None) -> RICindication:
    """A REPORT indication for a subscription; ``header`` is a plain one of the node's edition without it."""
    return RICindication(
        found.request.ric_request_id,
        found.request.ran_function_id,
        found.action.ric_action_id,
        number,
        "report",
        indication_header(START, found.edition) if header is None else header,
        message,
    )


def plain_report(found: Asked, *values: Any, echoed: bool = False, kind: str = "gnb") -> RICindication:
    """A report as the subscription wants it: a record for each value, which all its measurements have; 1 without any.

    ``echoed`` repeats measurements and granularity period; ``kind`` is that of the node, by which UEs are named.
    """
    return report(found, message_of(found, values or (1,), echoed=echoed, kind=kind))


def message_of(found: Asked, values: Sequence[Any], *, echoed: bool = False, kind: str = "gnb") -> bytes:
    """The message of ``plain_report``, in the format of the style; inconclusive where a node could not serve it."""
    _check_servable(found, named=echoed or found.style == 3)
    if found.style == 3:
        ues = tuple(ue_id(kind, number) for number in range(1, _MATCHED + 1))
        matched = [(item.meas_type[1], item.matching_cond, ues) for item in found.measurements]
        records = [[value] * (_MATCHED * len(matched)) for value in values]
        return matched_indication_message(matched, records, found.edition)
    records = [[value] * found.width for value in values]
    items = tuple(subscribed_measurements(found.definition) or ()) if echoed else None
    period = 1000 if echoed else None
    if found.style in (1, 2):
        return indication_message(records, found.edition, measurements=items, granularity_ms=period)
    reports = [(ue, records) for ue in _reported(found, kind)]
    return ue_indication_message(reports, found.edition, measurements=items, granularity_ms=period)


def _check_servable(found: Asked, *, named: bool) -> None:
    """No node reports what it does not offer: with a report that names such a thing the fault would be ours.

    ``named`` tells whether the report names measurements and labels.
    """
    try:
        if named or format_of(found.definition) != action_format(found.style):
            check_content(found, listed=True)
    except CaseOutcome as outcome:
        what = f"expected {outcome.expected}; got {outcome.actual}"
        raise inconclusive(f"the near-RT RIC's subscription cannot be served: {what}") from None


def _reported(found: Asked, kind: str) -> tuple[UEID, ...]:
    """The UEs that a report is about: those that were named, or some that meet any condition."""
    return subscribed_ues(found.definition) or tuple(ue_id(kind, number) for number in range(1, _MATCHED + 1))
