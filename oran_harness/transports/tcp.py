"""Associations over TCP, for machines without SCTP: each message behind a header of ten octets."""

import asyncio
import fcntl
import socket
import struct
import sys
import termios

from oran_harness.transports.address import Address
from oran_harness.transports.link import Ending
from oran_harness.transports.socket_ends import Ends, link_of, uri_at
from oran_harness.transports.socket_link import SocketLink
from oran_harness.transports.socket_listener import SocketListener
from oran_harness.transports.tcp_frames import HEADER, FrameError, Frames

KEEPALIVE = 15.0
"""Seconds of silence after which the far end is asked whether it is there; a third of that between questions."""
_PROBES = 3
# Of struct tcp_info: state, congestion state, retransmits, probes; then 32-bit numbers, the last of them the
# milliseconds since the last acknowledgement came.
_TCP_INFO = struct.Struct("=BBBB4x48xI")
_PIECE = 64 * 1024
_LARGEST_PIECE = 1024 * 1024


class TcpLink(SocketLink[list[memoryview]]):
    """One TCP connection as an association: FIN is a shutdown, RST an abort, and FIN within a message is one, too."""

    def __init__(self, sock: socket.socket, local: str, remote: str, keepalive: float = KEEPALIVE) -> None:
        self._frames = Frames()
        self._patience = 2 * keepalive
        self._watch: asyncio.TimerHandle | None = None
        super().__init__(sock, local, remote)

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

    def _unacknowledged(self) -> bool:
        return bool(int.from_bytes(fcntl.ioctl(self._socket, termios.TIOCOUTQ, bytes(4)), sys.byteorder))

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

    def _flush(self) -> None:
        super()._flush()
        if self._outgoing and self._watch is None:
            self._watch = self._loop.call_later(self._patience / 4, self._look_for_answers)

    def _look_for_answers(self) -> None:
        """End it when nothing that we sent is acknowledged any more.

        The kernel asks nothing while data waits, and would repeat the data for a quarter of an hour. A far end that
        merely does not read acknowledges that it has no room.
        """
        self._watch = None
        repeats, probes, unanswered = acknowledgements(self._socket)
        if max(repeats, probes) >= 2 and unanswered >= self._patience:
            why = f"the far end has acknowledged nothing for {unanswered:.0f} s"
            self._abort(Ending("down", True, why))
        elif self._outgoing:
            self._watch = self._loop.call_later(self._patience / 4, self._look_for_answers)

    def _release(self, *, reset: bool) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super()._release(reset=reset)


def acknowledgements(sock: socket.socket) -> tuple[int, int, float]:
    """Repetitions and probes of a closed window that were not acknowledged, and seconds since the last that was."""
    octets = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TCP_INFO.size)
    _, _, repeats, probes, milliseconds = _TCP_INFO.unpack(octets)
    return repeats, probes, milliseconds / 1000


async def listen_tcp(address: Address) -> SocketListener[TcpLink]:
    """Open an address for TCP connections. Raises ``TransportError``."""
    sock, uri = await Ends().listen(address)
    return SocketListener(sock, uri, lambda new: _link(new, address))


async def connect_tcp(address: Address, timeout: float) -> TcpLink:
    """Open a TCP connection. Raises ``TransportError``."""
    return link_of(await Ends().connect(address, timeout), address, lambda sock: _link(sock, address))


def _link(sock: socket.socket, address: Address) -> TcpLink:
    idle = address.seconds("keepalive", KEEPALIVE)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, max(1, round(idle)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, max(1, round(idle / _PROBES)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, _PROBES)
    return TcpLink(sock, uri_at("tcp", sock.getsockname()), uri_at("tcp", sock.getpeername()), idle)
