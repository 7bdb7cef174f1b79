"""The service-model payloads of a message: where they stand, and what they have to agree with."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers.association import Association, End
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.codec.asn1 import maker
from oran_harness.model import Event
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.engine import (
    OfferedFunction,
    Step,
    SubscribedAction,
    Subscription,
    SubscriptionState,
)
from oran_harness.protocols.e2ap.engine.pairing import SERVICE_UPDATE
from oran_harness.protocols.e2ap.engine.turn import LONGEST_DELAY
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICindication,
    RICsubscriptionModificationRequest,
)
from oran_harness.service_models import (
    DecodedPayload,
    PayloadKind,
    RevisionTracker,
    ServiceModel,
    identify,
    service_model,
)

_FIELDS = {
    "ric_indication_header": PayloadKind.INDICATION_HEADER,
    "ric_indication_message": PayloadKind.INDICATION_MESSAGE,
    "ric_control_header": PayloadKind.CONTROL_HEADER,
    "ric_control_message": PayloadKind.CONTROL_MESSAGE,
    "ric_control_outcome": PayloadKind.CONTROL_OUTCOME,
    "ric_query_header": PayloadKind.QUERY_HEADER,
    "ric_query_definition": PayloadKind.QUERY_DEFINITION,
    "ric_query_outcome": PayloadKind.QUERY_OUTCOME,
    "ric_call_process_id": PayloadKind.CALL_PROCESS_ID,
    "ric_event_trigger_definition_to_be_modified": PayloadKind.EVENT_TRIGGER_DEFINITION,
}
_REQUEST_HEADERS = {
    "ric_control_header": PayloadKind.CONTROL_HEADER,
    "ric_query_header": PayloadKind.QUERY_HEADER,
}
_ACTION_LISTS = (
    "ric_actions_to_be_modified_for_modification_list",
    "ric_actions_to_be_added_for_modification_list",
)


@dataclass(slots=True)
class _Place:
    """Octets of a payload, and where they were found."""

    kind: PayloadKind
    octets: bytes
    path: str
    function_id: int | None
    action_id: int | None = None
    action_type: Any = None


@dataclass(slots=True)
class _Read:
    """A payload as it was read, and by what."""

    place: _Place
    function: OfferedFunction
    model: ServiceModel
    payload: DecodedPayload
    offset: int
    revisions: RevisionTracker


_place, _payload_read, _observed = maker(_Place), maker(_Read), maker(PayloadObserved)


def observe_payloads(
    event: Event, association: Association, sender: End, decoded: DecodedMessage, step: Step | None
) -> tuple[PayloadObserved, ...]:
    """Read all payloads of a message whose RAN function is of a service model that is known here.

    The revision trackers of the sender take note of each.
    """
    message = decoded.message
    if message is None:
        return ()
    read: list[_Read] = []
    for place in _places(message):
        function = association.procedures.function(place.function_id) if place.function_id is not None else None
        model = model_of(function) if function is not None else None
        if function is not None and model is not None and place.kind in model.types:
            read.append(_read(sender, decoded, place, function, model))
    if not read:
        return ()
    others = (*[each.payload for each in read], *_request_headers(association, step))
    return tuple([_observe(event, association, sender, message, step, each, others) for each in read])


def model_of(function: OfferedFunction) -> ServiceModel | None:
    """The service model of a RAN function, None if it is not one of those known here."""
    return _model_of(function.oid, function.definition)


@functools.lru_cache(maxsize=512)
def _model_of(oid: str | None, definition: bytes) -> ServiceModel | None:
    return identify(oid, definition)


@functools.lru_cache(maxsize=512)
def standing(model: str, kind: PayloadKind, octets: bytes) -> DecodedPayload:
    """A definition that many messages refer to, decoded once."""
    return service_model(model).decode(kind, octets)


def _read_payload(model: str, kind: PayloadKind, octets: bytes, path: str, offset: int) -> DecodedPayload:
    return service_model(model).decode(kind, octets, path=path, offset=offset)


_definition_read = functools.lru_cache(maxsize=64)(_read_payload)
"""A node offers the same in each of its E2 Setups, and nodes of one make offer alike."""


def _read(sender: End, decoded: DecodedMessage, place: _Place, function: OfferedFunction, model: ServiceModel) -> _Read:
    offset = max(decoded.octets.find(place.octets), 0) if place.octets else 0
    read = _definition_read if place.kind is PayloadKind.FUNCTION_DEFINITION else _read_payload
    payload = read(model.key, place.kind, place.octets, place.path, offset)
    revisions = _tracker(sender, function.id, model)
    revisions.see_payload(payload)
    return _payload_read(place, function, model, payload, offset, revisions)


def _observe(
    event: Event,
    association: Association,
    sender: End,
    message: Message,
    step: Step | None,
    read: _Read,
    others: tuple[DecodedPayload, ...],
) -> PayloadObserved:
    place, function, model = read.place, read.function, read.model
    subscription = step.subscription if step is not None else None
    action = _action(subscription, step, place)
    in_force = not isinstance(message, RICindication) or _in_force(event, association, subscription)
    return _observed(
        event,
        association,
        sender,
        message,
        read.payload,
        place.path,
        read.offset,
        function,
        standing(model.key, PayloadKind.FUNCTION_DEFINITION, function.definition),
        subscription,
        action,
        _definition(model, action) if in_force else None,
        _trigger(model, subscription, message),
        place.action_id,
        others,
        _offer_settled(association, message, function, subscription),
        read.revisions,
        association.other(sender).revisions.get(function.id),
    )


def _tracker(end: End, function_id: int, model: ServiceModel) -> RevisionTracker:
    tracker = end.revisions.get(function_id)
    if tracker is None or tracker.model is not model:
        tracker = end.revisions[function_id] = RevisionTracker(model)
    return tracker


def _action(subscription: Subscription | None, step: Step | None, place: _Place) -> SubscribedAction | None:
    action_id = place.action_id
    if action_id is not None and place.action_type is not None:
        # A request says itself what it asks for; its id may be that of a subscription which stands.
        return SubscribedAction(action_id, place.action_type, place.octets)
    if step is not None and step.action is not None and step.action.id == action_id:
        return step.action
    return subscription.actions.get(action_id) if subscription is not None and action_id is not None else None


def _definition(model: ServiceModel, action: SubscribedAction | None) -> DecodedPayload | None:
    if action is None or action.definition is None:
        return None
    return _if_read(standing(model.key, PayloadKind.ACTION_DEFINITION, action.definition))


def _trigger(model: ServiceModel, subscription: Subscription | None, message: Message) -> DecodedPayload | None:
    """The event trigger that a message brings itself, else that of its subscription."""
    details = getattr(message, "ric_subscription_details", None)
    octets = getattr(details, "ric_event_trigger_definition", None)
    octets = octets or getattr(message, "ric_event_trigger_definition_to_be_modified", None)
    if octets is None and details is None and subscription is not None:
        octets = subscription.event_trigger
    return None if octets is None else _if_read(standing(model.key, PayloadKind.EVENT_TRIGGER_DEFINITION, octets))


def _in_force(event: Event, association: Association, subscription: Subscription | None) -> bool:
    """Whether the definitions of a subscription are surely those by which its node made an indication."""
    if subscription is None or not subscription.certain or subscription.state is SubscriptionState.REQUESTED:
        return False
    if subscription.redefined is not None and event.t - subscription.redefined <= LONGEST_DELAY:
        return False
    for run in association.procedures.pending:
        request = run.request
        if isinstance(request, RICsubscriptionModificationRequest) and (
            request.ric_request_id == subscription.request_id
        ):
            return False
    return True


def _offer_settled(
    association: Association, message: Message, function: OfferedFunction, subscription: Subscription | None
) -> bool:
    """Whether the function's definition is surely the one by which a message was made.

    Not while a Service Update is under way; and what becomes of a subscription when its function is modified is open
    (E2AP 8.3.4).
    """
    if not association.procedures.functions_known:
        return False
    if isinstance(message, RICindication) and (subscription is None or subscription.requested_n < function.since_n):
        return False
    pending = association.procedures.pending
    return not pending or all(run.procedure.code != SERVICE_UPDATE for run in pending)


def _if_read(payload: DecodedPayload) -> DecodedPayload | None:
    """A payload that others are compared with: only one that could be read whole."""
    return payload if payload.accepting else None


def _request_headers(association: Association, step: Step | None) -> Iterator[DecodedPayload]:
    """The headers of the request that a message answers: its outcome's format depends on them."""
    if step is None or step.answers is None:
        return
    request = step.answers.request
    function_id = getattr(request, "ran_function_id", None)
    function = association.procedures.function(function_id) if function_id is not None else None
    model = model_of(function) if function is not None else None
    for field, kind in _REQUEST_HEADERS.items():
        octets = getattr(request, field, None)
        if model is not None and octets is not None and kind in model.types:
            yield standing(model.key, kind, octets)


def _places(message: Message) -> Iterator[_Place]:
    """All octet strings of a message that a service model defines."""
    for field in ("ran_functions_added", "ran_functions_modified"):
        for item in getattr(message, field, None) or ():
            definition = getattr(item, "ran_function_definition", None)
            if isinstance(definition, bytes):
                path = f"RAN function {item.ran_function_id}.ranFunctionDefinition"
                yield _place(PayloadKind.FUNCTION_DEFINITION, definition, path, item.ran_function_id, None, None)
    function_id = getattr(message, "ran_function_id", None)
    if function_id is None:
        return
    action_id = getattr(message, "ric_action_id", None)
    spoken: type = type(message)
    for field, kind, path in _payload_fields(spoken):
        octets = getattr(message, field)
        if isinstance(octets, bytes):
            yield _place(kind, octets, path, function_id, action_id, None)
    details = getattr(message, "ric_subscription_details", None)
    if details is not None and isinstance(details.ric_event_trigger_definition, bytes):
        path = f"{message.NAME}.ricEventTriggerDefinition"
        octets = details.ric_event_trigger_definition
        yield _place(PayloadKind.EVENT_TRIGGER_DEFINITION, octets, path, function_id, None, None)
    actions = list(getattr(details, "ric_action_to_be_setup_list", None) or ())
    for field in _ACTION_LISTS:
        actions += getattr(message, field, None) or ()
    for action in actions:
        definition = getattr(action, "ric_action_definition", None)
        if isinstance(definition, bytes):
            path = f"{message.NAME}.action {action.ric_action_id}.ricActionDefinition"
            what = getattr(action, "ric_action_type", None)
            yield _place(PayloadKind.ACTION_DEFINITION, definition, path, function_id, action.ric_action_id, what)


@functools.cache
def _payload_fields(message: Any) -> tuple[tuple[str, PayloadKind, str], ...]:
    """The IEs of a class of messages that are a payload: field, kind and path."""
    # An answer copies the Call Process ID of its request: what is wrong with it is the asker's.
    copied = PayloadKind.CALL_PROCESS_ID if message in (RICcontrolAcknowledge, RICcontrolFailure) else None
    return tuple(
        (field, kind, f"{message.NAME}.{_ie_name(field)}")
        for field, kind in _FIELDS.items()
        if hasattr(message, field) and kind is not copied
    )


def _ie_name(field: str) -> str:
    """A field as its IE is called: ``ric_control_header`` is RICcontrolHeader."""
    first, second, *rest = field.split("_")
    return first.upper() + second + "".join(word.capitalize() for word in rest)
