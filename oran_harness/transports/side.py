"""Which side of SSH or TLS we are, and what that side knows: decided by our role, not by who connects (RFC 8071)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SshAlgorithms:
    """Names of SSH algorithms that may be agreed on, the preferred first; the defaults are those that O-RAN lists."""

    key_exchange: tuple[str, ...] = (
        "curve25519-sha256",
        "ecdh-sha2-nistp256",
        "ecdh-sha2-nistp384",
        "ecdh-sha2-nistp521",
        "diffie-hellman-group-exchange-sha256",
    )
    signatures: tuple[str, ...] = (
        "ssh-ed25519",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "rsa-sha2-256",
        "rsa-sha2-512",
    )
    ciphers: tuple[str, ...] = (
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
        "aes128-ctr",
        "aes192-ctr",
        "aes256-ctr",
    )
    macs: tuple[str, ...] = (
        "hmac-sha2-256-etm@openssh.com",
        "hmac-sha2-512-etm@openssh.com",
        "hmac-sha2-256",
        "hmac-sha2-512",
        "umac-128@openssh.com",
    )


@dataclass(frozen=True, slots=True)
class TlsPolicy:
    """Which TLS may be agreed on.

    ``oldest`` and ``newest`` are ``"1.0"`` to ``"1.3"``; ``ciphers`` is OpenSSL's list of suites up to TLS 1.2.
    ``demands`` tells that a server lets in no client without a certificate, ``dated`` that a certificate has to be
    valid today. Both are what NETCONF asks for (RFC 7589 5); they are there to be left out on purpose.
    """

    oldest: str = "1.2"
    newest: str = "1.3"
    ciphers: str = "ECDHE+AESGCM:DHE+AESGCM:!aDSS"
    demands: bool = True
    dated: bool = True


class MapType(StrEnum):
    """How a certificate gives a user's name (``map-type`` of ietf-x509-cert-to-name, RFC 7407 3.1)."""

    SPECIFIED = "specified"
    SAN_RFC822_NAME = "san-rfc822-name"
    SAN_DNS_NAME = "san-dns-name"
    SAN_IP_ADDRESS = "san-ip-address"
    SAN_ANY = "san-any"
    COMMON_NAME = "common-name"


@dataclass(frozen=True, slots=True)
class NameMap:
    """One entry of cert-to-name.

    ``fingerprint`` is that of the certificate or of one that issued it: hexadecimal octets joined by colons, the first
    of them the hash algorithm (4 is SHA-256); None is any. ``name`` is the user of ``MapType.SPECIFIED``.
    """

    type: MapType
    fingerprint: str | None = None
    name: str = ""


ANY_NAME = (NameMap(MapType.SAN_ANY), NameMap(MapType.COMMON_NAME))
"""The first subject alternative name, else the common name, of any certificate that is trusted."""


@dataclass(frozen=True, slots=True)
class User:
    """How one user may log in: by a password, by the private keys of ``keys`` (lines of an authorized_keys file)."""

    password: str | None = field(default=None, repr=False)
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guessing:
    """What wrong passwords come to.

    One connection may get ``attempts`` wrong, each answered after ``delay`` seconds. Who got ``locked_after`` wrong in
    a row, on however many connections, is not let in for ``locked_for`` seconds, whatever the password is.
    """

    attempts: int = 3
    delay: float = 0.1
    locked_after: int = 6
    locked_for: float = 30.0


@dataclass(frozen=True, slots=True)
class Side:
    """What both sides know. ``on_refusal`` is told, in a sentence, why a far end was not let in while we listen."""

    ssh: SshAlgorithms = SshAlgorithms()
    tls: TlsPolicy = TlsPolicy()
    on_refusal: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class ClientSide(Side):
    """We are the client, which opens NETCONF sessions; user, keys and trust are options of the address.

    ``any_host`` takes whatever host key is shown, ``any_certificate`` and ``any_name`` whatever certificate, or one for
    whatever name: on purpose.
    """

    any_host: bool = False
    any_certificate: bool = False
    any_name: bool = False


@dataclass(frozen=True, slots=True)
class ServerSide(Side):
    """We are the server.

    ``users`` may log in over SSH, besides the one that the address names. ``guessing`` says how wrong passwords are
    dealt with; ``anybody`` lets everyone in, on purpose. ``host_key`` is the kind of key that is made where none is
    given. ``names`` give the user of a TLS client's certificate: the first that fits; where none does, that is
    ``unnamed``, and None lets nobody in.
    """

    users: Mapping[str, User] = field(default_factory=dict)
    guessing: Guessing = Guessing()
    anybody: bool = False
    host_key: str = "ssh-ed25519"
    names: tuple[NameMap, ...] = ANY_NAME
    unnamed: str | None = None
