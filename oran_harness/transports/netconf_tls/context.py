"""What we show, whom we trust and which TLS we agree on."""

import ssl
import warnings

from oran_harness.model import UsageError
from oran_harness.transports.address import Address
from oran_harness.transports.secret import read_file, read_private
from oran_harness.transports.side import ClientSide, ServerSide, Side, TlsPolicy

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which the ssl module does not name."""
_VERSIONS = {
    "1.0": ssl.TLSVersion.TLSv1,
    "1.1": ssl.TLSVersion.TLSv1_1,
    "1.2": ssl.TLSVersion.TLSv1_2,
    "1.3": ssl.TLSVersion.TLSv1_3,
}


def context_of(address: Address, side: Side, *, named: bool) -> ssl.SSLContext:
    """The settings of our side; a client checks the server's name if it is ``named``.

    Raises ``UsageError`` for files that are missing or cannot be used, and for ciphers that are not known.
    """
    server = isinstance(side, ServerSide)
    if server and not {"ca", "cert", "key"} <= address.options.keys():
        raise UsageError(
            f"{address}: a server over TLS needs ?ca=FILE&cert=FILE&key=FILE: whose certificates its clients show, its "
            f"own certificate and its key."
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if server else ssl.PROTOCOL_TLS_CLIENT)
    client = side if isinstance(side, ClientSide) else ClientSide()
    context.check_hostname = not server and named and not (client.any_name or client.any_certificate)
    context.verify_mode = ssl.CERT_REQUIRED if side.tls.demands or not server else ssl.CERT_OPTIONAL
    if client.any_certificate:
        context.verify_mode = ssl.CERT_NONE
    if not side.tls.dated:
        context.verify_flags = ssl.VerifyFlags(context.verify_flags | _NO_CHECK_TIME)
    _agree(context, address, side.tls)
    _trust(context, address)
    _show(context, address)
    return context


def _agree(context: ssl.SSLContext, address: Address, policy: TlsPolicy) -> None:
    with warnings.catch_warnings():
        # Python warns of versions that nobody should use; whoever asks for them here tries just that.
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = _VERSIONS[policy.oldest]
        context.maximum_version = _VERSIONS[policy.newest]
    try:
        context.set_ciphers(policy.ciphers)
    except ssl.SSLError:
        raise UsageError(f"{address}: OpenSSL knows no cipher of {policy.ciphers!r}; give others.") from None


def _trust(context: ssl.SSLContext, address: Address) -> None:
    if "ca" not in address.options:
        context.load_default_certs()
        return
    file = address.options["ca"]
    read_file(str(address), "ca", file)
    try:
        context.load_verify_locations(file)
    except ssl.SSLError as error:
        raise UsageError(f"{file} holds no certificates in PEM ({error.reason}); give one that does.") from None


def _show(context: ssl.SSLContext, address: Address) -> None:
    given = address.options
    if ("cert" in given) != ("key" in given):
        raise UsageError(f"{address}: cert and key belong together; give both, or neither.")
    if "cert" not in given:
        return
    read_file(str(address), "cert", given["cert"])
    read_private(str(address), "key", given["key"])
    try:
        context.load_cert_chain(given["cert"], given["key"], password="")
    except ssl.SSLError as error:
        raise UsageError(
            f"{given['cert']} and {given['key']} are not a certificate and its unencrypted key, both in PEM "
            f"({error.reason}); give files that belong together."
        ) from None
