"""The certificate that a server shows, as far as cases judge it."""

from dataclasses import dataclass
from typing import ClassVar

from oran_harness.steps.attempts.attempt import Attempt, Came


@dataclass(frozen=True)
class CertificateShown(Came):
    """An X.509 certificate (RFC 5280 4.1); ``der`` is the whole of it, empty where none was shown.

    Times are in seconds since 1970. ``digest`` is the hash of its signature, such as ``"sha256"``, empty where the
    algorithm has its own. ``kind`` is that of its key (``"RSA"``, ``"EC"`` or another) and ``bits`` its size. ``names``
    are the DNS names of subjectAltName, ``addresses`` the IP addresses there. ``usage`` and ``purposes`` (OIDs) are
    those of keyUsage and extendedKeyUsage, None where there is no such extension; ``critical`` the OIDs of extensions
    that are; ``revocation`` the URIs of its cRLDistributionPoints.
    """

    der: bytes = b""
    version: int = 0
    begins: float = 0.0
    ends: float = 0.0
    digest: str = ""
    kind: str = ""
    bits: int = 0
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    usage: tuple[str, ...] | None = None
    purposes: tuple[str, ...] | None = None
    critical: tuple[str, ...] = ()
    revocation: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class SeeCertificate(Attempt[CertificateShown]):
    """Set up TLS, whatever certificate the server shows, and read that."""

    came: ClassVar[type[Came]] = CertificateShown

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return "look at the certificate that it shows"
