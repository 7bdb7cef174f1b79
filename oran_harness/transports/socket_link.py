"""What links over a non-blocking socket of the kernel share."""

import asyncio
import errno
import socket
import struct
from abc import abstractmethod
from contextlib import suppress
from typing import TypeVar

from oran_harness.transports.buffered_link import BufferedLink
from oran_harness.transports.link import Ending

_READS_AT_ONCE = 16
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_SILENT = {errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN}
_CLOSED = {errno.EPIPE, errno.ENOTCONN, errno.ESHUTDOWN}

P = TypeVar("P")


def reset_socket(sock: socket.socket) -> None:
    """Close a socket so that the far end sees an abort (TCP: RST, SCTP: ABORT)."""
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    sock.close()


def ending_of(error: OSError) -> Ending:
    """How a link ended whose socket has an error."""
    if error.errno in _SILENT:
        return Ending("down", True, f"the far end does not answer any more ({error.strerror})")
    if error.errno in _CLOSED:
        return Ending("shutdown", True, "the far end closed the association")
    return Ending("abort", True, f"the far end aborted the association ({error.strerror})")


class SocketLink(BufferedLink[P]):
    """An association over a non-blocking socket, which it owns."""

    def __init__(self, sock: socket.socket, local: str, remote: str) -> None:
        super().__init__(local, remote)
        self._socket = sock
        self._loop = asyncio.get_running_loop()
        self._reading = False
        sock.setblocking(False)
        self._read_on()

    @abstractmethod
    def _write(self, piece: P) -> P | None:
        """Write to the socket once; what remains, or None. Raises ``BlockingIOError`` and other ``OSError``."""

    @abstractmethod
    def _read(self) -> None:
        """Read from the socket once: ``_deliver`` or ``_end``. Raises ``BlockingIOError`` and other ``OSError``."""

    def _read_on(self) -> None:
        if not self._reading and not self._closed.is_set():
            self._reading = True
            self._loop.add_reader(self._socket, self._readable)

    def _readable(self) -> None:
        for _ in range(_READS_AT_ONCE):
            if self._closed.is_set():
                return
            if self._paused():
                self._reading = False
                self._loop.remove_reader(self._socket)
                return
            try:
                self._read()
            except (BlockingIOError, InterruptedError):
                return
            except OSError as error:
                self._end(ending_of(error))

    def _flush(self) -> None:
        """Write what the socket takes now; the rest when it takes more."""
        try:
            while self._outgoing:
                remaining = self._write(self._outgoing[0])
                if remaining is None:
                    self._outgoing.popleft()
                else:
                    self._outgoing[0] = remaining
        except (BlockingIOError, InterruptedError):
            self._loop.add_writer(self._socket, self._flush)
            return
        except OSError as error:
            self._write_failed(ending_of(error))
        self._loop.remove_writer(self._socket)
        self._written()

    def _say_goodbye(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)

    def _release(self, *, reset: bool) -> None:
        self._leave_socket()
        if reset:
            reset_socket(self._socket)
        else:
            self._socket.close()

    def _leave_socket(self) -> None:
        """Look at the socket no more."""
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
