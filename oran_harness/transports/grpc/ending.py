"""How a call ended, as the end of an association."""

from oran_harness.transports.grpc.library import grpc
from oran_harness.transports.link import Ending

_SILENT = ("keepalive", "ping timeout", "timed out", "no route to host", "network is unreachable")

UNKNOWN_TO_SERVER = Ending(
    "abort",
    True,
    "the far end cancelled the stream, or its connection was lost, or it sent far too large a message: gRPC does not "
    "tell a server which",
)
CLOSED = Ending("shutdown", True, "the far end closed the association")


def ending_of_status(code: grpc.StatusCode, details: str | None) -> Ending:
    """How an association ended whose call has a status: seen by the client."""
    if code is grpc.StatusCode.OK:
        return CLOSED
    said = f"{code.name}: {details}" if details else code.name
    if code is grpc.StatusCode.UNAVAILABLE and any(word in (details or "").lower() for word in _SILENT):
        return Ending("down", True, f"the far end does not answer any more ({said})")
    if code is grpc.StatusCode.UNAVAILABLE:
        return Ending("abort", True, f"the connection to the far end was lost ({said})")
    if code is grpc.StatusCode.UNIMPLEMENTED:
        return Ending("abort", True, f"the far end does not offer the service that was called ({said})")
    if code is grpc.StatusCode.RESOURCE_EXHAUSTED:
        return Ending("abort", True, f"the association was aborted: a message was too large, or too many wait ({said})")
    return Ending("abort", True, f"the far end aborted the association ({said})")
