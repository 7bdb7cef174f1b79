"""Which visit is received how, of a client or a server under test, and where none can be."""

import asyncio
import importlib.util
import socket
from collections.abc import Awaitable, Callable
from typing import Any

from oran_harness.drivers.attempts.making import NO_CERTIFICATES, NO_ISSUER, Means, Unmakeable
from oran_harness.steps.attempts import (
    Came,
    HostKey,
    HostKeyShown,
    SeeHostKey,
    Shown,
    SshOffer,
    SshOffered,
    SshReceived,
    SshReception,
    TlsOffer,
    TlsOffered,
    TlsReceived,
    TlsReception,
    Visit,
)
from oran_harness.transports import Address, parse_address

NOBODY = "nobody came"
_NO_KEY = "it takes a host key of ours that the SUT knows: give it by ?key=FILE, and tell the SUT"

Take = Callable[[], Awaitable[socket.socket]]
"""Gives the next connection with the SUT, not secured yet."""


async def receive_visit(visit: Visit[Any], take: Take, uri: str, means: Means, patience: float, timeout: float) -> Came:
    """Receive the SUT, for which ``patience`` seconds are waited; it has ``timeout`` for what it says then.

    ``uri`` is our address, or the SUT's that we call. Who connects and says nothing is passed over. Raises
    ``Unmakeable``, ``UsageError`` for files that cannot be used, and ``TransportError``.
    """
    address = parse_address(uri)
    _check(visit, address, means)
    deadline = asyncio.get_running_loop().time() + patience
    came: Came | None = None
    while came is None:
        try:
            async with asyncio.timeout_at(deadline):
                sock = await take()
        except TimeoutError:
            return _nobody(visit)
        came = await _receive(visit, sock, address, means, timeout)
    return came


async def _receive(
    visit: Visit[Any], sock: socket.socket, address: Address, means: Means, timeout: float
) -> Came | None:
    if isinstance(visit, TlsOffer):
        from oran_harness.drivers.attempts.client_hello import read_hello

        return await read_hello(sock, timeout)
    if isinstance(visit, TlsReception):
        from oran_harness.drivers.attempts.tls_reception import receive as receive_tls

        return await receive_tls(sock, visit, address, means.client_ca, timeout)
    if isinstance(visit, SeeHostKey):
        from oran_harness.drivers.attempts.host_key_reading import read_host_key

        return await read_host_key(sock, address, timeout)
    from oran_harness.drivers.attempts.ssh_reception import read_offer, receive

    if isinstance(visit, SshOffer):
        return await read_offer(sock, timeout)
    assert isinstance(visit, SshReception), visit
    return await receive(sock, visit, address, timeout)


def _check(visit: Visit[Any], address: Address, means: Means) -> None:
    """Whether the SUT can be received so."""
    wanted = "netconf+tls" if isinstance(visit, TlsOffer | TlsReception) else "netconf+ssh"
    if address.scheme != wanted:
        raise Unmakeable(f"it takes {wanted}://, and {address} is another way")
    if isinstance(visit, SshReception) and visit.shown is not HostKey.RIGHT and "key" not in address.options:
        raise Unmakeable(_NO_KEY)
    if isinstance(visit, TlsReception) and visit.shown is not Shown.RIGHT:
        if importlib.util.find_spec("cryptography") is None:
            raise Unmakeable(NO_CERTIFICATES)
        if visit.shown.needs_issuer and means.client_ca is None:
            raise Unmakeable(NO_ISSUER)


def _nobody(visit: Visit[Any]) -> Came:
    if isinstance(visit, TlsOffer):
        return TlsOffered(why=NOBODY)
    if isinstance(visit, TlsReception):
        return TlsReceived(why=NOBODY)
    if isinstance(visit, SeeHostKey):
        return HostKeyShown(why=NOBODY)
    return SshOffered(why=NOBODY) if isinstance(visit, SshOffer) else SshReceived(why=NOBODY)
