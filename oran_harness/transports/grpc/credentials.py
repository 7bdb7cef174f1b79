"""TLS for ``grpcs://``: files with certificates and keys, looked at before gRPC gets them."""

import ssl
from pathlib import Path
from typing import Any

from oran_harness.model import UsageError
from oran_harness.transports.address import Address
from oran_harness.transports.grpc.library import grpc


def client_credentials(address: Address) -> Any:
    """What a client shows and whom it trusts: ``ca`` (else gRPC's own list), and ``cert`` with ``key`` if given.

    Raises ``UsageError`` for files that cannot be used.
    """
    ca, cert, key = _files(address)
    return grpc.ssl_channel_credentials(root_certificates=ca, private_key=key, certificate_chain=cert)


def server_credentials(address: Address) -> Any:
    """What a server shows: ``cert`` and ``key``; with ``ca`` it demands that clients show a certificate of that issuer.

    Raises ``UsageError`` for files that are missing or cannot be used.
    """
    ca, cert, key = _files(address)
    if cert is None or key is None:
        raise UsageError(
            f"{address}: to listen, {address.scheme}:// needs ?cert=FILE&key=FILE, the server's certificate and key."
        )
    return grpc.ssl_server_credentials([(key, cert)], root_certificates=ca, require_client_auth=ca is not None)


def _files(address: Address) -> tuple[bytes | None, bytes | None, bytes | None]:
    """The contents of ca, cert and key."""
    given = address.options
    if ("cert" in given) != ("key" in given):
        raise UsageError(f"{address}: cert and key belong together; give both, or neither.")
    ca, cert, key = (_content(address, name) for name in ("ca", "cert", "key"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca is not None:
        try:
            context.load_verify_locations(given["ca"])
        except ssl.SSLError as error:
            raise UsageError(
                f"{given['ca']} holds no certificates in PEM ({error.reason}); give one that does."
            ) from None
    if cert is not None:
        try:
            context.load_cert_chain(given["cert"], given["key"], password="")
        except ssl.SSLError as error:
            raise UsageError(
                f"{given['cert']} and {given['key']} are not a certificate and its unencrypted key, both in PEM "
                f"({error.reason}); give files that belong together."
            ) from None
    return ca, cert, key


def _content(address: Address, name: str) -> bytes | None:
    file = address.options.get(name)
    if file is None:
        return None
    try:
        if not Path(file).is_fifo():  # nobody may ever write to it
            return Path(file).read_bytes()
        reason = "it is a pipe"
    except OSError as error:
        reason = error.strerror or str(error)
    raise UsageError(f"{address}: {name}={file} cannot be read ({reason}); give a file that can.")
