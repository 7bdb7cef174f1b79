"""Near-RT RICs that misbehave about subscriptions to E2SM-NI and their reports (NI 7.4.2)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.elements import RICsubscriptionDetails
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionFailure, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.service_models.ni.elements import E2SM_NI_ActionDefinition, E2SM_NI_ActionDefinition_Format2
from oran_harness.service_models.ni.model import NI
from oran_harness.steps.offers import NI_FUNCTION

RIC = Role.NEAR_RT_RIC
_EDITION = NI.editions[-1]
_PERIOD_MS = 1000
_BUFFER = 10_000


def _with_details(change: Callable[[RICsubscriptionDetails], RICsubscriptionDetails]) -> Callable[[Any], Any]:
    """A subscription to NI with what ``change`` makes of its details; any other stays as it is."""

    def rewrite(request: RICsubscriptionRequest) -> RICsubscriptionRequest:
        details = request.ric_subscription_details
        if request.ran_function_id != NI_FUNCTION or details is None:
            return request
        return replace(request, ric_subscription_details=change(details))

    return rewrite


def _of_x2(details: RICsubscriptionDetails) -> RICsubscriptionDetails:
    trigger = details.ric_event_trigger_definition
    content = content_of(NI.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger).value)
    other = ("eventDefinition-Format1", replace(content, interface_type="x2"))
    octets = NI.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, other, _EDITION)
    return replace(details, ric_event_trigger_definition=octets)


def _of_kpm(details: RICsubscriptionDetails) -> RICsubscriptionDetails:
    return replace(details, ric_event_trigger_definition=event_trigger(_PERIOD_MS, "3.00"))


def _in_format_2(details: RICsubscriptionDetails) -> RICsubscriptionDetails:
    """What POLICY style 1 is asked for in."""
    value = E2SM_NI_ActionDefinition(1, ("actionDefinition-Format2", E2SM_NI_ActionDefinition_Format2()))
    octets = NI.encode(PayloadKind.ACTION_DEFINITION, value, _EDITION)
    actions = tuple(replace(each, ric_action_definition=octets) for each in details.ric_action_to_be_setup_list)
    return replace(details, ric_action_to_be_setup_list=actions)


def _is_of_ni(message: Any) -> bool:
    return bool(message.ran_function_id == NI_FUNCTION)


def _is_stamped(report: RICindication) -> bool:
    header = NI.decode(PayloadKind.INDICATION_HEADER, report.ric_indication_header or b"").value
    return _is_of_ni(report) and getattr(content_of(header), "timestamp", None) is not None


def _is_broken(report: RICindication) -> bool:
    parts = (
        (PayloadKind.INDICATION_HEADER, report.ric_indication_header),
        (PayloadKind.INDICATION_MESSAGE, report.ric_indication_message),
    )
    return _is_of_ni(report) and any(not NI.decode(kind, octets or b"").conforms for kind, octets in parts)


def _is_long(report: RICindication) -> bool:
    return _is_of_ni(report) and len(report.ric_indication_message or b"") > _BUFFER


FLAWS = (
    Flaw(
        "ric-ni-trigger-of-another-interface",
        "Subscribes to messages of X2 at an NI function that exposes another interface",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionRequest, _with_details(_of_x2)),
        ("E2SM-NI-101",),
    ),
    Flaw(
        "ric-ni-trigger-of-kpm",
        "Subscribes to an NI function with an event trigger of KPM",
        RIC,
        "F4",
        lambda actor: Rewriting(actor, RICsubscriptionRequest, _with_details(_of_kpm)),
        ("E2SM-NI-101",),
    ),
    Flaw(
        "ric-ni-action-in-format-2",
        "Subscribes to NI report style 1 in action definition format 2",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionRequest, _with_details(_in_format_2)),
        ("E2SM-NI-101",),
    ),
    Flaw(
        "ric-dies-on-ni-refusal",
        "Crashes when its subscription to an NI function is refused",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICsubscriptionFailure, where=_is_of_ni)),
        ("E2SM-NI-102",),
    ),
    Flaw(
        "ric-dies-on-ni-time-stamp",
        "Crashes on an NI report whose header has a time stamp",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICindication, where=_is_stamped)),
        ("E2SM-NI-103",),
    ),
    Flaw(
        "ric-dies-on-broken-ni-report",
        "Crashes on an NI report that it cannot read",
        RIC,
        "F29",
        lambda actor: Dying(actor, of(RICindication, where=_is_broken)),
        ("E2SM-NI-104",),
    ),
    Flaw(
        "ric-ni-buffer-overrun",
        "Crashes on a copy of an interface message of more than 10,000 octets",
        RIC,
        "F26",
        lambda actor: Dying(actor, of(RICindication, where=_is_long)),
        ("E2SM-NI-105",),
    ),
)
"""One flaw each."""
