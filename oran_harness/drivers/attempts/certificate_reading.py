"""The certificate of a server, read from the set-up of TLS."""

import asyncio

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from oran_harness.steps.attempts import CertificateShown
from oran_harness.transports import Address, ClientSide
from oran_harness.transports.netconf_tls.context import context_of
from oran_harness.transports.netconf_tls.handshake import begin, shake
from oran_harness.transports.netconf_tls.refusal import refusal
from oran_harness.transports.socket_ends import Ends
from oran_harness.transports.socket_link import reset_socket

_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
)


async def see_certificate(address: Address, timeout: float) -> CertificateShown:
    """Make the attempt. Raises ``TransportError`` where nobody answers, ``UsageError`` for unusable files."""
    context = context_of(address, ClientSide(any_certificate=True), named=False)
    sock = await Ends().connect(address, timeout)
    sock.setblocking(False)
    tls = begin(context, server=False, name=address.options.get("name", address.host))
    try:
        async with asyncio.timeout(timeout):
            await shake(sock, tls)
        der = tls.object.getpeercert(True)
    except TimeoutError:
        return CertificateShown(why="TLS is not set up in time")
    except OSError as error:
        return CertificateShown(why=str(refusal(str(address), error, heard=tls.heard)))
    finally:
        reset_socket(sock)
    return read_certificate(der or b"")


def read_certificate(der: bytes) -> CertificateShown:
    """What a certificate says; whatever octets they are."""
    try:
        return _read(der)
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        return CertificateShown(der, why=f"the certificate cannot be read: {error}")


def _read(der: bytes) -> CertificateShown:
    found = x509.load_der_x509_certificate(der)
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    usage: tuple[str, ...] | None = None
    purposes: tuple[str, ...] | None = None
    revocation: list[str] = []
    for extension in found.extensions:
        match extension.value:
            case x509.SubjectAlternativeName() as alternative:
                names = tuple(alternative.get_values_for_type(x509.DNSName))
                addresses = tuple(map(str, alternative.get_values_for_type(x509.IPAddress)))
            case x509.KeyUsage() as key_usage:
                usage = tuple(each for each in _USAGES if getattr(key_usage, each))
            case x509.ExtendedKeyUsage() as extended:
                purposes = tuple(each.dotted_string for each in extended)
            case x509.CRLDistributionPoints() as points:
                revocation = [str(name.value) for point in points for name in point.full_name or ()]
    kind, bits = _key(found)
    return CertificateShown(
        der,
        found.version.value + 1,
        found.not_valid_before_utc.timestamp(),
        found.not_valid_after_utc.timestamp(),
        "" if found.signature_hash_algorithm is None else found.signature_hash_algorithm.name,
        kind,
        bits,
        names,
        addresses,
        usage,
        purposes,
        tuple(each.oid.dotted_string for each in found.extensions if each.critical),
        tuple(revocation),
    )


def _key(certificate: x509.Certificate) -> tuple[str, int]:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return "RSA", key.key_size
    if isinstance(key, ec.EllipticCurvePublicKey):
        return "EC", key.curve.key_size
    return type(key).__name__.lstrip("_").removesuffix("PublicKey"), 0
