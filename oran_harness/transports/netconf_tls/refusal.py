"""Why there is no TLS with a far end, as a sentence that says what to do next."""

import ssl

from oran_harness.transports.failure import failure
from oran_harness.transports.link import TransportError

# What OpenSSL says of the far end's certificate (X509_V_ERR_*).
_CERTIFICATES = {
    9: "The certificate of {uri} is not valid yet: look at the clocks of both ends, or have it issued again.",
    10: "The certificate of {uri} has expired: have it issued again, and look at the clocks of both ends.",
    18: "The certificate of {uri} is its own issuer and not trusted: give it by ?ca=FILE, or have an issuer sign it.",
    62: "The certificate of {uri} is for another name; give that name by ?name=NAME, or have it issued for this one.",
    64: "The certificate of {uri} is for another address; give its name by ?name=NAME, or have it issued for this one.",
}
_FOREIGN = "The certificate of {uri} is not trusted ({why}): give its issuer's by ?ca=FILE, if it is the right one."
# What OpenSSL says of the rest: a part of its reason.
_REASONS = (
    ("WRONG_VERSION_NUMBER", "{uri} speaks no TLS: check the address, and that NETCONF over TLS is there."),
    ("HTTP_REQUEST", "{uri} speaks no TLS, but HTTP: check who connects there."),
    ("RECORD_LAYER_FAILURE", "{uri} speaks no TLS: check the address, and that NETCONF over TLS is there."),
    ("UNEXPECTED_MESSAGE", "{uri} speaks no TLS that can be understood: check what is there."),
    ("PEER_DID_NOT_RETURN", "{uri} showed no certificate: a client of NETCONF over TLS needs one (RFC 7589 5)."),
    ("CERTIFICATE_REQUIRED", "{uri} wants a certificate of ours: give one by ?cert=FILE&key=FILE."),
    ("ALERT_CERTIFICATE_EXPIRED", "{uri} refused our certificate, because it has expired: have it issued again."),
    (
        "ALERT_UNKNOWN_CA",
        "{uri} refused our certificate, because it does not know its issuer: tell it, or give another.",
    ),
    ("ALERT_BAD_CERTIFICATE", "{uri} refused our certificate as bad: give another by ?cert=FILE&key=FILE."),
    ("ALERT_CERTIFICATE_UNKNOWN", "{uri} refused our certificate: give another by ?cert=FILE&key=FILE."),
    ("ALERT_ACCESS_DENIED", "{uri} refused our certificate: it names no user there."),
    ("ALERT_PROTOCOL_VERSION", "{uri} refused all versions of TLS that we offer: let it or us offer others."),
    ("UNSUPPORTED_PROTOCOL", "{uri} offers no version of TLS that we allow: let it or us offer others."),
    ("NO_PROTOCOLS", "No version of TLS is left for {uri}: allow one that this machine has."),
    ("NO_SHARED_CIPHER", "{uri} offers no cipher suite that we allow: let it or us offer others."),
    ("ALERT_HANDSHAKE_FAILURE", "{uri} refused all that we offer: let it or us offer other cipher suites or curves."),
)


def refusal(uri: str, error: OSError, *, heard: bool) -> TransportError:
    """What to tell about a far end with which TLS could not be set up. ``heard``: it sent anything at all."""
    if isinstance(error, ssl.SSLCertVerificationError):
        sentence = _CERTIFICATES.get(error.verify_code, _FOREIGN)
        return TransportError(sentence.format(uri=uri, why=error.verify_message))
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError | ConnectionError):
        told = "it refused what we offered, or wants a certificate of ours" if heard else "it expects no TLS there"
        return TransportError(f"{uri} closed the connection while TLS was set up: perhaps {told}; look at its log.")
    if isinstance(error, ssl.SSLError):
        return TransportError(sentence_of(uri, error))
    return failure(uri, error)


def sentence_of(uri: str, error: ssl.SSLError) -> str:
    """What an error of TLS means, during its set-up or later."""
    reason = error.reason or str(error)
    for part, sentence in _REASONS:
        if part in reason:
            return sentence.format(uri=uri)
    return f"{uri} and we cannot go on with TLS ({reason.lower().replace('_', ' ')}); look at its log."


def silent(uri: str, timeout: float, *, heard: bool) -> TransportError:
    """The far end took the connection and did not set up TLS within so many seconds."""
    said = "did not finish" if heard else "said nothing"
    within = f"{round(timeout, 1):g} s"
    return TransportError(
        f"{uri} took the connection, but {said} within {within} while TLS was to be set up: check that NETCONF "
        f"over TLS is there, and that it does not hang."
    )
