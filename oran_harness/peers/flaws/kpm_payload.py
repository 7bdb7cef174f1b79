"""What flaws do to the payloads of E2SM-KPM that E2AP carries."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.peers.flaws.alteration import within
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind


def rewritten(
    kind: PayloadKind, octets: bytes | None, change: Callable[[Any], Any], edition: str | None = None
) -> bytes | None:
    """A payload of KPM after ``change``, in its own edition or another; as it is where it is none, or cannot be so."""
    decoded = KPM.decode(kind, octets or b"")
    if octets is None or not decoded.conforms or decoded.edition is None:
        return octets
    try:
        return KPM.encode(kind, change(decoded.value), edition or decoded.edition)
    except EncodeError:
        return octets


def is_kpm(kind: PayloadKind, octets: bytes | None) -> bool:
    """Whether a payload can be KPM's."""
    return octets is not None and KPM.decode(kind, octets).conforms


def of_actions(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Change the KPM action definitions of a subscription."""
    kind = PayloadKind.ACTION_DEFINITION
    return lambda request: within(request, ("ric_action_definition",), lambda octets: rewritten(kind, octets, change))


def of_messages(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Change the KPM message of an indication."""
    kind = PayloadKind.INDICATION_MESSAGE
    return lambda indication: replace(
        indication, ric_indication_message=rewritten(kind, indication.ric_indication_message, change)
    )


def action_definitions(request: Any) -> list[Any]:
    """The KPM action definitions of a subscription that can be read."""
    details = getattr(request, "ric_subscription_details", None)
    items = getattr(details, "ric_action_to_be_setup_list", None) or ()
    kind = PayloadKind.ACTION_DEFINITION
    payloads = (KPM.decode(kind, getattr(item, "ric_action_definition", None) or b"") for item in items)
    return [payload.value for payload in payloads if payload.conforms]
