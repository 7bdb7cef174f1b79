"""Connecting and listening, by the scheme of a URI."""

from collections.abc import Awaitable, Callable

from oran_harness.model import UsageError
from oran_harness.transports.address import Address, parse_address
from oran_harness.transports.link import Link, Listener
from oran_harness.transports.memory import connect_memory, listen_memory
from oran_harness.transports.sctp import connect_sctp, listen_sctp
from oran_harness.transports.tcp import connect_tcp, listen_tcp


async def connect(uri: str, *, timeout: float = 5.0) -> Link:
    """Open an association with whoever listens at a URI, within so many seconds.

    Raises ``UsageError`` for what is no address, and ``TransportError`` where nobody answers or the machine cannot.
    """
    address = parse_address(uri)
    if address.port == 0 and address.scheme != "memory":
        raise UsageError(f"{uri!r} cannot be connected to: port 0 is any free one, and only for listening.")
    return await _CONNECT[address.scheme](address, timeout)


async def listen(uri: str) -> Listener:
    """Open an address, so that others may connect; ``Listener.uri`` tells the port that was taken for port 0.

    Raises ``UsageError`` for what is no address, and ``TransportError`` where it cannot be opened.
    """
    address = parse_address(uri)
    return await _LISTEN[address.scheme](address)


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
