"""TLS as the server of a client under test, with a certificate of any kind, and what comes of it."""

import asyncio
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace

from oran_harness.drivers.attempts.certificates import read_authority, shown_certificate
from oran_harness.drivers.attempts.tls_login import hear
from oran_harness.steps.attempts import Shown, TlsReceived, TlsReception
from oran_harness.transports import Address, ServerSide, TlsPolicy
from oran_harness.transports.netconf_tls.context import context_of
from oran_harness.transports.netconf_tls.handshake import begin, shake
from oran_harness.transports.netconf_tls.link import TlsLink
from oran_harness.transports.netconf_tls.refusal import refusal
from oran_harness.transports.socket_link import reset_socket

_QUIET = 0.05
_ANY_SUITE = "ALL:@SECLEVEL=0"


async def receive(
    sock: socket.socket, visit: TlsReception, address: Address, ca: str | None, timeout: float
) -> TlsReceived | None:
    """Receive who connected; None if it said nothing at all. The socket is closed.

    Raises ``UsageError`` for files that cannot be used.
    """
    sock.setblocking(False)
    options: Mapping[str, str] = address.options
    with ExitStack() as files:
        files.callback(reset_socket, sock)
        if visit.shown is not Shown.RIGHT:
            authority = read_authority(ca) if visit.shown.needs_issuer and ca is not None else None
            made = shown_certificate(visit.shown, options["cert"], authority, server=True)
            cert, key = files.enter_context(made)
            options = {**options, "cert": cert, "key": key}
        policy = TlsPolicy() if visit.version is None else TlsPolicy(visit.version, visit.version, _ANY_SUITE)
        context = context_of(replace(address, options=options), ServerSide(tls=policy), named=False)
        tls = begin(context, server=True, name=None)
        uri = str(address)
        try:
            async with asyncio.timeout(timeout):
                await shake(sock, tls)
        except TimeoutError:
            return TlsReceived(True) if tls.heard else None
        except OSError as error:
            return TlsReceived(True, why=str(refusal("the client", error, heard=True))) if tls.heard else None
        link = TlsLink(sock, tls, uri, uri, user="", security=tls.security())
        files.pop_all()
    try:
        heard, why = await hear(link, visit.hello, b"", timeout, _QUIET)
    finally:
        await link.abort()
    return TlsReceived(True, link.security["version"], link.security["cipher"], heard, why)
