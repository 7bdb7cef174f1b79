"""Near-RT RICs that ask for the wrong thing of an RC function: in subscriptions, controls, queries (RC 7.3 to 7.8)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Stimulus
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.on_stimulus import Insisting
from oran_harness.peers.flaws.rc_payload import rewritten
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICqueryRequest, RICsubscriptionRequest
from oran_harness.service_models.common.build import ue_id, ue_number
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.elements import RANParameter_ValueType_Choice_ElementFalse
from oran_harness.steps.offers import RC_FUNCTION, model_edition

RIC = Role.NEAR_RT_RIC
_QUOTA = (2, 6)
_NAMES = ("style", "action")
_OWN_COUNT = 77
_FAR_OFF = 1000
_FIRST_EDITION = "1.03"
Change = Callable[[Any], Any]


def _control(stimulus: Stimulus, edition: str) -> RICcontrolRequest:
    """The control that it is asked for, whether the node declares it, or the text allows it, or not."""
    style, action = (stimulus.arguments.get(name, usual) for name, usual in zip(_NAMES, _QUOTA, strict=True))
    content = rc.control(style, action, ue_id("gnb", 1), ((1, rc.element(1)),), model_edition("rc", edition))
    return RICcontrolRequest(RICrequestID(1, 1), RC_FUNCTION, None, *content, "ack")


def _with_trigger(actor: Actor) -> Actor:
    """A RIC that sends the event trigger of message events with every report and INSERT of RC."""

    def changed(request: RICsubscriptionRequest) -> RICsubscriptionRequest:
        details = request.ric_subscription_details
        if details is None or request.ran_function_id != RC_FUNCTION:
            return request
        trigger = rc.event_trigger(1, model_edition("rc", spoiled.edition))
        return replace(request, ric_subscription_details=replace(details, ric_event_trigger_definition=trigger))

    spoiled = Rewriting(actor, RICsubscriptionRequest, changed)
    return spoiled


def _with_actions(change: Change) -> Callable[[Actor], Actor]:
    """A RIC with its RC action definitions changed."""

    def changed(request: RICsubscriptionRequest) -> Any:
        if request.ran_function_id != RC_FUNCTION:
            return request
        kind = PayloadKind.ACTION_DEFINITION
        return within(request, ("ric_action_definition",), lambda octets: rewritten(kind, octets, change))

    return lambda actor: Rewriting(actor, RICsubscriptionRequest, changed)


def _with(message: type[Message], **changes: tuple[PayloadKind, Change]) -> Callable[[Actor], Actor]:
    """A RIC with payloads of RC in fields of a message changed."""

    def changed(request: Any) -> Any:
        fields = {name: rewritten(kind, getattr(request, name), change) for name, (kind, change) in changes.items()}
        return replace(request, **fields)

    return lambda actor: Rewriting(actor, message, changed)


def _header(change: Change) -> Callable[[Actor], Actor]:
    return _with(RICcontrolRequest, ric_control_header=(PayloadKind.CONTROL_HEADER, change))


def _message(change: Change) -> Callable[[Actor], Actor]:
    return _with(RICcontrolRequest, ric_control_message=(PayloadKind.CONTROL_MESSAGE, change))


def _of_content(**fields: Change) -> Change:
    """Change fields of what the header's format holds."""

    def changed(header: Any) -> Any:
        name, content = header.ric_control_header_formats
        values = {field: change(getattr(content, field)) for field, change in fields.items()}
        return replace(header, ric_control_header_formats=(name, replace(content, **values)))

    return changed


def _misnumbered(value: Any) -> Any:
    return within(value, ("ran_parameter_id",), lambda number: number + _FAR_OFF)


def _emptied(value: Any) -> Any:
    def without(choice: Any) -> Any:
        element = isinstance(choice[1], RANParameter_ValueType_Choice_ElementFalse)
        return (choice[0], replace(choice[1], ran_parameter_value=None)) if element else choice

    return within(value, ("ran_parameter_value_type",), without)


def _of_a_whole_gnb(ue: Any) -> Any:
    return ue_id("gnb", ue_number(ue) or 0)


def _the_next_ue(ue: Any) -> Any:
    variant, content = ue
    return within((variant, content), ("amf_ue_ngap_id", "mme_ue_s1ap_id"), lambda number: number + 1)


def _counted(request: Any) -> Any:
    if request.ric_call_process_id is None:
        return request
    return replace(request, ric_call_process_id=rc.call_process_id(_OWN_COUNT, _FIRST_EDITION))


FLAWS = (
    Flaw(
        "ric-rc-trigger-of-messages",
        "Sends the event trigger for messages with every subscription to RC",
        RIC,
        None,
        _with_trigger,
        ("E2SM-RC-102", "E2SM-RC-103", "E2SM-RC-104", "E2SM-RC-106", "RC-TRIGGER-FORMAT"),
    ),
    Flaw(
        "ric-rc-parameters-misnumbered",
        "Subscribes to RAN parameters by other IDs than the node declares",
        RIC,
        "F10",
        _with_actions(_misnumbered),
        ("E2SM-RC-101", "E2SM-RC-105", "E2SM-RC-106", "E2SM-RC-107", "RC-PARAMETER-UNDECLARED"),
    ),
    Flaw(
        "ric-rc-control-misnumbered",
        "Sends controls with RAN parameters of other IDs than the node declares",
        RIC,
        "F10",
        _message(_misnumbered),
        ("E2SM-RC-121", "E2SM-RC-122", "E2SM-RC-123"),
    ),
    Flaw(
        "ric-rc-control-empty",
        "Sends controls with elements that have no value",
        RIC,
        None,
        _message(_emptied),
        ("E2SM-RC-122", "RC-EMPTY-PARAMETER"),
    ),
    Flaw(
        "ric-rc-decides-unasked",
        "Sends a control decision in every control, also where nothing was inserted",
        RIC,
        None,
        _header(_of_content(ric_control_decision=lambda _: "accept")),
        ("E2SM-RC-124", "RC-DECISION-WITHOUT-INSERT"),
    ),
    Flaw(
        "ric-rc-controls-anyway",
        "Sends controls that the node does not declare, and admissions that no INSERT asked for",
        RIC,
        "F14",
        lambda actor: Insisting(actor, "control", _control),
        ("E2SM-RC-125", "E2SM-RC-126", "RC-ANSWER-ONLY"),
    ),
    Flaw(
        "ric-rc-ues-of-whole-gnbs",
        "Names every UE in a control as a whole gNB does, whatever node it is sent to",
        RIC,
        "F32",
        _header(_of_content(ue_id=_of_a_whole_gnb)),
        ("E2SM-RC-112", "E2SM-RC-127", "E2SM-RC-128"),
    ),
    Flaw(
        "ric-rc-controls-the-next-ue",
        "Answers an INSERT by a control of another UE",
        RIC,
        "F11",
        _header(_of_content(ue_id=_the_next_ue)),
        ("E2SM-RC-111", "E2SM-RC-113"),
    ),
    Flaw(
        "ric-rc-call-process-by-own-count",
        "Answers INSERTs with a Call Process ID of its own",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICcontrolRequest, _counted),
        ("E2SM-RC-111",),
    ),
    Flaw(
        "ric-rc-query-misnumbered",
        "Queries RAN parameters by other IDs than the node declares",
        RIC,
        "F10",
        _with(RICqueryRequest, ric_query_definition=(PayloadKind.QUERY_DEFINITION, _misnumbered)),
        ("E2SM-RC-141", "E2SM-RC-142"),
    ),
)
"""One flaw each."""
