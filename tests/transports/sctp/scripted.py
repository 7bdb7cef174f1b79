"""A socket that plays what a kernel with SCTP would say, for machines that have none."""

import socket
import struct
from collections import deque

from oran_harness.transports.sctp.options import IPPROTO_SCTP, MSG_NOTIFICATION, SCTP_STATUS

Received = tuple[bytes, list[tuple[int, int, bytes]], int, None]


class ScriptedSocket(socket.socket):
    """Receives what ``play`` was given. Can be waited for: the socket of another pair makes it readable."""

    def __init__(self, streams: int = 16, error: int = 0, buffer: int = 1_000_000) -> None:
        ours, self._theirs = socket.socketpair()
        super().__init__(fileno=ours.detach())
        self.script: deque[Received | OSError] = deque()
        self.sent: list[tuple[bytes, bytes]] = []
        self.options: list[tuple[int, int]] = []
        self._streams, self._error, self._buffer = streams, error, buffer

    def play(self, *steps: Received | OSError) -> None:
        """Add to what will be received."""
        self.script += steps
        self._theirs.send(b"!")

    def getsockopt(self, level: int, option: int, size: int = 0) -> int | bytes:  # type: ignore[override]
        if (level, option) == (IPPROTO_SCTP, SCTP_STATUS):
            return struct.pack("=iiIHHHHI", 5, 4, 0, 0, 0, 16, self._streams, 0)
        return self._error if option == socket.SO_ERROR else self._buffer

    def setsockopt(self, level: int, option: int, value: object) -> None:  # type: ignore[override]
        self.options.append((level, option))

    def recvmsg(self, size: int, control: int = 0, flags: int = 0) -> Received:  # type: ignore[override]
        if not self.script:
            raise BlockingIOError
        step = self.script.popleft()
        if isinstance(step, OSError):
            raise step
        return step

    def sendmsg(self, buffers: list[bytes], control: list[tuple[int, int, bytes]]) -> int:  # type: ignore[override]
        self.sent.append((buffers[0], control[0][2]))
        return len(buffers[0])

    def close(self) -> None:
        self._theirs.close()
        super().close()


def message(octets: bytes, stream: int = 0, *, last: bool = True) -> Received:
    """Part of a message, or all of it."""
    information = struct.pack("=HHH2x4sIIIi", stream, 0, 0, bytes([0, 0, 0, 70]), 0, 0, 0, 0)
    return octets, [(IPPROTO_SCTP, 3, information)], socket.MSG_EOR if last else 0, None


def notification(kind: int, *numbers: int, causes: bytes = b"") -> Received:
    """An association change (state, error), or another notification."""
    state, error = (*numbers, 0, 0)[:2]
    octets = struct.pack("=HHIHHHHi", kind, 0, 20, state, socket.htons(error), 16, 16, 0) + causes
    return octets, [], MSG_NOTIFICATION | socket.MSG_EOR, None
