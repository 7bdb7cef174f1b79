"""The service-model payloads of a message: where they stand, and what they have to agree with."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from oran_harness.checkers.association import Association, End
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.model import Event
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.engine import OfferedFunction, Step, SubscribedAction, Subscription
from oran_harness.protocols.e2ap.message import Message
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


@dataclass(frozen=True, slots=True)
class _Place:
    """Octets of a payload, and where they were found."""

    kind: PayloadKind
    octets: bytes
    path: str
    function_id: int | None
    action_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A payload as it was read, and by what."""

    place: _Place
    function: OfferedFunction
    model: ServiceModel
    payload: DecodedPayload
    offset: int
    revisions: RevisionTracker


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
        function = association.procedures.functions.get(place.function_id) if place.function_id is not None else None
        model = model_of(function) if function is not None else None
        if function is not None and model is not None and place.kind in model.types:
            read.append(_read(sender, decoded, place, function, model))
    if not read:
        return ()
    others = (*(each.payload for each in read), *_request_headers(association, step))
    return tuple(_observe(event, association, sender, message, step, each, others) for each in read)


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


def _read(sender: End, decoded: DecodedMessage, place: _Place, function: OfferedFunction, model: ServiceModel) -> _Read:
    offset = max(decoded.octets.find(place.octets), 0) if place.octets else 0
    payload = model.decode(place.kind, place.octets, path=place.path, offset=offset)
    revisions = _tracker(sender, function.id, model)
    revisions.see_payload(payload)
    return _Read(place, function, model, payload, offset, revisions)


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
    action = _action(subscription, step, place.action_id)
    return PayloadObserved(
        event=event,
        association=association,
        sender=sender,
        message=message,
        payload=read.payload,
        path=place.path,
        offset=read.offset,
        function=function,
        definition=standing(model.key, PayloadKind.FUNCTION_DEFINITION, function.definition),
        subscription=subscription,
        action=action,
        action_definition=_definition(model, action),
        trigger=_trigger(model, subscription),
        action_id=place.action_id,
        others=others,
        revisions=read.revisions,
        other_revisions=association.other(sender).revisions.get(function.id),
    )


def _tracker(end: End, function_id: int, model: ServiceModel) -> RevisionTracker:
    tracker = end.revisions.get(function_id)
    if tracker is None or tracker.model is not model:
        tracker = end.revisions[function_id] = RevisionTracker(model)
    return tracker


def _action(subscription: Subscription | None, step: Step | None, action_id: int | None) -> SubscribedAction | None:
    if step is not None and step.action is not None and step.action.id == action_id:
        return step.action
    return subscription.actions.get(action_id) if subscription is not None and action_id is not None else None


def _definition(model: ServiceModel, action: SubscribedAction | None) -> DecodedPayload | None:
    if action is None or action.definition is None:
        return None
    return _if_read(standing(model.key, PayloadKind.ACTION_DEFINITION, action.definition))


def _trigger(model: ServiceModel, subscription: Subscription | None) -> DecodedPayload | None:
    if subscription is None or subscription.event_trigger is None:
        return None
    return _if_read(standing(model.key, PayloadKind.EVENT_TRIGGER_DEFINITION, subscription.event_trigger))


def _if_read(payload: DecodedPayload) -> DecodedPayload | None:
    """A payload that others are compared with: only one that could be read whole."""
    return payload if payload.accepting else None


def _request_headers(association: Association, step: Step | None) -> Iterator[DecodedPayload]:
    """The headers of the request that a message answers: its outcome's format depends on them."""
    request = step.answers.request if step is not None and step.answers is not None else None
    function_id = getattr(request, "ran_function_id", None)
    function = association.procedures.functions.get(function_id) if function_id is not None else None
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
                yield _Place(PayloadKind.FUNCTION_DEFINITION, definition, path, item.ran_function_id)
    function_id = getattr(message, "ran_function_id", None)
    if function_id is None:
        return
    action_id = getattr(message, "ric_action_id", None)
    for field, kind in _FIELDS.items():
        octets = getattr(message, field, None)
        if isinstance(octets, bytes):
            yield _Place(kind, octets, f"{message.NAME}.{_ie_name(field)}", function_id, action_id)
    details = getattr(message, "ric_subscription_details", None)
    if details is not None and isinstance(details.ric_event_trigger_definition, bytes):
        path = f"{message.NAME}.ricEventTriggerDefinition"
        yield _Place(PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition, path, function_id)
    actions = list(getattr(details, "ric_action_to_be_setup_list", None) or ())
    for field in _ACTION_LISTS:
        actions += getattr(message, field, None) or ()
    for action in actions:
        definition = getattr(action, "ric_action_definition", None)
        if isinstance(definition, bytes):
            path = f"{message.NAME}.action {action.ric_action_id}.ricActionDefinition"
            yield _Place(PayloadKind.ACTION_DEFINITION, definition, path, function_id, action.ric_action_id)


def _ie_name(field: str) -> str:
    """A field as its IE is called: ``ric_control_header`` is RICcontrolHeader."""
    first, second, *rest = field.split("_")
    return first.upper() + second + "".join(word.capitalize() for word in rest)
