"""Statuses of calls as ends of associations."""

import grpc
import pytest

from oran_harness.transports.grpc.ending import UNKNOWN_TO_SERVER, ending_of_status

Code = grpc.StatusCode


@pytest.mark.parametrize(
    ("code", "details", "how"),
    [
        (Code.OK, "", "shutdown"),
        (Code.ABORTED, "the association was aborted", "abort"),
        (Code.CANCELLED, None, "abort"),
        (Code.UNAVAILABLE, "Socket closed", "abort"),
        (Code.UNAVAILABLE, "recvmsg:Connection reset by peer", "abort"),
        (Code.UNAVAILABLE, "keepalive watchdog timeout", "down"),
        (Code.UNAVAILABLE, "ping timeout", "down"),
        (Code.UNAVAILABLE, "recvmsg:Connection timed out", "down"),
        (Code.UNAVAILABLE, "recvmsg:No route to host", "down"),
        (Code.UNIMPLEMENTED, "Method not found!", "abort"),
        (Code.RESOURCE_EXHAUSTED, "Received message larger than max", "abort"),
        (Code.INTERNAL, "RST_STREAM with error code 2", "abort"),
    ],
)
def test_each_status_is_an_end(code: grpc.StatusCode, details: str | None, how: str) -> None:
    """OK is a shutdown, silence is down, all else an abort; all by the far end, with what gRPC said."""
    ending = ending_of_status(code, details)
    assert (ending.how, ending.by_peer) == (how, True)
    if details and how != "shutdown":
        assert details in ending.reason


def test_a_server_cannot_tell() -> None:
    """A server that lost its client says that gRPC does not tell it why, instead of guessing."""
    assert UNKNOWN_TO_SERVER.how == "abort"
    assert "does not tell" in UNKNOWN_TO_SERVER.reason
