"""Opening associations over the kernel's SCTP, with as many addresses as each end has."""

import asyncio
import errno
import socket
from collections.abc import Callable, Sequence

from oran_harness.transports.address import Address
from oran_harness.transports.sctp.link import SctpLink
from oran_harness.transports.sctp.options import (
    IPPROTO_SCTP,
    SCTP_SOCKOPT_BINDX_ADD,
    SCTP_SOCKOPT_CONNECTX,
    packed_names,
    set_options,
)
from oran_harness.transports.socket_ends import Ends, Name, link_of, uri_at
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.socket_listener import SocketListener


def kernel_sctp_available() -> bool:
    """Whether this machine's kernel has SCTP."""
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM, IPPROTO_SCTP).close()
    except OSError:
        return False
    return True


class SctpEnds(Ends):
    """How SCTP sockets are made and connected, multi-homed ones, too."""

    scheme = "sctp"

    def __init__(self, address: Address) -> None:
        self._address = address

    def create(self, family: socket.AddressFamily) -> socket.socket:
        """A new socket with all its options set."""
        sock = socket.socket(family, socket.SOCK_STREAM, IPPROTO_SCTP)
        try:
            set_options(sock, self._address)
        except BaseException:
            sock.close()
            raise
        return sock

    def bind(self, sock: socket.socket, names: Sequence[Name]) -> None:
        """Give the socket all its own addresses, with one port."""
        sock.bind(names[0])
        if further := names[1:]:
            port = sock.getsockname()[1]
            same_port = [(name[0], port, *name[2:]) for name in further]
            sock.setsockopt(IPPROTO_SCTP, SCTP_SOCKOPT_BINDX_ADD, packed_names(same_port))

    async def dial(self, sock: socket.socket, names: Sequence[Name]) -> None:
        """Connect a non-blocking socket to a far end that has all these addresses."""
        if len(names) == 1:
            await super().dial(sock, names)
            return
        try:
            sock.setsockopt(IPPROTO_SCTP, SCTP_SOCKOPT_CONNECTX, packed_names(names))
        except BlockingIOError:
            await _writable(sock)
        if number := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(number, errno.errorcode.get(number, str(number)))


async def listen_sctp(address: Address) -> SocketListener[SctpLink]:
    """Open an address for SCTP associations. Raises ``TransportError``."""
    sock, uri = await SctpEnds(address).listen(address)

    def link(new: socket.socket) -> SctpLink:
        set_options(new, address)
        # An association that the far end starts anew is a new one, to be accepted like any other.
        return _link(new, listener.take)

    listener: SocketListener[SctpLink] = SocketListener(sock, uri, link)
    return listener


async def connect_sctp(address: Address, timeout: float) -> SctpLink:
    """Open an SCTP association. Raises ``TransportError``."""
    return link_of(await SctpEnds(address).connect(address, timeout), address, lambda sock: _link(sock, reset_socket))


def _link(sock: socket.socket, on_restart: Callable[[socket.socket], None]) -> SctpLink:
    return SctpLink(sock, uri_at("sctp", sock.getsockname()), uri_at("sctp", sock.getpeername()), on_restart)


async def _writable(sock: socket.socket) -> None:
    """Return when a socket that connects is connected, or is not and will not be."""
    loop = asyncio.get_running_loop()
    writable = asyncio.Event()
    loop.add_writer(sock, writable.set)
    try:
        await writable.wait()
    finally:
        loop.remove_writer(sock)
