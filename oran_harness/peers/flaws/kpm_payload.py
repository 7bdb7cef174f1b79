"""What flaws do to the payloads of E2SM-KPM that E2AP carries."""

from collections.abc import Callable
from typing import Any

from oran_harness.codec.asn1 import EncodeError
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
