"""Which user a client's certificate is: cert-to-name (RFC 7407 3.1, RFC 7589 7)."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from ipaddress import ip_address
from typing import Any

from oran_harness.transports.side import MapType, NameMap

# Of IANA's registry of TLS hash algorithms: what the first octet of a fingerprint says.
_HASHES = {1: "md5", 2: "sha1", 3: "sha224", 4: "sha256", 5: "sha384", 6: "sha512"}
_KINDS = {
    "email": MapType.SAN_RFC822_NAME,
    "DNS": MapType.SAN_DNS_NAME,
    "IP Address": MapType.SAN_IP_ADDRESS,
}


def user_name(maps: Sequence[NameMap], certificate: Mapping[str, Any], chain: Sequence[bytes]) -> str | None:
    """The name that the first entry gives which fits and finds one; None if none does.

    ``certificate`` is the client's as the ssl module tells it, ``chain`` that certificate and its issuers in DER.
    """
    for entry in maps:
        if entry.fingerprint is not None and not any(has_fingerprint(each, entry.fingerprint) for each in chain):
            continue
        name = entry.name if entry.type is MapType.SPECIFIED else _found(entry.type, certificate)
        if name:
            return name
    return None


def has_fingerprint(certificate: bytes, fingerprint: str) -> bool:
    """Whether a certificate in DER has a fingerprint, whose first octet is the hash algorithm."""
    try:
        octets = bytes.fromhex(fingerprint.replace(":", ""))
    except ValueError:
        return False
    algorithm = _HASHES.get(octets[0]) if octets else None
    if algorithm is None:
        return False
    return hashlib.new(algorithm, certificate, usedforsecurity=False).digest() == octets[1:]


def _found(kind: MapType, certificate: Mapping[str, Any]) -> str:
    if kind is MapType.COMMON_NAME:
        parts = [pair for part in certificate.get("subject", ()) for pair in part]
        return next((value for name, value in parts if name == "commonName"), "")
    wanted = set(_KINDS.values()) if kind is MapType.SAN_ANY else {kind}
    return next((name for found, name in _alternatives(certificate) if found in wanted), "")


def _alternatives(certificate: Mapping[str, Any]) -> Iterator[tuple[MapType, str]]:
    for title, value in certificate.get("subjectAltName", ()):
        kind = _KINDS.get(title)
        if kind is MapType.SAN_RFC822_NAME:
            local, at, host = value.rpartition("@")
            yield kind, local + at + host.lower()
        elif kind is MapType.SAN_DNS_NAME:
            yield kind, value.lower()
        elif kind is MapType.SAN_IP_ADDRESS:
            address = ip_address(value.strip())
            yield kind, str(address) if address.version == 4 else address.packed.hex()
