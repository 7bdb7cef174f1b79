"""Which attempt is made how, and where it cannot be made."""

import importlib.util
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from oran_harness.steps.attempts import (
    Attempt,
    Came,
    SeeCertificate,
    SshAudit,
    SshHello,
    SshLogin,
    Tampering,
    TlsHello,
    TlsLogin,
)
from oran_harness.transports import Address, parse_address

NO_CERTIFICATES = "it takes cryptography; install it by pip install 'oran-harness[o1]'"
NO_ISSUER = (
    "it takes a certificate of the CA that the SUT trusts; give that CA's certificate and key by --client-ca FILE, so "
    "that one is issued"
)
_NO_GUESSING = (
    "it may lock the user; name one whose password may be guessed, and where that is, by --guess NAME=env:VARIABLE"
)


class Unmakeable(Exception):
    """An attempt cannot be made here; the text says what it takes."""


@dataclass(frozen=True, slots=True)
class Means:
    """What attempts are made with, besides what the address of the SUT says.

    ``client_ca`` is a file with certificate and key of the CA that the SUT trusts. ``guess`` is the user
    whose password may be guessed until he is locked, and where the right one is (``env:NAME`` or ``file:FILE``).
    """

    client_ca: str | None = None
    guess: tuple[str, str] | None = None


NO_MEANS = Means()
"""Nothing but what the address says."""


async def make_attempt(attempt: Attempt[Any], uri: str, means: Means, timeout: float) -> Came:
    """Make an attempt at the SUT of that address.

    Raises ``Unmakeable``, ``UsageError`` for files that cannot be used, ``TransportError`` or ``OSError`` where nobody
    answers, and ``AuditError``.
    """
    address = parse_address(uri)
    _check_scheme(attempt, address)
    if isinstance(attempt, TlsHello):
        from oran_harness.drivers.attempts.tls_hello import say_hello

        return await say_hello(attempt, address.host, address.port, _name(address), timeout)
    if isinstance(attempt, SshHello):
        from oran_harness.drivers.attempts.ssh_hello import read_offer

        return await read_offer(attempt, address.host, address.port, timeout)
    if isinstance(attempt, TlsLogin):
        return await _tls_login(attempt, address, means, timeout)
    if isinstance(attempt, SeeCertificate):
        return await _see_certificate(address, timeout)
    if isinstance(attempt, SshLogin):
        return await _ssh_login(attempt, address, means, timeout)
    if isinstance(attempt, Tampering):
        from oran_harness.drivers.attempts.tampering import tamper

        return await tamper(attempt, address, timeout)
    from oran_harness.drivers.attempts.ssh_audit import MISSING, audit, installed

    if not installed():
        raise Unmakeable(MISSING)
    return await audit(address.host, address.port, timeout)


def _check_scheme(attempt: Attempt[Any], address: Address) -> None:
    """Whether there is at that address what is tried."""
    if isinstance(attempt, TlsHello | TlsLogin | SeeCertificate):
        wanted: tuple[str, ...] = ("netconf+tls",)
    elif isinstance(attempt, SshHello | SshLogin | SshAudit):
        wanted = ("netconf+ssh",)
    else:
        wanted = ("netconf+ssh", "netconf+tls")
    if address.scheme not in wanted:
        raise Unmakeable(f"it takes {' or '.join(f'{each}://' for each in wanted)}, and {address} is another way")


async def _tls_login(attempt: TlsLogin, address: Address, means: Means, timeout: float) -> Came:
    if importlib.util.find_spec("cryptography") is None:
        raise Unmakeable(NO_CERTIFICATES)
    if attempt.shown.needs_issuer and means.client_ca is None:
        raise Unmakeable(NO_ISSUER)
    if "cert" not in address.options:
        raise Unmakeable("the address gives no certificate of ours, by ?cert=FILE&key=FILE")
    from oran_harness.drivers.attempts.tls_login import log_in

    return await log_in(attempt, address, means.client_ca, timeout)


async def _see_certificate(address: Address, timeout: float) -> Came:
    if importlib.util.find_spec("cryptography") is None:
        raise Unmakeable(NO_CERTIFICATES)
    from oran_harness.drivers.attempts.certificate_reading import see_certificate

    return await see_certificate(address, timeout)


async def _ssh_login(attempt: SshLogin, address: Address, means: Means, timeout: float) -> Came:
    from oran_harness.drivers.attempts.ssh_login import log_in

    user, right = attempt.user or address.user, address.options.get("password")
    if attempt.guessed:
        if means.guess is None:
            raise Unmakeable(_NO_GUESSING)
        user, right = means.guess
    return await log_in(attempt, address, user, right, timeout)


def _name(address: Address) -> str | None:
    """The name that the server is asked for; None where that is a number (RFC 6066 3)."""
    name = address.options.get("name", address.host)
    try:
        ip_address(name)
    except ValueError:
        return name
    return None
