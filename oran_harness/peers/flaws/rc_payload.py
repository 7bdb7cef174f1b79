"""What flaws look for in the payloads of E2SM-RC that E2AP carries, and what they make of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.rc.model import RC
from oran_harness.steps.offers import RC_FUNCTION


def readable(kind: PayloadKind, octets: bytes | None) -> Any:
    """The value of a payload of RC; None where it is none."""
    decoded = RC.decode(kind, octets or b"")
    return decoded.value if octets is not None and decoded.conforms else None


def rewritten(kind: PayloadKind, octets: bytes | None, change: Callable[[Any], Any]) -> bytes | None:
    """A payload of RC after ``change``, in its own edition; as it is where it is none, or cannot be so."""
    decoded = RC.decode(kind, octets or b"")
    if octets is None or not decoded.conforms or decoded.edition is None:
        return octets
    try:
        return RC.encode(kind, change(decoded.value), decoded.edition)
    except EncodeError:
        return octets


@dataclass(frozen=True, slots=True)
class Asked:
    """What a control request to our RC function asks for, as far as it can be read; ``message`` is its value."""

    format: int | None
    style: int | None
    action: int | None
    ue: UEID | None
    message: Any
    message_format: int | None


def asked(request: RICcontrolRequest) -> Asked | None:
    """What a control request asks for; None if it is not for our RC function."""
    if request.ran_function_id != RC_FUNCTION:
        return None
    header = readable(PayloadKind.CONTROL_HEADER, request.ric_control_header)
    message = readable(PayloadKind.CONTROL_MESSAGE, request.ric_control_message)
    content = content_of(header)
    return Asked(
        format_of(header),
        style_of(header),
        getattr(content, "ric_control_action_id", None),
        getattr(content, "ue_id", None),
        message,
        format_of(message),
    )


def controls(test: Callable[[Asked], bool]) -> Callable[[Any], bool]:
    """A test of control requests to our RC function, by what they ask for."""

    def about(request: Any) -> bool:
        found = asked(request)
        return found is not None and test(found)

    return about


def subscribes(test: Callable[[str, Any], bool]) -> Callable[[Any], bool]:
    """A test of subscriptions to our RC function by their first action: its type, and its definition's value.

    The value is None where the definition is no payload of RC.
    """

    def about(request: RICsubscriptionRequest) -> bool:
        details = request.ric_subscription_details
        if request.ran_function_id != RC_FUNCTION or details is None or not details.ric_action_to_be_setup_list:
            return False
        first = details.ric_action_to_be_setup_list[0]
        value = readable(PayloadKind.ACTION_DEFINITION, first.ric_action_definition)
        return test(first.ric_action_type, value)

    return about
