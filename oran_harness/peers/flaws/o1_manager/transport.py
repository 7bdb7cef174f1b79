"""Managers whose SSH or TLS believes or offers too much: other settings of the side that the manager is hosted with."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.passed_on import PassedOn
from oran_harness.peers.secured import client_side_of
from oran_harness.transports.side import ClientSide, SshAlgorithms, TlsPolicy

_ALL = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"
_SSH = SshAlgorithms()


class Careless(PassedOn):
    """The manager that it wraps; its sessions are secured otherwise."""

    def __init__(self, actor: Actor, change: Callable[[ClientSide], ClientSide]) -> None:
        super().__init__(actor)
        self._change = change

    def secured_as_client(self, side: ClientSide) -> ClientSide:
        """The side, changed."""
        return self._change(client_side_of(self._actor, side))


def _ssh(algorithms: SshAlgorithms) -> Callable[[ClientSide], ClientSide]:
    return lambda side: replace(side, ssh=algorithms)


def _tls(policy: TlsPolicy) -> Callable[[ClientSide], ClientSide]:
    return lambda side: replace(side, tls=policy)


def _flaw(id: str, title: str, change: Callable[[ClientSide], ClientSide], *caught_by: str) -> Flaw:
    cases = tuple(f"SEC-O1-{each}" for each in caught_by)
    return Flaw(f"manager-{id}", title, Role.O1_MANAGER, None, partial(Careless, change=change), cases)


FLAWS = (
    _flaw(
        "takes-any-host-key",
        "Goes on with an element whose host key it does not know, and tells it its password",
        lambda side: replace(side, any_host=True),
        "HOST-201",
        "HOST-202",
        "HOST-203",
    ),
    _flaw(
        "takes-any-certificate",
        "Goes on with an element whatever certificate that shows",
        lambda side: replace(side, any_certificate=True),
        *(f"CERT-{number}" for number in range(201, 208)),
    ),
    _flaw(
        "ignores-names",
        "Goes on with an element whose certificate is for another name",
        lambda side: replace(side, any_name=True),
        "CERT-206",
    ),
    _flaw(
        "ignores-dates",
        "Goes on with an element whose certificate has expired, or is not valid yet",
        _tls(TlsPolicy(dated=False)),
        "CERT-204",
        "CERT-205",
    ),
    _flaw(
        "offers-tls-1-0",
        "Offers TLS 1.0 and 1.1, and goes on with them",
        _tls(TlsPolicy(oldest="1.0", ciphers=_ALL)),
        "TLS-201",
        "TLS-203",
        "TLS-204",
    ),
    _flaw("has-no-tls-1-3", "Offers TLS 1.2 alone", _tls(TlsPolicy(newest="1.2")), "TLS-202"),
    _flaw(
        "offers-any-cipher-suite",
        "Offers every cipher suite of TLS, those without encryption too",
        _tls(TlsPolicy(ciphers=_ALL)),
        "TLS-211",
        "TLS-212",
    ),
    _flaw(
        "offers-group-1",
        "Offers the key exchange diffie-hellman-group1-sha1",
        _ssh(replace(_SSH, key_exchange=(*_SSH.key_exchange, "diffie-hellman-group1-sha1"))),
        "SSH-212",
    ),
    _flaw(
        "offers-arcfour",
        "Offers the cipher arcfour",
        _ssh(replace(_SSH, ciphers=(*_SSH.ciphers, "arcfour256"))),
        "SSH-213",
    ),
    _flaw(
        "offers-sha-1",
        "Offers the MAC hmac-sha1",
        _ssh(replace(_SSH, macs=(*_SSH.macs, "hmac-sha1"))),
        "SSH-214",
    ),
    _flaw(
        "takes-old-host-keys",
        "Offers the algorithm ssh-rsa for host keys, with SHA-1",
        _ssh(replace(_SSH, signatures=(*_SSH.signatures, "ssh-rsa"))),
        "SSH-211",
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
        "SSH-222",
        "SSH-223",
        "SSH-224",
    ),
    _flaw(
        "offers-little",
        "Offers one algorithm of SSH of each kind",
        _ssh(SshAlgorithms(key_exchange=_SSH.key_exchange[:1], ciphers=_SSH.ciphers[-1:], macs=_SSH.macs[2:3])),
        "SSH-231",
        "SSH-232",
        "SSH-233",
    ),
)
"""What lies below NETCONF: each of them is a setting of a real client."""
