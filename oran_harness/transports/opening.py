"""Connecting and listening, by the scheme of a URI."""

import importlib.util
from collections.abc import Awaitable, Callable

from oran_harness.model import UsageError
from oran_harness.transports.address import Address, parse_address
from oran_harness.transports.link import Link, Listener, TransportError
from oran_harness.transports.memory import connect_memory, listen_memory
from oran_harness.transports.sctp import connect_sctp, listen_sctp
from oran_harness.transports.side import ClientSide, ServerSide, Side
from oran_harness.transports.tcp import connect_tcp, listen_tcp


async def connect(uri: str, *, timeout: float = 5.0, side: Side | None = None) -> Link:
    """Open an association with whoever listens at a URI, within so many seconds.

    ``side`` is for the schemes of NETCONF: with ``ServerSide`` we call home (RFC 8071); we are the
    client unless told. Raises ``UsageError`` for what is no address, and ``TransportError`` where nobody answers or the
    machine cannot.
    """
    address = parse_address(uri, call_home=isinstance(side, ServerSide))
    if address.port == 0 and address.scheme != "memory":
        raise UsageError(f"{uri!r} cannot be connected to: port 0 is any free one, and only for listening.")
    secured = _CONNECT_AS.get(address.scheme)
    if secured is not None:
        calls_home = address.options.get("call-home") == "yes"
        return await secured(address, side or (ServerSide() if calls_home else ClientSide()), timeout)
    _check_no_side(uri, side)
    return await _CONNECT[address.scheme](address, timeout)


async def listen(uri: str, *, side: Side | None = None) -> Listener:
    """Open an address, so that others may connect; ``Listener.uri`` tells the port that was taken for port 0.

    ``side`` is for the schemes of NETCONF: with ``ClientSide`` servers call home here (RFC 8071); we
    are the server unless told. Raises ``UsageError`` for what is no address, and ``TransportError`` where it cannot be
    opened.
    """
    address = parse_address(uri, call_home=isinstance(side, ClientSide))
    secured = _LISTEN_AS.get(address.scheme)
    if secured is not None:
        called_home = address.options.get("call-home") == "yes"
        return await secured(address, side or (ClientSide() if called_home else ServerSide()))
    _check_no_side(uri, side)
    return await _LISTEN[address.scheme](address)


def check_credentials(uri: str, side: Side | None) -> None:
    """Raise ``UsageError`` if a file or variable by which we show who we are at O1 is missing or cannot be used.

    Whoever connects learns of it before it matters; who listens is told by ``listen``.
    """
    if side is None:
        return
    address = parse_address(uri, call_home=isinstance(side, ServerSide))
    if address.scheme == "netconf+ssh" and netconf_ssh_missing() is None:
        from oran_harness.transports.ssh import securing

        securing(address, side, sessions=1)
    elif address.scheme == "netconf+tls":
        from oran_harness.transports.netconf_tls import context_of

        context_of(address, side, named=True)


def _check_no_side(uri: str, side: Side | None) -> None:
    if side is not None:
        raise UsageError(f"{uri!r} has neither SSH nor TLS of NETCONF, so it has no sides; use it without.")


async def _connect_grpc(address: Address, timeout: float) -> Link:
    # Loading gRPC takes longer than all the rest, and most runs do without.
    from oran_harness.transports.grpc import connect_grpc

    return await connect_grpc(address, timeout)


async def _listen_grpc(address: Address) -> Listener:
    from oran_harness.transports.grpc import listen_grpc

    return await listen_grpc(address)


def userland_sctp_missing() -> str | None:
    """What this machine lacks for sctp+udp://, and how to get it; None if everything is there."""
    from oran_harness.transports.userland_sctp import missing

    return missing()


async def _connect_userland_sctp(address: Address, timeout: float) -> Link:
    from oran_harness.transports.userland_sctp import connect_userland_sctp

    return await connect_userland_sctp(address, timeout)


async def _listen_userland_sctp(address: Address) -> Listener:
    from oran_harness.transports.userland_sctp import listen_userland_sctp

    return await listen_userland_sctp(address)


def netconf_ssh_missing() -> str | None:
    """What this machine lacks for netconf+ssh://, and how to get it; None if everything is there."""
    if importlib.util.find_spec("asyncssh") is not None:
        return None
    return (
        "NETCONF over SSH needs asyncssh, which is not installed here: install it with pip install "
        "'oran-harness[o1]', or use netconf+tls://."
    )


async def _connect_ssh(address: Address, side: Side, timeout: float) -> Link:
    _check_ssh()
    from oran_harness.transports.ssh import connect_ssh

    return await connect_ssh(address, side, timeout)


async def _listen_ssh(address: Address, side: Side) -> Listener:
    _check_ssh()
    from oran_harness.transports.ssh import listen_ssh

    return await listen_ssh(address, side)


def _check_ssh() -> None:
    if (lack := netconf_ssh_missing()) is not None:
        raise TransportError(lack)


async def _connect_netconf_tls(address: Address, side: Side, timeout: float) -> Link:
    from oran_harness.transports.netconf_tls import connect_netconf_tls

    return await connect_netconf_tls(address, side, timeout)


async def _listen_netconf_tls(address: Address, side: Side) -> Listener:
    from oran_harness.transports.netconf_tls import listen_netconf_tls

    return await listen_netconf_tls(address, side)


async def _connect_netconf_grpc(address: Address, side: Side, timeout: float) -> Link:
    from oran_harness.transports.netconf_grpc import connect_netconf_grpc

    return await connect_netconf_grpc(address, side, timeout)


async def _listen_netconf_grpc(address: Address, side: Side) -> Listener:
    from oran_harness.transports.netconf_grpc import listen_netconf_grpc

    return await listen_netconf_grpc(address, side)


_CONNECT: dict[str, Callable[[Address, float], Awaitable[Link]]] = {
    "sctp": connect_sctp,
    "sctp+udp": _connect_userland_sctp,
    "tcp": connect_tcp,
    "grpc": _connect_grpc,
    "grpcs": _connect_grpc,
    "memory": connect_memory,
}
_LISTEN: dict[str, Callable[[Address], Awaitable[Listener]]] = {
    "sctp": listen_sctp,
    "sctp+udp": _listen_userland_sctp,
    "tcp": listen_tcp,
    "grpc": _listen_grpc,
    "grpcs": _listen_grpc,
    "memory": listen_memory,
}
_CONNECT_AS: dict[str, Callable[[Address, Side, float], Awaitable[Link]]] = {
    "netconf+ssh": _connect_ssh,
    "netconf+tls": _connect_netconf_tls,
    "netconf+grpc": _connect_netconf_grpc,
    "netconf+grpcs": _connect_netconf_grpc,
}
_LISTEN_AS: dict[str, Callable[[Address, Side], Awaitable[Listener]]] = {
    "netconf+ssh": _listen_ssh,
    "netconf+tls": _listen_netconf_tls,
    "netconf+grpc": _listen_netconf_grpc,
    "netconf+grpcs": _listen_netconf_grpc,
}
