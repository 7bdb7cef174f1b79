"""An open address whose connections have to be secured, by SSH or TLS, before they are associations."""

import asyncio
import functools
import socket
from collections.abc import Awaitable, Callable
from typing import TypeVar

from oran_harness.model import UsageError
from oran_harness.transports.backlog import MOST_LINKS
from oran_harness.transports.failure import failure
from oran_harness.transports.link import Link, TransportError
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.socket_listener import ConnectionListener

SECURED_WITHIN = 30.0
"""Seconds in which a far end that connected has to be secured and let in."""

L = TypeVar("L", bound=Link)


class SecuredListener(ConnectionListener[L]):
    """An open address. ``secure`` secures a connection and gives its sessions to ``put``, at once or later.

    What it raises is told to ``on_refusal``, and the connection is gone: the far end was not let in.
    """

    def __init__(
        self,
        sock: socket.socket,
        uri: str,
        secure: Callable[[socket.socket, Callable[[L], None]], Awaitable[None]],
        on_refusal: Callable[[str], None] | None,
    ) -> None:
        self._secure = secure
        self._on_refusal = on_refusal
        self._securing: set[asyncio.Task[None]] = set()
        self.instead: Callable[[socket.socket], None] | None = None
        """Who gets connections as they come, instead of having them secured here; None for nobody."""
        super().__init__(sock, uri)

    async def close(self) -> None:
        """Close the address, abort what nobody accepted or was not let in yet; accepted associations live on."""
        await super().close()
        tasks = tuple(self._securing)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _is_full(self) -> bool:
        return super()._is_full() or len(self._securing) >= MOST_LINKS

    def take(self, sock: socket.socket) -> None:
        """Secure a connection; it is let in or refused later."""
        if self.instead is not None:
            self.instead(sock)
            return
        task = asyncio.create_task(self._let_in(sock))
        self._securing.add(task)
        task.add_done_callback(functools.partial(self._secured, sock))

    async def _let_in(self, sock: socket.socket) -> None:
        let_in = False
        try:
            async with asyncio.timeout(SECURED_WITHIN):
                await self._secure(sock, self._put)
            let_in = True
        except TimeoutError:
            self._refused(f"{self.uri}: a far end that connected was not let in within {SECURED_WITHIN:g} s.")
        except (TransportError, UsageError) as error:
            self._refused(str(error))
        except OSError as error:
            self._refused(str(failure(self.uri, error)))
        finally:
            if not let_in:
                reset_socket(sock)

    def _refused(self, sentence: str) -> None:
        if self._on_refusal is not None:
            self._on_refusal(sentence)

    def _put(self, link: L) -> None:
        if self._backlog.closed:
            self._late(link)
        else:
            self._backlog.put(link)

    def _late(self, link: L) -> None:
        """A session that came when the address was closed already."""
        task = asyncio.create_task(link.abort())
        self._securing.add(task)
        task.add_done_callback(self._securing.discard)

    def _secured(self, sock: socket.socket, task: asyncio.Task[None]) -> None:
        if task.cancelled() and sock.fileno() >= 0:  # cancelled before it began
            reset_socket(sock)
        was_full = self._is_full()
        self._securing.discard(task)
        if was_full and not self._backlog.closed and not self._is_full():
            self._go_on()
