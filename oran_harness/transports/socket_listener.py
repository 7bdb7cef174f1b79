"""An open address over a socket of the kernel: accepts associations until as many wait as may."""

import asyncio
import socket
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from oran_harness.transports.backlog import Backlog
from oran_harness.transports.failure import failure
from oran_harness.transports.link import Link
from oran_harness.transports.socket_link import reset_socket

_PAUSE = 0.2

L = TypeVar("L", bound=Link)


class ConnectionListener(ABC, Generic[L]):
    """An open address whose connections become associations."""

    def __init__(self, sock: socket.socket, uri: str) -> None:
        self.uri = uri
        self._socket = sock
        self._loop = asyncio.get_running_loop()
        self._waiting: asyncio.TimerHandle | None = None
        self._backlog: Backlog[L] = Backlog(uri, self._go_on)
        self._go_on()

    async def accept(self) -> L:
        """The next association. Raises ``TransportError`` after ``close``, and while no more files can be open."""
        return await self._backlog.accept()

    async def close(self) -> None:
        """Close the address and abort what nobody accepted; associations that were accepted live on."""
        if not self._backlog.closed:
            if self._waiting is not None:
                self._waiting.cancel()
            self._loop.remove_reader(self._socket)
            self._socket.close()
            await self._backlog.close()

    @abstractmethod
    def take(self, sock: socket.socket) -> None:
        """Let the association of a connected socket be accepted here; after ``close`` it is aborted."""

    def _is_full(self) -> bool:
        """Whether further connections shall wait in the kernel."""
        return self._backlog.full

    def _go_on(self) -> None:
        self._waiting = None
        self._loop.add_reader(self._socket, self._arrived)

    def _arrived(self) -> None:
        """Take the connections that wait in the kernel."""
        while not self._is_full():
            try:
                sock, _ = self._socket.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                # The connection stays in the kernel: try again a little later instead of at once and for ever.
                self._loop.remove_reader(self._socket)
                self._waiting = self._loop.call_later(_PAUSE, self._go_on)
                self._backlog.fail(failure(self.uri, error))
                return
            self.take(sock)
        self._loop.remove_reader(self._socket)


class SocketListener(ConnectionListener[L]):
    """An open address. ``make_link`` makes the link of a connection that was accepted."""

    def __init__(self, sock: socket.socket, uri: str, make_link: Callable[[socket.socket], L]) -> None:
        self._make_link = make_link
        super().__init__(sock, uri)

    def take(self, sock: socket.socket) -> None:
        """Let the association of a connected socket be accepted here; after ``close`` it is aborted."""
        try:
            if self._backlog.closed:
                reset_socket(sock)
            else:
                self._backlog.put(self._make_link(sock))
        except OSError:
            # It was reset before anybody looked at it: as if it had never come.
            reset_socket(sock)
