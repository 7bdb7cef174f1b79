"""What SSH and TLS of a server would answer, without octets or sockets: by the same settings as on the wire."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from oran_harness.steps.attempts import (
    Attempt,
    Came,
    CertificateShown,
    HostKeyShown,
    SeeCertificate,
    SeeHostKey,
    Shown,
    SshAudit,
    SshAudited,
    SshHello,
    SshLogin,
    SshLoginTried,
    SshOffered,
    Tampered,
    Tampering,
    TlsHello,
    TlsHelloAnswered,
    TlsLogin,
    TlsLoginTried,
    Unmade,
)
from oran_harness.transports.side import ServerSide, TlsPolicy

Converse = Callable[[str, Sequence[bytes]], bytes]
"""What the element says in a session of a user to all that is said there."""
RIGHT_USER = "oran-harness-manager"
"""Whom the right certificate names."""
IDENTIFICATION = "SSH-2.0-simulated"
_STRONG = (0xC02B, 0xC02C, 0xC02F, 0xC030, 0x009E, 0x009F)
"""What OpenSSL agrees on by ``TlsPolicy``'s own list of suites."""
_OLD = (0xC009, 0xC013)
_NEW = (0x1302, 0x1303, 0x1301)
_GROUPS = (29, 23, 24, 25)
_SEAL = 0x5A
_BEGINS = 1_780_000_000.0


@dataclass
class SimulatedTransport:
    """A server with the settings of ``side``; what a subclass answers otherwise is a misbehaviour."""

    side: ServerSide = field(default_factory=ServerSide)
    _wrong: int = 0
    _locked_until: float = 0.0

    def meet(self, attempt: Attempt[Any], converse: Converse, now: float) -> Came | Unmade:
        """What comes of an attempt. ``now`` is in seconds."""
        match attempt:
            case TlsHello():
                return self.answer(attempt)
            case TlsLogin():
                return self.certified(attempt, converse)
            case SshHello():
                return self.offer(attempt)
            case SshLogin():
                return self.logged_in(attempt, now)
            case SeeCertificate():
                return self.certificate()
            case SeeHostKey():
                return self.identity()
            case SshAudit():
                return self.audited()
            case Tampering():
                return self.tampered(attempt, converse)
        return Unmade(f"nothing simulates a {type(attempt).__name__}")

    def answer(self, hello: TlsHello) -> TlsHelloAnswered:
        """What TLS answers to a hello."""
        policy = self.side.tls
        number = hello.version.removeprefix("TLS ")
        if hello.version == "SSL 2.0":
            return TlsHelloAnswered(ended=True)
        if hello.version == "SSL 3.0" or not policy.oldest <= number <= policy.newest:
            return TlsHelloAnswered(alert="protocol_version")
        known = _NEW if number == "1.3" else old_suites(policy.ciphers, hello.suites)
        suite = next((each for each in known if each in hello.suites and (each in _NEW) == (number == "1.3")), None)
        group = next((each for each in _GROUPS if each in hello.groups), None)
        if suite is None or group is None:
            return TlsHelloAnswered(alert="handshake_failure")
        return TlsHelloAnswered(hello.version, suite, 0, group)

    def certified(self, login: TlsLogin, converse: Converse) -> TlsLoginTried:
        """What comes of showing a certificate."""
        user: str | None = None
        policy = self.side.tls
        if login.shown is Shown.RIGHT:
            user = RIGHT_USER
        elif login.shown is Shown.NONE and not policy.demands:
            user = self.side.unnamed
        elif login.shown in (Shown.EXPIRED, Shown.NOT_YET_VALID) and not policy.dated:
            user = RIGHT_USER
        elif login.shown is Shown.NAMELESS:
            user = self.side.unnamed
        if user is None:
            return TlsLoginTried("TLSv1.3", "TLS_AES_256_GCM_SHA384", why="the server refused the certificate")
        heard = converse(user, [each for each in (login.hello, login.then) if each])
        return TlsLoginTried("TLSv1.3", "TLS_AES_256_GCM_SHA384", heard)

    def certificate(self) -> CertificateShown:
        """The certificate that it shows: one as SPS 4.2.3 has it."""
        return CertificateShown(
            b"certificate",
            3,
            _BEGINS,
            _BEGINS + 365 * 86_400.0,
            "sha256",
            "EC",
            256,
            ("element.example",),
            usage=("digital_signature",),
            purposes=("1.3.6.1.5.5.7.3.1",),
            critical=("2.5.29.15",),
            revocation=("http://ca.example/list.crl",),
        )

    def identity(self) -> HostKeyShown:
        """The host key that it shows."""
        return HostKeyShown(True, self.side.host_key, "SHA256:simulated")

    def offer(self, hello: SshHello) -> SshOffered:
        """What SSH offers."""
        if hello.version != "2.0":
            return SshOffered(IDENTIFICATION, why="the server closed the connection")
        given = self.side.ssh
        key = self.side.host_key
        keys = (key,) if key != "ssh-rsa" else tuple(each for each in given.signatures if "rsa" in each)
        return SshOffered(IDENTIFICATION, True, given.key_exchange, keys, given.ciphers, given.macs)

    def logged_in(self, login: SshLogin, now: float) -> SshLoginTried:
        """What comes of logging in."""
        if self.side.anybody:
            return SshLoginTried(True)
        guessing = self.side.guessing
        if login.how == "right":
            return SshLoginTried(now >= self._locked_until)
        if login.how != "wrong passwords":
            return SshLoginTried(why="permission denied")
        tries = min(login.most, guessing.attempts)
        if login.guessed:
            self._wrong += tries
            if self._wrong >= guessing.locked_after:
                self._locked_until = now + guessing.locked_for
        seconds = (guessing.delay,) * tries
        return SshLoginTried(False, seconds, ended=tries == guessing.attempts, why="permission denied")

    def audited(self) -> SshAudited:
        """What ssh-audit would say."""
        found = self.offer(SshHello())
        rsa = 3072 if "rsa" in self.side.host_key else 0
        return SshAudited(
            IDENTIFICATION, "{}", found.key_exchange, found.host_keys, found.ciphers, found.macs, rsa, 3072
        )

    def tampered(self, attempt: Tampering, converse: Converse) -> Tampered:
        """What comes of a request with which somebody has dealt."""
        said = [attempt.hello] if attempt.how == "altered" else [attempt.hello, attempt.request]
        whole = converse(RIGHT_USER, said)
        end = whole.find(b"]]>]]>") + 6
        ended = attempt.how != "seen"
        why = "the record cannot be read" if ended else ""
        return Tampered(whole[:end], whole[end:], sealed(attempt.hello + attempt.request + whole), ended, why)


def versions_of(policy: TlsPolicy) -> tuple[str, ...]:
    """The versions of TLS, as numbers."""
    return tuple(each for each in ("1.0", "1.1", "1.2", "1.3") if policy.oldest <= each <= policy.newest)


def old_suites(ciphers: str, offered: Sequence[int]) -> Sequence[int]:
    """Which suites up to TLS 1.2 OpenSSL takes by its list; of the lists that occur here."""
    if ciphers.startswith("ALL"):
        return offered
    return (*_STRONG, *_OLD) if "AES128-SHA" in ciphers else _STRONG


def sealed(octets: bytes) -> bytes:
    """Octets as somebody sees them who has no key."""
    return bytes(each ^ _SEAL for each in octets)
