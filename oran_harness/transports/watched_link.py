"""What links over a TCP connection share: a far end that is silent, or acknowledges nothing, is noticed."""

import asyncio
import fcntl
import socket
import struct
import sys
import termios
from typing import TypeVar

from oran_harness.transports.link import Ending
from oran_harness.transports.socket_link import SocketLink

KEEPALIVE = 15.0
"""Seconds of silence after which the far end is asked whether it is there; a third of that between questions."""
_PROBES = 3
# Of struct tcp_info: state, congestion state, retransmits, probes; then 32-bit numbers, the last of them the
# milliseconds since the last acknowledgement came.
_TCP_INFO = struct.Struct("=BBBB4x48xI")

P = TypeVar("P")


class WatchedLink(SocketLink[P]):
    """An association over a TCP connection, which it owns."""

    def __init__(self, sock: socket.socket, local: str, remote: str, keepalive: float = KEEPALIVE) -> None:
        self._patience = 2 * keepalive
        self._watch: asyncio.TimerHandle | None = None
        super().__init__(sock, local, remote)

    def _unacknowledged(self) -> bool:
        return bool(int.from_bytes(fcntl.ioctl(self._socket, termios.TIOCOUTQ, bytes(4)), sys.byteorder))

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


def watch_silence(sock: socket.socket, idle: float) -> None:
    """Let the kernel ask a far end that was silent for so many seconds, and send small messages at once."""
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, max(1, round(idle)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, max(1, round(idle / _PROBES)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, _PROBES)


def acknowledgements(sock: socket.socket) -> tuple[int, int, float]:
    """Repetitions and probes of a closed window that were not acknowledged, and seconds since the last that was."""
    octets = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TCP_INFO.size)
    _, _, repeats, probes, milliseconds = _TCP_INFO.unpack(octets)
    return repeats, probes, milliseconds / 1000
