"""Flaws of SSH and TLS, and of who is let in: other settings of the side that the element is hosted with."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.passed_on import PassedOn
from oran_harness.peers.secured import side_of
from oran_harness.transports.side import Guessing, ServerSide, SshAlgorithms, TlsPolicy

_STRONG = TlsPolicy().ciphers
_OLD = f"{_STRONG}:ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:@SECLEVEL=0"
_ALL = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"
_SSH = SshAlgorithms()
_NEVER = 1_000_000_000


class Insecure(PassedOn):
    """The actor that it wraps; sessions with it are secured otherwise."""

    def __init__(self, actor: Actor, change: Callable[[ServerSide], ServerSide]) -> None:
        super().__init__(actor)
        self._change = change

    def secured(self, side: ServerSide) -> ServerSide:
        """The side, changed."""
        return self._change(side_of(self._actor, side))


def _tls(policy: TlsPolicy) -> Callable[[ServerSide], ServerSide]:
    return lambda side: replace(side, tls=policy)


def _ssh(algorithms: SshAlgorithms) -> Callable[[ServerSide], ServerSide]:
    return lambda side: replace(side, ssh=algorithms)


def _flaw(id: str, title: str, change: Callable[[ServerSide], ServerSide], *caught_by: str) -> Flaw:
    cases = tuple(f"SEC-O1-{each}" for each in caught_by)
    return Flaw(f"element-{id}", title, Role.O1_PROVIDER, None, partial(Insecure, change=change), cases)


FLAWS = (
    _flaw(
        "takes-tls-1-0",
        "Agrees on TLS 1.0 and 1.1",
        _tls(TlsPolicy(oldest="1.0", ciphers=_OLD)),
        "TLS-113",
        "TLS-114",
        "TLS-122",
    ),
    _flaw("has-no-tls-1-3", "Agrees on TLS 1.2 alone", _tls(TlsPolicy(newest="1.2")), "TLS-101"),
    _flaw(
        "takes-any-cipher-suite",
        "Agrees on every cipher suite of TLS, those without encryption too",
        _tls(TlsPolicy(ciphers=_ALL)),
        "TLS-121",
        "TLS-122",
    ),
    _flaw(
        "wants-no-certificate",
        "Lets in clients without a certificate",
        lambda side: replace(side, tls=TlsPolicy(demands=False), unnamed="anonymous"),
        "CERT-101",
    ),
    _flaw(
        "ignores-dates",
        "Lets in clients whose certificate has expired, or is not valid yet",
        _tls(TlsPolicy(dated=False)),
        "CERT-105",
        "CERT-106",
    ),
    _flaw(
        "ignores-names",
        "Lets in clients whose certificate names no user",
        lambda side: replace(side, unnamed=""),
        "CERT-108",
    ),
    _flaw(
        "offers-group-1",
        "Offers the key exchange diffie-hellman-group1-sha1",
        _ssh(replace(_SSH, key_exchange=(*_SSH.key_exchange, "diffie-hellman-group1-sha1"))),
        "SSH-112",
        "SSH-141",
    ),
    _flaw(
        "offers-arcfour",
        "Offers the cipher arcfour",
        _ssh(replace(_SSH, ciphers=(*_SSH.ciphers, "arcfour256"))),
        "SSH-113",
        "SSH-141",
    ),
    _flaw(
        "offers-sha-1",
        "Offers the MAC hmac-sha1",
        _ssh(replace(_SSH, macs=(*_SSH.macs, "hmac-sha1"))),
        "SSH-114",
        "SSH-141",
    ),
    _flaw(
        "shows-old-host-key",
        "Shows a host key by the algorithm ssh-rsa, with SHA-1",
        lambda side: replace(side, host_key="ssh-rsa", ssh=replace(_SSH, signatures=(*_SSH.signatures, "ssh-rsa"))),
        "SSH-111",
        "SSH-121",
        "SSH-141",
    ),
    _flaw(
        "offers-unlisted",
        "Offers algorithms of SSH of which O-RAN says nothing",
        _ssh(
            replace(
                _SSH,
                key_exchange=(*_SSH.key_exchange, "diffie-hellman-group14-sha256"),
                ciphers=(*_SSH.ciphers, "chacha20-poly1305@openssh.com"),
                macs=(*_SSH.macs, "hmac-sha2-256-96"),
            )
        ),
        "SSH-122",
        "SSH-123",
        "SSH-124",
    ),
    _flaw(
        "offers-little",
        "Offers one algorithm of SSH of each kind",
        _ssh(SshAlgorithms(key_exchange=_SSH.key_exchange[:1], ciphers=_SSH.ciphers[-1:], macs=_SSH.macs[2:3])),
        "SSH-131",
        "SSH-132",
        "SSH-133",
    ),
    _flaw(
        "lets-passwords-be-guessed",
        "Takes wrong passwords without end, each answered at once",
        lambda side: replace(side, guessing=Guessing(_NEVER, 0.0, _NEVER)),
        "USER-111",
        "USER-112",
    ),
    _flaw(
        "lets-anybody-in",
        "Lets in over SSH whoever names himself",
        lambda side: replace(side, anybody=True),
        "USER-101",
        "USER-102",
        "USER-103",
        "USER-104",
        "USER-105",
    ),
)
"""What lies below NETCONF: each of them is a setting of a real server."""
