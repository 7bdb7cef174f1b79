"""What flaws do to values: to ids, and to whatever has a certain name deep within a message."""

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.elements import CriticalityDiagnostics, RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.steps.causes import cause

T = TypeVar("T")
_TRANSACTION_IDS = 256


def unchanged(message: Message) -> Message:
    """The message as it reads: written anew, what was wrong with its IEs is gone."""
    return message


def put(**fields: Any) -> Callable[[Any], Any]:
    """The same message with other fields."""
    return lambda message: dataclasses.replace(message, **fields)


def other_transaction(message: Any) -> Any:
    """The message with the next TransactionID; without one it stays as it is."""
    if message.transaction_id is None:
        return message
    return dataclasses.replace(message, transaction_id=(message.transaction_id + 1) % _TRANSACTION_IDS)


def other_request(message: Any) -> Any:
    """The message with another RICrequestID: one whose instance is the next."""
    name = message.ric_request_id
    return dataclasses.replace(message, ric_request_id=RICrequestID(name.ric_requestor_id, name.ric_instance_id ^ 1))


def exchanged_request(message: Any) -> Any:
    """The message with the halves of its RICrequestID exchanged."""
    name = message.ric_request_id
    return dataclasses.replace(message, ric_request_id=RICrequestID(name.ric_instance_id, name.ric_requestor_id))


def error_about_error(report: ErrorIndication, edition: str) -> ErrorIndication:
    """An Error Indication that answers one, and says so."""
    why = cause("protocol/unspecified", edition)
    diagnostics = CriticalityDiagnostics(ErrorIndication.PROCEDURE_CODE, "initiating-message", "ignore")
    return ErrorIndication(report.transaction_id, report.ric_request_id, None, why, diagnostics)


def within(value: T, names: tuple[str, ...], change: Callable[[Any], Any]) -> T:
    """A value with ``change`` done to every field of one of these names, however deep, that is not None."""
    if isinstance(value, tuple):
        return tuple(within(each, names, change) for each in value)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        new = change(old) if field.name in names and old is not None else within(old, names, change)
        if new is not old:
            changed[field.name] = new
    return dataclasses.replace(value, **changed) if changed else value


def without(*ids: int) -> Callable[[tuple[ReceivedIe, ...]], tuple[ReceivedIe, ...]]:
    """IEs but for those with these ids."""
    return lambda ies: tuple(ie for ie in ies if ie.id not in ids)


def with_criticality(id: int, criticality: str) -> Callable[[tuple[ReceivedIe, ...]], tuple[ReceivedIe, ...]]:
    """IEs, one of them with another criticality."""
    return lambda ies: tuple(dataclasses.replace(ie, criticality=criticality) if ie.id == id else ie for ie in ies)


def exchanged(ies: tuple[ReceivedIe, ...]) -> tuple[ReceivedIe, ...]:
    """IEs, the first two in the wrong order."""
    return (*ies[1::-1], *ies[2:])
