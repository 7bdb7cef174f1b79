"""Listening and connecting for NETCONF over TLS, as either side."""

import asyncio
import socket
import ssl
from collections.abc import Callable

from oran_harness.transports.address import Address
from oran_harness.transports.link import TransportError
from oran_harness.transports.netconf_tls.context import context_of
from oran_harness.transports.netconf_tls.handshake import begin, shake
from oran_harness.transports.netconf_tls.link import TlsLink
from oran_harness.transports.netconf_tls.refusal import refusal, silent
from oran_harness.transports.netconf_tls.user_name import user_name
from oran_harness.transports.secured_listener import SecuredListener
from oran_harness.transports.side import ServerSide, Side
from oran_harness.transports.socket_ends import Ends, uri_at
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.watched_link import KEEPALIVE, watch_silence


class TlsEnds(Ends):
    """TCP sockets for NETCONF over TLS."""

    scheme = "netconf+tls"


async def connect_netconf_tls(address: Address, side: Side, timeout: float) -> TlsLink:
    """Connect, and set up TLS as our side. Raises ``TransportError``, and ``UsageError`` for unusable files."""
    context = context_of(address, side, named=True)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout
    sock = await TlsEnds().connect(address, timeout)
    try:
        return await _secure(sock, context, address, side, str(address), max(0.1, deadline - loop.time()))
    except BaseException:
        reset_socket(sock)
        raise


async def listen_netconf_tls(address: Address, side: Side) -> SecuredListener[TlsLink]:
    """Open an address; who connects is let in as our side says. Raises like ``connect_netconf_tls``."""
    # Who calls home comes from any address: its certificate is for a name that we were given, or is not looked at.
    context = context_of(address, side, named="name" in address.options)
    sock, uri = await TlsEnds().listen(address)

    async def secure(new: socket.socket, put: Callable[[TlsLink], None]) -> None:
        put(await _secure(new, context, address, side, uri_at("netconf+tls", new.getpeername()), None))

    return SecuredListener(sock, uri, secure, side.on_refusal)


async def _secure(
    sock: socket.socket, context: ssl.SSLContext, address: Address, side: Side, uri: str, timeout: float | None
) -> TlsLink:
    """The session of a connected socket; ``uri`` is its far end's."""
    keepalive = address.seconds("keepalive", KEEPALIVE)
    local, remote = (uri_at("netconf+tls", name) for name in (sock.getsockname(), sock.getpeername()))
    sock.setblocking(False)
    watch_silence(sock, keepalive)
    tls = begin(context, server=isinstance(side, ServerSide), name=address.options.get("name", address.host))
    try:
        async with asyncio.timeout(timeout):
            await shake(sock, tls)
    except TimeoutError:
        if timeout is None:
            raise
        raise silent(uri, timeout, heard=tls.heard) from None
    except OSError as error:
        raise refusal(uri, error, heard=tls.heard) from error
    security = tls.security()
    user = ""
    if isinstance(side, ServerSide):
        shown = bool(tls.certificate())
        found = user_name(side.names, tls.certificate(), tls.chain()) if shown else None
        found = side.unnamed if found is None else found
        if found is None:
            raise TransportError(
                f"{uri} showed a certificate ({security['subject']}) that names no user here: no entry of cert-to-name "
                f"fits it and finds a name; add one, or have the certificate issued with a name."
            )
        user = found
    return TlsLink(sock, tls, local, remote, user=user, security=security, keepalive=keepalive)
