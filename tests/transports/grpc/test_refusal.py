"""Why calls cannot be made, as gRPC words it, becomes what to do next."""

import grpc
import pytest

from oran_harness.transports import parse_address
from oran_harness.transports.grpc.message import E2
from oran_harness.transports.grpc.refusal import refusal
from oran_harness.transports.netconf_grpc.message import NETCONF

Code = grpc.StatusCode
FAILED = "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:1: "


@pytest.mark.parametrize(
    ("uri", "code", "details", "advice"),
    [
        (
            "grpc://h:1",
            Code.UNAVAILABLE,
            FAILED + "Failed to connect: Connection refused",
            "start the other side first",
        ),
        ("grpc://h:1", Code.UNAVAILABLE, FAILED + "No route to host", "check the address, the routes"),
        ("grpc://h:1", Code.UNAVAILABLE, FAILED + "Network is unreachable", "check the address, the routes"),
        ("grpc://h:1", Code.UNAVAILABLE, FAILED + "Connection timed out", "Nobody answered"),
        ("grpc://h:1", Code.UNAVAILABLE, "errors resolving h:1: Domain name not found", "resolves to no address"),
        ("grpc://h:1", Code.UNAVAILABLE, FAILED + "Socket closed", "use grpcs://"),
        ("grpc://h:1", Code.UNAVAILABLE, FAILED + "recvmsg:Connection reset by peer (104)", "no gRPC is there"),
        ("grpc://h:1", Code.UNIMPLEMENTED, "Method not found!", "specs/transport/e2.proto"),
        ("grpc://h:1", Code.RESOURCE_EXHAUSTED, "Concurrent RPC limit exceeded!", "takes no more associations"),
        ("grpc://h:1", Code.INTERNAL, "no   such\nluck", "(INTERNAL: no such luck)"),
        ("netconf+grpc://a@h:1", Code.PERMISSION_DENIED, "no user a here", "(no user a here); come as another user"),
        ("netconf+grpcs://h:1", Code.UNAUTHENTICATED, "nobody", "or show a certificate"),
        ("netconf+grpc://a@h:1", Code.UNIMPLEMENTED, "Method not found!", "specs/o1/netconf.proto"),
        ("netconf+grpc://a@h:1", Code.UNAVAILABLE, FAILED + "Socket closed", "use netconf+grpcs://"),
        ("netconf+grpcs://h:1", Code.UNAVAILABLE, FAILED + "WRONG_VERSION_NUMBER", "no TLS; use netconf+grpc://"),
        ("grpc://h:1", Code.UNAVAILABLE, "x" * 5000, "(UNAVAILABLE: xxx"),
        ("grpcs://h:1", Code.UNAVAILABLE, FAILED + "CERTIFICATE_VERIFY_FAILED: unable to get issuer", "?ca=FILE"),
        ("grpcs://h:1", Code.UNAVAILABLE, FAILED + "WRONG_VERSION_NUMBER", "speaks no TLS; use grpc://"),
        ("grpcs://h:1", Code.UNAVAILABLE, FAILED + "Hostname Verification Check failed.", "?name=NAME"),
        ("grpcs://h:1", Code.UNAVAILABLE, FAILED + "Socket closed", "?cert=FILE&key=FILE"),
        ("grpcs://h:1", Code.UNAVAILABLE, FAILED + "Connection refused", "start the other side first"),
    ],
)
def test_each_refusal_has_its_advice(uri: str, code: grpc.StatusCode, details: str, advice: str) -> None:
    """One sentence of bounded length names the address and what to do."""
    text = str(refusal(parse_address(uri), NETCONF if uri.startswith("netconf") else E2, code, details))
    assert advice in text
    assert uri in text
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < 400
