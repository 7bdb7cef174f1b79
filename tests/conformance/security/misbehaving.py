"""Transports that misbehave as no setting of a server of ours does."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.peers.simulated_transport import RIGHT_USER, Converse, SimulatedTransport
from oran_harness.steps.attempts import (
    CertificateShown,
    HostKeyShown,
    Shown,
    SshAudited,
    SshHello,
    SshOffered,
    Tampered,
    Tampering,
    TlsHello,
    TlsHelloAnswered,
    TlsLogin,
    TlsLoginTried,
)


class OldSsh(SimulatedTransport):
    """Speaks SSH 1, too."""

    def offer(self, hello: SshHello) -> SshOffered:
        if hello.version != "2.0":
            return SshOffered("SSH-1.99-old", True)
        return replace(super().offer(hello), identification="SSH-1.99-old")


class SmallKeys(SimulatedTransport):
    """Its key and its groups are small."""

    def audited(self) -> SshAudited:
        return replace(super().audited(), rsa_bits=1024, smallest_group_bits=1024)


class Credulous(SimulatedTransport):
    """Believes any certificate."""

    def certified(self, login: TlsLogin, converse: Converse) -> TlsLoginTried:
        shown = login.shown if login.shown is Shown.NONE else Shown.RIGHT
        return super().certified(replace(login, shown=shown), converse)


class OldTls(SimulatedTransport):
    """Agrees on what is offered: old versions, compression, weak groups."""

    def answer(self, hello: TlsHello) -> TlsHelloAnswered:
        if hello.version in ("SSL 2.0", "SSL 3.0"):
            return TlsHelloAnswered(hello.version, hello.suites[0])
        group = hello.groups[0]
        return TlsHelloAnswered(hello.version, hello.suites[0], int(hello.compression), group)


class NoTls12(SimulatedTransport):
    """Agrees on nothing."""

    def answer(self, hello: TlsHello) -> TlsHelloAnswered:
        return TlsHelloAnswered(alert="handshake_failure")


class ManySuites(SimulatedTransport):
    """Has TLS 1.3 without the suite that everybody has."""

    def answer(self, hello: TlsHello) -> TlsHelloAnswered:
        if hello.suites == (0x1301,):
            return TlsHelloAnswered(alert="handshake_failure")
        return super().answer(hello)


class InClear(SimulatedTransport):
    """Sends what it says as it is."""

    def tampered(self, attempt: Tampering, converse: Converse) -> Tampered:
        came = super().tampered(attempt, converse)
        return replace(came, wire=attempt.hello + attempt.request + came.hello + came.heard)


class Unsealed(SimulatedTransport):
    """Takes what was altered or repeated for what was said."""

    def tampered(self, attempt: Tampering, converse: Converse) -> Tampered:
        said: Sequence[bytes] = [attempt.hello, attempt.request]
        if attempt.how == "repeated":
            said = [*said, attempt.request]
        whole = converse(RIGHT_USER, said)
        end = whole.find(b"]]>]]>") + 6
        return Tampered(whole[:end], whole[end:], b"", False, "")


class BadCertificate(SimulatedTransport):
    """Shows one in which everything is wrong."""

    def certificate(self) -> CertificateShown:
        return CertificateShown(
            b"certificate",
            1,
            0.0,
            400 * 86_400.0,
            "sha1",
            "RSA",
            1024,
            addresses=("192.0.2.1",),
            usage=("key_agreement",),
            purposes=("1.3.6.1.5.5.7.3.2",),
        )


class OddCertificate(SimulatedTransport):
    """Shows one of which nothing is said."""

    def certificate(self) -> CertificateShown:
        return replace(super().certificate(), digest="", kind="Ed25519", bits=0, usage=None, purposes=None)


class Forgetful(SimulatedTransport):
    """Has another host key on each connection."""

    _shown = 0

    def identity(self) -> HostKeyShown:
        self._shown += 1
        return replace(super().identity(), fingerprint=f"SHA256:{self._shown}")
