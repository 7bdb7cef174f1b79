"""Built payloads, read back by the edition that they were built for."""

from typing import Any

from oran_harness.service_models import PayloadKind, content_of, service_model


def value(model: str, kind: PayloadKind, octets: bytes, edition: str) -> Any:
    """The value of octets, which that edition has to accept whole."""
    decoded = service_model(model).decode(kind, octets, edition)
    assert decoded.complaints == ()
    assert edition in decoded.accepting
    return decoded.value


def content(model: str, kind: PayloadKind, octets: bytes, edition: str) -> Any:
    """What the format of such a payload holds."""
    return content_of(value(model, kind, octets, edition))
