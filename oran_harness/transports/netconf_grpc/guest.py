"""Who comes over gRPC, and whether he may: by the name that he says, or by his certificate."""

import re
import ssl
from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.transports.address import Address
from oran_harness.transports.grpc.ends import SECURE, Unwelcome
from oran_harness.transports.grpc.library import grpc
from oran_harness.transports.netconf_tls.user_name import user_name
from oran_harness.transports.side import ServerSide

USER = "netconf-user"
"""The key of the metadata that says who the manager is."""
_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
_KINDS = {"peer_dns": "DNS", "peer_email": "email", "peer_ip": "IP Address"}
"""gRPC's names of what a certificate may name, and those of the ssl module."""

Shown = Mapping[str, Sequence[bytes]]
"""What gRPC tells of a connection's security."""


def guest_of(address: Address, side: ServerSide, context: Any) -> str:
    """The user of a call. Raises ``Unwelcome`` where there is none, or he may not come."""
    if address.scheme in SECURE:
        return _by_certificate(side, context.auth_context())
    said = [value for key, value in context.invocation_metadata() or () if key == USER]
    if len(said) != 1 or not isinstance(said[0], str) or not _NAME.fullmatch(said[0]):
        raise Unwelcome(
            grpc.StatusCode.UNAUTHENTICATED,
            f"the metadata has to say once, under {USER}, who comes: up to 64 letters, digits and . _ -",
        )
    known = {*side.users, *((address.user,) if address.user else ())}
    if known and said[0] not in known:
        raise Unwelcome(grpc.StatusCode.PERMISSION_DENIED, f"there is no user {said[0]} here")
    return said[0]


def security_of(address: Address, shown: Shown) -> dict[str, str]:
    """What was agreed on, and whom the far end's certificate names."""
    if address.scheme not in SECURE:
        return {"transport": "gRPC"}
    return {
        "transport": "gRPC over TLS",
        "version": _first(shown, "ssl_tls_version"),
        "subject": _first(shown, "x509_subject"),
    }


def _by_certificate(side: ServerSide, shown: Shown) -> str:
    names = [(_KINDS[key], each.decode("utf-8", "replace")) for key in _KINDS for each in shown.get(key, ())]
    # gRPC tells the names kind by kind, and all of them once more in the certificate's order.
    order = [each.decode("utf-8", "replace") for each in shown.get("x509_subject_alternative_name", ())]
    names.sort(key=lambda pair: order.index(pair[1]) if pair[1] in order else len(order))
    common = [each.decode("utf-8", "replace") for each in shown.get("x509_common_name", ())]
    certificate = {"subject": ((("commonName", each),) for each in common), "subjectAltName": names}
    chain = [ssl.PEM_cert_to_DER_cert(each.decode("ascii")) for each in shown.get("x509_pem_cert", ())]
    found = user_name(side.names, certificate, chain)
    if found is None:
        raise Unwelcome(
            grpc.StatusCode.UNAUTHENTICATED,
            "the certificate names no user: no entry of cert-to-name fits it and finds a name",
        )
    return found


def _first(shown: Shown, key: str) -> str:
    return next((each.decode("utf-8", "replace") for each in shown.get(key, ())), "")
