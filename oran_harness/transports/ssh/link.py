"""One NETCONF session over SSH."""

import asyncio
import fcntl
import socket
import sys
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import asyncssh

from oran_harness.transports.buffered_link import BufferedLink
from oran_harness.transports.link import Delivery, Ending
from oran_harness.transports.message import check_only_stream
from oran_harness.transports.socket_link import RESET_ON_CLOSE, ending_of

_PIECE = 64 * 1024
_CLOSED_WITHIN = 1.0


class SshLink(BufferedLink[memoryview]):
    """A session: a channel of a connection, which it closes with itself if ``is_last`` says that no other needs it.

    An end of file, the channel's close and SSH's disconnect are a shutdown; a connection that is lost is an abort.
    """

    def __init__(
        self,
        channel: Any,
        connection: Any,
        local: str,
        remote: str,
        *,
        user: str,
        security: Mapping[str, str],
        is_last: Callable[["SshLink"], bool],
    ) -> None:
        super().__init__(local, remote)
        self.user = user
        self.security = security
        self._channel = channel
        self._connection = connection
        self._is_last = is_last
        self._held = False
        self._draining = False
        self._signal: str | None = None
        # So that we are told as soon as anything waits for the far end's window.
        channel.set_write_buffer_limits(high=0, low=0)

    async def shutdown(self) -> None:
        """End it in order, and wait until it is released."""
        await super().shutdown()
        await self._released()

    async def abort(self) -> None:
        """Reset the connection, or kill the session where others share the connection."""
        await super().abort()
        await self._released()

    def take(self, octets: bytes) -> None:
        """Octets came."""
        self._deliver(Delivery(octets, 0, None))
        if self._paused() and not self._draining:
            self._channel.pause_reading()

    def hold(self, held: bool) -> None:
        """The far end takes no more, or takes more again."""
        self._held = held
        if not held:
            self._flush()

    def killed(self, signal: str) -> None:
        """The far end says that it killed the session; the end follows."""
        self._signal = signal

    def over(self, error: Exception | None) -> None:
        """The far end ended it, or the connection is lost; what was held back is taken now, or never."""
        self._draining = True
        self._channel.resume_reading()
        if self._signal is not None:
            self._end(Ending("abort", True, f"the far end killed the session (signal {self._signal})"))
        else:
            self._end(ending_by(error))

    def _pack(self, octets: bytes, stream: int, ppid: int) -> memoryview:
        check_only_stream(stream)
        return memoryview(octets)

    def _flush(self) -> None:
        while self._outgoing and not self._held:
            piece = self._outgoing[0]
            try:
                self._channel.write(bytes(piece[:_PIECE]))
            except OSError:
                self._write_failed(Ending("shutdown", True, "the far end closed the session"))
                return
            if len(piece) > _PIECE:
                self._outgoing[0] = piece[_PIECE:]
            else:
                self._outgoing.popleft()
        if not self._outgoing:
            self._written()

    def _unacknowledged(self) -> bool:
        sock = self._connection.get_extra_info("socket")
        if self._channel.get_write_buffer_size() or sock is None:
            return sock is not None
        return bool(int.from_bytes(fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4)), sys.byteorder))

    def _read_on(self) -> None:
        self._channel.resume_reading()

    def _say_goodbye(self) -> None:
        with suppress(OSError):
            self._channel.write_eof()
            self._channel.close()

    def _release(self, *, reset: bool) -> None:
        last = self._is_last(self)
        if not last and reset:
            # The only way to tell the far end of this session that it was not closed in order.
            with suppress(OSError):
                self._channel.exit_with_signal("ABRT")
        elif not last:
            self._channel.close()
        elif reset:
            sock = self._connection.get_extra_info("socket")
            with suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            self._connection.abort()
        else:
            self._channel.close()
            self._connection.close()

    async def _released(self) -> None:
        if self._is_last(self):
            with suppress(TimeoutError):
                async with asyncio.timeout(_CLOSED_WITHIN):
                    await self._connection.wait_closed()


def ending_by(error: Exception | None) -> Ending:
    """How a session ended, by what asyncssh tells of it."""
    if error is None:
        return Ending("shutdown", True, "the far end closed the session")
    if isinstance(error, asyncssh.ConnectionLost):
        if "keepalive" in error.reason:
            return Ending("down", True, "the far end does not answer any more (three keepalives of SSH)")
        return Ending("abort", True, "the far end closed the connection without ending SSH in order")
    if isinstance(error, asyncssh.DisconnectError):
        return Ending("abort", True, f"SSH was ended by an error ({error.reason})")
    if isinstance(error, OSError):
        return ending_of(error)
    return Ending("abort", True, f"SSH was ended by an error ({error})")
