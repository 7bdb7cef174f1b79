"""Why a call could not be made, as a sentence that says what to do next."""

import errno
import os
import socket

from oran_harness.transports.address import Address
from oran_harness.transports.failure import failure
from oran_harness.transports.grpc.library import grpc
from oran_harness.transports.grpc.service import Service
from oran_harness.transports.link import TransportError

_MOST_DETAILS = 200
# What gRPC's text says (in lower case) of an obstacle that any transport may meet.
_OBSTACLES = (
    ("connection refused", errno.ECONNREFUSED),
    ("unreachable", errno.EHOSTUNREACH),
    ("no route to host", errno.EHOSTUNREACH),
    ("timed out", errno.ETIMEDOUT),
    ("permission denied", errno.EACCES),
)
_TLS = (
    ("hostname verification", "The certificate of {uri} is for another name; give that name by ?name=NAME."),
    (
        "certificate_verify_failed",
        "The certificate of {uri} is not trusted: give its issuer's by ?ca=FILE, and see that it is not out of date.",
    ),
    ("wrong_version_number", "{uri} speaks no TLS; use {plain}:// there, or have the far end use TLS."),
    (
        "",
        "{uri} closed the connection while TLS was set up: it wants a certificate that it trusts (give one by "
        "?cert=FILE&key=FILE), or no gRPC is there.",
    ),
)
_NO_TLS = "{uri} closed the connection at once: it wants TLS (then use {secure}://), or no gRPC is there."
_NO_SERVICE = "{uri} speaks gRPC, but offers no {carries}: it has to offer the service of {proto}."
_NOT_LET_IN = {
    grpc.StatusCode.UNAUTHENTICATED: "name a user (USER@HOST), or show a certificate that names one",
    grpc.StatusCode.PERMISSION_DENIED: "come as another user, or let this one in there",
}
_NO_ROOM = "{uri} takes no more associations at present: too many wait there to be accepted."


def refusal(address: Address, service: Service, code: grpc.StatusCode, details: str) -> TransportError:
    """What to tell about a call that ended before it began."""
    uri, text = str(address), details.lower()
    plain = address.scheme.removesuffix("s")
    if code is grpc.StatusCode.UNIMPLEMENTED:
        return TransportError(_NO_SERVICE.format(uri=uri, carries=service.carries, proto=service.proto))
    if code is grpc.StatusCode.RESOURCE_EXHAUSTED:
        return TransportError(_NO_ROOM.format(uri=uri))
    if "resolv" in text or "lookup" in text:
        return failure(uri, socket.gaierror(socket.EAI_NONAME, details))
    for words, number in _OBSTACLES:
        if words in text:
            return failure(uri, OSError(number, os.strerror(number)))
    if code is grpc.StatusCode.UNAVAILABLE and address.scheme != plain:
        sentence = next(sentence for words, sentence in _TLS if words in text)
        return TransportError(sentence.format(uri=uri, plain=plain))
    if code is grpc.StatusCode.UNAVAILABLE and ("closed" in text or "reset" in text):
        return TransportError(_NO_TLS.format(uri=uri, secure=f"{plain}s"))
    said = " ".join(details.split())[:_MOST_DETAILS]
    if code in _NOT_LET_IN:
        return TransportError(f"{uri} did not let us in ({said}); {_NOT_LET_IN[code]}.")
    return TransportError(
        f"{uri} refused the association ({code.name}: {said}); check that {service.carries} over gRPC is there."
    )
