"""NI indication headers and messages (NI 7.4.2.3, 7.4.2.4, 8.2.1.3, 8.2.1.4)."""

from oran_harness.service_models.ni.elements import (
    E2SM_NI_IndicationHeader_Format1,
    E2SM_NI_IndicationMessage_Format1,
    NI_Direction,
    NI_Identifier,
    NI_Type,
)
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind


def indication_header(
    interface: NI_Type,
    identifier: NI_Identifier,
    edition: str,
    *,
    direction: NI_Direction = "outgoing",
    timestamp: bytes | None = None,
) -> bytes:
    """The header of a message; ``timestamp`` has 8 octets, by RFC 5905 (NI 8.3.24)."""
    content = E2SM_NI_IndicationHeader_Format1(interface, identifier, direction, timestamp)
    return NI.encode(PayloadKind.INDICATION_HEADER, ("indicationHeader-Format1", content), edition)


def indication_message(message: bytes, edition: str) -> bytes:
    """A copy of a complete message of the interface, as it was on it."""
    content = E2SM_NI_IndicationMessage_Format1(message)
    return NI.encode(PayloadKind.INDICATION_MESSAGE, ("indicationMessage-Format1", content), edition)
