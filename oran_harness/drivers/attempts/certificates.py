"""Certificates that nobody should go on with, and what they are issued with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from oran_harness.model import UsageError
from oran_harness.steps.attempts import Shown
from oran_harness.transports.secret import read_file, read_private

_DAY = timedelta(days=1)
_LASTING = {
    Shown.EXPIRED: (-30 * _DAY, -_DAY),
    Shown.NOT_YET_VALID: (30 * _DAY, 60 * _DAY),
}
_NOW = (-_DAY, _DAY)
_ELSEWHERE = "elsewhere.invalid"
"""A name that no host can have (RFC 6761 6.4)."""
_SUBJECTS = {
    Shown.NAMELESS: x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "oran-harness")]),
    Shown.OTHER_NAME: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _ELSEWHERE)]),
}
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey


@dataclass(frozen=True)
class Authority:
    """Who issues certificates: its name and its key."""

    name: x509.Name
    key: Key


def read_authority(file: str) -> Authority:
    """The CA of a PEM file that holds its certificate and its key. Raises ``UsageError``."""
    content = read_private(file, "client-ca", file)
    try:
        certificate = x509.load_pem_x509_certificate(content)
        key = serialization.load_pem_private_key(content, None)
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"{file} does not hold the certificate of a CA and its key without a passphrase, both in PEM ({error})."
        ) from None
    if not isinstance(key, Key):
        raise UsageError(f"{file} holds a key that signs no certificates; give one of EC, RSA or EdDSA.")
    return Authority(certificate.subject, key)


@contextmanager
def shown_certificate(
    shown: Shown, right: str, ca: Authority | None, *, server: bool = False
) -> Iterator[tuple[str, str]]:
    """The files of a certificate and its key, as long as the block lasts; ``right`` is the file of the right one.

    ``ca`` is the CA that the SUT trusts, where a certificate of its own is shown; ``server`` tells that we are the
    server. Raises ``UsageError``.
    """
    try:
        like = x509.load_pem_x509_certificate(read_file(right, "cert", right))
    except ValueError as error:
        raise UsageError(f"{right} holds no certificate in PEM ({error}); give one that does.") from None
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = _issuer(shown, like, key, ca)
    octets = _issued(shown, like, key, issuer, server=server).public_bytes(serialization.Encoding.PEM)
    with TemporaryDirectory(prefix="oran-harness-") as folder:
        cert, kept = Path(folder, "cert.pem"), Path(folder, "key.pem")
        cert.write_bytes(octets)
        kept.touch(0o600)
        kept.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        yield str(cert), str(kept)


def _issuer(shown: Shown, like: x509.Certificate, key: Key, ca: Authority | None) -> Authority:
    if shown is Shown.SELF_SIGNED:
        return Authority(like.subject, key)
    if shown is Shown.FORGED:
        return Authority(like.issuer, ec.generate_private_key(ec.SECP256R1()))
    if shown is Shown.OTHER_CA or ca is None:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "oran-harness, a CA that nobody knows")])
        return Authority(name, ec.generate_private_key(ec.SECP256R1()))
    return ca


def _issued(
    shown: Shown, like: x509.Certificate, key: ec.EllipticCurvePrivateKey, by: Authority, *, server: bool
) -> x509.Certificate:
    """A certificate like the right one, apart from what is wrong with it."""
    began, ends = _LASTING.get(shown, _NOW)
    now = datetime.now(UTC)
    for_servers = shown is Shown.FOR_SERVERS or (server and shown is not Shown.FOR_CLIENTS)
    usage = ExtendedKeyUsageOID.SERVER_AUTH if for_servers else ExtendedKeyUsageOID.CLIENT_AUTH
    builder = (
        x509.CertificateBuilder()
        .subject_name(_SUBJECTS.get(shown, like.subject))
        .issuer_name(by.name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + began)
        .not_valid_after(now + ends)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    )
    if shown is Shown.OTHER_NAME:
        other = x509.SubjectAlternativeName([x509.DNSName(_ELSEWHERE)])
        builder = builder.add_extension(other, critical=False)
    elif shown is not Shown.NAMELESS:
        for extension in like.extensions:
            if isinstance(extension.value, x509.SubjectAlternativeName):
                builder = builder.add_extension(extension.value, critical=extension.critical)
    edwards = isinstance(by.key, ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey)
    return builder.sign(by.key, None if edwards else hashes.SHA256())
