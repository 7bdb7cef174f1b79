"""Payloads of service models that a SUT has sent."""

from typing import Any

from oran_harness.service_models import PayloadKind, ServiceModel
from oran_harness.steps import check


def check_payload(model: ServiceModel, kind: PayloadKind, octets: bytes | None, requirement: str) -> Any:
    """The value of a payload; fails the case unless the octets conform to some edition of the service model."""
    payload = model.decode(kind, octets or b"")
    why = next((complaint.message for complaint in payload.complaints if complaint.kind.breaks_syntax), "")
    check(
        payload.conforms,
        requirement,
        expected=f"octets that an edition of {model.title} accepts",
        actual=f"{(octets or b'').hex() or 'nothing'}: {why}",
    )
    return payload.value
