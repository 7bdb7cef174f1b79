"""Associations over TCP, for machines without SCTP: each message behind a header of ten octets."""

import socket

from oran_harness.transports.address import Address
from oran_harness.transports.link import Ending
from oran_harness.transports.socket_ends import Ends, link_of, uri_at
from oran_harness.transports.socket_listener import SocketListener
from oran_harness.transports.tcp_frames import HEADER, FrameError, Frames
from oran_harness.transports.watched_link import KEEPALIVE, WatchedLink, watch_silence

_PIECE = 64 * 1024
_LARGEST_PIECE = 1024 * 1024


class TcpLink(WatchedLink[list[memoryview]]):
    """One TCP connection as an association: FIN is a shutdown, RST an abort, and FIN within a message is one, too."""

    def __init__(self, sock: socket.socket, local: str, remote: str, keepalive: float = KEEPALIVE) -> None:
        self._frames = Frames()
        super().__init__(sock, local, remote, keepalive)

    def _pack(self, octets: bytes, stream: int, ppid: int) -> list[memoryview]:
        return [memoryview(HEADER.pack(len(octets), stream, ppid)), memoryview(octets)]

    def _write(self, piece: list[memoryview]) -> list[memoryview] | None:
        written = self._socket.sendmsg(piece)
        remaining = []
        for part in piece:
            if written < len(part):
                remaining.append(part[written:])
            written = max(0, written - len(part))
        return remaining or None

    def _read(self) -> None:
        octets = self._socket.recv(min(max(_PIECE, self._frames.wanted), _LARGEST_PIECE))
        if not octets:
            self._closed_by_peer()
            return
        try:
            for delivery in self._frames.feed(octets):
                self._deliver(delivery)
        except FrameError as error:
            self._abort(Ending("abort", True, f"{error}; we aborted the association"))

    def _closed_by_peer(self) -> None:
        if self._frames.inside and self._goodbye is None:
            self._abort(Ending("abort", True, "the far end closed the connection in the middle of a message"))
        else:
            self._end(self._send_failure or Ending("shutdown", True, "the far end closed the association"))


async def listen_tcp(address: Address) -> SocketListener[TcpLink]:
    """Open an address for TCP connections. Raises ``TransportError``."""
    sock, uri = await Ends().listen(address)
    return SocketListener(sock, uri, lambda new: _link(new, address))


async def connect_tcp(address: Address, timeout: float) -> TcpLink:
    """Open a TCP connection. Raises ``TransportError``."""
    return link_of(await Ends().connect(address, timeout), address, lambda sock: _link(sock, address))


def _link(sock: socket.socket, address: Address) -> TcpLink:
    idle = address.seconds("keepalive", KEEPALIVE)
    watch_silence(sock, idle)
    return TcpLink(sock, uri_at("tcp", sock.getsockname()), uri_at("tcp", sock.getpeername()), idle)
