"""Listening and connecting for NETCONF over gRPC: the managed element is the server, and nobody calls home."""

from collections.abc import Callable
from functools import partial
from typing import Any

from oran_harness.model import UsageError
from oran_harness.transports.address import Address
from oran_harness.transports.grpc.ends import SECURE, GrpcListener, Unwelcome, call_service, own_end
from oran_harness.transports.grpc.stream import Stream
from oran_harness.transports.grpc.usual import add_usual_services
from oran_harness.transports.netconf_grpc.guest import USER, guest_of, security_of
from oran_harness.transports.netconf_grpc.link import NetconfGrpcLink
from oran_harness.transports.netconf_grpc.message import NETCONF, new_pool
from oran_harness.transports.secret import read_private
from oran_harness.transports.side import ServerSide, Side


async def connect_netconf_grpc(address: Address, side: Side, timeout: float) -> NetconfGrpcLink:
    """Open a session. Raises ``TransportError``, and ``UsageError`` for a user or files that cannot be used."""
    if isinstance(side, ServerSide):
        raise _no_call_home(address)
    metadata = []
    if address.scheme in SECURE:
        _check_files(address, "to connect", ("cert", "key"))
    elif not address.user:
        raise UsageError(f"{address} names no user to come as; give {address.scheme}://USER@HOST.")
    else:
        metadata.append((USER, address.user))
    stream = await call_service(address, timeout, NETCONF, metadata)
    return NetconfGrpcLink(stream, own_end(address), str(address), user=address.user, security=security_of(address, {}))


async def listen_netconf_grpc(address: Address, side: Side) -> GrpcListener[NetconfGrpcLink]:
    """Open an address for sessions, with health and reflection beside. Raises like ``connect_netconf_grpc``."""
    if not isinstance(side, ServerSide):
        raise _no_call_home(address)
    if address.scheme in SECURE:
        _check_files(address, "to listen", ("ca", "cert", "key"))

    def welcome(context: Any) -> Callable[[Stream, str, str], NetconfGrpcLink]:
        try:
            user = guest_of(address, side, context)
        except Unwelcome as unwelcome:
            if side.on_refusal is not None:
                side.on_refusal(f"{address.scheme}://: a manager was not let in: {unwelcome}.")
            raise
        return partial(NetconfGrpcLink, user=user, security=security_of(address, context.auth_context()))

    listener = GrpcListener(address, NETCONF, welcome)
    await add_usual_services(listener.server, NETCONF.name, new_pool())
    await listener.open(address)
    return listener


def _check_files(address: Address, to: str, needed: tuple[str, ...]) -> None:
    if not set(needed) <= address.options.keys():
        options = "&".join(f"{name}=FILE" for name in needed)
        raise UsageError(f"{address}: {to}, {address.scheme}:// needs ?{options}: both ends show a certificate.")
    read_private(str(address), "key", address.options["key"])


def _no_call_home(address: Address) -> UsageError:
    return UsageError(
        f"{address}: over gRPC the managed element is always the server, and nobody calls home; let the manager "
        f"connect, or use netconf+ssh:// or netconf+tls://."
    )
