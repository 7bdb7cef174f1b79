"""Listening and connecting for NETCONF over SSH, as either side."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import asyncssh

from oran_harness.transports.address import Address
from oran_harness.transports.secured_listener import SecuredListener
from oran_harness.transports.side import ClientSide, ServerSide, Side
from oran_harness.transports.socket_ends import Ends, uri_at
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.ssh.host_key import AnyHostKey, HostKeys, known_hosts
from oran_harness.transports.ssh.keys import host_key
from oran_harness.transports.ssh.link import SshLink
from oran_harness.transports.ssh.options import client_options, server_options
from oran_harness.transports.ssh.refusal import refusal, silent, turned_away
from oran_harness.transports.ssh.server import MOST_SESSIONS, Logins, NetconfServer
from oran_harness.transports.ssh.session import SUBSYSTEM, ClientSession
from oran_harness.transports.watched_link import KEEPALIVE, watch_silence

Put = Callable[[SshLink], None]


class SshEnds(Ends):
    """TCP sockets for NETCONF over SSH."""

    scheme = "netconf+ssh"


async def connect_ssh(address: Address, side: Side, timeout: float) -> SshLink:
    """Connect, and set up a session as our side; as the server, one that the far end opens, and no further.

    Raises ``TransportError``, and ``UsageError`` for users, passwords and keys that are missing or cannot be used.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout
    secure = securing(address, side, sessions=1)
    found: list[SshLink] = []
    sock = await SshEnds().connect(address, timeout)
    try:
        within = max(0.1, deadline - loop.time())
        await secure(sock, found.append, str(address), within)
    except BaseException:
        reset_socket(sock)
        raise
    return found[0]


async def listen_ssh(address: Address, side: Side) -> SecuredListener[SshLink]:
    """Open an address; who connects is let in as our side says. Raises like ``connect_ssh``."""
    secure = securing(address, side, sessions=MOST_SESSIONS)
    sock, uri = await SshEnds().listen(address)
    if address.user:
        uri = uri.replace("://", f"://{address.user}@", 1)

    async def secure_new(new: socket.socket, put: Put) -> None:
        await secure(new, put, uri_at("netconf+ssh", new.getpeername()), None)

    return SecuredListener(sock, uri, secure_new, side.on_refusal)


def securing(
    address: Address, side: Side, sessions: int
) -> Callable[[socket.socket, Put, str, float | None], Awaitable[None]]:
    """What sets up sessions over a connected socket with the far end of a URI, within so many seconds.

    Raises ``UsageError`` for users, passwords and keys that are missing or cannot be used.
    """
    if isinstance(side, ServerSide):
        logins, key = Logins(address, side), host_key(address, side.host_key)

        async def serve(sock: socket.socket, put: Put, uri: str, within: float | None) -> None:
            _prepare(sock, address)
            await _serve(sock, put, uri, within, logins, address, side, key, sessions)

        return serve
    settings, known = client_options(address, side), known_hosts(address)
    anyone = isinstance(side, ClientSide) and side.any_host

    async def log_in(sock: socket.socket, put: Put, uri: str, within: float | None) -> None:
        _prepare(sock, address)
        keys = AnyHostKey(address, known, uri) if anyone else HostKeys(address, known, uri)
        put(await _log_in(sock, uri, within, keys, settings))

    return log_in


def _prepare(sock: socket.socket, address: Address) -> None:
    sock.setblocking(False)
    watch_silence(sock, address.seconds("keepalive", KEEPALIVE))


async def _log_in(
    sock: socket.socket, uri: str, within: float | None, keys: HostKeys, settings: dict[str, Any]
) -> SshLink:
    """The session that we open as a client."""
    user: str = settings["username"]
    local, remote = _uris(sock)
    found: list[SshLink] = []

    def begin(channel: Any) -> SshLink:
        security = {**_security(conn, "server_version"), **_host_key(conn.get_server_host_key(), checked=keys.checked)}
        found.append(SshLink(channel, conn, local, remote, user=user, security=security, is_last=lambda _: True))
        return found[0]

    try:
        async with asyncio.timeout(within):
            conn = await asyncssh.run_client(sock, client_factory=lambda: keys, **settings)
            await conn.create_session(lambda: ClientSession(begin), subsystem=SUBSYSTEM, encoding=None)
    except BaseException as error:
        version = keys.conn.get_extra_info("server_version") if keys.conn is not None else None
        await _drop(keys.conn)
        if isinstance(error, TimeoutError) and within is not None:
            raise silent(uri, within, version=version) from None
        if isinstance(error, asyncssh.Error | OSError) and not isinstance(error, TimeoutError):
            raise refusal(uri, user, error, version=version, wrong_key=keys.wrong) from error
        raise
    return found[0]


async def _serve(
    sock: socket.socket,
    put: Put,
    uri: str,
    within: float | None,
    logins: Logins,
    address: Address,
    side: Side,
    key: asyncssh.SSHKey,
    sessions: int,
) -> None:
    """Let a client in; returns when its first session has begun."""
    local, remote = _uris(sock)

    def began(server: NetconfServer, channel: Any) -> SshLink:
        link = SshLink(
            channel,
            server.conn,
            local,
            remote,
            user=server.conn.get_extra_info("username"),
            security={**_security(server.conn, "client_version"), **_host_key(key, checked=True)},
            is_last=server.is_last,
        )
        put(link)
        return link

    server = NetconfServer(logins, sessions, began)
    try:
        async with asyncio.timeout(within):
            await asyncssh.run_server(sock, **server_options(address, side, key, lambda: server))
            error = await server.begun
            if error is not None:
                raise error
    except BaseException as error:
        version, user = (
            server.conn.get_extra_info(name) if server.conn is not None else None
            for name in ("client_version", "username")
        )
        await _drop(server.conn)
        if isinstance(error, TimeoutError) and within is not None:
            raise silent(uri, within, version=version) from None
        if isinstance(error, asyncssh.Error | OSError) and not isinstance(error, TimeoutError):
            raise turned_away(uri, error, version=version, user=user, wrong=server.wrong) from error
        raise


async def _drop(conn: Any) -> None:
    if conn is not None:
        conn.abort()
        await conn.wait_closed()


def _uris(sock: socket.socket) -> tuple[str, str]:
    return uri_at("netconf+ssh", sock.getsockname()), uri_at("netconf+ssh", sock.getpeername())


def _security(conn: Any, version: str) -> dict[str, str]:
    told = {"version": version, "cipher": "send_cipher", "mac": "send_mac", "compression": "send_compression"}
    found = {name: str(conn.get_extra_info(info) or "") for name, info in told.items()}
    return {"transport": "SSH", **found}


def _host_key(key: Any, *, checked: bool) -> dict[str, str]:
    return {
        "host-key": key.get_algorithm(),
        "host-key-fingerprint": key.get_fingerprint(),
        "host-key-checked": "yes" if checked else "no",
    }
